/** Words the answers about where a database stands: status, heads, pending migrations. */
import { describeRevisions, type Migration } from '../domain/revision.ts'
import type { StatusReport } from '../operations/status.ts'
import { harmlessWord } from './harmless.ts'
import { indented } from './layout.ts'
import { MARKS, type Style } from './style.ts'

type Page = { readonly style: Style; readonly width: number }

export function statusLines(status: StatusReport, { style, width }: Page): readonly string[] {
  const { state } = status
  return [
    style.paint('strong', harmlessWord(`${status.environment} · ${status.database}`)),
    `  revision  ${harmlessWord(describeRevisions(state.current))} (head ${harmlessWord(describeRevisions(state.heads))})`,
    ...pendingLines(state.pending),
    ...lastRunLines(status, { style, width }),
    ...nextLines(status.next, style),
  ]
}

export function pendingLines(pending: readonly Migration[]): readonly string[] {
  if (pending.length === 0) return ['  pending   none']
  return pending.map(({ revision, description }, index) =>
    harmlessWord(`  ${index === 0 ? 'pending ' : '        '}  ${revision}  ${description}`).trimEnd(),
  )
}

function lastRunLines({ lastRun }: StatusReport, { style, width }: Page): readonly string[] {
  if (lastRun === null) return ['  last run  none']
  const { outcome, phase } = lastRun
  const mark = outcome === null ? MARKS.stopped : MARKS[outcome]
  const how = outcome ?? `never came to an end, last seen ${phase}`
  const head = `${lastRun.operation} by ${lastRun.actor} at ${lastRun.startedAt}: ${how}`
  const [first = '', ...rest] = [head, lastRun.reason ?? ''].flatMap((text) => indented(harmlessWord(text), 12, width))
  return [style.paint(mark.tone, `  last run  ${first.trimStart()}`), ...rest]
}

function nextLines(next: readonly string[], style: Style): readonly string[] {
  if (next.length === 0) return []
  return ['', style.paint('strong', 'What to do:'), ...next.map((command) => `  ${harmlessWord(command)}`)]
}
