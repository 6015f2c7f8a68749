/** The port through which rows of two sources are compared without moving them: digests of ranges, and the rows of a few keys. */
import type { TextRow } from '../snapshot.ts'

/** Where rows come from: a table, view or partitioned table by its name in SQL, or a query that only reads. */
export type RowSource = { readonly table: string } | { readonly query: string }

export interface SourceColumn {
  readonly name: string
  /** What its values are compared as, where the other side says the same; the adapter's own word. */
  readonly type: string
}

export interface SourceFacts {
  /** For people: the qualified name, or `the query`. */
  readonly name: string
  readonly columns: readonly SourceColumn[]
  /** Columns of the primary key, in its order; empty where there is none. */
  readonly primaryKey: readonly string[]
}

/** A column and the type that values of both sides are cast to. */
export interface ComparedColumn {
  readonly name: string
  readonly as: string
}

/** What of a row is compared. Both sides must be read in the same form, or no digest will agree. */
export interface RowForm {
  readonly key: readonly ComparedColumn[]
  /** Columns besides the key. */
  readonly values: readonly ComparedColumn[]
}

/**
 * Depth at which a range holds one key. A range of depth `d` holds the rows whose key's hash ends in the same `d` bits;
 * it is named by these bits as a number.
 */
export const KEY_DEPTH = 64

/** Ranges of one depth. */
export interface Ranges {
  readonly depth: number
  readonly names: readonly string[]
}

export interface RangeDigest {
  readonly range: string
  readonly rows: number
  /** Order-independent digest over key and values of its rows. */
  readonly digest: string
  /** Columns of the key, as text: only at {@link KEY_DEPTH}, and only where few digests were asked for. */
  readonly key?: TextRow
}

export interface DigestRequest {
  readonly form: RowForm
  /** Up to {@link KEY_DEPTH}: one digest for each key. */
  readonly depth: number
  /** Only rows of these ranges; `null`: all. */
  readonly within: Ranges | null
  /** Most digests that can come, as far as is known: decides whether they come at once with their keys, or bit by bit. */
  readonly atMost: number
}

/** Digests of ranges that belong together: equal ranges of two sides are in portions of the same number. */
export interface Portion {
  readonly number: number
  readonly digests: readonly RangeDigest[]
}

/** A row found by its key. */
export interface FoundRow {
  /** The key's range at {@link KEY_DEPTH}. */
  readonly range: string
  readonly row: TextRow
}

/** Reads one source at one instant. */
export interface RowReader {
  readonly facts: SourceFacts
  /** What values of two types are compared as. */
  commonType(own: string, other: string): string
  /** Digests of the ranges that hold rows, in portions of ascending number. Adds up to one scan of the source. */
  digests(request: DigestRequest): AsyncIterable<Portion>
  /** The named columns, as text, of up to `most` rows whose keys are these ranges of {@link KEY_DEPTH}. One scan. */
  rowsOf(form: RowForm, keys: readonly string[], columns: readonly string[], most: number): Promise<readonly FoundRow[]>
}

/** The part of a database that compares rows. */
export interface RowSources {
  /** Opens sources of one database, all at the same instant, for as long as `work` takes. */
  withRowSources<Result>(
    sources: readonly RowSource[],
    signal: AbortSignal,
    work: (readers: readonly RowReader[]) => Promise<Result>,
  ): Promise<Result>
}
