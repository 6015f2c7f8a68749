/** Turns what an operation returned into the lines a person reads last: outcome, reason, cause, what is kept, what to do. */
import { describeParts, wholeOf } from '../domain/belonging.ts'
import { OUTCOME_MEANING } from '../domain/outcome.ts'
import { formatBytes, formatDuration } from '../domain/quantity-text.ts'
import type { BackupSummary, JudgedDifference, RunResult } from '../domain/run-result.ts'
import { describeDifference } from '../operations/comparing.ts'
import { causeLines } from './error-text.ts'
import { harmlessLines, harmlessWord } from './harmless.ts'
import { indented, WIDTH } from './layout.ts'
import { shortPath } from './short-path.ts'
import { MARKS, type Style } from './style.ts'

const SHOWN_DIFFERENCES = 20
/** Beside a loss that nobody declared, what is new matters little. */
const SHOWN_BESIDE_LOSSES = 3
const LABEL_WIDTH = 10

export interface ResultTextOptions {
  readonly style: Style
  readonly width?: number
  /** Path of the report for people, where one was written. */
  readonly report: string | null
}

/** An operation whose outcome is always `unchanged` is told by whether it succeeded, not by that word. */
const CHANGES_NOTHING: readonly string[] = ['health', 'backup', 'backup verify', 'snapshot', 'validate', 'monitor']

export function resultLines(result: RunResult, { style, width = WIDTH, report }: ResultTextOptions): readonly string[] {
  const page = { style, width }
  return [
    '',
    ...verdict(result, page),
    ...(result.cause === null ? [] : causeLines(result.cause, page)),
    ...differenceLines(result, page),
    ...(result.backup === null ? [] : backupLines(result.backup)),
    ...(result.downtimeMs === null ? [] : labelled('downtime', formatDuration(result.downtimeMs))),
    ...result.kept.flatMap((name) => labelled('kept', name)),
    ...(report === null ? [] : labelled('report', shortPath(report))),
    ...nextLines(result.next, style),
  ]
}

type Page = { readonly style: Style; readonly width: number }

function verdict(result: RunResult, { style, width }: Page): readonly string[] {
  const plain = CHANGES_NOTHING.includes(result.operation)
  const mark = result.succeeded ? MARKS.passed : plain ? MARKS.failed : MARKS[result.outcome]
  const sentence = plain ? result.reason : `${result.outcome}: ${OUTCOME_MEANING[result.outcome]}`
  const [first = '', ...rest] = indented(harmlessWord(sentence), 2, width)
  const reason = plain ? [] : harmlessLines(result.reason).flatMap((line) => indented(line, 2, width))
  const duration = style.paint('faint', `  ${formatDuration(result.durationMs)}`)
  return [
    `${style.paint(mark.tone, `${mark.symbol} ${first.trimStart()}`)}${rest.length === 0 && first.length < width - 12 ? duration : ''}`,
    ...rest.map((line) => style.paint(mark.tone, line)),
    ...reason,
  ]
}

/** What was taken away comes first, and of that what the plan does not declare. */
function differenceLines(result: RunResult, { style, width }: Page): readonly string[] {
  const weight = (difference: JudgedDifference) => (difference.loss ? (difference.because === null ? 0 : 1) : 2)
  const ordered = result.differences
    .filter((difference) => difference.change !== 'moved-on' && wholeOf(difference, result.differences) === null)
    .toSorted((a, b) => weight(a) - weight(b))
  if (ordered.length === 0) return []
  const undeclared = ordered.filter((difference) => weight(difference) === 0).length
  const shown = Math.min(
    ordered.length,
    SHOWN_DIFFERENCES,
    undeclared === 0 ? SHOWN_DIFFERENCES : undeclared + SHOWN_BESIDE_LOSSES,
  )
  const more = ordered.length > shown ? [`    … and ${ordered.length - shown} more in the report`] : []
  const lines = ordered.slice(0, shown).flatMap((difference) => {
    const mark = weight(difference) === 0 ? style.paint('bad', '✗') : style.paint('faint', '·')
    const [first = '', ...rest] = indented(wordsOf(difference, result.differences), 6, width)
    return [`    ${mark} ${first.trimStart()}`, ...rest]
  })
  const title = result.outcome === 'rolled-back' ? 'had changed:' : 'changed:'
  return [`  ${title}`, ...lines, ...more]
}

function wordsOf(difference: JudgedDifference, all: readonly JudgedDifference[]): string {
  const parts = describeParts(difference, all)
  const { loss, because } = difference
  const word = because === null ? (loss ? ' (not declared)' : '') : ` (declared: ${because})`
  return harmlessWord(`${describeDifference(difference)}${parts === '' ? '' : ` ${parts}`}${word}`)
}

function backupLines(backup: BackupSummary): readonly string[] {
  const { location, sizeBytes, encrypted, verification, restoreMs, stores } = backup
  const proof = {
    restore: `proven by a restore${restoreMs === null ? '' : ` in ${formatDuration(restoreMs)}`}`,
    read: 'read back, not restored',
    none: 'not proven',
  }[verification]
  const places = stores.flatMap((store) => {
    const word = store.status === 'stored' ? 'stored in' : 'NOT stored in'
    return labelled('', `${word} ${store.location} (${formatDuration(store.durationMs)})`)
  })
  return [
    ...labelled('backup', shortPath(location)),
    ...labelled('', `${formatBytes(sizeBytes)}, ${encrypted ? 'encrypted, ' : ''}${proof}`),
    ...places,
  ]
}

/** Paths and names stay whole, so that they can be copied. */
function labelled(label: string, text: string): readonly string[] {
  return [`  ${label.padEnd(LABEL_WIDTH)}${harmlessWord(text)}`]
}

function nextLines(next: readonly string[], style: Style): readonly string[] {
  if (next.length === 0) return []
  return ['', style.paint('strong', 'What to do:'), ...next.map((command) => `  ${harmlessWord(command)}`)]
}
