/** The port of the run directory: the journal's first home, and where reports, snapshots and backups lie. */
import type { BackupFile, BackupManifest, Compression, Encryption } from '../backup.ts'
import type { Evidence } from '../evidence.ts'
import type { JournalEntry } from '../journal.ts'
import type { Snapshot } from '../snapshot.ts'
import type { StoredDump } from './database.ts'
import type { ByteStream } from './processes.ts'

/** A dump that is written and fsynced, under a temporary name. */
export interface WrittenDump {
  readonly file: BackupFile
  readonly compression: Compression
  /** `null` where it is not encrypted. */
  readonly encryption: Encryption | null
}

export interface RunStore {
  /** Absolute path of the directory (`--output`). */
  readonly directory: string
  /** Appends and fsyncs. */
  appendJournal(entry: JournalEntry): Promise<void>
  readJournal(): Promise<readonly JournalEntry[]>
  /** Creates the directory of a backup, and returns its path. */
  prepareBackup(backupId: string): Promise<string>
  /** Compresses the dump as it comes, by so many threads (`null`: as many as there are cores), encrypts it where the plan says so, and digests what is written, under a temporary name. @throws SavepointError where the disk is full */
  writeDump(backupId: string, dump: ByteStream, threads: number | null): Promise<WrittenDump>
  /** Renames the files of the manifest, then writes the manifest beside them. Returns the manifest's path. */
  sealBackup(manifest: BackupManifest): Promise<string>
  updateManifest(path: string, manifest: BackupManifest): Promise<void>
  /** Reads a manifest, refusing one that is not whole. @throws ConfigurationError, BackupError */
  readManifest(path: string): Promise<BackupManifest>
  /** Reads a manifest that comes from `origin`, a place for messages. @throws BackupError when it is not whole */
  parseManifest(text: string, origin: string): BackupManifest
  /**
   * Takes over a backup from elsewhere, file by file: each is written by `receive` to the path it is given and compared with the
   * manifest, which is written last. A backup that is here already, and whole, is left as it is. Returns the manifest's path.
   * @throws BackupError naming the file that differs
   */
  receiveBackup(manifest: BackupManifest, receive: (file: BackupFile, path: string) => Promise<void>): Promise<string>
  /** Compares size and SHA-256 of every file with the manifest. @throws BackupError naming the file that differs */
  verifyFiles(path: string, manifest: BackupManifest): Promise<void>
  /** How to read the dump of a backup. Its files are taken for verified. */
  openDump(path: string, manifest: BackupManifest): StoredDump
  /** Whether this process can open the dump. @throws BackupError naming those whose private key it takes, and how to give one */
  requireKey(path: string, manifest: BackupManifest): Promise<void>
  /** Removes what an interrupted backup left: files without a manifest. */
  discardUnsealed(backupId: string): Promise<void>
  saveSnapshot(snapshot: Snapshot): Promise<string>
  readLatestSnapshot(): Promise<Snapshot | null>
  /**
   * Evidence of a rehearsal: of a file, or the latest of this directory; `null` where there is none here.
   * @throws ConfigurationError where it cannot be read, is none, or the named file does not exist
   */
  readEvidence(file: string | null): Promise<Evidence | null>
  /** Keeps what a check or a service wrote, already redacted, under any name that a person gave it; returns the path. */
  saveOutput(runId: string, name: string, text: string): Promise<string>
  /** Writes a report file of a run and as the latest; returns the path of the run's own. */
  saveReport(runId: string, name: string, text: string): Promise<string>
}
