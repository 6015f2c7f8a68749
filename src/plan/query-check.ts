/** Judges what a query answered against what the plan expects, and says both in words. */
import type { Finding } from '../domain/check.ts'
import { formatCount } from '../domain/quantity-text.ts'
import type { TextRow } from '../domain/snapshot.ts'
import { valueText } from '../domain/value-text.ts'
import { compareDecimals, isDecimal } from './decimals.ts'
import type { Expectation } from './plan.ts'

/** Longest part of a value that a report shows. */
const SHOWN_LENGTH = 200
/** Of an answer that is only to be shown. */
export const SHOWN_ROWS = 50
const SHOWN_ANSWER = 2000

/**
 * Whether the rows are what is expected, with both in words.
 *
 * @param rows - the first of them, up to {@link SHOWN_ROWS}
 * @param count - how many there are
 */
export function judge(expectation: Expectation, rows: readonly TextRow[], count = rows.length): Finding {
  const expected = describeExpectation(expectation)
  if (expectation.kind === 'empty') return finding(count === 0, expected, describeRows(rows, count))
  if (expectation.kind === 'rows') return finding(count === expectation.count, expected, formatCount(count, 'row'))
  if (expectation.kind === 'shown') return finding(true, expected, describeAnswer(rows, count))
  const shape = shapeFault(rows)
  if (shape !== null) return { ...finding(false, expected, describeRows(rows, count)), message: shape }
  const actual = onlyValue(rows)
  return finding(actual !== null && meets(expectation, actual), expected, valueText(actual, SHOWN_LENGTH))
}

/** The expectation in words, as the report shows it. */
export function describeExpectation(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'value':
      return shorten(expectation.value)
    case 'range':
      return describeRange(expectation.atLeast, expectation.atMost)
    case 'rows':
      return formatCount(expectation.count, 'row')
    case 'matches':
      return `matches /${shorten(expectation.pattern)}/`
    case 'empty':
      return 'no rows'
    case 'shown':
      return 'shown'
  }
}

function describeRange(atLeast: string | null, atMost: string | null): string {
  if (atMost === null) return `at least ${atLeast}`
  return atLeast === null ? `at most ${atMost}` : `from ${atLeast} to ${atMost}`
}

function meets(expectation: Exclude<Expectation, { kind: 'rows' | 'empty' | 'shown' }>, actual: string): boolean {
  switch (expectation.kind) {
    case 'value':
      return sameValue(expectation, actual)
    case 'range':
      return isBetween(actual, expectation.atLeast, expectation.atMost)
    case 'matches':
      return new RegExp(expectation.pattern, 'u').test(actual)
  }
}

const TRUTHS: Readonly<Record<string, string>> = { t: 'true', true: 'true', f: 'false', false: 'false' }

function sameValue(expectation: { readonly as: string; readonly value: string }, actual: string): boolean {
  if (expectation.as === 'number') return compareDecimals(actual, expectation.value) === 0
  if (expectation.as === 'boolean') return TRUTHS[actual] === expectation.value
  return actual === expectation.value
}

function isBetween(actual: string, atLeast: string | null, atMost: string | null): boolean {
  if (!isDecimal(actual)) return false
  const aboveFloor = atLeast === null || (compareDecimals(actual, atLeast) ?? -1) >= 0
  return aboveFloor && (atMost === null || (compareDecimals(actual, atMost) ?? 1) <= 0)
}

function shapeFault(rows: readonly TextRow[]): string | null {
  const [row] = rows
  if (rows.length === 1 && row !== undefined && Object.keys(row).length === 1) return null
  return 'the query must answer with one row of one column to be compared with a value'
}

function onlyValue(rows: readonly TextRow[]): string | null {
  return Object.values(rows[0] ?? {})[0] ?? null
}

function describeRows(rows: readonly TextRow[], count: number): string {
  const [row] = rows
  if (row === undefined) return 'no rows'
  const values = Object.entries(row).map(([name, value]) => `${name} = ${valueText(value, SHOWN_LENGTH)}`)
  return shorten(`${formatCount(count, 'row')}${count === 1 ? '' : ', the first'}: ${values.join(', ')}`)
}

/** Rows that were asked to be shown: `revenues 8000, expenses 6000`; the only row with the names of its columns. */
function describeAnswer(rows: readonly TextRow[], count: number): string {
  if (rows.length === 0) return 'no rows'
  const texts = rows.slice(0, SHOWN_ROWS).map((row) => {
    const cells = Object.entries(row).map(([name, value]) =>
      rows.length === 1 ? `${name} ${value ?? 'NULL'}` : (value ?? 'NULL'),
    )
    return cells.join(rows.length === 1 ? ', ' : ' ')
  })
  const more = count > texts.length ? ` … (${formatCount(count, 'row')})` : ''
  return `${cutTo(SHOWN_ANSWER, texts.join(', '))}${more}`
}

function finding(passed: boolean, expected: string, actual: string): Finding {
  return { status: passed ? 'passed' : 'failed', expected, actual }
}

function shorten(text: string): string {
  return cutTo(SHOWN_LENGTH, text)
}

function cutTo(length: number, text: string): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
