/** Everything that a plan asks to be watched, in the order in which a report shows it. */
import type { ActivityBaseline } from '../../domain/activity.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import { answers, commits, connections, lockWaits, replicationLag, rollbacks, size } from './activity-watches.ts'
import { deadlocks, slowQueries, violations } from './event-watches.ts'
import { address, log, timedQuery } from './probe-watches.ts'
import type { Watch } from './watch.ts'

/**
 * @param before - what multiples and growth are measured from
 * @param unreadable - why violations of constraints cannot be watched; `null` where they can
 */
export function watchesOf(plan: MonitorPlan, before: ActivityBaseline, unreadable: string | null): readonly Watch[] {
  return [
    answers(plan),
    connections(plan, before.levels),
    slowQueries(plan),
    lockWaits(plan),
    deadlocks(plan),
    rollbacks(plan, before.levels),
    commits(),
    violations(plan, unreadable),
    size(plan, before.levels),
    replicationLag(plan, before.levels),
    ...plan.queries.map((query) => timedQuery(plan, query, before.queriesMs[query.name] ?? null)),
    ...plan.http.map((endpoint) => address(plan, endpoint)),
    ...plan.logs.map(log),
  ]
}
