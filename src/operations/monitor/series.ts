/** A series of values that stays small however long the watch lasts: neighbours are merged to the larger of the two. */
import { SERIES_POINTS } from '../../domain/monitoring.ts'

/** Values kept before neighbours are merged: two hours of one a second are kept whole. */
const MOST_VALUES = 8192

export interface SeriesSummary {
  /** Largest value of each stretch, oldest first; `null` where nothing could be read. */
  readonly points: readonly (number | null)[]
  readonly min: number | null
  readonly median: number | null
  readonly max: number | null
  readonly last: number | null
  readonly sum: number
}

export class ValueSeries {
  #values: (number | null)[] = []
  /** How many values one entry stands for. */
  #merged = 1
  #pending: (number | null)[] = []
  #min: number | null = null
  #last: number | null = null
  sum = 0

  add(value: number | null): void {
    this.#pending.push(value)
    if (value !== null) {
      this.#min = this.#min === null ? value : Math.min(this.#min, value)
      this.#last = value
      this.sum += value
    }
    if (this.#pending.length < this.#merged) return
    this.#values.push(largest(this.#pending))
    this.#pending = []
    if (this.#values.length < MOST_VALUES) return
    this.#values = shrink(this.#values, MOST_VALUES / 2)
    this.#merged *= 2
  }

  summary(): SeriesSummary {
    const all = this.#pending.length === 0 ? this.#values : [...this.#values, largest(this.#pending)]
    return {
      points: shrink(all, SERIES_POINTS),
      min: this.#min,
      median: medianOf(all),
      max: largest(all),
      last: this.#last,
      sum: this.sum,
    }
  }
}

/** At most `count` values, each the largest of its stretch. */
export function shrink(values: readonly (number | null)[], count: number): (number | null)[] {
  if (values.length <= count) return [...values]
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * values.length) / count)
    return largest(values.slice(from, Math.floor(((index + 1) * values.length) / count)))
  })
}

function largest(values: readonly (number | null)[]): number | null {
  return values.reduce((most, value) => (most === null || (value !== null && value > most) ? value : most), null)
}

function medianOf(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
