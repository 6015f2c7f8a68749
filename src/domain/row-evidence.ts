/** What the comparison of a table with its proven copy adds to the differences of two fingerprints: exact counts and keys. */
import type { Difference } from './difference.ts'

/** One row whose values are others than before. */
export interface ChangedRow {
  /** Its key in words, with the values where these were asked for. */
  readonly row: string
  readonly columns: readonly string[]
}

/** Rows of one table that were counted one by one, with a few of them. */
export interface RowEvidence {
  readonly removed: number
  readonly added: number
  readonly changed: number
  readonly samples: {
    readonly removed: readonly string[]
    readonly added: readonly string[]
    readonly changed: readonly ChangedRow[]
  }
  readonly rowsBefore: string
  readonly rowsAfter: string
  /** Names before of the columns that were compared: all that are left and not declared to change. */
  readonly compared: readonly string[]
}

/**
 * Puts what was counted in the place of what was concluded. Where rows came or went, digests of columns tell nothing about the
 * rows that stayed; where none did, they tell exactly which columns changed, and stay as they are.
 */
export function refineDifferences(
  differences: readonly Difference[],
  evidence: ReadonlyMap<string, RowEvidence>,
): readonly Difference[] {
  const refined = differences.flatMap((difference) => {
    const found = evidence.get(difference.table ?? '')
    if (found === undefined || !isOfContent(difference)) return [difference]
    if (found.removed + found.added === 0) return [withSample(difference, found)]
    return difference.object === 'column' && !wasCompared(difference, found) ? [difference] : []
  })
  return [...refined, ...[...evidence].flatMap(([table, found]) => rowDifferences(table, found))]
}

const CONTENT_CHANGES = ['rows-lost', 'rows-added', 'values-changed', 'unproven']

/** Whether the difference tells of rows or values, and not of a definition. */
export function isOfContent({ object, change }: Difference): boolean {
  return object === 'rows' || (object === 'column' && CONTENT_CHANGES.includes(change))
}

function wasCompared(difference: Difference, { compared }: RowEvidence): boolean {
  return compared.some((column) => difference.name === `${difference.table}.${column}`)
}

function withSample(difference: Difference, found: RowEvidence): Difference {
  if (!wasCompared(difference, found)) return difference
  const own = found.samples.changed.filter(({ columns }) => columns.some((column) => difference.name.endsWith(`.${column}`)))
  return { ...difference, sample: own.map(({ row }) => row), ...(found.compared.length === 1 ? { rows: found.changed } : {}) }
}

function rowDifferences(table: string, found: RowEvidence): readonly Difference[] {
  if (found.removed + found.added === 0) return []
  const { removed, added, changed, samples } = found
  const rows = { object: 'rows', name: table, table, before: found.rowsBefore, after: found.rowsAfter }
  const columns = [...new Set(samples.changed.flatMap((row) => row.columns))].join(', ')
  return [
    ...(removed === 0 ? [] : [{ ...rows, change: 'rows-lost' as const, rows: removed, sample: samples.removed }]),
    ...(added === 0 ? [] : [{ ...rows, change: 'rows-added' as const, rows: added, sample: samples.added }]),
    ...(changed === 0
      ? []
      : [
          {
            ...rows,
            change: 'rows-changed' as const,
            before: null,
            after: columns === '' ? null : `other ${columns}`,
            rows: changed,
            sample: samples.changed.map(({ row }) => row),
          },
        ]),
  ]
}
