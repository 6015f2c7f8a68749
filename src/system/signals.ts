/** Turns SIGINT, SIGTERM and a lost terminal into an abort that lets a run end in one of its outcomes. */
import type { EventEmitter } from 'node:events'
import { InterruptedError } from '../domain/errors.ts'

/** A closed terminal (SIGHUP) would otherwise kill a run in the middle. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface InterruptListeners {
  /** Called once, with what happens now. */
  readonly onFirst: (message: string) => void
  /** Called for each further signal. */
  readonly onRepeat: (message: string) => void
}

export interface Interrupts extends Disposable {
  /** Aborted by the first signal, with an InterruptedError as its reason. */
  readonly signal: AbortSignal
}

/** Listens until disposed. Nothing exits by itself: the run is asked to end, and told again if asked again. */
export function listenForInterrupts(listeners: InterruptListeners, source: EventEmitter = process): Interrupts {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      listeners.onRepeat(`${name} again: still ending safely; the run stops in a known state and says which`)
      return
    }
    listeners.onFirst(`${name}: ending safely now; what was begun is finished or taken back first`)
    controller.abort(new InterruptedError(name))
  }
  for (const name of SIGNALS) source.on(name, onSignal)
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of SIGNALS) source.off(name, onSignal)
    },
  }
}
