/** Opens a store by its place; the client of a kind of store is loaded only where one is named. */
import type { BackupStore } from '../domain/ports/backup-store.ts'
import type { StorePlace } from '../domain/store-place.ts'
import { openDirectoryStore } from './directory.ts'

export async function openStore(place: StorePlace): Promise<BackupStore> {
  if (place.kind === 'directory') return openDirectoryStore(place.path)
  return (await import('./s3.ts')).openS3Store(place)
}
