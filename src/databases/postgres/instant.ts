/** One instant of the database, exported so that dump, fingerprint and queries all see the same. */
import { availableParallelism } from 'node:os'
import type { SnapshotView, SqlSession } from '../../domain/ports/database.ts'
import type { SnapshotInstant, TextRow } from '../../domain/snapshot.ts'
import { readSequences } from './catalog.ts'
import { fingerprintDatabase } from './fingerprint.ts'
import { quoteText } from './names.ts'
import type { PostgresSessions } from './sessions.ts'

const MOST_JOBS = 8

/** An instant of the database with all that can be read of it. */
export function withInstant<T>(
  sessions: PostgresSessions,
  signal: AbortSignal,
  work: (view: SnapshotView) => Promise<T>,
): Promise<T> {
  return withExportedInstant(sessions, signal, async (instant, keeper) => {
    // Sequences stand outside of instants. Read before anything else, they can only be behind what a dump of the instant holds.
    const sequences = await readSequences(keeper)
    return await work({
      instant,
      fingerprint: (options) =>
        fingerprintDatabase(sessions, instant, { ...options, sequences, jobs: Math.min(MOST_JOBS, availableParallelism()) }),
      query: (sql) => queryAt(sessions, instant, sql, signal),
    })
  })
}

/** Keeps the instant open, in a session that does nothing else, for as long as `work` takes. */
export async function withExportedInstant<T>(
  sessions: PostgresSessions,
  signal: AbortSignal,
  work: (instant: SnapshotInstant, keeper: SqlSession) => Promise<T>,
): Promise<T> {
  const keeper = await sessions.open({ purpose: 'snapshot', signal })
  try {
    await keeper.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const [row] = await keeper.query('SELECT pg_export_snapshot() AS id, pg_current_snapshot() AS horizon')
    return await work({ id: String(row?.id), horizon: String(row?.horizon) }, keeper)
  } finally {
    await keeper.close()
  }
}

/** In a session of its own: a query that fails must not end the transaction that keeps the instant. */
async function queryAt(
  sessions: PostgresSessions,
  instant: SnapshotInstant,
  sql: string,
  signal: AbortSignal,
): Promise<readonly TextRow[]> {
  const session = await sessions.open({ purpose: 'query', signal })
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await session.query(`SET TRANSACTION SNAPSHOT ${quoteText(instant.id)}`)
    // What the server would hide is not answered less: it refuses, as it does for a fingerprint.
    await session.query('SET LOCAL row_security = off')
    return await session.query(sql)
  } finally {
    await session.close()
  }
}
