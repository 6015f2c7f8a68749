/** What a watch came to, as results and as the record that reports are made from. */
import type { CheckResult } from '../../domain/check.ts'
import type { Anomaly, MonitorRecord } from '../../domain/monitoring.ts'
import { formatCount, formatDuration } from '../../domain/quantity-text.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import type { Watched } from './watching.ts'

/** Anomalies that a record keeps; all are counted. */
const KEPT_ANOMALIES = 200

/** A row for everything that the plan sets a limit for. */
export function resultsOf({ trackers, durationMs }: Watched, { onAnomaly }: MonitorPlan): readonly CheckResult[] {
  return trackers.map((tracker) => tracker.result(onAnomaly, durationMs)).filter((result) => result !== null)
}

/**
 * @param from - where the state before comes from, in words
 */
export function recordOf(watched: Watched, { forMs, everyMs }: MonitorPlan, from: string): MonitorRecord {
  const { startedAt, durationMs, samples, trackers, before, sources, interrupted } = watched
  const anomalies = trackers.flatMap((tracker) => tracker.anomalies())
  const { statements, serverLog } = sources
  const violations = serverLog.readable ? serverLog.words : `not watched: ${serverLog.reason}`
  return {
    startedAt,
    durationMs,
    plannedMs: forMs,
    everyMs,
    samples,
    baseline: { from, at: before.levels.at },
    sources: [`slow queries: ${statements}`, `constraint violations: ${violations}`],
    series: trackers.map((tracker) => tracker.series()).filter((series) => series !== null),
    anomalies: anomalies.toSorted(byTime).slice(0, KEPT_ANOMALIES),
    anomalyCount: trackers.reduce((sum, tracker) => sum + tracker.anomalyCount, 0),
    interrupted,
  }
}

function byTime(a: Anomaly, b: Anomaly): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0
}

/** `watched for 2 h 00 min in 241 samples: no anomaly`, or what there was; where it was cut short, how far it came. */
export function describeWatch({ durationMs, plannedMs, samples, anomalies, anomalyCount, interrupted }: MonitorRecord): string {
  const found = anomalyCount === 0 ? 'no anomaly' : describeAnomalies(anomalies, anomalyCount)
  const until = anomalyCount === 0 ? 'no anomaly until then' : `until then ${found}`
  if (interrupted) return `interrupted after ${formatDuration(durationMs)} of ${formatDuration(plannedMs)}; ${until}`
  return `watched for ${formatDuration(durationMs)} in ${formatCount(samples, 'sample')}: ${found}`
}

function describeAnomalies(anomalies: readonly Anomaly[], count: number): string {
  const names = [...new Set(anomalies.map(({ watch }) => watch))]
  return `${formatCount(count, 'anomaly', 'anomalies')} (${names.join(', ')})`
}
