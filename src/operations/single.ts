/** The operations that are one stage of a run by themselves: health check, backup, snapshot, validation. */
import { allPassed, tally } from '../domain/check.ts'
import { ConfigurationError, causeChain } from '../domain/errors.ts'
import { HEAD } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { backUp, verifyBackup } from './backup.ts'
import { requirePossibleChecks } from './checks/plan-checks.ts'
import type { RunContext } from './context.ts'
import { checkHealth } from './health-check.ts'
import { acquireLock, releaseLock } from './lock.ts'
import { requireKnownNames } from './plan-names.ts'
import { Proceedings } from './proceedings.ts'
import { takeSnapshot } from './snapshot.ts'
import { validate } from './validate.ts'

/** Nothing here changes the team's data, so every failure leaves the database unchanged. */
async function alone(context: RunContext, work: (proceedings: Proceedings) => Promise<RunResult>): Promise<RunResult> {
  const proceedings = new Proceedings(context)
  try {
    return await work(proceedings)
  } catch (error) {
    if (error instanceof ConfigurationError && !proceedings.begun) throw error
    proceedings.cause = error
    return proceedings.finish('unchanged', false, causeChain(error)[0] ?? 'unknown failure')
  }
}

export function healthCheck(context: RunContext): Promise<RunResult> {
  return alone(context, async (proceedings) => {
    const results = await proceedings.stages.run('health-check', (scope) =>
      checkHealth(context, scope, { backup: true, recovered: false }),
    )
    const healthy = allPassed(results)
    return proceedings.finish('unchanged', healthy, `${tally(results)} checks passed`)
  })
}

/** Backup and snapshot of one instant, proven as the plan asks. Holds the run lock, so that no migration runs meanwhile. */
export function backup(context: RunContext): Promise<RunResult> {
  return alone(context, async (proceedings) => {
    const lock = await acquireLock(context)
    try {
      await proceedings.begin()
      const { journal, stages } = proceedings
      const made = await stages.run('backup', () => backUp(context, journal, {}, context.signal))
      proceedings.backup = made.backup
      proceedings.backup = await stages.run('verify-backup', (scope) => verifyBackup(context, journal, scope, made.backup))
      return await proceedings.finish(
        'unchanged',
        true,
        `backup made, verification: ${proceedings.backup.manifest.verification.level}`,
      )
    } finally {
      await releaseLock(context, lock)
    }
  })
}

export function snapshot(context: RunContext): Promise<RunResult> {
  return alone(context, async (proceedings) => {
    const taken = await proceedings.stages.run('snapshot', () => takeSnapshot(context, {}, context.signal))
    return proceedings.finish('unchanged', true, `snapshot of ${taken.fingerprint.tables.length} tables taken`)
  })
}

/** The latest snapshot of this run directory, where it is of this database. */
async function latestSnapshot(context: RunContext): Promise<Snapshot | null> {
  const snapshot = await context.store.readLatestSnapshot()
  if (snapshot?.database === undefined || snapshot.database === context.database.maskedUrl) return snapshot
  context.emit({ type: 'note', text: `the latest snapshot here is of ${snapshot.database}: not compared` })
  return null
}

/** Compares with the latest snapshot of the run directory, where there is one. */
export async function validation(context: RunContext): Promise<RunResult> {
  requirePossibleChecks(context)
  return alone(context, async (proceedings) => {
    await requireKnownNames(context, { to: HEAD, migrating: false })
    const baseline = await latestSnapshot(context)
    const results = await proceedings.stages.run('validate', async (scope) => {
      proceedings.differences = await validate(context, scope, { baseline, expected: null, copy: null })
      return scope.results
    })
    const compared = baseline === null ? 'no snapshot to compare with' : `compared with the snapshot of ${baseline.takenAt}`
    return proceedings.finish('unchanged', allPassed(results), `${tally(results)} checks passed, ${compared}`)
  })
}
