/** The monitor: watches a database and what hangs on it for a while, as the last stage of a run or by itself. */
import type { ActivityBaseline } from '../domain/activity.ts'
import { allPassed } from '../domain/check.ts'
import type { MonitorRecord } from '../domain/monitoring.ts'
import type { RunResult } from '../domain/run-result.ts'
import { completeMonitor, type MonitorPlan } from '../plan/sections/monitor-settings.ts'
import type { RunContext } from './context.ts'
import { describeWatch, recordOf, resultsOf } from './monitor/record.ts'
import { watch } from './monitor/watching.ts'
import { monitorCommand, rollbackCommand, statusCommand } from './next-commands.ts'
import type { Proceedings } from './proceedings.ts'
import { alone, latestSnapshot } from './single.ts'
import type { StageScope } from './stages.ts'

/** What a person says differently from the plan, in ms. */
export interface WatchTimes {
  readonly forMs: number | null
  readonly everyMs: number | null
}

/** `savepoint monitor`: changes nothing, so the outcome is always `unchanged`. */
export function monitoring(context: RunContext, { forMs, everyMs }: WatchTimes): Promise<RunResult> {
  const declared = context.plan.monitor ?? completeMonitor()
  const plan = { ...declared, forMs: forMs ?? declared.forMs, everyMs: everyMs ?? declared.everyMs }
  return alone(context, async (proceedings) => {
    const snapshot = await latestSnapshot(context)
    const before = snapshot?.activity ?? null
    const from = snapshot === null || before === null ? null : `the state before run ${snapshot.runId} changed anything`
    const { record, succeeded } = await watchedIn(proceedings, context, plan, { before, from })
    return proceedings.finish('unchanged', succeeded && !record.interrupted, describeWatch(record))
  })
}

/**
 * The last stage of a run. Users are at work by now, so nothing is rolled back for what it finds: a person decides.
 *
 * @returns the result where the run ends here; `null` where all is well
 */
export async function watchMigrated(context: RunContext, proceedings: Proceedings): Promise<RunResult | null> {
  const { plan } = context
  if (plan.monitor === null) return null
  const { baseline } = proceedings
  const before = baseline?.activity ?? null
  const from = baseline === null || before === null ? null : 'the state before this run changed anything'
  const { record, succeeded } = await watchedIn(proceedings, context, plan.monitor, { before, from })
  if (succeeded && !record.interrupted) return null
  const leftMs = record.interrupted ? record.plannedMs - record.durationMs : null
  const reason = `${describeWatch(record)}. The migration is applied and checked, and users are at work: it is not rolled back automatically`
  return proceedings.finish('stopped', false, reason, [
    statusCommand(context),
    monitorCommand(context, leftMs),
    rollbackCommand(context, proceedings.backup, baseline?.revision[0] ?? 'base'),
  ])
}

interface Earlier {
  readonly before: ActivityBaseline | null
  /** Where it comes from, in words. */
  readonly from: string | null
}

async function watchedIn(
  proceedings: Proceedings,
  context: RunContext,
  plan: MonitorPlan,
  earlier: Earlier,
): Promise<{ readonly record: MonitorRecord; readonly succeeded: boolean }> {
  return proceedings.stages.run('monitor', async (scope) => {
    const record = await watchIn(scope, context, plan, earlier)
    proceedings.monitor = record
    return { record, succeeded: allPassed(scope.results) }
  })
}

async function watchIn(
  scope: StageScope,
  context: RunContext,
  plan: MonitorPlan,
  { before, from }: Earlier,
): Promise<MonitorRecord> {
  const watched = await watch(context, plan, before)
  for (const result of resultsOf(watched, plan)) scope.record(result)
  return recordOf(watched, plan, from ?? 'the first sample of the watch itself')
}
