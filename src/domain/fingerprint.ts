/** The fingerprint: a logical digest of a database's schema and content, and the finest parts it is made of. */
import { createHash } from 'node:crypto'

/** The digest of one column: a sum over all rows of a hash of the value seeded with a hash of the row's key. */
export interface ColumnDigest {
  readonly name: string
  /** The column's number in its table, stable across renames. */
  readonly id: number
  /** The declared type, as the database prints it. */
  readonly type: string
  /** Decimal digits of the sum; `null` where the values could not be compared with the earlier type. */
  readonly digest: string | null
}

export interface TableContent {
  /** Qualified name, quoted where the database would quote it: `public.film`. */
  readonly name: string
  /** The database's own identifier of the table, stable across renames, different after a restore. */
  readonly id: string
  /** Exact number of rows, decimal digits. */
  readonly rows: string
  /** Columns of the key that ties values to rows; empty where the table has none. */
  readonly key: readonly string[]
  readonly columns: readonly ColumnDigest[]
  /** Sum of whole-row hashes over the columns listed, where the table has no key; otherwise `null`. */
  readonly rowDigest: string | null
  /**
   * The same measures over only those rows that the instant of an earlier fingerprint could already see, unchanged since;
   * present where rows were added, to prove that the earlier ones are all still there.
   */
  readonly earlier?: ContentMeasures
}

/** What one scan of a table measures. Digests stand in the order of the table's columns. */
export interface ContentMeasures {
  readonly rows: string
  readonly rowDigest: string | null
  readonly columnDigests: readonly (string | null)[]
}

export type SchemaObjectKind =
  /** The database itself: owner, settings, grants. It is in no dump, so a copy made only for proof does not have it. */
  | 'database'
  | 'schema'
  | 'extension'
  | 'type'
  | 'table'
  | 'column'
  | 'constraint'
  | 'foreign-key'
  | 'index'
  | 'view'
  | 'function'
  | 'trigger'
  | 'policy'
  | 'sequence'
  | 'rule'
  | 'event-trigger'
  | 'publication'
  | 'statistics'
  | 'cast'
  | 'operator'
  | 'comment'

export interface SchemaObject {
  readonly kind: SchemaObjectKind
  /** Qualified and unique within its kind: `public.film.title` for a column, `public.film film_pkey` for a constraint. */
  readonly name: string
  /** Canonical text; equal text means an equal object. */
  readonly definition: string
  /** The table it belongs to, qualified, where it belongs to one. */
  readonly table?: string
  /** The database's own identifier, stable across renames, different after a restore. */
  readonly id?: string
}

/** How far a sequence has come. It is not part of the digest: a reverted insert leaves it advanced, and that is no loss. */
export interface SequencePosition {
  readonly name: string
  readonly value: string
  readonly called: boolean
  /** Whether it counts upwards. */
  readonly ascending: boolean
}

export interface Fingerprint {
  readonly version: 1
  /** SHA-256 in hex over schema and content, sequence positions left out. */
  readonly digest: string
  readonly schemaDigest: string
  readonly contentDigest: string
  readonly tables: readonly TableContent[]
  readonly objects: readonly SchemaObject[]
  readonly sequences: readonly SequencePosition[]
}

/** The parts of a fingerprint, from which {@link sealFingerprint} makes the digests. */
export type FingerprintParts = Pick<Fingerprint, 'tables' | 'objects' | 'sequences'>

/** Puts the parts in canonical order and computes the digests. Identifiers of the database (oids) do not enter them. */
export function sealFingerprint(parts: FingerprintParts): Fingerprint {
  const tables = parts.tables.toSorted((a, b) => compareText(a.name, b.name))
  const objects = parts.objects.toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name))
  const sequences = parts.sequences.toSorted((a, b) => compareText(a.name, b.name))
  const schemaDigest = digestLines(objects.map((object) => [object.kind, object.name, object.definition]))
  const contentDigest = digestLines(tables.map(contentLine))
  return {
    version: 1,
    digest: digestLines([[schemaDigest, contentDigest]]),
    schemaDigest,
    contentDigest,
    tables,
    objects,
    sequences,
  }
}

function contentLine(table: TableContent): readonly string[] {
  const columns = table.columns.toSorted((a, b) => compareText(a.name, b.name))
  return [table.name, table.rows, table.rowDigest ?? '', ...columns.flatMap((column) => [column.name, column.digest ?? '?'])]
}

function digestLines(lines: readonly (readonly string[])[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`)
  return hash.digest('hex')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
