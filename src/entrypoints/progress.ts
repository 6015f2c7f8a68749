/** Follows one thing that takes time and says how far it is: percent, rate and time left. */
import type { RunEvent } from '../domain/ports/events.ts'
import { formatBytes, formatDuration } from '../domain/quantity-text.ts'

type ProgressEvent = Extract<RunEvent, { type: 'progress' }>

/** A rate measured over less than this says nothing. */
const MEASURED_MS = 1000

export class Progress {
  #event: ProgressEvent | undefined
  #words = ''
  #firstDone = 0
  #startedAtMs = 0
  #nowMs = 0

  /** Takes the newest event; another label begins anew. */
  update(event: ProgressEvent, nowMs: number): void {
    if (this.#event?.label !== event.label || event.done < this.#event.done) {
      this.#startedAtMs = nowMs
      this.#firstDone = event.done
    }
    this.#event = event
    this.#nowMs = nowMs
  }

  /** Says something else until the next event. */
  say(words: string): void {
    this.#event = undefined
    this.#words = words
  }

  clear(): void {
    this.#event = undefined
    this.#words = ''
  }

  /** `dumping · 43 % · 12.3 MB/s · 12.0 s left`, as far as it is known; empty where nothing is under way. */
  describe(): string {
    const event = this.#event
    if (event === undefined) return this.#words
    return [event.label, this.#amount(event), ...this.#pace(event)].join(' · ')
  }

  #amount({ done, total, unit }: ProgressEvent): string {
    if (total === null || total <= 0) return unit === 'bytes' ? formatBytes(done) : String(done)
    if (unit === 'items') return `${done} of ${total}`
    return `${Math.min(100, Math.floor((done / total) * 100))} %`
  }

  #pace({ done, total, unit }: ProgressEvent): readonly string[] {
    const elapsedMs = this.#nowMs - this.#startedAtMs
    const perMs = (done - this.#firstDone) / elapsedMs
    if (elapsedMs < MEASURED_MS || perMs <= 0) return []
    const rate = unit === 'bytes' ? [`${formatBytes(perMs * 1000)}/s`] : []
    return total === null || total <= done ? rate : [...rate, `${formatDuration((total - done) / perMs)} left`]
  }
}
