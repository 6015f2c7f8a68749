/** The whole safe migration: health check, verified backup and snapshot, migration, validation, and on failure the way back. */
import { ConfigurationError } from '../domain/errors.ts'
import type { RunLock } from '../domain/ports/database.ts'
import { HEAD, type Migration, type Revision } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import { agreed } from './agreement.ts'
import { recordBudget } from './budgets.ts'
import { requirePossibleChecks } from './checks/plan-checks.ts'
import type { RunContext } from './context.ts'
import { findUnsettledRuns, readRuns } from './earlier-runs.ts'
import { comeBack, settleFailure } from './failure.ts'
import { passGates } from './gates/gates.ts'
import { checkHealth } from './health-check.ts'
import { checkedAfter, judgeDowntime, smokeTested, validated } from './judge.ts'
import { acquireLock, releaseLock } from './lock.ts'
import { applyMigrations, describePath, MigrationLog } from './migrate.ts'
import { measureActivity } from './monitor/baseline.ts'
import { watchMigrated } from './monitor.ts'
import { requireKnownNames } from './plan-names.ts'
import { preserve } from './preserve.ts'
import { Proceedings } from './proceedings.ts'
import { recover } from './recover.ts'

export interface RunOptions {
  /** Revision to reach, or `head`. */
  readonly to: Revision
  readonly backup: boolean
  readonly healthChecks: boolean
  readonly validation: boolean
  /** Whether the database is watched afterwards, where the plan says so. */
  readonly monitor: boolean
  /** Whether a failure is rolled back where the environment allows it; otherwise it stops. */
  readonly rollBack: boolean
  /** Takes the database as it stands as the state before, whatever an unfinished run left. */
  readonly adopt: boolean
  /** File of the evidence of a rehearsal; `null`: the latest of the run directory. */
  readonly evidence: string | null
}

export const WHOLE_RUN: RunOptions = {
  to: HEAD,
  backup: true,
  healthChecks: true,
  validation: true,
  monitor: true,
  rollBack: true,
  adopt: false,
  evidence: null,
}

/**
 * Never throws for what happens to the database: the result names the outcome.
 *
 * @throws ConfigurationError for wrong usage, before anything is touched
 */
export async function run(context: RunContext, options: RunOptions): Promise<RunResult> {
  await requirePossibleChecks(context)
  const proceedings = new Proceedings(context)
  let lock: RunLock | null = null
  try {
    lock = await acquireLock(context)
    return await proceed(context, options, proceedings, lock)
  } catch (error) {
    if (error instanceof ConfigurationError && !proceedings.begun && !proceedings.services.stopped) throw error
    return await settleFailure(context, options, proceedings, lock, error)
  } finally {
    await releaseLock(context, lock)
  }
}

async function proceed(context: RunContext, options: RunOptions, proceedings: Proceedings, lock: RunLock): Promise<RunResult> {
  proceedings.services.takeUp(await readRuns(context))
  const ended = await dealWithUnfinishedRun(context, options, proceedings, lock)
  if (ended !== null) return ended
  await health(context, options, proceedings)
  const path = await pendingPath(context, options, proceedings)
  if (path.length === 0 && proceedings.baseline === null) {
    return proceedings.finish('unchanged', true, 'nothing to do: no migration is pending')
  }
  // Where an interrupted run is carried on, the names it found may have come or gone since.
  if (proceedings.baseline === null) await requireKnownNames(context, { to: options.to, migrating: true })
  if (options.monitor && proceedings.baseline === null) proceedings.activity = await measureActivity(context)
  await passGates(context, proceedings, options)
  if (!(await agreed(context, options, proceedings, path))) return proceedings.finish('unchanged', false, 'a person declined')
  await stopServices(context, proceedings, path)
  await preserve(context, options, proceedings)
  await migrate(context, proceedings, lock, path)
  await validated(context, options, proceedings, path)
  await proceedings.services.start(context.signal)
  await proceedings.dropCopy()
  await smokeTested(context, options, proceedings)
  await proceedings.enterService()
  await judgeDowntime(context, proceedings)
  const stopped = options.monitor ? await watchMigrated(context, proceedings) : null
  if (stopped !== null) return stopped
  return proceedings.finish('migrated', true, migratedReason(proceedings, path))
}

/** A run that vanished or stopped is dealt with before anything else; where that ends this run, its result is returned. */
async function dealWithUnfinishedRun(
  context: RunContext,
  options: RunOptions,
  proceedings: Proceedings,
  lock: RunLock,
): Promise<RunResult | null> {
  const unsettled = await findUnsettledRuns(context)
  if (unsettled.length === 0) return null
  await proceedings.begin()
  const { journal, stages } = proceedings
  const recovery = await stages.run('recover', (scope) => recover(context, journal, scope, unsettled, options.adopt))
  if (recovery.next === 'fresh') return null
  await proceedings.adopt(recovery.earlier)
  if (recovery.next === 'go-on') return null
  if (recovery.next === 'stop') return proceedings.stop(recovery.reason, recovery.differences)
  if (context.plan.production || !options.rollBack) return proceedings.stop(recovery.reason, [])
  return comeBack(context, proceedings, lock, recovery.reason)
}

async function health(context: RunContext, options: RunOptions, { stages }: Proceedings): Promise<void> {
  if (!options.healthChecks) return stages.skip('health-check', 'left out by --skip-health-checks')
  await stages.run('health-check', async (scope) => {
    await checkHealth(context, scope, { backup: options.backup, recovered: true })
    scope.requirePassed()
  })
}

async function pendingPath(context: RunContext, options: RunOptions, proceedings: Proceedings): Promise<readonly Migration[]> {
  const { migrator, signal } = context
  proceedings.from ??= (await migrator.state({ signal })).current
  const path = await migrator.pathTo(options.to, { signal })
  proceedings.log = new MigrationLog(path)
  return path
}

/** Writers are stopped before the state is taken that they must not change any more. Where nothing is to be applied, and they run, they go on. */
async function stopServices(context: RunContext, { services }: Proceedings, path: readonly Migration[]): Promise<void> {
  if (path.length > 0 || services.stopped) await services.stop('failed', context.signal)
}

async function migrate(context: RunContext, proceedings: Proceedings, lock: RunLock, path: readonly Migration[]): Promise<void> {
  await proceedings.stages.run('migrate', async (scope) => {
    await proceedings.beginMigrating(path)
    await applyMigrations(context, proceedings.journal, lock, path, proceedings.log, ({ revision }) =>
      checkedAfter(context, scope, revision),
    )
    recordBudget(scope, 'migration', context.plan.budgets, proceedings.measured)
    scope.requirePassed()
  })
}

function migratedReason(proceedings: Proceedings, path: readonly Migration[]): string {
  if (path.length === 0) return 'the interrupted run had applied everything; every check passed now'
  return `${describePath(proceedings.from ?? [], path)} applied and checked`
}
