/** How a database goes about a query: the parts of its plan that checks ask about. */

export interface PlannedScan {
  readonly kind: 'sequential-scan' | 'index-scan' | 'other-scan'
  /** What is read; where it is a partition, that. `null` for a scan of an index that another node reads the table for. */
  readonly relation: NamedObject | null
  /** The partitioned table at the top, where the relation is a partition. */
  readonly root: NamedObject | null
  readonly index: NamedObject | null
  /** The partitioned index at the top, where the index belongs to a partition. */
  readonly rootIndex: NamedObject | null
}

export interface NamedObject {
  readonly schema: string
  readonly name: string
}

/** How much of a partitioned table a query reads. */
export interface PartitionUse {
  readonly table: NamedObject
  readonly scanned: number
  readonly total: number
}

export interface QueryPlan {
  /** Those that were carried out, where the query was run; a part of the plan that was never needed is not among them. */
  readonly scans: readonly PlannedScan[]
  /** One for each partitioned table of the query, those that were pruned away altogether too. */
  readonly partitions: readonly PartitionUse[]
  /** How long it ran in the server; `null` where it was not run. */
  readonly durationMs: number | null
  /** The plan as the database tells it. */
  readonly text: string
}

export interface ExplainOptions {
  /** Runs the query: what is pruned and what takes how long is known only then. */
  readonly analyze: boolean
  /** Whether {@link QueryPlan.partitions} is wanted. */
  readonly partitions: boolean
}

/** Whether a person's word means the object: its name, with or without its schema and quotes. */
export function isNamed({ schema, name }: NamedObject, written: string): boolean {
  const bare = written.replaceAll('"', '')
  return bare === name || bare === `${schema}.${name}`
}

export function showName({ schema, name }: NamedObject): string {
  return `${schema}.${name}`
}
