/** Health of what goes on in the database: old transactions, sessions that wait for others, prepared transactions left over. */
import type { Check, Finding } from '../../domain/check.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import type { HealthContext } from './health.ts'
import { describeMs } from './units.ts'

/** A lock wait longer than this is no passing moment. */
const LONG_BLOCK_MS = 5_000
const SHOWN = 5

/** Other client sessions of this database that are not of this run. */
const OTHERS = `datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL AND NOT starts_with(application_name, $1)`

export function longTransactionsCheck({ limits, session, runId }: HealthContext): Check {
  return {
    name: 'long transactions',
    kind: 'activity',
    ask: async () => {
      const rows = await (await session()).query(
        `SELECT pid, usename, application_name, client_addr, state, query, query = '<insufficient privilege>' AS hidden,
                (extract(epoch FROM clock_timestamp() - xact_start) * 1000)::bigint AS age_ms,
                (extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS query_age_ms
           FROM pg_stat_activity WHERE ${OTHERS} AND (backend_type = 'client backend' OR backend_type IS NULL) ORDER BY xact_start`,
        [`savepoint ${runId} `],
      )
      const old = rows.filter((row) => Number(row.age_ms ?? 0) > limits.maxTransactionAgeMs)
      const hidden = rows.filter((row) => row.hidden === 't').length
      return judgeTransactions(old, hidden, describeMs(limits.maxTransactionAgeMs))
    },
  }
}

function judgeTransactions(old: readonly TextRow[], hidden: number, limit: string): Finding {
  const expected = `no transaction older than ${limit}`
  if (old.length > 0) {
    const commands = old.map((row) => `SELECT pg_terminate_backend(${row.pid})`)
    const message = `Let them finish, or end them: ${commands.join('; ')}`
    return { status: 'failed', expected, actual: listed(old.map(describeTransaction)), message }
  }
  if (hidden === 0) return { status: 'passed', expected, actual: 'none' }
  const message = 'GRANT pg_read_all_stats to the role, so that their transactions can be seen.'
  return { status: 'warning', expected, actual: `none seen, ${counted(hidden, 'session')} of other roles hidden`, message }
}

function describeTransaction(row: TextRow): string {
  const who = `${describeSession(row)} for ${describeMs(Number(row.age_ms))}, ${row.state}`
  return row.query ? `${who}, last statement ${describeMs(Number(row.query_age_ms))} ago: ${shortened(row.query)}` : who
}

function describeSession(row: TextRow): string {
  const application = row.application_name ? ` (${row.application_name})` : ''
  return `session ${row.pid} of ${row.usename}${application}`
}

export function blockedSessionsCheck({ session, runId }: HealthContext): Check {
  return {
    name: 'blocked sessions',
    kind: 'activity',
    ask: async () => {
      const rows = await (await session()).query(
        `SELECT a.pid, a.usename, a.application_name, array_to_string(pg_blocking_pids(a.pid), ', ') AS blockers,
                (extract(epoch FROM clock_timestamp() - w.since) * 1000)::bigint AS waits_ms
           FROM pg_stat_activity a
           JOIN (SELECT pid, min(coalesce(waitstart, clock_timestamp())) AS since FROM pg_locks WHERE NOT granted GROUP BY pid) w ON w.pid = a.pid
          WHERE ${OTHERS.replaceAll('pid <>', 'a.pid <>')} ORDER BY w.since`,
        [`savepoint ${runId} `],
      )
      if (rows.length === 0) return { status: 'passed', expected: 'none', actual: 'none' }
      const lasting = rows.some((row) => Number(row.waits_ms) >= LONG_BLOCK_MS)
      const actual = listed(
        rows.map((row) => `${describeSession(row)} waits ${describeMs(Number(row.waits_ms))} for ${row.blockers}`),
      )
      const message = 'A migration would queue behind them: let the blocking sessions finish, or end them.'
      return { status: lasting ? 'failed' : 'warning', expected: 'none', actual, message }
    },
  }
}

export function preparedTransactionsCheck({ limits, session }: HealthContext): Check {
  return {
    name: 'prepared transactions',
    kind: 'activity',
    ask: async () => {
      const rows = await (await session()).query(
        `SELECT gid, owner, (extract(epoch FROM clock_timestamp() - prepared) * 1000)::bigint AS age_ms
           FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared`,
      )
      const expected = `none older than ${describeMs(limits.maxTransactionAgeMs)}`
      const old = rows.filter((row) => Number(row.age_ms) > limits.maxTransactionAgeMs)
      if (old.length === 0) return { status: 'passed', expected, actual: 'none' }
      const actual = listed(old.map((row) => `${row.gid} of ${row.owner} for ${describeMs(Number(row.age_ms))}`))
      const message =
        'They hold their locks until COMMIT PREPARED or ROLLBACK PREPARED, and keep the database from being renamed.'
      return { status: 'warning', expected, actual, message }
    },
  }
}

function listed(items: readonly string[]): string {
  const rest = items.length - SHOWN
  return items.slice(0, SHOWN).join('; ') + (rest > 0 ? `; and ${rest} more` : '')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function shortened(query: string): string {
  const line = query.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
