/** Reads a dump from its first byte to its last without a database: what a restore would stumble over is found. */
import { BackupError, CommandError } from '../../domain/errors.ts'
import type { StoredDump } from '../../domain/ports/database.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import type { ClientPrograms } from './client-programs.ts'
import { lastError } from './dump.ts'

/**
 * Lets `pg_restore` turn all of it into SQL that nobody keeps. It takes the table of contents entry by entry, and fails
 * where one of them has no data; `--list` would look at the table of contents alone.
 *
 * @throws BackupError where it is not whole; the signal's reason when aborted
 */
export async function readWholeDump(
  processes: Processes,
  programs: ClientPrograms,
  dump: StoredDump,
  signal: AbortSignal,
): Promise<void> {
  const bytes = dump.open()[Symbol.asyncIterator]()
  const args = ['--file=/dev/null', '--no-password']
  try {
    await processes.run({ run: { file: programs.restore, args } }, { signal, input: untilNobodyReads(bytes) })
    // The checksum of a compressed dump comes after the last byte that pg_restore wants.
    while (!(await bytes.next()).done) signal.throwIfAborted()
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof CommandError)) throw error
    throw new BackupError(`the dump is not whole: ${lastError(error)}`, { hint: 'choose another backup', cause: error })
  } finally {
    await bytes.return?.()
  }
}

/** Leaves what was not read where it is, for somebody else to go on with. */
async function* untilNobodyReads(bytes: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield next.value
}
