/** The port of time, so that logic can be tested at any hour. */

export interface Clock {
  now(): Date
  /** Milliseconds that only ever grow; for durations. */
  monotonicMs(): number
  /** @throws the signal's reason when aborted */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
