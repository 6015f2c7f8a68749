/** Lists the backups that there are, in the run directory and in every store of the plan. */
import { type BackupManifest, backupSizeBytes, type VerificationLevel } from '../domain/backup.ts'
import { causeChain } from '../domain/errors.ts'
import { type BackupStore, MANIFEST_FILE } from '../domain/ports/backup-store.ts'
import type { RunContext } from './context.ts'
import { wordsOf } from './storing.ts'

export interface ListedBackup {
  readonly id: string
  readonly createdAt: string
  readonly environment: string
  readonly database: string
  readonly sizeBytes: number
  readonly verification: VerificationLevel
  /** Places that hold it whole. */
  readonly places: readonly string[]
}

export interface BackupList {
  /** Newest first. */
  readonly backups: readonly ListedBackup[]
  /** What lies in a place and is no whole backup: interrupted, or changed. */
  readonly incomplete: readonly { readonly id: string; readonly place: string; readonly reason: string }[]
  /** Places that could not be asked. */
  readonly failures: readonly { readonly place: string; readonly reason: string }[]
}

/** What one place holds. */
export interface Holding {
  readonly store: BackupStore
  readonly whole: readonly BackupManifest[]
  readonly incomplete: BackupList['incomplete']
  /** `null` where it could be asked. */
  readonly failure: string | null
}

const READ_AT_ONCE = 8

/** Asks no database. A place that cannot be asked does not hide the others. */
export async function listBackups(context: RunContext): Promise<BackupList> {
  const holdings = await holdingsOf(context)
  const places = new Map<string, ListedBackup>()
  for (const { store, whole } of holdings) {
    for (const manifest of whole) places.set(manifest.id, merged(places.get(manifest.id), manifest, store.location))
  }
  return {
    backups: [...places.values()].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)),
    incomplete: holdings.flatMap(({ incomplete }) => incomplete),
    failures: holdings.flatMap(({ store, failure }) => (failure === null ? [] : [{ place: store.location, reason: failure }])),
  }
}

const PROOF: Readonly<Record<VerificationLevel, number>> = { none: 0, read: 1, restore: 2 }

/** A proof made later is written where it was made: the best is that of the backup. */
function merged(known: ListedBackup | undefined, manifest: BackupManifest, place: string): ListedBackup {
  const { id, createdAt, environment, database, verification } = manifest
  const level =
    known !== undefined && PROOF[known.verification] > PROOF[verification.level] ? known.verification : verification.level
  const places = [...(known?.places ?? []), place]
  return {
    id,
    createdAt,
    environment,
    database: database.name,
    sizeBytes: backupSizeBytes(manifest),
    verification: level,
    places,
  }
}

/** The run directory first, then the stores of the plan. */
export async function holdingsOf(context: RunContext): Promise<readonly Holding[]> {
  const stores = [context.backupStores.own, ...(await context.backupStores.planned())]
  return Promise.all(stores.map((store) => holdingOf(context, store)))
}

async function holdingOf(context: RunContext, store: BackupStore): Promise<Holding> {
  try {
    const queue = [...(await store.list(context.signal))]
    const found: (BackupManifest | BackupList['incomplete'][number])[] = []
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) found.push(await look(context, store, id))
    }
    await Promise.all(Array.from({ length: READ_AT_ONCE }, work))
    const whole = found.filter((each): each is BackupManifest => 'files' in each)
    return { store, whole, incomplete: found.filter((each) => 'reason' in each), failure: null }
  } catch (error) {
    context.signal.throwIfAborted()
    return { store, whole: [], incomplete: [], failure: context.redact(wordsOf(error)) }
  }
}

async function look(
  context: RunContext,
  store: BackupStore,
  id: string,
): Promise<BackupManifest | BackupList['incomplete'][number]> {
  const incomplete = (reason: string) => ({ id, place: store.location, reason: context.redact(reason) })
  const text = await store.readManifest(id, context.signal)
  if (text === null) return incomplete('it has no manifest: it is being made, or was interrupted')
  try {
    const manifest = context.store.parseManifest(text, `${store.location}${id}/${MANIFEST_FILE}`)
    return manifest.id === id ? manifest : incomplete(`its manifest is of another backup, ${JSON.stringify(manifest.id)}`)
  } catch (error) {
    return incomplete(causeChain(error)[0] ?? 'its manifest cannot be read')
  }
}
