/** Compares what a named query answered before and after: which rows are the same ones, and which of their cells differ. */
import type { TextRow } from '../domain/snapshot.ts'
import { valueText } from '../domain/value-text.ts'
import { canonicalDecimal, compareDecimals, isWithin, type Tolerance } from './decimals.ts'
import type { SnapshotQuery } from './sections/snapshot.ts'

type Pairing = Pick<SnapshotQuery, 'key' | 'ordered' | 'tolerance'>

/** One difference; `row` says which row it is in words, and is empty where there is only one. */
export type AnswerDifference =
  | {
      readonly kind: 'cell'
      readonly row: string
      readonly column: string
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly kind: 'missing' | 'new'; readonly row: string }

interface Paired {
  readonly pairs: readonly { readonly before: TextRow; readonly after: TextRow; readonly row: string }[]
  readonly missing: readonly TextRow[]
  readonly added: readonly TextRow[]
}

/** Columns of the key that an answer lacks. */
export function missingKeyColumns({ key }: Pairing, rows: readonly TextRow[]): readonly string[] {
  const [first] = rows
  return first === undefined ? [] : key.filter((column) => !(column in first))
}

/** Numbers are compared as numbers (1.0 is 1.00, to the last digit), everything else as text. */
export function compareAnswers(
  pairing: Pairing,
  before: readonly TextRow[],
  after: readonly TextRow[],
): readonly AnswerDifference[] {
  const { pairs, missing, added } = pairRows(pairing, before, after)
  return [
    ...pairs.flatMap((pair) => compareCells(pairing, pair)),
    ...missing.map((row) => ({ kind: 'missing' as const, row: describeRow(row) })),
    ...added.map((row) => ({ kind: 'new' as const, row: describeRow(row) })),
  ]
}

function pairRows(pairing: Pairing, before: readonly TextRow[], after: readonly TextRow[]): Paired {
  if (pairing.ordered)
    return pairBy(
      before,
      after,
      (_row, index) => String(index),
      (_row, index) => `row ${index + 1}`,
    )
  const { key } = pairing
  if (key.length > 0)
    return pairBy(
      before,
      after,
      (row) => sameKey(row, key),
      (row) => describeRow(pick(row, key)),
    )
  const loose = pairBy(before, after, (row) => sameKey(row, firmColumns(pairing, row)), describeFirm(pairing))
  const [[lost, ...others], [found, ...more]] = [loose.missing, loose.added]
  if (lost === undefined || found === undefined || others.length + more.length > 0) return loose
  // One row left over on each side: it is the same row with other values.
  const row = before.length === 1 ? '' : describeRow(pick(lost, equalColumns(lost, found)))
  return { pairs: [...loose.pairs, { before: lost, after: found, row }], missing: [], added: [] }
}

type RowText = (row: TextRow, index: number) => string

/** Rows of one key are paired in the order of their values, which pairs numbers with their nearest. */
function pairBy(before: readonly TextRow[], after: readonly TextRow[], keyOf: RowText, label: RowText): Paired {
  const left = groupBy(after, keyOf)
  const paired = { pairs: [] as Paired['pairs'][number][], missing: [] as TextRow[], added: [] as TextRow[] }
  for (const [key, mine] of groupBy(before, keyOf)) {
    const theirs = left.get(key) ?? []
    left.delete(key)
    mine.forEach(({ row, index }, place) => {
      const match = theirs[place]
      if (match === undefined) paired.missing.push(row)
      else paired.pairs.push({ before: row, after: match.row, row: label(row, index) })
    })
    paired.added.push(...theirs.slice(mine.length).map(({ row }) => row))
  }
  paired.added.push(...[...left.values()].flat().map(({ row }) => row))
  return paired
}

interface Placed {
  readonly row: TextRow
  readonly index: number
}

function groupBy(rows: readonly TextRow[], keyOf: RowText): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  rows.forEach((row, index) => {
    const key = keyOf(row, index)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ row, index }])
    else group.push({ row, index })
  })
  for (const group of groups.values()) group.sort((a, b) => compareRows(a.row, b.row))
  return groups
}

function compareCells(pairing: Pairing, { before, after, row }: Paired['pairs'][number]): readonly AnswerDifference[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return columns
    .filter((column) => !sameCell(before[column], after[column], toleranceOf(pairing, column)))
    .map((column) => ({ kind: 'cell', row, column, before: shownCell(before[column]), after: shownCell(after[column]) }))
}

/** A column that one side lacks is not the same as NULL. */
function shownCell(value: string | null | undefined): string | null {
  return value === undefined ? '(no such column)' : value
}

function sameCell(before: string | null | undefined, after: string | null | undefined, tolerance: Tolerance | null): boolean {
  if (before === after) return true
  if (before === null || after === null || before === undefined || after === undefined) return false
  return canonical(before) === canonical(after) || (tolerance !== null && isWithin(before, after, tolerance))
}

function toleranceOf({ tolerance }: Pairing, column: string): Tolerance | null {
  if (tolerance === null) return null
  return isTolerance(tolerance) ? tolerance : (tolerance[column] ?? null)
}

function isTolerance(tolerance: NonNullable<Pairing['tolerance']>): tolerance is Tolerance {
  return tolerance.kind === 'absolute' || tolerance.kind === 'relative'
}

/** The columns that tell rows apart where no key is given: all but numbers that may move. */
function firmColumns(pairing: Pairing, row: TextRow): readonly string[] {
  const mayMove = (column: string) => toleranceOf(pairing, column) !== null && canonicalDecimal(row[column] ?? '') !== null
  return Object.keys(row).filter((column) => !mayMove(column))
}

function describeFirm(pairing: Pairing): RowText {
  return (row) => describeRow(pick(row, firmColumns(pairing, row)))
}

function equalColumns(a: TextRow, b: TextRow): readonly string[] {
  return Object.keys(a).filter((column) => sameCell(a[column], b[column], null))
}

function sameKey(row: TextRow, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => [column, canonical(row[column] ?? null)]))
}

/** Whether two values are the same, numbers compared as numbers. */
export function sameText(before: string | null | undefined, after: string | null | undefined): boolean {
  return sameCell(before, after, null)
}

function canonical(value: string | null): string | null {
  return value === null ? null : (canonicalDecimal(value) ?? value)
}

function compareRows(a: TextRow, b: TextRow): number {
  for (const column of Object.keys(a)) {
    const [left, right] = [a[column] ?? '', b[column] ?? '']
    const order = compareDecimals(left, right) ?? (left < right ? -1 : left > right ? 1 : 0)
    if (order !== 0) return order
  }
  return 0
}

function pick(row: TextRow, columns: readonly string[]): TextRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

const SHOWN_LENGTH = 60

/** A row in words: `id=7 name=x`. */
export function describeRow(row: TextRow): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${valueText(value, SHOWN_LENGTH)}`)
    .join(' ')
}

/** `phase_type=design: count 12 -> 11`, `row phase_type=design is missing`. */
export function describeAnswerDifference(difference: AnswerDifference): string {
  if (difference.kind !== 'cell') return `row ${difference.row} is ${difference.kind}`
  const { row, column, before, after } = difference
  return `${row === '' ? '' : `${row}: `}${column} ${valueText(before, SHOWN_LENGTH)} -> ${valueText(after, SHOWN_LENGTH)}`
}

/** The first few rows of an answer in words, and how many there are. */
export function describeAnswer(rows: readonly TextRow[]): string {
  const first = rows.slice(0, 3).map(describeRow)
  return rows.length > 3 ? `${first.join(', ')}, … (${rows.length} rows)` : first.join(', ') || 'no rows'
}
