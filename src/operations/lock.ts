/** Takes the lock that lets one run at a time work on a database, and gives it back. */
import { LockError } from '../domain/errors.ts'
import type { RunLock } from '../domain/ports/database.ts'
import type { RunContext } from './context.ts'

/** @throws LockError naming the holder when it is not free within the plan's `lock-wait` */
export async function acquireLock(context: RunContext, signal: AbortSignal = context.signal): Promise<RunLock> {
  const { database, migrator, plan, emit } = context
  const onWait = (holder: string) => emit({ type: 'note', text: `waiting for another run: ${holder}` })
  return database.acquireLock({ historyKey: migrator.historyKey, waitMs: plan.lockWaitMs, signal, onWait })
}

/** A lock that ended with its session is gone all the same. */
export async function releaseLock(context: RunContext, lock: RunLock | null): Promise<void> {
  await lock?.release().catch((error: unknown) => {
    const why = error instanceof LockError ? error.message : 'its session had ended'
    context.emit({ type: 'note', text: `the run lock was already gone: ${why}` })
  })
}
