/** Reads for a check: the server refuses anything else. */
import type { Sessions, SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'

/** Runs work in a read-only transaction of its own session. */
export async function whileReading<Result>(
  database: Sessions,
  signal: AbortSignal,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const session = await database.open({ purpose: 'check', signal })
  try {
    return await session.transaction(async () => {
      await session.query('SET TRANSACTION READ ONLY')
      return work(session)
    })
  } finally {
    await session.close()
  }
}

export function readOnlyQuery(database: Sessions, sql: string, signal: AbortSignal): Promise<readonly TextRow[]> {
  return whileReading(database, signal, (session) => session.query(sql))
}
