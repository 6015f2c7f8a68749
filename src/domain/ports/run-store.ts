/** The port of the run directory: the journal's first home, and where reports, snapshots and backups lie. */
import type { BackupManifest } from '../backup.ts'
import type { Evidence } from '../evidence.ts'
import type { JournalEntry } from '../journal.ts'
import type { Snapshot } from '../snapshot.ts'

export interface RunStore {
  /** Absolute path of the directory (`--output`). */
  readonly directory: string
  /** Appends and fsyncs. */
  appendJournal(entry: JournalEntry): Promise<void>
  readJournal(): Promise<readonly JournalEntry[]>
  /** Path under which a backup's dump is first written, its directory created. */
  prepareBackup(
    backupId: string,
  ): Promise<{ readonly directory: string; readonly temporaryFile: string; readonly finalFile: string }>
  /** Digests, fsyncs and renames the dump, then writes the manifest beside it the same way. Returns the manifest's path. */
  sealBackup(
    backupId: string,
    describe: (file: BackupManifest['files'][number]) => BackupManifest,
  ): Promise<{ readonly manifest: BackupManifest; readonly path: string }>
  updateManifest(path: string, manifest: BackupManifest): Promise<void>
  /** Reads a manifest, refusing one that is not whole. @throws ConfigurationError, BackupError */
  readManifest(path: string): Promise<BackupManifest>
  /** Compares size and SHA-256 of every file with the manifest. @throws BackupError naming the file that differs */
  verifyFiles(path: string, manifest: BackupManifest): Promise<void>
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
