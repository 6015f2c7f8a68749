/** Pure decisions of comparing rows by digests of ranges: which ranges differ, how to go on, and what became of each key. */
import { KEY_DEPTH, type RangeDigest, type Ranges } from './ports/parity.ts'
import type { TextRow } from './snapshot.ts'

export type KeyDifferenceKind = 'missing-left' | 'missing-right' | 'different'

/** One key whose rows are not the same on both sides. */
export interface KeyDifference {
  readonly kind: KeyDifferenceKind
  /** The key's range at {@link KEY_DEPTH}. */
  readonly range: string
  readonly leftRows: number
  readonly rightRows: number
  /** Columns of the key, as text, where they came along. */
  readonly key?: TextRow
}

export interface KeySample extends KeyDifference {
  /** Columns of the key, as text. */
  readonly key: TextRow
  /** The first row of either side, all compared columns; only where rows were asked for. */
  readonly left: TextRow | null
  readonly right: TextRow | null
}

/** A range with its rows on the side that has more of them: what reading it again costs. */
export interface DifferingRange {
  readonly range: string
  readonly rows: number
}

/** Small enough that groups stay in the processor's cache, where they cost half as much as beyond it. */
export const FIRST_DEPTH = 10

/** Digests that are read at once: a few megabytes in the server, below the default of its `work_mem`, and here. */
const MOST_RANGES = 16_384

/** Keys that are listed in one pass: about 50 MB in the server; they come here in small portions. */
const MOST_LISTED = 250_000

/** To bring one row here takes about as long as to look at so many in the server (1.5 µs against 0.07 µs). */
const LISTING_COST = 20

/** Ranges whose digests are not the same on both sides; `left` and `right` hold what each side has. */
export function differingRanges(left: readonly RangeDigest[], right: readonly RangeDigest[]): readonly DifferingRange[] {
  const others = new Map(right.map((digest) => [digest.range, digest]))
  const fromLeft = left.flatMap((digest) => {
    const other = others.get(digest.range)
    others.delete(digest.range)
    return sameDigest(digest, other) ? [] : [{ range: digest.range, rows: Math.max(digest.rows, other?.rows ?? 0) }]
  })
  return [...fromLeft, ...[...others.values()].map(({ range, rows }) => ({ range, rows }))]
}

function sameDigest(one: RangeDigest, other: RangeDigest | undefined): boolean {
  return one.rows === other?.rows && one.digest === other.digest
}

export interface Progress {
  readonly depth: number
  /** Ranges that were compared at this depth. */
  readonly compared: number
  readonly differing: readonly DifferingRange[]
  /** Rows of the larger side: what one more scan looks at. */
  readonly totalRows: number
}

/**
 * The depth at which the differing ranges are worth digesting once more before their keys are listed; `null`: list them.
 * From how many ranges differ follows about how many keys do, if they are spread by chance as hashes are.
 */
export function nextDepth({ depth, compared, differing, totalRows }: Progress): number | null {
  const bits = Math.floor(Math.log2(MOST_RANGES / Math.max(1, differing.length)))
  if (bits < 1 || depth + bits >= KEY_DEPTH) return null
  const rows = rowsOf(differing)
  // All of them differing tells only that there are more keys than this.
  const untouched = Math.max(1 - differing.length / compared, 1 / (2 * compared))
  const keys = -compared * Math.log(untouched)
  const left = Math.min(rows, Math.max(keys, (keys / (differing.length * 2 ** bits)) * rows))
  return (rows - left) * LISTING_COST > totalRows ? depth + bits : null
}

/** Portions of ranges whose keys are listed in one pass each. */
export function passesOf(differing: readonly DifferingRange[]): readonly (readonly DifferingRange[])[] {
  const passes: DifferingRange[][] = []
  let listed = Number.POSITIVE_INFINITY
  for (const range of differing) {
    if (listed + range.rows > MOST_LISTED) {
      passes.push([])
      listed = 0
    }
    passes.at(-1)?.push(range)
    listed += range.rows
  }
  return passes
}

export function rowsOf(ranges: readonly { readonly rows: number }[]): number {
  return ranges.reduce((sum, { rows }) => sum + rows, 0)
}

export function namedRanges(depth: number, ranges: readonly DifferingRange[]): Ranges {
  return { depth, names: ranges.map(({ range }) => range) }
}

/** What became of the keys of two portions of the same number. Each side names each key once. */
export function joinKeys(
  left: readonly RangeDigest[],
  right: readonly RangeDigest[],
  found: (difference: KeyDifference) => void,
): void {
  const alone = new Map(left.map((digest) => [digest.range, digest]))
  for (const digest of right) {
    const other = alone.get(digest.range)
    alone.delete(digest.range)
    if (other === undefined) found({ kind: 'missing-left', leftRows: 0, rightRows: digest.rows, ...nameOf(digest) })
    else if (!sameDigest(digest, other))
      found({ kind: 'different', leftRows: other.rows, rightRows: digest.rows, ...nameOf(other) })
  }
  for (const digest of alone.values()) found({ kind: 'missing-right', leftRows: digest.rows, rightRows: 0, ...nameOf(digest) })
}

function nameOf({ range, key }: RangeDigest) {
  return key === undefined ? { range } : { range, key }
}

/** Counts every difference and keeps a few: always the same ones, whichever comes first. */
export class DifferenceTally {
  readonly counts: Record<KeyDifferenceKind, number> = { 'missing-left': 0, 'missing-right': 0, different: 0 }
  readonly #most: number
  #kept: readonly KeyDifference[] = []

  constructor(most: number) {
    this.#most = most
  }

  get kept(): readonly KeyDifference[] {
    return this.#kept
  }

  add(difference: KeyDifference): void {
    this.counts[difference.kind]++
    const last = this.#kept.at(-1)
    if (this.#kept.length >= this.#most && (last === undefined || last.range < difference.range)) return
    this.#kept = [...this.#kept, difference].sort((a, b) => (a.range < b.range ? -1 : 1)).slice(0, this.#most)
  }
}
