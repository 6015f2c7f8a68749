/** One difference between two fingerprints, and whether it takes something away. */

/**
 * How objects of the two sides are matched: within one database by its own identifiers first, so that a rename is no loss;
 * between a database and its restored copy by name alone.
 */
export type Matching = 'same-database' | 'by-name'

export type ChangeKind =
  | 'removed'
  | 'added'
  | 'changed'
  | 'renamed'
  | 'rows-lost'
  | 'rows-added'
  | 'values-changed'
  /** Rows that are still there and hold other values, counted one by one. */
  | 'rows-changed'
  | 'disabled'
  /** It promises less than it did: NOT NULL, a default or uniqueness is gone, or a table no longer outlives a crash. */
  | 'weakened'
  | 'moved-back'
  | 'moved-on'
  | 'unproven'

export interface Difference {
  /** `table`, `column`, `rows`, `sequence`, or a kind of schema object. */
  readonly object: string
  readonly name: string
  /** Qualified table it concerns, by its name before, where it concerns one. */
  readonly table?: string
  readonly change: ChangeKind
  readonly before: string | null
  readonly after: string | null
  /** How many rows it is about, where they were counted one by one. */
  readonly rows?: number
  /** Keys of a few of these rows, in words. */
  readonly sample?: readonly string[]
}

/** What a migration takes away, and what needs a word in the plan. Additions and renames are no loss. */
const LOSSES: ReadonlySet<ChangeKind> = new Set([
  'removed',
  'rows-lost',
  'values-changed',
  'rows-changed',
  'disabled',
  'weakened',
  'moved-back',
  'unproven',
])

export function isLoss(difference: Difference): boolean {
  return LOSSES.has(difference.change)
}

/** Whether the differences leave two fingerprints equal: a sequence that moved on is what every reverted insert leaves. */
export function provesEqual(differences: readonly Difference[]): boolean {
  return differences.every((difference) => difference.change === 'moved-on')
}
