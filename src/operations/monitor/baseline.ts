/** Measures the state before, that a watch compares with. */
import type { ActivityBaseline } from '../../domain/activity.ts'
import { causeChain } from '../../domain/errors.ts'
import type { ActivityLimits } from '../../domain/ports/activity.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import type { RunContext } from '../context.ts'
import { timeQuery } from './probes.ts'

/** A database that does not answer a sample for so long does not answer. */
const SAMPLE_TIMEOUT_MS = 15_000

export function activityLimits({ slowQueries, lockWaits }: MonitorPlan, baseline: ActivityBaseline | null): ActivityLimits {
  return {
    slowOverMs: slowQueries.overMs,
    lockWaitOverMs: lockWaits.overMs,
    meansBeforeMs: baseline?.levels.statementMeansMs ?? {},
    timeoutMs: SAMPLE_TIMEOUT_MS,
  }
}

/** The levels of now, and how long the plan's watched queries take. What cannot be measured is told, and keeps no run from going on. */
export async function measureActivity(context: RunContext): Promise<ActivityBaseline | null> {
  const { plan, database, signal } = context
  if (plan.monitor === null) return null
  const activity = database.watchActivity(activityLimits(plan.monitor, null))
  try {
    const {
      slowStatements: _slow,
      lockWaits: _waits,
      violations: _violations,
      deadlocksLogged: _deadlocks,
      ...levels
    } = await activity.sample(signal)
    return { levels, queriesMs: await timeQueries(context, plan.monitor) }
  } catch (error) {
    signal.throwIfAborted()
    tellUnmeasured(context, 'what the monitor compares with', error)
    return null
  } finally {
    await activity.close()
  }
}

async function timeQueries(context: RunContext, { queries }: MonitorPlan): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  for (const query of queries) {
    try {
      times[query.name] = await timeQuery(context, query, context.signal)
    } catch (error) {
      context.signal.throwIfAborted()
      // A query about what the migration is to bring cannot be timed before.
      tellUnmeasured(context, `the query ${query.name}`, error)
    }
  }
  return times
}

function tellUnmeasured({ emit, redact }: RunContext, what: string, error: unknown): void {
  emit({
    type: 'note',
    text: `${what} could not be measured before the run: ${redact(causeChain(error)[0] ?? 'unknown failure')}`,
  })
}
