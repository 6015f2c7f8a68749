/** Follows one watch over the intervals: its series, and the stretches in which it was out of bounds or could not be read. */
import { TOLD_LINES } from '../../domain/activity.ts'
import type { CheckResult } from '../../domain/check.ts'
import type { Anomaly, Series } from '../../domain/monitoring.ts'
import { inWords, type Observation, type Reading } from './reading.ts'
import { ValueSeries } from './series.ts'
import type { Watch } from './watch.ts'

/** Anomalies of one watch that are kept; all are counted. */
const KEPT_ANOMALIES = 50

type Fault = 'over' | 'fault'

interface Stretch extends Anomaly {
  readonly fault: Fault
  readonly worst: number | null
}

export class Tracker {
  readonly #watch: Watch
  readonly #series = new ValueSeries()
  readonly #kept: Stretch[] = []
  readonly #counts: Record<Fault, number> = { over: 0, fault: 0 }
  /** The stretch that the newest interval belongs to. */
  #stretch: Stretch | null = null
  #readings = 0

  constructor(watch: Watch) {
    this.#watch = watch
  }

  /** Takes one interval; returns the anomaly that begins with it, if one does. */
  note(observation: Observation): Anomaly | null {
    const reading = this.#watch.read(observation, this.#series.sum)
    if (reading === null) {
      this.#series.add(null)
      return null
    }
    this.#readings++
    this.#series.add(reading.value)
    const fault = faultOf(reading)
    if (fault === null) {
      this.#close()
      return null
    }
    if (this.#stretch !== null && this.#stretch.fault !== fault) this.#close()
    this.#stretch = this.#extended(this.#stretch, fault, reading, observation.at)
    if (this.#stretch.intervals !== this.#watch.strikes) return null
    this.#counts[fault]++
    return this.#stretch
  }

  #extended(stretch: Stretch | null, fault: Fault, reading: Reading, at: string): Stretch {
    const { name, unit, expected, baseline } = this.#watch
    const worse = stretch === null || (reading.value !== null && (stretch.worst === null || reading.value > stretch.worst))
    const value = reading.fault ?? reading.words ?? (reading.value === null ? 'nothing' : inWords(reading.value, unit))
    const evidence = reading.fault === undefined ? (reading.evidence ?? []) : [reading.fault]
    const lines = [...new Set([...(stretch?.evidence ?? []), ...evidence])]
    return {
      watch: name,
      from: stretch?.from ?? at,
      until: at,
      intervals: (stretch?.intervals ?? 0) + 1,
      value: worse ? value : stretch.value,
      worst: worse ? reading.value : stretch.worst,
      limit: expected ?? '',
      baseline: baseline === null ? null : inWords(baseline, unit),
      evidence: lines.slice(0, TOLD_LINES),
      fault,
    }
  }

  #close(): void {
    const stretch = this.#stretch
    this.#stretch = null
    if (stretch !== null && stretch.intervals >= this.#watch.strikes && this.#kept.length < KEPT_ANOMALIES)
      this.#kept.push(stretch)
  }

  get name(): string {
    return this.#watch.name
  }

  get anomalyCount(): number {
    return this.#counts.over + this.#counts.fault
  }

  /** Of all values read so far. */
  get total(): number {
    return this.#series.sum
  }

  /** Ends the stretch that is still open. */
  anomalies(): readonly Anomaly[] {
    this.#close()
    return this.#kept.map(({ fault: _fault, worst: _worst, ...anomaly }) => anomaly)
  }

  /** `null` where nothing was ever read. */
  series(): Series | null {
    const { points, min, median, max } = this.#series.summary()
    const { name, unit, limit, baseline } = this.#watch
    return max === null ? null : { name, unit, points, min, median, max, limit, baseline }
  }

  /** The row of the report; `null` where the plan sets no limit. */
  result(onAnomaly: 'fail' | 'warn', durationMs: number): CheckResult | null {
    const { name, kind, expected, baseline, unit } = this.#watch
    if (expected === null) return null
    const summary = this.#series.summary()
    const status = this.#status(onAnomaly)
    const before = baseline === null ? {} : { before: inWords(baseline, unit) }
    const measured = summary.max === null ? {} : { measured: summary.max }
    const message = this.#message(status)
    return { name, kind, status, expected, actual: this.#watch.actual(summary), ...before, ...measured, ...message, durationMs }
  }

  /** What could not be watched is never green, however mild an anomaly is meant to be. */
  #status(onAnomaly: 'fail' | 'warn'): CheckResult['status'] {
    if (this.#counts.over > 0 && onAnomaly === 'fail') return 'failed'
    if (this.#counts.fault > 0 || this.#readings === 0) return 'errored'
    return this.#counts.over > 0 ? 'warning' : 'passed'
  }

  #message(status: CheckResult['status']): { readonly message?: string } {
    if (status === 'passed') return {}
    if (this.#readings === 0) return { message: 'it was never read: the watch was too short, or the database did not answer' }
    const wanted: Fault = status === 'errored' ? 'fault' : 'over'
    const first = [...this.#kept, ...(this.#stretch === null ? [] : [this.#stretch])].find(({ fault }) => fault === wanted)
    if (first === undefined) return {}
    const more = this.#counts[wanted] > 1 ? `, and ${this.#counts[wanted] - 1} more times` : ''
    return { message: `${describeWhen(first)}${more}: ${first.evidence[0] ?? first.value}` }
  }
}

function faultOf(reading: Reading): Fault | null {
  if (reading.fault !== undefined) return 'fault'
  return reading.over === true ? 'over' : null
}

/** `at 09:30:12 UTC`, with for how many intervals. */
export function describeWhen({ from, intervals }: Anomaly): string {
  const time = `at ${from.slice(11, 19)} UTC`
  return intervals === 1 ? time : `from ${from.slice(11, 19)} UTC for ${intervals} intervals`
}
