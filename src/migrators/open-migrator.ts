/** Opens the migrator that a plan names, or the one whose files are there. */
import { resolve } from 'node:path'
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import type { Sessions } from '../domain/ports/database.ts'
import type { Migrator } from '../domain/ports/migrator.ts'
import type { Processes } from '../domain/ports/processes.ts'
import { AlembicMigrator } from './alembic/migrator.ts'
import { CommandMigrator } from './command/migrator.ts'
import { detectMigrator } from './detection.ts'
import { SqlMigrator } from './sql/migrator.ts'

export interface MigratorContext {
  readonly sessions: Sessions
  readonly processes: Processes
  /** The database's `childEnvironment`: leads a tool to the database; holds secrets. */
  readonly env: Readonly<Record<string, string>>
  /** Absolute path that working directories are relative to. */
  readonly root: string
}

/**
 * @param settings - `null` to detect it by its files
 * @throws ConfigurationError when nothing, or more than one, is found, or a setting is wrong
 */
export async function openMigrator(settings: MigratorSettings | null, context: MigratorContext): Promise<Migrator> {
  const known = settings ?? (await detectMigrator(context.root))
  const workingDirectory = resolve(context.root, known.workingDirectory)
  switch (known.kind) {
    case 'alembic':
      return new AlembicMigrator(known, workingDirectory, context)
    case 'sql':
      return new SqlMigrator(known, workingDirectory, context.sessions)
    case 'command':
      return new CommandMigrator(known, workingDirectory, context)
  }
}
