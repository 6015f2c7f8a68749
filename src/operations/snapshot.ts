/** Takes a snapshot: the fingerprint and the plan's named queries, all of one instant. */
import type { SnapshotView } from '../domain/ports/database.ts'
import type { Revision } from '../domain/revision.ts'
import type { Snapshot, TextRow } from '../domain/snapshot.ts'
import type { RunContext } from './context.ts'

/** What was found before anything was changed, and travels with the snapshot: results of checks, and levels of activity. */
export type FoundBefore = Required<Pick<Snapshot, 'before'>> & Pick<Snapshot, 'activity'>

/** Reads everything the snapshot holds from the view's instant. */
export async function readSnapshot(
  context: RunContext,
  view: SnapshotView,
  revision: readonly Revision[],
  found: FoundBefore,
  signal: AbortSignal,
): Promise<Snapshot> {
  const takenAt = context.clock.now().toISOString()
  const fingerprint = await view.fingerprint({
    signal,
    onProgress: (done, total, table) => {
      context.emit({ type: 'progress', label: `reading ${table}`, done, total, unit: 'items' })
    },
  })
  const queries = await readQueries(context, view)
  return {
    version: 1,
    runId: context.runId,
    database: context.database.maskedUrl,
    takenAt,
    instant: view.instant,
    revision,
    fingerprint,
    queries,
    ...found,
  }
}

async function readQueries(context: RunContext, view: SnapshotView): Promise<Record<string, readonly TextRow[]>> {
  const results: Record<string, readonly TextRow[]> = {}
  for (const [name, { query }] of Object.entries(context.plan.snapshot.queries)) results[name] = await view.query(query)
  return results
}

/** A snapshot of now, saved in the run directory. */
export async function takeSnapshot(context: RunContext, found: FoundBefore, signal: AbortSignal): Promise<Snapshot> {
  const { current } = await context.migrator.state({ signal })
  const snapshot = await context.database.withSnapshot(signal, (view) => readSnapshot(context, view, current, found, signal))
  await context.store.saveSnapshot(snapshot)
  return snapshot
}
