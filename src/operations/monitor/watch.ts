/** One thing that is watched: its limit, resolved against the state before, and how an interval is read and told. */
import type { SeriesUnit } from '../../domain/monitoring.ts'
import type { Bound } from '../../plan/sections/monitor-fields.ts'
import { inWords, type Observation, type Reading } from './reading.ts'
import type { SeriesSummary } from './series.ts'

export interface Watch {
  readonly name: string
  readonly kind: string
  readonly unit: SeriesUnit
  /** What the plan expects, in words; `null`: recorded only, and no row of the report. */
  readonly expected: string | null
  /** In the unit of the series, where a single value has a limit. */
  readonly limit: number | null
  readonly baseline: number | null
  /** How many intervals in a row must be out of bounds. */
  readonly strikes: number
  /** @param total - of the values so far; `null`: this interval says nothing */
  read(observation: Observation, total: number): Reading | null
  actual(summary: SeriesSummary): string
}

/** A multiple is of at least one, so that a quiet database before is no trap. */
export function resolve(bound: Bound | null, before: number | null): number | null {
  if (bound === null) return null
  return 'value' in bound ? bound.value : bound.times * Math.max(1, before ?? 1)
}

export function boundWords(bound: Bound | null, limit: number | null, before: number | null, unit: SeriesUnit): string | null {
  if (bound === null || limit === null) return null
  const words = `at most ${inWords(limit, unit)}`
  return 'value' in bound
    ? words
    : `${words} (${bound.times}x of ${before === null ? 'one' : inWords(Math.max(1, before), unit)})`
}

/** The largest value and the usual one. */
export const spread =
  (unit: SeriesUnit) =>
  ({ max, median }: SeriesSummary): string =>
    max === null || median === null ? 'nothing read' : `at most ${inWords(max, unit)}, median ${inWords(median, unit)}`
