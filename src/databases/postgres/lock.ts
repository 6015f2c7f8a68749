/** The run lock: a session advisory lock, polled, held by a session that runs nothing else. */
import { createHash } from 'node:crypto'
import { LockError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { LockRequest, RunLock } from '../../domain/ports/database.ts'
import { refuseTransactionPooler } from './pooler.ts'
import type { PostgresSession } from './session.ts'
import type { PostgresSessions } from './sessions.ts'
import { serverName } from './settings.ts'
import { describeMs } from './units.ts'

const POLL_MS = 250

/** Where locks are held if the role may connect there: a lock inside the database itself would be in the way of its rename. */
const MAINTENANCE_DATABASE = 'postgres'

/** A lock's key: signed, as PostgreSQL's bigint. */
export function lockKey(database: string, historyKey: string): bigint {
  return createHash('sha256').update(`${database}\u0000${historyKey}`).digest().readBigInt64BE(0)
}

/**
 * Waits for the lock by asking again and again: a waiting statement would deadlock with CREATE INDEX CONCURRENTLY.
 *
 * @throws LockError naming the holder when the time is over, or when a pooler makes a lock impossible; the signal's reason
 */
export async function acquireRunLock(sessions: PostgresSessions, clock: Clock, request: LockRequest): Promise<RunLock> {
  const { database } = sessions.settings
  const places = database === MAINTENANCE_DATABASE ? [database] : [MAINTENANCE_DATABASE, database]
  const session = await sessions.openFirst(places, { purpose: 'lock' })
  try {
    await refuseTransactionPooler(session, (place) => sessions.open({ purpose: 'pooler-probe' }, place))
    const key = lockKey(database, request.historyKey)
    await waitForLock(session, clock, key, request, database)
    return heldLock(session, key)
  } catch (error) {
    await session.close()
    throw error
  }
}

async function waitForLock(
  session: PostgresSession,
  clock: Clock,
  key: bigint,
  request: LockRequest,
  database: string,
): Promise<void> {
  const deadline = clock.monotonicMs() + request.waitMs
  let announced = ''
  for (;;) {
    request.signal.throwIfAborted()
    const [row] = await session.query('SELECT pg_try_advisory_lock($1) AS held', [key])
    if (row?.held === 't') return
    const holder = await describeHolder(session, key)
    const remainingMs = deadline - clock.monotonicMs()
    if (remainingMs <= 0) throw heldByOther(database, holder, request.waitMs)
    if (holder !== announced) request.onWait?.(holder)
    announced = holder
    await clock.sleep(Math.min(POLL_MS, remainingMs), request.signal)
  }
}

function heldByOther(database: string, holder: string, waitMs: number): LockError {
  return new LockError(`another run holds database ${database}: ${holder}; waited ${describeMs(waitMs)}`, {
    hint: 'Wait until it ends, or raise `lock-wait`; `savepoint status` shows what it does.',
  })
}

const HELD = `
  locktype = 'advisory' AND granted AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (classid::bigint << 32) | objid::bigint = $1`

/** Who holds it since when. The name of the run is visible to every role; its start may not be, and is part of a run's id. */
async function describeHolder(session: PostgresSession, key: bigint): Promise<string> {
  const [row] = await session.query(
    `SELECT a.application_name, a.usename, l.pid, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS') AS since
       FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE ${HELD}`,
    [key],
  )
  if (row === undefined) return 'a run that has just ended'
  const run = /^savepoint (\S+) lock$/.exec(row.application_name ?? '')?.[1]
  const who = run === undefined ? (row.application_name ?? 'a session') : `run ${run}`
  const since = row.since === null ? '' : ` since ${row.since} UTC`
  return `${who} of ${row.usename ?? 'another role'} (session ${row.pid})${since}`
}

function heldLock(session: PostgresSession, key: bigint): RunLock {
  const { settings } = session
  return {
    place: `database ${settings.database} on ${serverName(settings)}`,
    assertHeld: () => assertHeld(session, key),
    release: async () => {
      // Closing alone would free it a moment later than this returns.
      await session.query('SELECT pg_advisory_unlock($1)', [key]).catch(() => {})
      await session.close()
    },
  }
}

async function assertHeld(session: PostgresSession, key: bigint): Promise<void> {
  const hint = 'Another run may have started since: see `savepoint status` and the server log before going on.'
  try {
    const rows = await session.query(`SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND ${HELD}`, [key])
    if (rows.length > 0) return
  } catch (cause) {
    throw new LockError('the run lock is lost: its session is gone', { hint, cause })
  }
  throw new LockError('the run lock is lost: the session no longer holds it', { hint })
}
