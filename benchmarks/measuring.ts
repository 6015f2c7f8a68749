/** Measures contestants side by side: one round asks each of them once, so that a busy moment of the machine meets all alike. */

export interface Measured {
  readonly name: string
  /** Median of all rounds. */
  readonly medianMs: number
}

export interface Contestant {
  readonly name: string
  run(): Promise<unknown>
}

/** The first round warms up and does not count. */
export async function sideBySide(contestants: readonly Contestant[], rounds: number): Promise<readonly Measured[]> {
  const durations = contestants.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const durationMs = await durationOf(contestant.run)
      if (round > 0) durations[index]?.push(durationMs)
    }
  }
  return contestants.map(({ name }, index) => ({ name, medianMs: median(durations[index] ?? []) }))
}

export async function durationOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : sorted.slice(middle, middle + 1)
  return (low + high) / 2
}
