/** Dumps a database as of an exported instant with `pg_dump`, in custom format, with progress and cancellation. */
import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BackupError, CommandError } from '../../domain/errors.ts'
import type { DumpOptions } from '../../domain/ports/database.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import { formatBytes } from '../../domain/quantity-text.ts'
import { childEnvironmentOf, conninfo } from './child-environment.ts'
import type { ClientPrograms } from './client-programs.ts'
import { applicationNameOf } from './session-defaults.ts'
import type { PostgresSettings } from './settings.ts'

export const DUMP_FORMAT = 'pg_dump custom'

/** The schema of Savepoint's own ledger: it tells of runs, and is no part of what a backup brings back. */
const LEDGER_SCHEMA = 'savepoint'

const PROGRESS_MS = 500

export interface DumpContext {
  readonly processes: Processes
  readonly programs: ClientPrograms
  readonly settings: PostgresSettings
  readonly runId: string
  readonly lockTimeoutMs: number
  readonly databaseBytes: number
}

/**
 * Writes the dump.
 *
 * @throws BackupError saying why, with the last lines of pg_dump in its cause; the signal's reason when aborted
 */
export async function dumpDatabase(context: DumpContext, options: DumpOptions): Promise<void> {
  const stopWatching = watchGrowth(context, options)
  try {
    await dumpCompressed(context, options)
  } catch (error) {
    options.signal.throwIfAborted()
    throw await explain(error, context, options.file)
  } finally {
    await stopWatching()
  }
}

/** zstd is faster than gzip and smaller; a client built without it says so before it connects. */
async function dumpCompressed(context: DumpContext, options: DumpOptions): Promise<void> {
  if (context.programs.major < 16) return runDump(context, options, '1')
  try {
    await runDump(context, options, 'zstd:1')
  } catch (error) {
    if (!(error instanceof CommandError) || !linesOf(error).includes('not support compression')) throw error
    await runDump(context, options, '1')
  }
}

async function runDump(context: DumpContext, options: DumpOptions, compression: string): Promise<void> {
  const { settings, programs } = context
  const applicationName = applicationNameOf(context.runId, 'dump')
  const args = [
    '--format=custom',
    `--compress=${compression}`,
    `--snapshot=${options.instant.id}`,
    `--exclude-schema=${LEDGER_SCHEMA}`,
    '--no-password',
    ...(context.lockTimeoutMs > 0 ? [`--lock-wait-timeout=${Math.round(context.lockTimeoutMs)}`] : []),
    `--file=${options.file}`,
    `--dbname=${conninfo(settings, applicationName)}`,
  ]
  await context.processes.run(
    { run: { file: programs.dump, args }, env: childEnvironmentOf(settings, applicationName) },
    { signal: options.signal },
  )
}

/** Reports the size of the growing file; the returned function stops and reports the last size. */
function watchGrowth(context: DumpContext, options: DumpOptions): () => Promise<void> {
  if (options.onProgress === undefined) return async () => {}
  const report = async () => {
    const size = await stat(options.file).then(
      (file) => file.size,
      () => null,
    )
    if (size !== null) options.onProgress?.(size, context.databaseBytes)
  }
  const timer = setInterval(report, PROGRESS_MS)
  return async () => {
    clearInterval(timer)
    await report()
  }
}

async function explain(error: unknown, context: DumpContext, file: string): Promise<unknown> {
  if (!(error instanceof CommandError)) return error
  const lines = linesOf(error)
  const reason = lastError(error)
  if (/No space left on device|Disk quota exceeded|File too large|SIGXFSZ/i.test(`${lines}\n${error.message}`)) {
    return new BackupError(`the disk is full: ${reason}`, {
      hint: `${await freeSpaceAt(dirname(file))} free where the backup is written, the database holds ${formatBytes(context.databaseBytes)}; free space or choose another --output.`,
      cause: error,
    })
  }
  return new BackupError(`pg_dump failed: ${reason}`, { hint: hintFor(lines), cause: error })
}

async function freeSpaceAt(directory: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(directory)
    return formatBytes(bavail * bsize)
  } catch {
    return 'little'
  }
}

/** The line that says what went wrong; what follows it is pg_dump's detail. */
export function lastError(error: CommandError): string {
  const line = error.lastLines.find((text) => /error:|fatal:|ERROR|FATAL/.test(text)) ?? error.lastLines.at(-1)
  return line?.replace(/^(.*\/)?pg_(dump|restore): (error: )?/, '') ?? error.message
}

function linesOf(error: CommandError): string {
  return error.lastLines.join('\n')
}

function hintFor(lines: string): string {
  if (/permission denied/.test(lines)) return 'Grant the role SELECT on what the backup must hold, or use a role that owns it.'
  if (/row-level security/.test(lines))
    return 'Use a role with BYPASSRLS, or the owner of the table: a filtered backup is no backup.'
  if (/lock timeout|could not obtain lock|canceling statement/.test(lines)) {
    return 'Another session holds a lock on a table: `savepoint health` shows which; raise `session.lock-timeout` to wait longer.'
  }
  if (/invalid snapshot|snapshot .* does not exist/.test(lines))
    return 'The session that holds the instant was lost: see the server log, then run again.'
  return 'See the lines of pg_dump below and the server log.'
}
