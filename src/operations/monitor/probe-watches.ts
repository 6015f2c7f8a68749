/** Watches of what lies outside of the database's statistics: timed queries, addresses, logs. */
import { formatDuration } from '../../domain/quantity-text.ts'
import type { MonitorPlan } from '../../plan/sections/monitor-settings.ts'
import { watchName } from './probes.ts'
import { boundWords, resolve, spread, type Watch } from './watch.ts'

export function timedQuery({ strikes }: MonitorPlan, query: MonitorPlan['queries'][number], baseline: number | null): Watch {
  const limit = resolve(query.atMost, baseline)
  const name = watchName('query', query.name)
  return {
    name,
    kind: 'query',
    unit: 'ms',
    expected: boundWords(query.atMost, limit, baseline, 'ms'),
    limit,
    baseline,
    strikes,
    read: ({ probes }) => probes.get(name) ?? null,
    actual: spread('ms'),
  }
}

export function address({ strikes }: MonitorPlan, endpoint: MonitorPlan['http'][number]): Watch {
  const { status, withinMs } = endpoint
  const name = watchName('http', endpoint.name)
  return {
    name,
    kind: 'http',
    unit: 'ms',
    expected: `${status ?? '200 to 299'}${withinMs === null ? '' : ` within ${formatDuration(withinMs)}`}`,
    limit: withinMs,
    baseline: null,
    strikes,
    read: ({ probes }) => probes.get(name) ?? null,
    actual: spread('ms'),
  }
}

export function log(log: MonitorPlan['logs'][number]): Watch {
  const name = watchName('log', log.name)
  return {
    name,
    kind: 'log',
    unit: 'count',
    expected: `no line that matches /${log.mustNotMatch}/`,
    limit: 0,
    baseline: null,
    strikes: 1,
    read: ({ probes }) => probes.get(name) ?? null,
    actual: ({ sum }) => (sum === 0 ? 'none' : `${sum} line${sum === 1 ? '' : 's'}`),
  }
}
