/** Ends other sessions in the server and waits until they are gone. */
import { ConnectionError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import { oneLine } from './failures.ts'
import { applicationNameOf } from './session-defaults.ts'
import type { PostgresSessions } from './sessions.ts'

/** How long a server takes at most to end a session, and how often to look. */
const GONE_WITHIN_MS = 10_000
const POLL_MS = 50

/** Which sessions: a condition on `pg_stat_activity`, with its values. */
export interface SessionFilter {
  readonly condition: string
  readonly values: readonly string[]
}

export interface Ended {
  readonly count: number
  /** Why some could not be ended, a line each. */
  readonly refusals: readonly string[]
}

/** Sessions inside any of these databases. */
export function sessionsIn(databases: readonly string[]): SessionFilter {
  return { condition: 'datname = ANY (string_to_array($1, chr(1)))', values: [databases.join('\u0001')] }
}

/** Asks each of the sessions to end, once; does not wait. */
export async function terminateSessions(session: SqlSession, filter: SessionFilter): Promise<Ended> {
  const rows = await session.query(
    `SELECT pid, usename FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (${filter.condition})`,
    filter.values,
  )
  const refusals: string[] = []
  for (const row of rows) {
    try {
      // One at a time: the refusal of one would undo the whole statement.
      await session.query('SELECT pg_terminate_backend($1)', [row.pid ?? null])
    } catch (error) {
      refusals.push(`session ${row.pid} of ${row.usename ?? 'the server'}: ${oneLine((error as Error).message)}`)
    }
  }
  return { count: rows.length, refusals }
}

export async function countSessions(session: SqlSession, filter: SessionFilter): Promise<number> {
  const [row] = await session.query(
    `SELECT count(*) AS sessions FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (${filter.condition})`,
    filter.values,
  )
  return Number(row?.sessions ?? 0)
}

/**
 * Ends what a vanished run left in the server, its tools included, and waits until it is gone.
 *
 * @throws ConnectionError when sessions are still there after 10 s, or may not be ended by this role
 */
export async function endRunSessions(sessions: PostgresSessions, clock: Clock, runId: string): Promise<number> {
  const filter = { condition: 'starts_with(application_name, $1)', values: [applicationNameOf(runId, '')] }
  const session = await sessions.shared()
  const { count, refusals } = await terminateSessions(session, filter)
  const deadline = clock.monotonicMs() + GONE_WITHIN_MS
  while ((await countSessions(session, filter)) > 0) {
    if (refusals.length > 0 || clock.monotonicMs() > deadline) throw stillThere(runId, refusals)
    await clock.sleep(POLL_MS)
  }
  return count
}

function stillThere(runId: string, refusals: readonly string[]): ConnectionError {
  return new ConnectionError(`sessions of run ${runId} do not end: ${refusals[0] ?? 'the server did not end them within 10 s'}`, {
    hint: 'GRANT pg_signal_backend to the role, or end them as the role that opened them.',
  })
}
