/** Makes a backup and a snapshot of the same instant. */
import { type BackupManifest, backupSizeBytes } from '../domain/backup.ts'
import { BackupError } from '../domain/errors.ts'
import type { DatabaseFacts, DumpOptions, SnapshotView } from '../domain/ports/database.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import type { WrittenDump } from '../domain/ports/run-store.ts'
import { formatDuration } from '../domain/quantity-text.ts'
import type { BackupSummary, StoreRecord } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'
import { type FoundBefore, readSnapshot } from './snapshot.ts'

export interface Backup {
  readonly manifest: BackupManifest
  /** Where the manifest lies. */
  readonly path: string
  /** Why this process cannot open it: it is encrypted for keys that it was not given. Left out where it can. */
  readonly locked?: string
}

/** Dump and snapshot share one instant, so that the restored dump can be compared with the snapshot value by value. */
export async function backUp(
  context: RunContext,
  journal: Journal,
  found: FoundBefore,
  signal: AbortSignal,
): Promise<{ backup: Backup; snapshot: Snapshot }> {
  const { database, store, migrator } = context
  const backupId = context.runId
  const [facts, clientVersion, state, directory] = await Promise.all([
    database.facts(),
    database.clientVersion(),
    migrator.state({ signal }),
    store.prepareBackup(backupId),
  ])
  await journal.announce({ type: 'backup-writing', backupId, path: directory })
  const seal = async () => {
    const { snapshot, dump } = await database.withSnapshot(signal, (view) =>
      dumpAndRead(context, view, backupId, { revision: state.current, found }, signal),
    )
    await store.saveSnapshot(snapshot)
    const manifest = manifestOf(context, snapshot, facts, clientVersion, dump)
    return { snapshot, backup: { manifest, path: await store.sealBackup(manifest) } }
  }
  const { snapshot, backup } = await seal().catch(async (error: unknown) => {
    // Where the disk is full, what is half written takes the place that journal and report need.
    await store.discardUnsealed(backupId).catch(() => undefined)
    throw error
  })
  await journal.announce({ type: 'backup-written', backupId, path: backup.path, sha256: digestOf(backup.manifest) })
  return { backup, snapshot }
}

async function dumpAndRead(
  context: RunContext,
  view: SnapshotView,
  backupId: string,
  { revision, found }: { readonly revision: Snapshot['revision']; readonly found: FoundBefore },
  signal: AbortSignal,
): Promise<{ snapshot: Snapshot; dump: WrittenDump }> {
  const failure = new AbortController()
  using _limit = endingAfter(context.plan.backup.timeLimitMs, failure)
  const both = AbortSignal.any([signal, failure.signal])
  const onProgress = (bytes: number, total: number) => {
    context.emit({ type: 'progress', label: 'writing the backup', done: bytes, total, unit: 'bytes' })
  }
  const ending = <Result>(work: Promise<Result>) =>
    work.catch((error: unknown) => {
      failure.abort(error)
      throw error
    })
  // Both end before either failure is thrown: the instant must outlive its readers.
  const [dumped, read] = await Promise.allSettled([
    ending(writeDump(context, backupId, { instant: view.instant, signal: both, onProgress })),
    ending(readSnapshot(context, view, revision, found, both)),
  ])
  signal.throwIfAborted()
  failure.signal.throwIfAborted()
  if (dumped.status === 'rejected' || read.status === 'rejected') throw new BackupError('the backup ended without a reason')
  return { snapshot: read.value, dump: dumped.value }
}

/** Node's timers know nothing longer: about 25 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Ends the work when the time is over that the plan gives it. */
function endingAfter(limitMs: number | null, failure: AbortController): Disposable {
  if (limitMs === null) return { [Symbol.dispose]: () => undefined }
  const error = new BackupError(`the backup was not written within ${formatDuration(limitMs)} (backup.time-limit)`, {
    hint: 'Nothing was changed, and what was written of it is gone. Raise backup.time-limit, or see what slows the server.',
  })
  const timer = setTimeout(() => failure.abort(error), Math.min(limitMs, LONGEST_TIMER_MS))
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}

/** What was written counts only once the program that dumped has ended well. */
async function writeDump(context: RunContext, backupId: string, options: Omit<DumpOptions, 'output'>): Promise<WrittenDump> {
  const { database, store, plan } = context
  let written: WrittenDump | undefined
  const output = async (dump: ByteStream) => {
    written = await store.writeDump(backupId, dump, plan.backup.jobs)
  }
  await database.dump({ ...options, output })
  if (written === undefined) throw new BackupError('the dump ended without having been written')
  return written
}

function manifestOf(
  context: RunContext,
  snapshot: Snapshot,
  facts: DatabaseFacts,
  clientVersion: string,
  { file, compression, encryption }: WrittenDump,
): BackupManifest {
  return {
    version: 1,
    id: context.runId,
    runId: context.runId,
    createdAt: snapshot.takenAt,
    environment: context.plan.environment,
    database: facts.identity,
    serverVersion: facts.serverVersion,
    clientVersion,
    toolVersion: context.toolVersion,
    format: context.database.dumpFormat,
    compression,
    encryption,
    revision: snapshot.revision,
    instant: snapshot.instant.id,
    fingerprint: snapshot.fingerprint,
    files: [file],
    verification: { level: 'none', at: null, restoreMs: null },
  }
}

export function digestOf(manifest: BackupManifest): string {
  return manifest.files[0]?.sha256 ?? ''
}

export function summarizeBackup({ manifest, path }: Backup, stores: readonly StoreRecord[]): BackupSummary {
  return {
    id: manifest.id,
    location: path,
    sizeBytes: backupSizeBytes(manifest),
    sha256: digestOf(manifest),
    encrypted: manifest.encryption != null,
    verification: manifest.verification.level,
    restoreMs: manifest.verification.restoreMs,
    stores,
  }
}
