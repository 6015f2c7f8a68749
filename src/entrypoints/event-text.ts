/** Turns the events of a run into the lines that stay: head line, stages with their checks, output of tools. The result says the rest. */
import type { CheckResult } from '../domain/check.ts'
import { blocking, byGroup, tally } from '../domain/check.ts'
import type { RunEvent } from '../domain/ports/events.ts'
import { formatDuration } from '../domain/quantity-text.ts'
import type { StageResult } from '../domain/stage.ts'
import { gateLines } from './gates-text.ts'
import { harmlessLines, harmlessWord } from './harmless.ts'
import { intentionLines } from './intention-text.ts'
import { indented, pieces } from './layout.ts'
import { shortPath } from './short-path.ts'
import { MARKS, type Style } from './style.ts'
import { anomalyLines } from './watch-text.ts'

const STAGE_WIDTH = 16

export interface TextOptions {
  readonly style: Style
  /** Columns to wrap at; lines of tools are wrapped as well. */
  readonly width: number
  /** Every check is shown, not only those that did not pass. */
  readonly allChecks: boolean
}

/** The lines of an event; none for those that only move the progress on. */
export function eventLines(event: RunEvent, options: TextOptions): readonly string[] {
  switch (event.type) {
    case 'run-started':
      return runHead(event, options)
    case 'intention':
      return intentionLines(event.intention, options)
    case 'stage-finished':
      return stageLines(event.result, options)
    case 'anomaly':
      return anomalyLines(event, options)
    case 'output':
      return harmlessLines(event.line).flatMap((line) => outputLines(line, options))
    case 'note':
      return harmlessLines(event.text).flatMap((line) => indented(line, 2, options.width))
    default:
      return []
  }
}

function runHead(event: Extract<RunEvent, { type: 'run-started' }>, { style, width }: TextOptions): readonly string[] {
  const head = indented(`savepoint ${event.operation} · ${event.environment} · ${harmlessWord(event.database)}`, 0, width)
  return [...head.map((line) => style.paint('strong', line)), style.paint('faint', `  run ${event.runId}`), '']
}

function stageLines(result: StageResult, options: TextOptions): readonly string[] {
  const mark =
    result.status === 'passed' && result.checks.some((check) => check.status === 'warning') ? MARKS.warning : MARKS[result.status]
  const count = result.checks.length === 0 ? '' : `${tally(result.checks)} checks`
  const judged = result.name === 'downtime'
  const duration = result.status === 'skipped' ? 'skipped' : judged ? '' : formatDuration(result.durationMs)
  const title = `${result.name.padEnd(STAGE_WIDTH)}${duration.padStart(10)}   ${count}`.trimEnd()
  const message = stageMessage(result, options)
  const head = `${options.style.paint(mark.tone, mark.symbol)} ${title}`
  if (result.name === 'gates') return [head, ...message, ...gateLines(result.checks, options)]
  // The checks of a rollback are the proof that it led back; that of the downtime tells how long it was.
  const shown = { ...options, allChecks: options.allChecks || result.name === 'rollback' || judged }
  return [head, ...groupLines(result.checks, options), ...message, ...checkList(result.checks, shown)]
}

/** `data integrity 4/4 · triggers 2/3`: how much of each group holds. */
function groupLines(checks: readonly CheckResult[], { width }: TextOptions): readonly string[] {
  const tallies = [...byGroup(checks)].map(([group, members]) => `${harmlessWord(group)} ${tally(members)}`)
  return tallies.length === 0 ? [] : indented(tallies.join(' · '), 4, width)
}

/** A failed check tells its own story below. */
function stageMessage({ message, checks }: StageResult, { width }: TextOptions): readonly string[] {
  if (message === undefined || blocking(checks).length > 0) return []
  return harmlessLines(message).flatMap((line) => indented(line, 4, width))
}

function checkList(checks: readonly CheckResult[], options: TextOptions): readonly string[] {
  return checks.filter((check) => options.allChecks || check.status !== 'passed').flatMap((check) => checkLines(check, options))
}

/** A check: its name and answer, and for one that did not pass what was expected and what to do. */
export function checkLines(check: CheckResult, { style, width }: TextOptions): readonly string[] {
  const mark = MARKS[check.status]
  const word = check.status === 'errored' || check.status === 'skipped' ? ` (${check.status})` : ''
  const [first = '', ...rest] = indented(`${harmlessWord(check.name)}${word}${answer(check)}`, 6, width)
  const message = check.message === undefined ? [] : harmlessLines(check.message).flatMap((line) => indented(line, 6, width))
  return [
    `    ${style.paint(mark.tone, mark.symbol)} ${first.trimStart()}`,
    ...rest,
    ...[...message, ...keptOutput(check)].map((line) => style.paint('faint', line)),
  ]
}

/** A path stays whole, so that it can be copied. */
function keptOutput({ output }: CheckResult): readonly string[] {
  return output === undefined ? [] : [`      output: ${harmlessWord(shortPath(output))}`]
}

function answer({ status, expected, actual }: CheckResult): string {
  const found = actual === undefined ? '' : `: ${harmlessWord(actual)}`
  if (status === 'passed' || expected === undefined || expected === actual) return found
  return `${found === '' ? ':' : `${found},`} expected ${harmlessWord(expected)}`
}

function outputLines(line: string, { style, width }: TextOptions): readonly string[] {
  const room = Math.max(20, width - 4)
  return pieces(line, room).map((piece) => style.paint('faint', `  │ ${piece}`))
}
