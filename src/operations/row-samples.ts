/** Reads the keys, or the rows, of a few differences. */
import type { RowForm, RowReader } from '../domain/ports/parity.ts'
import type { KeyDifference } from '../domain/row-comparison.ts'
import type { TextRow } from '../domain/snapshot.ts'

/** A row of each key that this side has. Of a key that the left side has too, the right one is read only to be shown. */
export async function sampleRows(
  reader: RowReader,
  side: 'left' | 'right',
  form: RowForm,
  columns: readonly string[],
  differences: readonly KeyDifference[],
): Promise<ReadonlyMap<string, TextRow>> {
  const keysOnly = columns.length === form.key.length
  const wanted = differences.filter(({ leftRows, rightRows }) => {
    if (side === 'left') return leftRows > 0
    return rightRows > 0 && !(keysOnly && leftRows > 0)
  })
  if (wanted.length === 0) return new Map()
  const most = wanted.reduce((sum, { leftRows, rightRows }) => sum + Math.max(leftRows, rightRows), 0)
  const keys = wanted.map(({ range }) => range)
  const rows = await reader.rowsOf(form, keys, columns, Math.min(most, MOST_ROWS))
  return new Map(rows.toReversed().map(({ range, row }) => [range, row]))
}

/** A key with thousands of rows is named all the same, if not always by its first row. */
const MOST_ROWS = 10_000
