/** What the plan asks to be watched, with every default filled in. */

import type { MonitorSection } from './monitor.ts'
import type { Bound } from './monitor-fields.ts'

type EndpointSection = NonNullable<MonitorSection['http']>[number]
type LogSection = Exclude<NonNullable<MonitorSection['logs']>, readonly unknown[]>

export interface WatchedQuery {
  readonly name: string
  readonly query: string
  /** In ms, or a multiple of how long it took before; `null`: recorded only. */
  readonly atMost: Bound | null
}

export interface WatchedEndpoint {
  readonly name: string
  readonly url: string
  /** `null`: any status from 200 to 299. */
  readonly status: number | null
  readonly withinMs: number | null
  readonly headers: Readonly<Record<string, string>>
}

export interface WatchedLog {
  readonly name: string
  /** A shell line. */
  readonly command: string
  readonly mustNotMatch: string
}

/** What the plan asks to be watched. `null`: recorded, without a limit. */
export interface MonitorPlan {
  readonly forMs: number
  readonly everyMs: number
  readonly connections: Bound | null
  readonly slowQueries: { readonly overMs: number; readonly atMost: number | null }
  readonly lockWaits: { readonly overMs: number; readonly atMost: number | null }
  readonly deadlocks: number
  /** Per interval. */
  readonly rollbacks: Bound | null
  readonly constraintViolations: number | null
  /** Bytes, or a fraction of the size before. */
  readonly sizeGrowth: { readonly bytes: number } | { readonly fraction: number } | null
  readonly replicationLagMs: number | null
  readonly queries: readonly WatchedQuery[]
  readonly http: readonly WatchedEndpoint[]
  readonly logs: readonly WatchedLog[]
  readonly onAnomaly: 'fail' | 'warn'
  /** How many intervals in a row something must be out of bounds. */
  readonly strikes: number
  readonly stopAtFirst: boolean
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** What is watched where the plan has no `monitor` section and a person asks for a watch all the same. */
export function completeMonitor(written: MonitorSection = {}): MonitorPlan {
  return {
    forMs: written.for ?? 10 * MINUTE,
    everyMs: written.every ?? 30 * SECOND,
    connections: written.connections?.['at-most'] ?? null,
    slowQueries: countLimit(written['slow-queries'], SECOND),
    lockWaits: countLimit(written['lock-waits'], 5 * SECOND),
    deadlocks: written.deadlocks ?? 0,
    rollbacks: written.rollbacks?.['at-most'] ?? null,
    constraintViolations: written['constraint-violations'] ?? null,
    sizeGrowth: written['size-growth']?.['at-most'] ?? null,
    replicationLagMs: written['replication-lag']?.['at-most'] ?? null,
    queries: (written.queries ?? []).map((one) => ({ name: one.name, query: one.query, atMost: one['at-most'] ?? null })),
    http: (written.http ?? []).map(endpointOf),
    logs: [written.logs ?? []].flat().map(logOf),
    onAnomaly: written['on-anomaly'] ?? 'fail',
    strikes: written.strikes ?? 1,
    stopAtFirst: written['stop-at-first'] ?? false,
  }
}

/** Names under which things are watched that a plan lists, by the key of the list. */
export function watchedNames(written: Pick<MonitorSection, 'queries' | 'http' | 'logs'>) {
  const { queries = [], http = [], logs = [] } = written
  return {
    queries: queries.map(({ name }) => name),
    http: http.map((one) => endpointOf(one).name),
    logs: [logs].flat().map((one) => logOf(one).name),
  }
}

function countLimit(written: { over?: number | undefined; 'at-most'?: number | undefined } | undefined, overMs: number) {
  return { overMs: written?.over ?? overMs, atMost: written === undefined ? null : (written['at-most'] ?? 0) }
}

function endpointOf(written: EndpointSection): WatchedEndpoint {
  const one = typeof written === 'string' ? { get: written } : written
  return {
    name: one.name ?? addressOf(one.get),
    url: one.get,
    status: one.status ?? null,
    withinMs: one.within ?? null,
    headers: one.headers ?? {},
  }
}

/** Without what may be a secret: user, password and query. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}

function logOf(written: LogSection): WatchedLog {
  return { name: written.name ?? written.command, command: written.command, mustNotMatch: written['must-not-match'] }
}
