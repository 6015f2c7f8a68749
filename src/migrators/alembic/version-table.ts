/** Reads Alembic's version table through Savepoint's own session, to know that both speak of the same database. */
import { MigrationError, StatementError } from '../../domain/errors.ts'
import type { Sessions } from '../../domain/ports/database.ts'
import type { Revision } from '../../domain/revision.ts'
import { quoteTableName, type TableName } from '../../domain/table-name.ts'

const NO_SUCH_TABLE = new Set(['42P01', '3F000'])
const NOT_ALLOWED = '42501'

/** Its revisions; `absent` before the first migration, `unreadable` where the role may not read it. */
export type VersionTable = readonly Revision[] | 'absent' | 'unreadable'

export async function readVersionTable(sessions: Sessions, table: TableName, signal: AbortSignal): Promise<VersionTable> {
  const session = await sessions.open({ purpose: 'migrate', signal })
  try {
    const rows = await session.query(`select version_num from ${quoteTableName(table)}`)
    return rows.map((row) => row.version_num ?? '').sort()
  } catch (error) {
    if (!(error instanceof StatementError)) throw error
    if (NO_SUCH_TABLE.has(error.sqlState ?? '')) return 'absent'
    if (error.sqlState === NOT_ALLOWED) return 'unreadable'
    throw error
  } finally {
    await session.close()
  }
}

/** The name of the database that a URL or libpq's variables in a child's environment lead to, where they tell. */
export function databaseNameIn(env: Readonly<Record<string, string>>): string | null {
  return env.PGDATABASE ?? databaseNameOf(env.DATABASE_URL ?? '')
}

/** The last part of a URL's path. */
export function databaseNameOf(url: string): string | null {
  const path = /^[\w+]+:\/\/[^/]*\/([^?#]+)/.exec(url)?.[1]
  if (path === undefined) return null
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export function anotherDatabase(what: string): MigrationError {
  return new MigrationError(
    `Alembic talks to another database than this run: ${what}`,
    {},
    {
      hint: 'let env.py take the database from DATABASE_URL; if it names its own version_table, set migrator.version-table in the plan',
    },
  )
}
