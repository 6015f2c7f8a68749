/** The record of a watch: one series per thing watched, what was out of bounds, and against which state before. */

/** What a series counts in. */
export type SeriesUnit = 'count' | 'ms' | 'bytes'

export interface Series {
  readonly name: string
  readonly unit: SeriesUnit
  /** Largest value of each stretch of time, oldest first; `null` where nothing could be read. At most {@link SERIES_POINTS}. */
  readonly points: readonly (number | null)[]
  readonly min: number | null
  readonly median: number | null
  readonly max: number | null
  /** In the unit of the series; `null`: recorded only. */
  readonly limit: number | null
  readonly baseline: number | null
}

/** Points of a series that a record keeps; a report draws fewer. */
export const SERIES_POINTS = 240

/** One stretch of intervals in which something was out of bounds. */
export interface Anomaly {
  readonly watch: string
  /** ISO 8601, UTC. */
  readonly from: string
  readonly until: string
  /** How many intervals in a row. */
  readonly intervals: number
  /** The worst value in words. */
  readonly value: string
  readonly limit: string
  readonly baseline: string | null
  /** Statements, log lines, addresses: what a person looks at first. */
  readonly evidence: readonly string[]
}

export interface MonitorRecord {
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly plannedMs: number
  readonly everyMs: number
  readonly samples: number
  /** What it was compared with, in words; when that was measured. */
  readonly baseline: { readonly from: string; readonly at: string } | null
  /** Where the watch learned of statements and violations. */
  readonly sources: readonly string[]
  readonly series: readonly Series[]
  /** The first ones; `anomalyCount` counts all. */
  readonly anomalies: readonly Anomaly[]
  readonly anomalyCount: number
  readonly interrupted: boolean
}
