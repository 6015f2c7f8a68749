/** Dumps a database as of an exported instant with `pg_dump`, in custom format, as a stream, with progress and cancellation. */
import { BackupError, CommandError } from '../../domain/errors.ts'
import type { DumpOptions } from '../../domain/ports/database.ts'
import type { ByteStream, Processes } from '../../domain/ports/processes.ts'
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
 * Hands the dump over, uncompressed: one thread of `pg_dump` compresses slower than whoever takes it can.
 *
 * @throws BackupError saying why, with the last lines of pg_dump in its cause; the signal's reason when aborted; what the
 *   output throws
 */
export async function dumpDatabase(context: DumpContext, options: DumpOptions): Promise<void> {
  const { settings, programs, processes } = context
  const { signal, output } = options
  const applicationName = applicationNameOf(context.runId, 'dump')
  const args = [
    '--format=custom',
    '--compress=0',
    `--snapshot=${options.instant.id}`,
    `--exclude-schema=${LEDGER_SCHEMA}`,
    '--no-password',
    ...(context.lockTimeoutMs > 0 ? [`--lock-wait-timeout=${Math.round(context.lockTimeoutMs)}`] : []),
    `--dbname=${conninfo(settings, applicationName)}`,
  ]
  const command = { run: { file: programs.dump, args }, env: childEnvironmentOf(settings, applicationName) }
  try {
    await processes.run(command, { signal, output: (dump) => output(measured(dump, context, options)) })
  } catch (error) {
    signal.throwIfAborted()
    throw explain(error)
  }
}

/** Reports how many bytes have gone by, from time to time and at the end. */
async function* measured(dump: ByteStream, context: DumpContext, { onProgress }: DumpOptions): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let reportedAt = performance.now()
  for await (const chunk of dump) {
    bytes += chunk.byteLength
    yield chunk
    if (performance.now() - reportedAt < PROGRESS_MS) continue
    reportedAt = performance.now()
    onProgress?.(bytes, context.databaseBytes)
  }
  onProgress?.(bytes, context.databaseBytes)
}

function explain(error: unknown): unknown {
  if (!(error instanceof CommandError)) return error
  return new BackupError(`pg_dump failed: ${lastError(error)}`, { hint: hintFor(error.lastLines.join('\n')), cause: error })
}

/** The line that says what went wrong; what follows it is pg_dump's detail. */
export function lastError(error: CommandError): string {
  const line = error.lastLines.find((text) => /error:|fatal:|ERROR|FATAL/.test(text)) ?? error.lastLines.at(-1)
  return line?.replace(/^(.*\/)?pg_(dump|restore): (error: )?/, '') ?? error.message
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
