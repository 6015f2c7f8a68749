/** How a child process is made to end: its whole group is asked first and killed after a grace. */
import type { ChildProcess } from 'node:child_process'

/** Time between SIGTERM and SIGKILL. */
export const GRACE_MS = 5000

/** What ended a process before its time. */
export type Ending =
  | { readonly by: 'abort'; readonly reason: unknown }
  | { readonly by: 'timeout'; readonly afterMs: number }
  /** What it reads or writes could not be gone on with. */
  | { readonly by: 'stream'; readonly error: unknown }

/** Ends one process group on abort or timeout, and remembers which. Dispose once the process is gone. */
export class ProcessEnder implements Disposable {
  readonly #child: ChildProcess
  readonly #disposals: (() => void)[] = []
  #ending: Ending | undefined

  constructor(
    child: ChildProcess,
    limits: { readonly signal?: AbortSignal | undefined; readonly timeoutMs?: number | undefined },
  ) {
    this.#child = child
    const { signal, timeoutMs } = limits
    if (signal !== undefined) this.#onAbort(signal)
    if (timeoutMs !== undefined) this.#after(timeoutMs, () => this.#end({ by: 'timeout', afterMs: timeoutMs }))
  }

  /** Ends it because a stream that it depends on failed. */
  endFor(error: unknown): void {
    this.#end({ by: 'stream', error })
  }

  get ending(): Ending | undefined {
    return this.#ending
  }

  #onAbort(signal: AbortSignal): void {
    const listener = () => this.#end({ by: 'abort', reason: signal.reason })
    signal.addEventListener('abort', listener, { once: true })
    this.#disposals.push(() => signal.removeEventListener('abort', listener))
    if (signal.aborted) listener()
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(act, ms)
    this.#disposals.push(() => clearTimeout(timer))
  }

  #end(ending: Ending): void {
    if (this.#ending !== undefined) return
    this.#ending = ending
    signalGroup(this.#child, 'SIGTERM')
    this.#after(GRACE_MS, () => signalGroup(this.#child, 'SIGKILL'))
  }

  [Symbol.dispose](): void {
    for (const dispose of this.#disposals) dispose()
    // A group that was told to end must not leave a member at work in the database behind its leader's back.
    if (this.#ending !== undefined) signalGroup(this.#child, 'SIGKILL')
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
