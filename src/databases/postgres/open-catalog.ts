/** The catalogue of a PostgreSQL database behind its port: each question in a read-only session of its own. */
import type { Catalog, Population } from '../../domain/ports/catalog.ts'
import type { Sessions, SqlSession } from '../../domain/ports/database.ts'
import { quoteIdentifier, quoteTableName, type TableName } from '../../domain/table-name.ts'
import { readObjects } from './catalog.ts'
import { readForeignKeys, readOrphans } from './foreign-keys.ts'
import { readInventory } from './inventory.ts'
import { readTableDescriptions } from './table-descriptions.ts'

export function openCatalog(sessions: Sessions): Catalog {
  const reading = <Result>(signal: AbortSignal, work: (session: SqlSession) => Promise<Result>) =>
    whileReading(sessions, signal, work)
  return {
    inventory: (signal) => reading(signal, readInventory),
    tables: (signal) => reading(signal, readTableDescriptions),
    objectNames: (signal) => reading(signal, readObjectNames),
    foreignKeys: (signal) => reading(signal, readForeignKeys),
    orphans: (relations, sampleSize, signal) => reading(signal, (session) => readOrphans(session, relations, sampleSize)),
    population: (table, columns, signal) => reading(signal, (session) => countFilled(session, table, columns)),
  }
}

/** Row security off makes the server refuse instead of hiding rows; a hidden row would be a row not counted. */
async function whileReading<Result>(
  sessions: Sessions,
  signal: AbortSignal,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const session = await sessions.open({ purpose: 'catalogue', signal })
  try {
    return await session.transaction(async () => {
      await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
      await session.query('SET LOCAL row_security = off')
      return work(session)
    })
  } finally {
    await session.close()
  }
}

/** With names qualified as a fingerprint has them. */
async function readObjectNames(session: SqlSession) {
  await session.query("SELECT set_config('search_path', 'pg_catalog', true)")
  return (await readObjects(session)).map(({ kind, name }) => ({ kind, name }))
}

async function countFilled(session: SqlSession, table: TableName, columns: readonly string[]): Promise<readonly Population[]> {
  const counts = columns.map((column, index) => `, count(${quoteIdentifier(column)}) AS filled${index}`)
  const [row] = await session.query(`SELECT count(*) AS rows${counts.join('')} FROM ${quoteTableName(table)}`)
  return columns.map((_, index) => ({ rows: BigInt(row?.rows ?? 0), filled: BigInt(row?.[`filled${index}`] ?? 0) }))
}
