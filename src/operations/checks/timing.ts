/** Timings of something run several times, and how they read. */
import type { Clock } from '../../domain/ports/clock.ts'
import { formatDuration } from '../../domain/quantity-text.ts'

export interface Timing {
  readonly runs: number
  readonly medianMs: number
  readonly fastestMs: number
  readonly slowestMs: number
}

export interface Repetition {
  readonly clock: Clock
  readonly runs: number
  /** Runs before them that do not count. */
  readonly warmUp: number
}

export async function repeatedly({ clock, runs, warmUp }: Repetition, work: () => Promise<void>): Promise<Timing> {
  const durations: number[] = []
  for (let run = 0; run < warmUp + runs; run++) {
    const started = clock.monotonicMs()
    await work()
    if (run >= warmUp) durations.push(clock.monotonicMs() - started)
  }
  return timingOf(durations)
}

/** @param durations - ms, at least one */
export function timingOf(durations: readonly number[]): Timing {
  const sorted = durations.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [fastest, slowest, upper] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0, sorted[middle] ?? 0]
  const medianMs = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
  return { runs: sorted.length, medianMs, fastestMs: fastest, slowestMs: slowest }
}

/** `1.2 s`, or `median 1.2 s of 5 (1.1 s to 1.4 s)`. */
export function describeTiming({ runs, medianMs, fastestMs, slowestMs }: Timing): string {
  if (runs === 1) return formatDuration(medianMs)
  return `median ${formatDuration(medianMs)} of ${runs} (${formatDuration(fastestMs)} to ${formatDuration(slowestMs)})`
}
