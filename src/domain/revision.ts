/** Revisions and migrations: where a database stands in its history, and what would move it. */

/** The name a migrator gives to one state of the schema, e.g. `976e6adbac6f` or `012`. */
export type Revision = string

/** The word for the newest revision and for the state before the first one. */
export const HEAD = 'head'
export const BASE = 'base'

export interface Migration {
  readonly revision: Revision
  /** What the migration says it does; may be empty. */
  readonly description: string
  /** Path of its file relative to the working directory, where known. */
  readonly file?: string
  /** Whether it can be reverted, as far as its files tell. */
  readonly reversible: boolean
  /** Known to commit together with its entry in the history, or not at all. */
  readonly atomic?: boolean
}

/** Where a database stands. `current` is empty before the first migration and has several entries on branches. */
export interface MigrationState {
  readonly current: readonly Revision[]
  readonly heads: readonly Revision[]
  /** Not yet applied, in the order in which they would be. */
  readonly pending: readonly Migration[]
  /** Applied migrations, oldest first, as far as the migrator knows them. */
  readonly applied: readonly Migration[]
}

/** One revision, several joined by a comma, or `base`: for people. */
export function describeRevisions(revisions: readonly Revision[]): string {
  return revisions.length === 0 ? BASE : [...revisions].sort().join(', ')
}

export function sameRevisions(left: readonly Revision[], right: readonly Revision[]): boolean {
  return describeRevisions(left) === describeRevisions(right)
}

export type MigrationOutcome = 'applied' | 'rolled-back' | 'failed' | 'not-run'

/** What became of one migration in a run. */
export interface MigrationRecord {
  readonly revision: Revision
  readonly description: string
  readonly durationMs: number
  readonly outcome: MigrationOutcome
}
