/** The questions of one sample: levels, statements that run long, sessions that wait. */
import type { ActivityCounters, ActivityLevels, Told } from '../../domain/activity.ts'
import { TOLD_LINES } from '../../domain/activity.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { statementText } from './statement-text.ts'
import { describeMs } from './units.ts'

/** Sessions of programs: not of Savepoint, not of the server itself. What a role may not see is null. */
const OTHERS = `datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
  AND (backend_type = 'client backend' OR backend_type IS NULL) AND NOT starts_with(application_name, 'savepoint ')`

const LEVELS = `
  SELECT a.*, d.xact_commit, d.xact_rollback, d.deadlocks, d.temp_files,
         (extract(epoch FROM clock_timestamp() - coalesce(d.stats_reset, pg_postmaster_start_time())) * 1000)::bigint AS counted_ms,
         pg_database_size(current_database()) AS size,
         (SELECT (max(extract(epoch FROM coalesce(replay_lag, '0'))) * 1000)::bigint
            FROM pg_stat_replication WHERE state IN ('streaming', 'catchup')) AS lag_ms
    FROM pg_stat_database d, (
         SELECT count(*) AS total, count(*) FILTER (WHERE state = 'active') AS active,
                count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
                count(*) FILTER (WHERE query = '<insufficient privilege>') AS hidden
           FROM pg_stat_activity WHERE ${OTHERS}) a
   WHERE d.datname = current_database()`

export type Levels = Omit<ActivityLevels, 'at' | 'statementMeansMs'> & { readonly hiddenSessions: number }

export async function readLevels(session: SqlSession): Promise<Levels> {
  const row = (await session.query(LEVELS))[0] ?? {}
  return {
    sessions: { total: Number(row.total), active: Number(row.active), idleInTransaction: Number(row.idle_in_transaction) },
    counters: countersOf(row),
    countedForMs: row.counted_ms === null ? null : Number(row.counted_ms),
    sizeBytes: Number(row.size),
    replicationLagMs: row.lag_ms === null ? null : Number(row.lag_ms),
    hiddenSessions: Number(row.hidden),
  }
}

function countersOf(row: TextRow): ActivityCounters {
  const { xact_commit, xact_rollback, deadlocks, temp_files } = row
  return {
    commits: Number(xact_commit),
    rollbacks: Number(xact_rollback),
    deadlocks: Number(deadlocks),
    temporaryFiles: Number(temp_files),
  }
}

export interface RunningStatement {
  /** The session and when the statement began: the same as long as it runs. */
  readonly key: string
  /** The server's identifier of the statement, as in pg_stat_statements; `null` where it computes none. */
  readonly queryId: string | null
  readonly line: string
}

/** Statements that have been running for longer than the limit. */
export async function readRunning(session: SqlSession, overMs: number): Promise<readonly RunningStatement[]> {
  const rows = await session.query(
    `SELECT pid, usename, application_name, query, query_id, extract(epoch FROM query_start) AS began,
            (extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS runs_ms
       FROM pg_stat_activity
      WHERE ${OTHERS} AND state = 'active' AND clock_timestamp() - query_start > $1::bigint * interval '1 ms' ORDER BY query_start`,
    [overMs],
  )
  return rows.map((row) => ({
    key: `${row.pid} ${row.began}`,
    queryId: row.query_id === '0' ? null : (row.query_id ?? null),
    line: `running for ${describeMs(Number(row.runs_ms))} in ${describeSession(row)}: ${statementText(row.query ?? '')}`,
  }))
}

/** Sessions that have waited for a lock for longer than the limit, and who holds it. */
export async function readLockWaits(session: SqlSession, overMs: number): Promise<Told> {
  const rows = await session.query(
    `SELECT a.pid, usename, application_name, query, array_to_string(pg_blocking_pids(a.pid), ', ') AS blockers,
            (extract(epoch FROM clock_timestamp() - w.since) * 1000)::bigint AS waits_ms
       FROM (SELECT * FROM pg_stat_activity WHERE ${OTHERS}) a
       JOIN (SELECT pid, min(coalesce(waitstart, clock_timestamp())) AS since FROM pg_locks WHERE NOT granted GROUP BY pid) w ON w.pid = a.pid
      WHERE clock_timestamp() - w.since > $1::bigint * interval '1 ms' ORDER BY w.since`,
    [overMs],
  )
  const lines = rows
    .slice(0, TOLD_LINES)
    .map(
      (row) =>
        `${describeSession(row)} waits ${describeMs(Number(row.waits_ms))} for ${row.blockers}: ${statementText(row.query ?? '')}`,
    )
  return { count: rows.length, lines }
}

function describeSession(row: TextRow): string {
  const application = row.application_name ? ` (${row.application_name})` : ''
  return `session ${row.pid} of ${row.usename}${application}`
}
