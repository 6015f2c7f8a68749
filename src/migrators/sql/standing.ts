/** Compares files with the history: what is applied, what is pending, and whether the two can be trusted together. */
import { MigrationError } from '../../domain/errors.ts'
import type { HistoryEntry } from './history.ts'
import { compareRevisions, type SqlMigration } from './layout.ts'

export interface Standing {
  /** Oldest first. */
  readonly applied: readonly SqlMigration[]
  readonly pending: readonly SqlMigration[]
}

export interface MigrationFiles {
  /** A path as people know it. */
  show(path: string): string
  /** The checksum of a file as it lies there now. */
  checksumOf(path: string): Promise<string>
}

/**
 * @throws MigrationError when an applied file is missing or edited, or a pending one is older than an applied one
 */
export async function takeStanding(
  migrations: readonly SqlMigration[],
  history: readonly HistoryEntry[],
  files: MigrationFiles,
): Promise<Standing> {
  const known = new Map(migrations.map((migration) => [migration.revision, migration]))
  const entries = new Map(history.map((entry) => [entry.revision, entry]))
  for (const entry of history) if (!known.has(entry.revision)) throw missing(entry)
  const applied = migrations.filter((migration) => entries.has(migration.revision))
  for (const migration of applied) {
    if ((await files.checksumOf(migration.up)) !== entries.get(migration.revision)?.checksum)
      throw edited(migration, files.show(migration.up))
  }
  const pending = migrations.filter((migration) => !entries.has(migration.revision))
  refuseOutOfOrder(applied.at(-1), pending[0], files)
  return { applied, pending }
}

function refuseOutOfOrder(newest: SqlMigration | undefined, oldest: SqlMigration | undefined, files: MigrationFiles): void {
  if (newest === undefined || oldest === undefined || compareRevisions(oldest.revision, newest.revision) > 0) return
  throw new MigrationError(
    `${files.show(oldest.up)} is not applied, but the newer ${files.show(newest.up)} is`,
    { revision: oldest.revision, file: files.show(oldest.up) },
    { hint: `give it a number after ${newest.revision}, or delete it` },
  )
}

function missing(entry: HistoryEntry): MigrationError {
  const label = entry.name === '' ? entry.revision : `${entry.revision}_${entry.name}`
  return new MigrationError(
    `migration ${label} is applied, but its file is missing`,
    { revision: entry.revision },
    { hint: `check out the version of the code that holds ${label}, or restore the file from version control` },
  )
}

function edited(migration: SqlMigration, file: string): MigrationError {
  return new MigrationError(
    `${file} was edited after it was applied`,
    { revision: migration.revision, file },
    { hint: 'restore the file as it was applied, and put the change into a new migration' },
  )
}
