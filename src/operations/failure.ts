/** Settles a failed run: finds out what became of the database, and brings it back, or stops in a named state. */
import { ConfigurationError, causeChain, LockError, RollbackError } from '../domain/errors.ts'
import type { RunLock } from '../domain/ports/database.ts'
import { sameRevisions } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { compareWithBaseline } from './comparing.ts'
import type { RunContext } from './context.ts'
import { acquireLock } from './lock.ts'
import type { Proceedings } from './proceedings.ts'
import { rollBack } from './ways-back.ts'

/** How long a server that went away is waited for before its state counts as unknown. */
const REACHABLE_WITHIN_MS = 30_000

/** Why a state that users work on is left to a person. */
const USERS_AT_WORK = 'Users are at work on the migrated state, so it is not rolled back automatically'

export interface FailureOptions {
  readonly rollBack: boolean
}

/** Never throws: whatever happens here too ends in one of the outcomes. */
export async function settleFailure(
  context: RunContext,
  options: FailureOptions,
  proceedings: Proceedings,
  lock: RunLock | null,
  failure: unknown,
): Promise<RunResult> {
  proceedings.cause = failure
  await proceedings.dropCopy()
  const reason = causeChain(failure)[0] ?? 'unknown failure'
  if (lock === null || !proceedings.migrating || proceedings.baseline === null)
    return proceedings.finish('unchanged', false, reason)
  if (proceedings.inService) return proceedings.stop(`${reason}. ${USERS_AT_WORK}`, proceedings.differences)
  try {
    return await settleMigrating(context, options, proceedings, lock, proceedings.baseline, reason)
  } catch (second) {
    const both = new RollbackError(`${reason}; and then: ${causeChain(second)[0] ?? 'unknown failure'}`, [failure, second])
    proceedings.cause = both
    return proceedings.stop(both.message, [])
  }
}

async function settleMigrating(
  context: RunContext,
  options: FailureOptions,
  proceedings: Proceedings,
  lock: RunLock,
  baseline: Snapshot,
  reason: string,
): Promise<RunResult> {
  // The run's own signal may be what failed it; what follows must not be cut short by it.
  const { signal } = new AbortController()
  await waitUntilReachable(context, signal)
  const { current } = await context.migrator.state({ signal })
  const compared = await compareWithBaseline(context, baseline, signal)
  if (compared.equal && sameRevisions(current, baseline.revision)) return proceedings.finish('unchanged', false, reason)
  // What validation found names counts and keys, and nothing has been done since.
  const differences = proceedings.differences.length > 0 ? proceedings.differences : compared.differences
  if (context.plan.production) return proceedings.stop(`${reason}. Production is never rolled back automatically`, differences)
  if (!options.rollBack) return proceedings.stop(reason, differences)
  return comeBack(context, proceedings, lock, reason)
}

/** Brings the database back to the state before, proven; or stops, carrying the failure of every way tried. */
export async function comeBack(context: RunContext, proceedings: Proceedings, lock: RunLock, reason: string): Promise<RunResult> {
  const { stages, journal, backup } = proceedings
  const baseline = proceedings.baseline as Snapshot
  const { signal } = new AbortController()
  const { by } = context.plan.rollback
  try {
    await proceedings.services.stop('warning', signal)
    const report = await withHeldLock(context, lock, signal, (held) =>
      stages.run('rollback', (scope) => rollBack(context, journal, scope, { baseline, backup, by, reason, lock: held, signal })),
    )
    if (report.keptDatabase !== null) proceedings.kept.push(report.keptDatabase)
    proceedings.log.revert()
    const since =
      report.keptDatabase === null
        ? ''
        : `. What anybody wrote since the backup of ${baseline.takenAt} is only in ${report.keptDatabase}`
    return proceedings.finish('rolled-back', false, `${reason}${since}`, keptCommands(context, report.keptDatabase))
  } catch (error) {
    proceedings.cause = new RollbackError(`${reason}; and the way back failed: ${causeChain(error)[0]}`, [
      proceedings.cause,
      error,
    ])
    const differences = await compareWithBaseline(context, baseline, signal).then(
      (compared) => compared.differences,
      () => [],
    )
    return proceedings.stop((proceedings.cause as Error).message, differences)
  }
}

/** The lock may have been lost with its session: it is taken again before anything is moved back. */
async function withHeldLock<Result>(
  context: RunContext,
  lock: RunLock,
  signal: AbortSignal,
  work: (lock: RunLock) => Promise<Result>,
): Promise<Result> {
  const held = await lock.assertHeld().then(
    () => true,
    () => false,
  )
  if (held) return work(lock)
  const again = await acquireLock(context, signal)
  try {
    return await work(again)
  } finally {
    await again.release()
  }
}

/** With a word of warning: what was written since the backup is only there, and a tired person copies what stands here. */
export function keptCommands(context: RunContext, keptDatabase: string | null): readonly string[] {
  return keptDatabase === null ? [] : [`${context.database.dropCommand(keptDatabase)}  # once nothing in it is needed`]
}

async function waitUntilReachable(context: RunContext, signal: AbortSignal): Promise<void> {
  const { clock, database } = context
  const deadline = clock.monotonicMs() + REACHABLE_WITHIN_MS
  for (;;) {
    try {
      const session = await database.open({ purpose: 'recover', signal })
      await session.query('SELECT 1').finally(() => session.close())
      return
    } catch (error) {
      if (clock.monotonicMs() > deadline || error instanceof ConfigurationError || error instanceof LockError) throw error
      context.emit({ type: 'note', text: 'waiting for the database to answer again' })
      await clock.sleep(1_000, signal)
    }
  }
}
