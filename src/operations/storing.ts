/** Stores a proven backup in every place that the plan names, all at once, each read back before it counts. */
import { dirname, join } from 'node:path'
import { backupSizeBytes } from '../domain/backup.ts'
import type { Finding } from '../domain/check.ts'
import { causeChain, hintOf } from '../domain/errors.ts'
import type { BackupStore } from '../domain/ports/backup-store.ts'
import { formatBytes, formatCount } from '../domain/quantity-text.ts'
import type { StoreRecord } from '../domain/run-result.ts'
import type { Backup } from './backup.ts'
import type { RunContext } from './context.ts'
import type { Proceedings } from './proceedings.ts'
import type { StageScope } from './stages.ts'

/**
 * Does nothing where the plan names no store.
 *
 * @param otherwise - what a store that could not take it is: a failure that ends the run, or a warning beside the backup that is here
 * @throws CheckError where one failed
 */
export async function storeBackup(
  context: RunContext,
  proceedings: Proceedings,
  backup: Backup,
  otherwise: 'failed' | 'warning',
): Promise<void> {
  if (context.plan.backup.stores.length === 0) return
  await proceedings.stages.run('store-backup', async (scope) => {
    const stores = await context.backupStores.planned()
    const storing = stores.map((store) => storeIn(context, proceedings, scope, { backup, store, otherwise }))
    proceedings.stored = await Promise.all(storing)
    scope.requirePassed()
  })
}

interface Storing {
  readonly backup: Backup
  readonly store: BackupStore
  readonly otherwise: 'failed' | 'warning'
}

async function storeIn(
  context: RunContext,
  { journal }: Proceedings,
  scope: StageScope,
  { backup, store, otherwise }: Storing,
): Promise<StoreRecord> {
  const { location } = store
  const announced = { backupId: backup.manifest.id, location }
  const ask = async (): Promise<Finding> => {
    await journal.announce({ type: 'backup-storing', ...announced })
    try {
      await send(context, backup, store)
    } catch (error) {
      context.signal.throwIfAborted()
      return { status: otherwise, expected: 'stored', actual: 'not stored', message: context.redact(wordsOf(error)) }
    }
    await journal.announce({ type: 'backup-stored', ...announced })
    return { status: 'passed', expected: 'stored', actual: amountOf(backup) }
  }
  const { status, durationMs } = await scope.ask({ name: `stored in ${location}`, kind: 'store', ask })
  return { location, status: status === 'passed' ? 'stored' : 'failed', durationMs }
}

/** The manifest goes last, so that half of a backup is never taken for one. */
async function send({ signal, emit }: RunContext, { manifest, path }: Backup, store: BackupStore): Promise<void> {
  const total = backupSizeBytes(manifest)
  let before = 0
  for (const file of manifest.files) {
    const onProgress = (bytes: number) =>
      emit({ type: 'progress', label: `storing in ${store.location}`, done: before + bytes, total, unit: 'bytes' })
    await store.put(manifest.id, file, join(dirname(path), file.path), { signal, onProgress })
    before += file.sizeBytes
  }
  await store.putManifest(manifest.id, `${JSON.stringify(manifest, null, 2)}\n`, signal)
}

function amountOf({ manifest }: Backup): string {
  return `${formatCount(manifest.files.length, 'file')}, ${formatBytes(backupSizeBytes(manifest))}, read back`
}

/** The shortest useful sentence, and what to do. */
export function wordsOf(error: unknown): string {
  return [causeChain(error)[0] ?? 'unknown failure', hintOf(error)].filter((part) => part !== undefined).join('; ')
}
