/** Ends a process group when Savepoint itself is killed: a tool left at work would go on changing what the next run looks at. */
import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Waits for a word. Where its input ends without one, whoever held the other end is gone, and the group named by the first
 * argument is killed.
 */
const WATCH = 'read -r word; test "$word" = done || kill -s KILL -- "-$0"'

/** Guards one group until it is disposed; what the group left in the background then lives on. */
export class ProcessGuard implements Disposable {
  readonly #watcher: ChildProcess | null

  constructor(child: ChildProcess) {
    this.#watcher = child.pid === undefined ? null : startWatcher(child.pid)
  }

  [Symbol.dispose](): void {
    this.#watcher?.stdin?.end('done\n')
  }
}

/** In a group of its own, so that what ends Savepoint's does not end it. A machine that has no room for it goes without. */
function startWatcher(group: number): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', WATCH, String(group)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, env: {} })
  for (const source of [watcher, watcher.stdin]) source?.on('error', () => undefined)
  watcher.unref()
  return watcher
}
