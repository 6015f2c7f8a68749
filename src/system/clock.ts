/** The real clock. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../domain/ports/clock.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep,
}

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    // The timer rejects with an AbortError of its own; callers are promised the reason.
    signal?.throwIfAborted()
    throw error
  }
}
