/** The port of the catalogue: what a database holds of the team's own, by name, and exact counts in its tables. */
import type { SchemaObject } from '../fingerprint.ts'
import type { TableName } from '../table-name.ts'

/** What an inventory counts. A partition is told apart from a table; a partitioned table counts as one table. */
export const INVENTORY_KINDS = [
  'table',
  'partition',
  'column',
  'foreign-key',
  'policy',
  'trigger',
  'index',
  'view',
  'materialized-view',
  'function',
  'sequence',
] as const

export type InventoryKind = (typeof INVENTORY_KINDS)[number]

export interface InventoryItem {
  readonly kind: InventoryKind
  readonly schema: string
  /** The table it is, or belongs to; `null` for views, functions and sequences. */
  readonly table: string | null
  /** Its own name, without quotes; of a function with the types of its arguments. */
  readonly own: string
  /** For people, quoted where SQL needs it: `public.film`, `public.film.title`, `public.film film_audit`. */
  readonly name: string
  /** Follows from the same object of a partitioned table (index, trigger, foreign key, column of a partition): not counted. */
  readonly derived: boolean
  /** False for a trigger that is disabled, an index that is not valid, a foreign key that is not validated. */
  readonly sound: boolean
}

export interface ColumnDescription {
  readonly name: string
  /** The declared type, as the database prints it. */
  readonly type: string
  readonly nullable: boolean
}

/** Anything that can be read from by name. */
export interface TableDescription {
  readonly schema: string
  readonly table: string
  /** For people, quoted where SQL needs it. */
  readonly name: string
  readonly kind: 'table' | 'partition' | 'view' | 'materialized-view' | 'foreign-table'
  /** A statement reaches it without its schema. */
  readonly visible: boolean
  readonly columns: readonly ColumnDescription[]
  /** Names of the columns of the primary key, in its order; empty where there is none. */
  readonly primaryKey: readonly string[]
  /** The planner's estimate, partitions included; `null` where there is none yet. */
  readonly estimatedRows: number | null
  /** With indexes, large values and partitions; `null` where it could not be read without waiting for another session. */
  readonly sizeBytes: number | null
}

/** A foreign key, or what takes its place in a plan: rows of the child whose columns name a row of the parent. */
export interface Relation {
  /** `null` for a relation that is not a constraint of the database. */
  readonly constraint: string | null
  readonly child: TableName
  readonly childColumns: readonly string[]
  readonly parent: TableName
  /** As many as the child's, in the same order. */
  readonly parentColumns: readonly string[]
}

export interface ForeignKey extends Relation {
  readonly constraint: string
  readonly validated: boolean
  /** False where the triggers behind it are disabled, or it is declared as not enforced: writes are not checked. */
  readonly enforced: boolean
}

export interface Orphans {
  /** Rows of the child without their parent. */
  readonly count: bigint
  /** Keys that no parent has, as text: a value for each column of the child; the first few in their order. */
  readonly samples: readonly (readonly (string | null)[])[]
}

export interface Population {
  readonly rows: bigint
  /** Rows in which the column is not null. */
  readonly filled: bigint
}

/** Schemas of the server, of Savepoint itself and objects that belong to extensions are left out everywhere. */
export interface Catalog {
  /** Everything that an inventory counts, in the order of kinds and names. */
  inventory(signal: AbortSignal): Promise<readonly InventoryItem[]>
  /** Tables, partitions and views, largest first. */
  tables(signal: AbortSignal): Promise<readonly TableDescription[]>
  /** Every object of the schema by the kinds and names that a difference gives it; without definitions. */
  objectNames(signal: AbortSignal): Promise<readonly Pick<SchemaObject, 'kind' | 'name'>[]>
  /** Foreign keys; those of a partitioned table once. */
  foreignKeys(signal: AbortSignal): Promise<readonly ForeignKey[]>
  /**
   * Orphans of each relation, counted by reading; in the same order. Foreign keys are handed over as {@link foreignKeys} gave them:
   * the adapter knows more of them, such as how their values are compared.
   *
   * @throws StatementError where a table cannot be read whole, e.g. where row security would hide rows from the role
   */
  orphans(relations: readonly Relation[], sampleSize: number, signal: AbortSignal): Promise<readonly Orphans[]>
  /** Exact, in one scan for all columns of a table. @throws StatementError as {@link orphans} */
  population(table: TableName, columns: readonly string[], signal: AbortSignal): Promise<readonly Population[]>
}
