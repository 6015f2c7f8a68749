/** The port of the team's migration tool. */
import type { MigrationsDigest } from '../evidence.ts'
import type { Migration, MigrationState, Revision } from '../revision.ts'
import type { SqlSession } from './database.ts'

export interface MigratorCapabilities {
  /** It can move back. */
  readonly downgrade: boolean
  /** It can print the SQL it would run. */
  readonly previewSql: boolean
  /** It can create an empty migration file. */
  readonly generate: boolean
  /** It can apply migrations one at a time. */
  readonly stepwise: boolean
}

export interface MigratorOptions {
  readonly signal: AbortSignal
  /** Live output of the tool or the server, a line at a time, redacted. */
  readonly onLine?: (line: string) => void
}

export interface Migrator {
  readonly kind: 'alembic' | 'sql' | 'command'
  readonly capabilities: MigratorCapabilities
  /** Qualified names of the tables in which the tool keeps its history: compared apart from the team's own tables. */
  readonly historyTables: readonly string[]
  /** Names this migration history among others of the same database: part of the run lock's key. */
  readonly historyKey: string

  /** @throws MigrationError when the history cannot be read or trusted (edited file, unknown revision) */
  state(options: MigratorOptions): Promise<MigrationState>
  /**
   * The migrations that lead from where the database stands to `target` (`head` or a revision), in order.
   * @throws ConfigurationError when `target` is unknown, or `head` is ambiguous
   */
  pathTo(target: Revision, options: MigratorOptions): Promise<readonly Migration[]>
  /** SQL of {@link pathTo}, nothing executed. Only with capability `previewSql`. */
  preview(target: Revision, options: MigratorOptions): Promise<string>
  /** Digest of all that {@link pathTo} would apply, and back again: other files, another digest. */
  digest(target: Revision, options: MigratorOptions): Promise<MigrationsDigest>
  /**
   * Applies everything up to and including `revision`; called for one migration at a time where `stepwise`.
   * @throws MigrationError with file, line and SQLSTATE where known
   */
  upgrade(revision: Revision, options: MigratorOptions): Promise<void>
  /** Moves back until `revisions` are current (empty: before the first). Only with capability `downgrade`. */
  downgrade(revisions: readonly Revision[], options: MigratorOptions): Promise<void>
  /** Creates the files of a new, empty migration and returns their paths. Only with capability `generate`. */
  generate(message: string, options: MigratorOptions): Promise<readonly string[]>
  /**
   * Runs the statements of an applied migration again in the transaction that the session is in, and records nothing. Left out:
   * the tool runs its migrations in sessions of its own.
   * @throws MigrationError as {@link upgrade} does; ConfigurationError for a revision that it does not know;
   *   CheckError for one that runs outside a transaction
   */
  runAgain?(revision: Revision, session: SqlSession, options: MigratorOptions): Promise<void>
  /** Records `revision` as current without running anything. */
  stamp(revision: Revision, options: MigratorOptions): Promise<void>
}
