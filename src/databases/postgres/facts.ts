/** What a database says of itself: identity, version, size. */
import { StatementError } from '../../domain/errors.ts'
import type { DatabaseFacts, SqlSession } from '../../domain/ports/database.ts'

export async function readFacts(session: SqlSession): Promise<DatabaseFacts> {
  const [row] = await session.query(
    "SELECT current_database() AS name, current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes",
  )
  return {
    identity: { kind: 'postgres', systemIdentifier: await readSystemIdentifier(session), name: String(row?.name) },
    // `15.4 (Debian 15.4-1.pgdg120+1)`: the packager's part tells nothing here.
    serverVersion: String(row?.version).split(' ')[0] ?? '',
    sizeBytes: Number(row?.bytes),
  }
}

/** `null` where the role may not ask, as on some managed servers. */
async function readSystemIdentifier(session: SqlSession): Promise<string | null> {
  try {
    const [row] = await session.query('SELECT system_identifier AS id FROM pg_control_system()')
    return row?.id ?? null
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}
