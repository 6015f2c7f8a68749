/** What every store needs to move the files of a backup: safe names, and a count of what has gone over. */
import { Transform } from 'node:stream'
import { BackupError } from '../domain/errors.ts'
import { isBackupId } from '../domain/ports/backup-store.ts'

/**
 * `ID/name`, for a name that may lie in directories below.
 *
 * @throws BackupError for an id or a name that would lead elsewhere
 */
export function partOf(location: string, backupId: string, name: string): string {
  if (isBackupId(backupId) && name.split('/').every(isBackupId)) return `${backupId}/${name}`
  throw new BackupError(`${JSON.stringify(`${backupId}/${name}`)} cannot name a file of a backup in ${location}`, {
    hint: 'names are letters, digits, dots, dashes and underscores; this backup was not made by Savepoint',
  })
}

/** Passes everything on, and tells how much it was so far. */
export function counting(onProgress: (bytes: number) => void): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      onProgress(bytes)
      done(null, chunk)
    },
  })
}
