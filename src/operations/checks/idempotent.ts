/** Runs migrations again in a transaction that is rolled back, and finds out whether that would have changed anything. */
import type { Finding } from '../../domain/check.ts'
import { CheckError, causeChain, MigrationError } from '../../domain/errors.ts'
import type { Migrator } from '../../domain/ports/migrator.ts'
import type { Revision } from '../../domain/revision.ts'
import type { IdempotentCheck } from '../../plan/checks/idempotent.ts'
import { counted, describeDifferences, unequal } from '../comparing.ts'
import type { Asked, CheckKind } from './kind.ts'

export const idempotent: CheckKind<IdempotentCheck> = {
  lane: 'alone',
  objection: ({ migrator, database }) => {
    if (migrator.runAgain === undefined) return `the ${migrator.kind} migrator cannot run a migration again: rehearse on a copy`
    return database.capabilities.transactionalDdl ? null : `${database.kind} cannot undo a migration: rehearse on a copy`
  },
  ask: async (asked, signal) => {
    const revisions = await revisionsOf(asked, signal)
    const expected = `running ${revisions.join(', ')} again changes nothing`
    return { expected, ...(await runAgain(asked, revisions, signal)) }
  },
}

async function runAgain(
  { context }: Asked<IdempotentCheck>,
  revisions: readonly Revision[],
  signal: AbortSignal,
): Promise<Finding> {
  const { database, migrator } = context
  const again = migrator.runAgain as NonNullable<Migrator['runAgain']>
  try {
    const differences = await database.changesOf(signal, async (session) => {
      for (const revision of revisions) await again.call(migrator, revision, session, { signal })
    })
    const changed = unequal(differences)
    if (changed.length === 0) return { status: 'passed', actual: 'nothing changed' }
    const actual = `${counted(changed.length, 'change')}: ${context.redact(describeDifferences(changed))}`
    return { status: 'failed', actual }
  } catch (error) {
    if (!isOfTheMigration(error)) throw error
    return { status: 'failed', actual: 'it failed', message: context.redact(causeChain(error)[0] ?? 'it failed') }
  }
}

/** SQLSTATE classes that tell of the moment and not of the migration: lost sessions, locks, cancellation, resources, serialization. */
const OF_THE_MOMENT = /^(?:08|40|53|55|57|58)/

/** What the second run fails with where the first went well makes the migration not idempotent. */
function isOfTheMigration(error: unknown): boolean {
  return error instanceof MigrationError && error.failure.sqlState !== undefined && !OF_THE_MOMENT.test(error.failure.sqlState)
}

/** @throws CheckError where it cannot be known which migrations are meant */
async function revisionsOf({ context, settings, moment, from }: Asked<IdempotentCheck>, signal: AbortSignal) {
  if (settings.revisions !== 'all') return settings.revisions
  if (typeof moment === 'object') return [moment.afterMigration]
  if (from === null) {
    throw new CheckError('there is no snapshot from before the migrations: which are meant cannot be known', {
      hint: 'list them instead of `all`',
    })
  }
  const applied = (await context.migrator.state({ signal })).applied.map(({ revision }) => revision)
  const since = applied.slice(applied.findLastIndex((revision) => from.includes(revision)) + 1)
  if (since.length > 0) return since
  throw new CheckError('no migration has been applied since the snapshot: none can be run again')
}
