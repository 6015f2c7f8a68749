/** Finds a backup as a person names it: a manifest, an id, or a place in a store, from which it is fetched first. */
import { backupSizeBytes } from '../domain/backup.ts'
import { BackupError, ConfigurationError, causeChain } from '../domain/errors.ts'
import { type BackupStore, isBackupId, MANIFEST_FILE } from '../domain/ports/backup-store.ts'
import { isS3Location, parseS3Location, type S3Place } from '../domain/store-place.ts'
import type { Backup } from './backup.ts'
import type { RunContext } from './context.ts'

/**
 * The backup, in the run directory or where its manifest was named.
 *
 * @throws ConfigurationError where there is none of that name, BackupError where it is not whole or cannot be fetched
 */
export async function findBackup(context: RunContext, named: string): Promise<Backup> {
  if (isS3Location(named)) return fetchLocation(context, named)
  if (!isBackupId(named) || named.endsWith('.json')) return readHere(context, named)
  const ownText = await context.backupStores.own.readManifest(named, context.signal)
  if (ownText !== null) return readHere(context, `${context.backupStores.own.location}${named}/${MANIFEST_FILE}`)
  return (await fetchFromAny(context, named, await context.backupStores.planned())) ?? readHere(context, named)
}

async function readHere(context: RunContext, path: string): Promise<Backup> {
  return { manifest: await context.store.readManifest(path), path }
}

/** `s3://bucket/prefix/ID`, or that of its manifest. The plan's own word on endpoint and region holds for its buckets. */
async function fetchLocation(context: RunContext, named: string): Promise<Backup> {
  const parts = named.replace(/\/+$/, '').replace(`/${MANIFEST_FILE}`, '').split('/')
  const id = parts.pop() ?? ''
  const place = parseS3Location(parts.join('/'))
  if ('mistake' in place || !isBackupId(id)) {
    throw new ConfigurationError(`${JSON.stringify(named)} is no place of a backup`, {
      hint: 'write s3://BUCKET/PREFIX/ID, as savepoint backup list shows it',
    })
  }
  const store = await context.backupStores.open(asPlanned(context, place))
  const backup = await fetchFrom(context, store, id)
  if (backup !== null) return backup
  throw new ConfigurationError(`${store.location} holds no whole backup ${id}`, {
    hint: 'savepoint backup list shows what there is',
  })
}

function asPlanned({ plan }: RunContext, place: S3Place): S3Place {
  const planned = plan.backup.stores.filter((known) => known.kind === 's3')
  const sameBucket = planned.find(({ bucket }) => bucket === place.bucket)
  return sameBucket === undefined ? place : { ...sameBucket, prefix: place.prefix }
}

/** From the first store that holds it, and gives it whole; `null` where none does. */
async function fetchFromAny(context: RunContext, id: string, stores: readonly BackupStore[]): Promise<Backup | null> {
  const failures: unknown[] = []
  for (const store of stores) {
    try {
      const backup = await fetchFrom(context, store, id)
      if (backup !== null) return backup
    } catch (error) {
      context.signal.throwIfAborted()
      failures.push(error)
      context.emit({ type: 'note', text: context.redact(causeChain(error)[0] ?? `${store.location} failed`) })
    }
  }
  if (failures.length > 0) throw failures[0]
  return null
}

async function fetchFrom(context: RunContext, store: BackupStore, id: string): Promise<Backup | null> {
  const text = await store.readManifest(id, context.signal)
  if (text === null) return null
  const manifest = context.store.parseManifest(text, `${store.location}${id}/${MANIFEST_FILE}`)
  if (manifest.id !== id) {
    throw new BackupError(`${store.location} holds backup ${JSON.stringify(manifest.id)} under the name ${id}`, {
      hint: 'it was moved or changed there: choose another backup',
    })
  }
  const total = backupSizeBytes(manifest)
  let before = 0
  const path = await context.store.receiveBackup(manifest, async (file, target) => {
    const onProgress = (bytes: number) =>
      context.emit({ type: 'progress', label: `fetching ${id}`, done: before + bytes, total, unit: 'bytes' })
    await store.get(id, file, target, { signal: context.signal, onProgress })
    before += file.sizeBytes
  })
  return { manifest, path }
}

/** Into the run directory, every digest compared. @throws ConfigurationError where no store holds it, BackupError */
export async function fetchBackup(context: RunContext, id: string, from: string | null): Promise<Backup> {
  if (!isBackupId(id)) {
    throw new ConfigurationError(`${JSON.stringify(id)} is no id of a backup`, { hint: 'savepoint backup list shows the ids' })
  }
  const stores = await storesNamed(context, from)
  if (stores.length === 0) {
    throw new ConfigurationError('the plan names no store to fetch from', {
      hint: 'name one: --from s3://BUCKET/PREFIX/, or backup: { store: […] } in the plan',
    })
  }
  const backup = await fetchFromAny(context, id, stores)
  if (backup !== null) return backup
  const places = stores.map(({ location }) => location).join(', ')
  throw new ConfigurationError(`there is no whole backup ${id} in ${places}`, {
    hint: 'savepoint backup list shows what there is',
  })
}

/** The plan's stores, or the one a person names: of the plan, or any bucket. */
async function storesNamed(context: RunContext, named: string | null): Promise<readonly BackupStore[]> {
  const planned = await context.backupStores.planned()
  if (named === null) return planned
  const known = planned.filter(({ location }) => location === named || location === `${named}/`)
  if (known.length > 0) return known
  const place = isS3Location(named) ? parseS3Location(named) : { mistake: 'is no store of the plan' }
  if (!('mistake' in place)) return [await context.backupStores.open(asPlanned(context, place))]
  throw new ConfigurationError(`${JSON.stringify(named)} ${place.mistake}`, {
    hint: `stores of the plan: ${planned.map(({ location }) => location).join(', ') || 'none'}; another bucket is named s3://BUCKET/PREFIX/`,
  })
}
