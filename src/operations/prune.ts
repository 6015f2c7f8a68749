/** Removes the backups that have had their time, place by place, and never the last that is proven. */
import { type BackupManifest, backupSizeBytes } from '../domain/backup.ts'
import type { BackupStore } from '../domain/ports/backup-store.ts'
import { judgeRetention, type Retention } from '../domain/retention.ts'
import { holdingsOf } from './backup-list.ts'
import type { RunContext } from './context.ts'
import { findUnsettledRuns } from './earlier-runs.ts'
import { wordsOf } from './storing.ts'

export interface PruneRequest {
  readonly retention: Retention
  /** Whether it is done; otherwise it is only said. */
  readonly really: boolean
}

export interface PruneReport {
  readonly environment: string
  readonly removed: boolean
  readonly places: readonly {
    readonly place: string
    readonly removes: readonly { readonly id: string; readonly createdAt: string; readonly sizeBytes: number }[]
    readonly keeps: readonly { readonly id: string; readonly createdAt: string; readonly why: string }[]
    /** Why it could not be asked, or not be pruned to the end. */
    readonly failure: string | null
  }[]
}

/**
 * Prunes each place by itself, and only the backups of the environment at hand: what another keeps is its own plan's to say. What a run
 * may still come back to is kept, so the database's ledger is asked.
 */
export async function pruneBackups(context: RunContext, { retention, really }: PruneRequest): Promise<PruneReport> {
  const needed = new Set((await findUnsettledRuns(context)).flatMap(({ backup }) => (backup === null ? [] : [backup.id])))
  const { environment } = context.plan
  const places: PruneReport['places'][number][] = []
  for (const { store, whole, failure } of await holdingsOf(context)) {
    const ours = whole.filter((manifest) => manifest.environment === environment)
    const verdicts = judgeRetention(ours, retention, needed, context.clock.now())
    const removes = verdicts.filter(({ keptAs }) => keptAs === null).map(({ manifest }) => manifest)
    const failed = failure ?? (really ? await removeAll(context, store, removes) : null)
    places.push({
      place: store.location,
      removes: removes.map((manifest) => ({
        id: manifest.id,
        createdAt: manifest.createdAt,
        sizeBytes: backupSizeBytes(manifest),
      })),
      keeps: verdicts.flatMap(({ manifest: { id, createdAt }, keptAs }) =>
        keptAs === null ? [] : [{ id, createdAt, why: keptAs }],
      ),
      failure: failed,
    })
  }
  return { environment, removed: really, places }
}

/** Oldest first, so that what an interrupt leaves is the newer. Why it did not come to its end, or `null`. */
async function removeAll(context: RunContext, store: BackupStore, doomed: readonly BackupManifest[]): Promise<string | null> {
  try {
    for (const { id } of doomed.toReversed()) await store.remove(id, context.signal)
    return null
  } catch (error) {
    context.signal.throwIfAborted()
    return context.redact(wordsOf(error))
  }
}
