/** Finds the target of a move among the migrations: how many of them, oldest first, lie up to it. */
import { ConfigurationError } from '../../domain/errors.ts'
import { BASE, HEAD, type Revision } from '../../domain/revision.ts'
import type { SqlMigration } from './layout.ts'

/** How many migrations lie up to and including `target`. `base` is a target only where nothing need be applied for it. */
export function countUpTo(migrations: readonly SqlMigration[], target: Revision, applied = 0): number {
  if (target === HEAD) return migrations.length
  if (target === BASE && applied === 0) return 0
  const index = migrations.findIndex((migration) => migration.revision === target)
  if (index >= 0) return index + 1
  throw unknownRevision(target, migrations)
}

/** How many applied migrations stay after a downgrade. */
export function countStaying(applied: readonly SqlMigration[], revisions: readonly Revision[]): number {
  const [target] = revisions
  if (target === undefined) return 0
  if (revisions.length === 1 && applied.some((migration) => migration.revision === target)) return countUpTo(applied, target)
  throw new ConfigurationError(`cannot move back to ${revisions.join(', ')}: it is not applied`, {
    hint: `applied are: ${list(applied)}`,
  })
}

function unknownRevision(target: Revision, migrations: readonly SqlMigration[]): ConfigurationError {
  const near = migrations.find((migration) => /^\d+$/.test(target) && BigInt(migration.revision) === BigInt(target))
  const hint = near === undefined ? `known are: ${list(migrations)}` : `did you mean ${near.revision}?`
  return new ConfigurationError(`there is no migration ${JSON.stringify(target)}`, { hint })
}

function list(migrations: readonly SqlMigration[]): string {
  return migrations.length === 0 ? 'none' : migrations.map((migration) => migration.revision).join(', ')
}
