/** The backup manifest: what a backup holds, of which database and instant, and how far it has been proven. */
import type { Fingerprint } from './fingerprint.ts'
import type { Revision } from './revision.ts'

/** `restore`: restored elsewhere and compared value by value; `read`: every byte read and digests compared; `none`: not proven. */
export type VerificationLevel = 'restore' | 'read' | 'none'

export interface DatabaseIdentity {
  readonly kind: 'postgres' | 'sqlite'
  /** The server's own identifier (PostgreSQL: the cluster's system identifier), where the role may read it. */
  readonly systemIdentifier: string | null
  readonly name: string
}

export interface BackupFile {
  /** Path relative to the manifest. */
  readonly path: string
  readonly sizeBytes: number
  /** Hex. */
  readonly sha256: string
}

export type Compression = 'zstd' | 'none'

export interface Encryption {
  readonly format: 'age'
  /** Public keys: the private key of any one of them opens the backup. */
  readonly recipients: readonly string[]
}

export interface BackupManifest {
  readonly version: 1
  readonly id: string
  readonly runId: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly environment: string
  readonly database: DatabaseIdentity
  readonly serverVersion: string
  readonly clientVersion: string
  readonly toolVersion: string
  /** How the dump is written, e.g. `pg_dump custom`. */
  readonly format: string
  /** Around the whole dump, so that the program of that name opens it. Missing in backups of earlier versions: `none`. */
  readonly compression?: Compression
  /** Around the compressed dump; `null` where there is none. Missing in backups of earlier versions: none. */
  readonly encryption?: Encryption | null
  readonly revision: readonly Revision[]
  /** Identifier of the instant, as in the snapshot of the same run. */
  readonly instant: string
  readonly fingerprint: Fingerprint
  readonly files: readonly BackupFile[]
  readonly verification: { readonly level: VerificationLevel; readonly at: string | null; readonly restoreMs: number | null }
}

/** Size of all files together, in bytes. */
export function backupSizeBytes(manifest: BackupManifest): number {
  return manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0)
}
