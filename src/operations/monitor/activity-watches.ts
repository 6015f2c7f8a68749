/** Watches of the levels of a database: does it answer, sessions, transactions, size, standbys. */
import type { ActivityLevels, ActivitySample } from '../../domain/activity.ts'
import { formatBytes, formatDuration } from '../../domain/quantity-text.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import { boundWords, resolve, spread, type Watch } from './watch.ts'

export function answers({ strikes }: MonitorPlan): Watch {
  return {
    name: 'database',
    kind: 'activity',
    unit: 'ms',
    expected: 'answers in every interval',
    limit: null,
    baseline: null,
    strikes,
    read: ({ failure, sampleMs }) =>
      failure === null ? { value: sampleMs } : { value: null, over: true, words: 'no answer', evidence: [failure] },
    actual: ({ max }) => (max === null ? 'no answer' : `slowest answer ${formatDuration(max)}`),
  }
}

export function connections({ connections: bound, strikes }: MonitorPlan, levels: ActivityLevels): Watch {
  const baseline = levels.sessions.total
  const limit = resolve(bound, baseline)
  return {
    name: 'connections',
    kind: 'activity',
    unit: 'count',
    expected: boundWords(bound, limit, baseline, 'count'),
    limit,
    baseline,
    strikes,
    read: ({ sample }) => {
      if (sample === null) return null
      const { total, active, idleInTransaction } = sample.sessions
      const evidence = [`${total} sessions: ${active} active, ${idleInTransaction} idle in a transaction`]
      return { value: total, over: limit !== null && total > limit, evidence }
    },
    actual: spread('count'),
  }
}

export function lockWaits({ lockWaits: { overMs, atMost }, strikes }: MonitorPlan): Watch {
  return {
    name: 'lock waits',
    kind: 'activity',
    unit: 'count',
    expected: atMost === null ? null : `at most ${atMost} at a time over ${formatDuration(overMs)}`,
    limit: atMost,
    baseline: null,
    strikes,
    read: ({ sample }) => {
      if (sample === null) return null
      const { count, lines } = sample.lockWaits
      return { value: count, over: atMost !== null && count > atMost, evidence: lines }
    },
    actual: spread('count'),
  }
}

/** Compared with the average over all the time that the server has counted. */
export function rollbacks({ rollbacks: bound, everyMs, strikes }: MonitorPlan, levels: ActivityLevels): Watch {
  const { countedForMs, counters } = levels
  const baseline = countedForMs === null || countedForMs === 0 ? null : (counters.rollbacks * everyMs) / countedForMs
  const rounded = baseline === null ? null : Math.ceil(baseline)
  const limit = resolve(bound, rounded)
  const words = boundWords(bound, limit, rounded, 'count')
  return {
    name: 'rollbacks',
    kind: 'activity',
    unit: 'count',
    expected: words === null ? null : `${words} in ${formatDuration(everyMs)}`,
    limit,
    baseline: rounded,
    strikes,
    read: ({ sample, previous }) => {
      const value = sample === null ? null : since(sample, previous, 'rollbacks')
      return value === null ? null : { value, over: limit !== null && value > limit }
    },
    actual: spread('count'),
  }
}

export function commits(): Watch {
  return {
    name: 'commits',
    kind: 'activity',
    unit: 'count',
    expected: null,
    limit: null,
    baseline: null,
    strikes: 1,
    read: ({ sample, previous }) => {
      const value = sample === null ? null : since(sample, previous, 'commits')
      return value === null ? null : { value }
    },
    actual: spread('count'),
  }
}

/** What a counter counted since the sample before; one that went back was reset, and counts from nothing. */
export function since(
  sample: ActivitySample,
  previous: ActivitySample | null,
  counter: keyof ActivitySample['counters'],
): number | null {
  if (previous === null) return null
  const delta = sample.counters[counter] - previous.counters[counter]
  return delta < 0 ? sample.counters[counter] : delta
}

export function size({ sizeGrowth: allowed, strikes }: MonitorPlan, levels: ActivityLevels): Watch {
  const baseline = levels.sizeBytes
  const more = allowed === null ? null : 'bytes' in allowed ? allowed.bytes : allowed.fraction * baseline
  const limit = more === null ? null : baseline + more
  const percent = allowed !== null && 'fraction' in allowed ? `${Number((allowed.fraction * 100).toFixed(2))} %, ` : ''
  return {
    name: 'size',
    kind: 'activity',
    unit: 'bytes',
    expected: limit === null ? null : `at most ${percent}${formatBytes(more ?? 0)} over ${formatBytes(baseline)}`,
    limit,
    baseline,
    strikes,
    read: ({ sample }) => {
      if (sample === null) return null
      const value = sample.sizeBytes
      return { value, over: limit !== null && value > limit, words: grown(value, baseline) }
    },
    actual: ({ max }) => (max === null ? 'nothing read' : grown(max, baseline)),
  }
}

function grown(bytes: number, baseline: number): string {
  const more = bytes - baseline
  const percent = baseline === 0 ? '' : ` (${more < 0 ? '-' : '+'}${Math.abs((more / baseline) * 100).toFixed(1)} %)`
  return `${formatBytes(bytes)}, ${more < 0 ? '-' : '+'}${formatBytes(Math.abs(more))}${percent}`
}

/** A standby that was there and is gone is further behind than any limit. */
export function replicationLag({ replicationLagMs: limit, strikes }: MonitorPlan, levels: ActivityLevels): Watch {
  return {
    name: 'replication lag',
    kind: 'activity',
    unit: 'ms',
    expected: limit === null ? null : `at most ${formatDuration(limit)}`,
    limit,
    baseline: levels.replicationLagMs,
    strikes,
    read: ({ sample, previous }) => {
      if (sample === null) return null
      const value = sample.replicationLagMs
      if (value !== null) return { value, over: limit !== null && value > limit }
      if (limit === null) return null
      const gone = levels.replicationLagMs !== null || (previous?.replicationLagMs ?? null) !== null
      if (gone) return { value: null, over: true, words: 'no standby', evidence: ['the standby is no longer connected'] }
      return { value: null, fault: 'no standby is connected, or the role may not see it (GRANT pg_read_all_stats)' }
    },
    actual: spread('ms'),
  }
}
