/** Compares the content of tables: matched by identifier or name, rows first, then values column by column. */
import type { ChangeKind, Difference, Matching } from './difference.ts'
import type { ColumnDigest, TableContent } from './fingerprint.ts'

/** The table of the other side that is the same one: by identifier, else by name. */
export function matchTable(table: TableContent, others: readonly TableContent[], matching: Matching): TableContent | undefined {
  const byId = matching === 'same-database' ? others.find((other) => other.id === table.id) : undefined
  return byId ?? others.find((other) => other.name === table.name)
}

/** The column of the other side that is the same one: by number where the table is the same one, else by name. */
export function matchColumn(
  column: ColumnDigest,
  table: TableContent,
  other: TableContent,
  matching: Matching,
): ColumnDigest | undefined {
  if (matching === 'by-name' || table.id !== other.id) return other.columns.find((candidate) => candidate.name === column.name)
  return other.columns.find((candidate) => candidate.id === column.id)
}

export function compareTables(before: readonly TableContent[], after: readonly TableContent[], matching: Matching): Difference[] {
  const found = new Set<TableContent>()
  const differences = before.flatMap((table) => {
    const other = matchTable(table, after, matching)
    if (other === undefined) return [tableDifference(table, 'removed', `${table.rows} rows`, null)]
    found.add(other)
    return compareContent(table, other, matching)
  })
  const added = after
    .filter((table) => !found.has(table))
    .map((table) => tableDifference(table, 'added', null, `${table.rows} rows`))
  return [...differences, ...added]
}

function tableDifference(table: TableContent, change: ChangeKind, before: string | null, after: string | null): Difference {
  return { object: 'table', name: table.name, table: table.name, change, before, after }
}

function compareContent(table: TableContent, other: TableContent, matching: Matching): Difference[] {
  const renamed = table.name === other.name ? [] : [tableDifference(table, 'renamed', table.name, other.name)]
  const columns = table.columns.flatMap((column) => compareColumn(column, table, other, matching))
  const addedColumns = other.columns
    .filter((column) => !table.columns.some((earlier) => matchColumn(earlier, table, other, matching) === column))
    .map((column) => columnDifference(table, column, 'added', null, column.type))
  return [...renamed, ...compareRows(table, other), ...columns, ...addedColumns]
}

function compareRows(table: TableContent, other: TableContent): Difference[] {
  const delta = BigInt(other.rows) - BigInt(table.rows)
  const rows = { object: 'rows', name: table.name, table: table.name, before: table.rows, after: other.rows }
  if (delta < 0n) return [{ ...rows, change: 'rows-lost' }]
  if (delta > 0n)
    return [
      { ...rows, change: 'rows-added' },
      ...(earlierRowsIntact(table, other) ? [] : [{ ...rows, change: 'unproven' } as const]),
    ]
  if (table.rowDigest !== null && other.rowDigest !== null && table.rowDigest !== other.rowDigest) {
    return [{ ...rows, change: 'values-changed', before: `digest ${table.rowDigest}`, after: `digest ${other.rowDigest}` }]
  }
  return []
}

/** Whether the rows that were there before are all there still, unchanged; those added since are left out of these measures. */
function earlierRowsIntact(table: TableContent, other: TableContent): boolean {
  if (other.earlier === undefined || other.earlier.rows !== table.rows || other.earlier.rowDigest !== table.rowDigest)
    return false
  const digests = new Map(other.columns.map((column, index) => [column.name, other.earlier?.columnDigests[index]]))
  return table.columns.every((column) => {
    const match = matchColumn(column, table, other, table.id === other.id ? 'same-database' : 'by-name')
    return match === undefined || (column.digest !== null && digests.get(match.name) === column.digest)
  })
}

function compareColumn(column: ColumnDigest, table: TableContent, other: TableContent, matching: Matching): Difference[] {
  const match = matchColumn(column, table, other, matching)
  if (match === undefined) return [columnDifference(table, column, 'removed', column.type, null)]
  const renamed = match.name === column.name ? [] : [columnDifference(table, column, 'renamed', column.name, match.name)]
  if (column.digest === match.digest && column.digest !== null) return renamed
  // A sum over other rows differs for that reason alone; the rows are judged first, and added rows are proven separately.
  if (table.rows !== other.rows) return renamed
  return [...renamed, columnDifference(table, column, 'values-changed', digestText(column), digestText(match))]
}

function digestText(column: ColumnDigest): string {
  return column.digest === null ? `${column.type}, not comparable` : `${column.type}, digest ${column.digest}`
}

function columnDifference(
  table: TableContent,
  column: ColumnDigest,
  change: ChangeKind,
  before: string | null,
  after: string | null,
): Difference {
  return { object: 'column', name: `${table.name}.${column.name}`, table: table.name, change, before, after }
}
