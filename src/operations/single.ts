/** The operations that are one stage of a run by themselves: health check, backup, snapshot, validation. */
import { allPassed, blocking, tally } from '../domain/check.ts'
import { ConfigurationError, causeChain } from '../domain/errors.ts'
import { HEAD } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { backUp } from './backup.ts'
import { verifyBackup } from './backup-proof.ts'
import { checksAt, requirePossibleChecks } from './checks/plan-checks.ts'
import type { RunContext } from './context.ts'
import { checkHealth } from './health-check.ts'
import { acquireLock, releaseLock } from './lock.ts'
import { measureActivity } from './monitor/baseline.ts'
import { requireKnownNames } from './plan-names.ts'
import { Proceedings } from './proceedings.ts'
import { takeSnapshot } from './snapshot.ts'
import { storeBackup } from './storing.ts'
import { validate } from './validate.ts'

/** Nothing here changes the team's data, so every failure leaves the database unchanged. */
export async function alone(context: RunContext, work: (proceedings: Proceedings) => Promise<RunResult>): Promise<RunResult> {
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
      const found = await foundBefore(context, proceedings)
      const made = await stages.run('backup', () => backUp(context, journal, proceedings.found, context.signal))
      proceedings.backup = made.backup
      proceedings.backup = await stages.run('verify-backup', (scope) => verifyBackup(context, journal, scope, made.backup))
      await storeBackup(context, proceedings, proceedings.backup, 'failed')
      const proof = `backup made, verification: ${proceedings.backup.manifest.verification.level}`
      return await proceedings.finish('unchanged', found === '', `${proof}${found}`)
    } finally {
      await releaseLock(context, lock)
    }
  })
}

export function snapshot(context: RunContext): Promise<RunResult> {
  return alone(context, async (proceedings) => {
    const found = await foundBefore(context, proceedings)
    proceedings.activity = await measureActivity(context)
    const taken = await proceedings.stages.run('snapshot', () => takeSnapshot(context, proceedings.found, context.signal))
    return proceedings.finish('unchanged', found === '', `snapshot of ${taken.fingerprint.tables.length} tables taken${found}`)
  })
}

/**
 * Asks the checks that are asked before and after, so that `validate` can compare with them what a person migrated by hand. One
 * that does not pass keeps nothing from being made; the command then does not succeed.
 *
 * @returns what to add to the reason; empty where all passed
 */
async function foundBefore(context: RunContext, proceedings: Proceedings): Promise<string> {
  const checks = checksAt(context, 'before-and-after')
  if (checks.length === 0) return ''
  const results = await proceedings.stages.run('gates', (scope) => scope.askAll(checks))
  proceedings.before = Object.fromEntries(results.map((result) => [result.name, result]))
  return blocking(results).length === 0 ? '' : `; ${tally(results)} of the checks for before and after passed`
}

/** The latest snapshot of this run directory, where it is of this database. */
export async function latestSnapshot(context: RunContext): Promise<Snapshot | null> {
  const snapshot = await context.store.readLatestSnapshot()
  if (snapshot?.database === undefined || snapshot.database === context.database.maskedUrl) return snapshot
  context.emit({ type: 'note', text: `the latest snapshot here is of ${snapshot.database}: not compared` })
  return null
}

/** Compares with the latest snapshot of the run directory, where there is one; then asks what needs the services running. */
export async function validation(context: RunContext): Promise<RunResult> {
  await requirePossibleChecks(context)
  return alone(context, async (proceedings) => {
    await requireKnownNames(context, { to: HEAD, migrating: false })
    const baseline = await latestSnapshot(context)
    const validated = await proceedings.stages.run('validate', async (scope) => {
      proceedings.differences = await validate(context, scope, { baseline, expected: null, copy: async () => null })
      return scope.results
    })
    const afterStart = checksAt(context, 'after-start', baseline)
    const reached = afterStart.length === 0 ? [] : await proceedings.stages.run('smoke-test', (scope) => scope.askAll(afterStart))
    const results = [...validated, ...reached]
    const compared = baseline === null ? 'no snapshot to compare with' : `compared with the snapshot of ${baseline.takenAt}`
    return proceedings.finish('unchanged', allPassed(results), `${tally(results)} checks passed, ${compared}`)
  })
}
