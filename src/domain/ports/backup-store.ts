/** The port of a store: a place that holds backups side by side, each whole only once its manifest is there. */
import type { BackupFile } from '../backup.ts'
import type { StorePlace } from '../store-place.ts'

/** Name of the manifest in every place that holds a backup; it is written last and removed first. */
export const MANIFEST_FILE = 'manifest.json'

export interface TransferOptions {
  readonly signal: AbortSignal
  /** Called with the bytes of this file that have gone over so far. */
  readonly onProgress: (bytes: number) => void
}

/** Every method throws a BackupError that names the store and says what to do. */
export interface BackupStore {
  /** As people write it, with a slash at its end: `s3://bucket/prefix/`. Holds no secrets. */
  readonly location: string
  /** Writes a file of a backup from a local path, and proves that the store holds these bytes. */
  put(backupId: string, file: BackupFile, source: string, options: TransferOptions): Promise<void>
  /** Makes a backup whole, once all of its files are there. */
  putManifest(backupId: string, text: string, signal: AbortSignal): Promise<void>
  /** Ids of everything that is or was to become a backup. */
  list(signal: AbortSignal): Promise<readonly string[]>
  /** `null` where the backup is not whole, or not there at all. */
  readManifest(backupId: string, signal: AbortSignal): Promise<string | null>
  /** Writes a file of a backup to a local path; the caller compares it with the manifest. */
  get(backupId: string, file: BackupFile, target: string, options: TransferOptions): Promise<void>
  /** Removes a backup, its manifest first. */
  remove(backupId: string, signal: AbortSignal): Promise<void>
}

/** The stores that a command can reach. */
export interface BackupStores {
  /** The run directory's own backups. */
  readonly own: BackupStore
  /** Those that the plan names, in its order. */
  planned(): Promise<readonly BackupStore[]>
  /** One that a person names. */
  open(place: StorePlace): Promise<BackupStore>
}

/** Whether a text may be the id of a backup: it stays where it is put, and is not hidden. */
export function isBackupId(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text)
}
