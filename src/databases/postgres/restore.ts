/** Restores a dump into a new database beside the live one, for proof or to be swapped in. */
import { availableParallelism } from 'node:os'
import { BackupError, CommandError } from '../../domain/errors.ts'
import type { RestoreOptions } from '../../domain/ports/database.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import { childEnvironmentOf, conninfo } from './child-environment.ts'
import type { ClientPrograms } from './client-programs.ts'
import { createStatement, type DatabaseProperties, propertyStatements, readProperties } from './database-properties.ts'
import { dropCopyNamed } from './dropping.ts'
import { lastError } from './dump.ts'
import type { PostgresSession } from './session.ts'
import { applicationNameOf } from './session-defaults.ts'
import type { PostgresSessions } from './sessions.ts'
import { type PostgresSettings, withDatabase } from './settings.ts'

/** More side by side than this brings little and takes connections away. */
const MOST_JOBS = 8

export interface RestoreContext {
  readonly sessions: PostgresSessions
  readonly processes: Processes
  readonly programs: ClientPrograms
}

/**
 * Creates the copy and restores into it. What is half done stays for the caller to drop by the copy's name.
 *
 * @throws BackupError, StatementError (e.g. the role may not create databases); the signal's reason when aborted
 */
export async function restoreIntoCopy(context: RestoreContext, options: RestoreOptions): Promise<void> {
  await createCopy(context.sessions, options)
  try {
    await runRestore(context, options, Math.min(MOST_JOBS, availableParallelism()))
  } catch (error) {
    if (options.dump.plainFile === null || !isOutOfOrder(error)) throw error
    await dropCopyNamed(context.sessions, options.copy)
    await createCopy(context.sessions, options)
    await runRestore(context, options, 1)
  }
  await dropPublicWhereMissing(context.sessions, options)
  if (!options.faithful) return
  await applyProperties(context.sessions, options)
  await analyze(context.sessions, options)
}

/**
 * Dumps do not name every dependency: several jobs may disable a partition's trigger before the one it comes from is there,
 * or lock tables against each other. One job keeps the order of the dump.
 */
function isOutOfOrder(error: unknown): boolean {
  const lines = error instanceof BackupError && error.cause instanceof CommandError ? error.cause.lastLines.join('\n') : ''
  return /does not exist|deadlock detected/.test(lines)
}

async function createCopy(sessions: PostgresSessions, options: RestoreOptions): Promise<void> {
  await sessions.withMaintenance({ purpose: 'copy', signal: options.signal }, async (session) => {
    const properties = await propertiesFor(session, sessions, options)
    // Copying the template takes as long as the server's disk needs.
    await session.query('SET statement_timeout = 0')
    await session.query(createStatement(options.copy, properties, options.faithful))
  })
}

/** Only a plain file can be read by several jobs; what comes as a stream is restored in its own order, by one. */
async function runRestore(context: RestoreContext, options: RestoreOptions, jobs: number): Promise<void> {
  const { plainFile } = options.dump
  const settings = withDatabase(context.sessions.settings, options.copy)
  const applicationName = applicationNameOf(context.sessions.defaults.runId, 'restore')
  const args = [
    '--exit-on-error',
    '--no-password',
    // A subscription in a scratch copy would keep it from being dropped.
    ...(options.faithful ? [] : ['--no-subscriptions']),
    `--dbname=${conninfo(settings, applicationName)}`,
    ...(plainFile === null ? [] : [`--jobs=${jobs}`, plainFile]),
  ]
  const env = { ...childEnvironmentOf(settings, applicationName), PGOPTIONS: restoreOptions(settings) }
  const { signal, onLine } = options
  try {
    await context.processes.run(
      { run: { file: context.programs.restore, args }, env },
      { signal, ...(onLine === undefined ? {} : { onLine }), ...(plainFile === null ? { input: options.dump.open() } : {}) },
    )
  } catch (error) {
    options.signal.throwIfAborted()
    throw explain(error)
  }
}

/** The copy is worth nothing until it is whole; the commit of the later rename makes all of it durable. */
function restoreOptions(settings: PostgresSettings): string {
  return [settings.startupOptions, '-c synchronous_commit=off'].filter((part) => part !== null).join(' ')
}

function explain(error: unknown): unknown {
  if (!(error instanceof CommandError)) return error
  const lines = error.lastLines.join('\n')
  const hint = /must be owner|must be (a )?member|permission denied|must be superuser/.test(lines)
    ? 'The role must be a member of the roles that own objects, or a superuser, to restore them as they were.'
    : /No space left/.test(lines)
      ? 'The disk of the server is full: free space there.'
      : 'See the lines of pg_restore below and the server log.'
  return new BackupError(`pg_restore failed: ${lastError(error)}`, { hint, cause: error })
}

/** Every new database has a schema `public`; a dump of a database that dropped it does not say so. */
async function dropPublicWhereMissing(sessions: PostgresSessions, options: RestoreOptions): Promise<void> {
  const live = await sessions.shared()
  if ((await live.query("SELECT FROM pg_namespace WHERE nspname = 'public'")).length > 0) return
  await inCopy(sessions, options, async (copy) => {
    const [row] = await copy.query(
      "SELECT count(*) AS objects FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('public')",
    )
    if (row?.objects === '0') await copy.query('DROP SCHEMA IF EXISTS public')
  })
}

/** A migration may have changed the live database's own, so those that the backup knows go before. */
function propertiesFor(
  session: PostgresSession,
  sessions: PostgresSessions,
  options: RestoreOptions,
): Promise<DatabaseProperties> {
  const known = options.faithful ? options.properties : undefined
  return known === undefined
    ? readProperties(session, sessions.settings.database)
    : Promise.resolve(JSON.parse(known) as DatabaseProperties)
}

async function applyProperties(sessions: PostgresSessions, options: RestoreOptions): Promise<void> {
  await sessions.withMaintenance({ purpose: 'copy', signal: options.signal }, async (session) => {
    const properties = await propertiesFor(session, sessions, options)
    await session.transaction(async () => {
      for (const statement of propertyStatements(options.copy, properties)) await session.query(statement)
    })
  })
}

/**
 * A restored table has no statistics, and production would plan its queries blind until autovacuum comes round. A copy made
 * for proof needs none: its fingerprint scans every table whole.
 */
async function analyze(sessions: PostgresSessions, options: RestoreOptions): Promise<void> {
  await inCopy(sessions, options, async (session) => {
    await session.query('SET statement_timeout = 0')
    await session.query('ANALYZE')
  })
}

async function inCopy(
  sessions: PostgresSessions,
  options: RestoreOptions,
  work: (session: PostgresSession) => Promise<void>,
): Promise<void> {
  const session = await sessions.open({ purpose: 'copy', signal: options.signal }, options.copy)
  try {
    await work(session)
  } finally {
    await session.close()
  }
}
