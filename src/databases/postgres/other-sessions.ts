/** Other client sessions of the database: who they are, and how they are ended. */
import { ConnectionError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { OtherSession } from '../../domain/ports/database.ts'
import { countSessions, terminateSessions } from './ending-sessions.ts'
import { applicationNameOf } from './session-defaults.ts'
import type { PostgresSessions } from './sessions.ts'

const GONE_WITHIN_MS = 10_000
const POLL_MS = 50

/**
 * Client sessions of this database that are neither this run's nor its tools', which all carry the run's name. Those of other
 * roles are listed by the server too, if with less to say of them.
 */
export async function readOtherSessions(sessions: PostgresSessions): Promise<readonly OtherSession[]> {
  const session = await sessions.shared()
  const rows = await session.query(
    `SELECT pid, usename, application_name, coalesce(client_addr::text, CASE WHEN client_port = -1 THEN 'a socket' END) AS client, state,
            to_char(state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
       FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND (backend_type = 'client backend' OR backend_type IS NULL) AND NOT starts_with(application_name, $1)
      ORDER BY pid`,
    [applicationNameOf(sessions.defaults.runId, '')],
  )
  return rows.map((row) => ({
    pid: Number(row.pid),
    application: row.application_name ?? '',
    role: row.usename ?? 'unknown',
    client: row.client ?? null,
    state: row.state ?? null,
    since: row.since ?? null,
  }))
}

/**
 * Ends sessions of this database by their process ids and waits until they are gone.
 *
 * @throws ConnectionError when one is still there after 10 s, or may not be ended by this role
 */
export async function endSessionsByPid(sessions: PostgresSessions, clock: Clock, pids: readonly number[]): Promise<void> {
  const filter = {
    condition: `datname = current_database() AND pid = ANY (string_to_array($1, ',')::int[])`,
    values: [pids.join(',')],
  }
  const session = await sessions.shared()
  const { refusals } = await terminateSessions(session, filter)
  const deadline = clock.monotonicMs() + GONE_WITHIN_MS
  while ((await countSessions(session, filter)) > 0) {
    if (refusals.length > 0 || clock.monotonicMs() > deadline) {
      throw new ConnectionError(`sessions do not end: ${refusals[0] ?? 'the server did not end them within 10 s'}`, {
        hint: 'GRANT pg_signal_backend to the role, or end them as the role that opened them.',
      })
    }
    await clock.sleep(POLL_MS)
  }
}
