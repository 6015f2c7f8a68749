/** What one interval tells: the sample and the probes, and what a watch reads from them. */
import type { ActivitySample } from '../../domain/activity.ts'
import type { SeriesUnit } from '../../domain/monitoring.ts'
import { formatBytes, formatDuration } from '../../domain/quantity-text.ts'

export interface Reading {
  /** For the series; `null` where there is none. */
  readonly value: number | null
  /** Out of bounds. */
  readonly over?: boolean
  /** Why it could not be read, though the plan asks for it. */
  readonly fault?: string
  /** The value in words, where the number alone does not say it. */
  readonly words?: string
  /** Lines that a person looks at first. */
  readonly evidence?: readonly string[]
}

export interface Observation {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `null` where the database did not answer. */
  readonly sample: ActivitySample | null
  /** The sample before, to count from. */
  readonly previous: ActivitySample | null
  /** Why there is no sample. */
  readonly failure: string | null
  readonly sampleMs: number
  /** What queries, endpoints and logs told, by the name of their watch. */
  readonly probes: ReadonlyMap<string, Reading>
}

export function inWords(value: number, unit: SeriesUnit): string {
  if (unit === 'ms') return formatDuration(value)
  return unit === 'bytes' ? formatBytes(value) : String(value)
}
