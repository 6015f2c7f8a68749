/** Parity of two tables that differ in four rows, against reading them all and against what SQL offers for it. */
import type pg from 'pg'
import type { Database } from '../src/domain/ports/database.ts'
import { compareRows } from '../src/operations/parity.ts'
import { type Measured, sideBySide } from './measuring.ts'
import { measuredTable, openedDatabase, settle, withClient } from './tables.ts'

/** What one size of table gave. */
export interface ParityMeasured {
  readonly rows: number
  readonly measured: readonly Measured[]
  /** Temporary files that the server wrote while parity was checked. */
  readonly temporaryFiles: number
}

/** Three rows with another value and one that is missing. */
function differences(rows: number): string {
  return `
  UPDATE other SET amount = amount + 0.01 WHERE id IN (17, ${rows / 2}, ${rows - 5});
  DELETE FROM other WHERE id = 1000;`
}

/** Fills two empty databases, of two servers or of one: the first with both tables, the second with the other one alone. */
export async function fillParityTables(url: string, otherUrl: string, rows: number): Promise<void> {
  await withClient(url, (client) => client.query(measuredTable('measured', rows)))
  for (const place of [url, otherUrl]) {
    await withClient(place, async (client) => {
      await client.query(measuredTable('other', rows) + differences(rows))
      await settle(client)
    })
  }
}

/** With `sql`, also against the joins that people write by hand, which take minutes on larger tables. */
export async function measureParity(
  url: string,
  otherUrl: string,
  rows: number,
  rounds: number,
  sql: boolean,
): Promise<ParityMeasured> {
  await using database = openedDatabase(url)
  await using elsewhere = openedDatabase(otherUrl)
  return withClient(url, async (client) => {
    const own = [
      { name: 'fingerprint both', run: () => fingerprint(database) },
      { name: 'parity in one database', run: () => parity(database, database) },
      { name: 'parity across two servers', run: () => parity(database, elsewhere) },
    ]
    const before = await temporaryFiles(client)
    await parity(database, database)
    const files = (await temporaryFiles(client)) - before
    const statements = Object.entries(sql ? STATEMENTS : {}).map(([name, text]) => ({ name, run: () => client.query(text) }))
    return { rows, measured: await sideBySide([...own, ...statements], rounds), temporaryFiles: files }
  })
}

const STATEMENTS = {
  'FULL OUTER JOIN':
    'SELECT count(*) FROM measured a FULL JOIN other b ON a.id = b.id WHERE a.id IS NULL OR b.id IS NULL OR a IS DISTINCT FROM b',
  'EXCEPT ALL both ways':
    'SELECT (SELECT count(*) FROM (TABLE measured EXCEPT ALL TABLE other) x), (SELECT count(*) FROM (TABLE other EXCEPT ALL TABLE measured) y)',
}

async function fingerprint(database: Database): Promise<void> {
  const { signal } = new AbortController()
  await database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
}

async function parity(left: Database, right: Database): Promise<void> {
  const { different, missingLeft, missingRight } = await compareRows({
    left: { database: left, source: { table: 'measured' } },
    right: { database: right, source: { table: 'other' } },
    ...{ key: null, columns: null, sampleKeys: 5, signal: new AbortController().signal },
  })
  if (different !== 3 || missingRight !== 1 || missingLeft !== 0) throw new Error('parity did not find the four rows')
}

async function temporaryFiles(client: pg.Client): Promise<number> {
  // Sessions hand in their numbers when they end; those of the round before have.
  await client.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await client.query('SELECT temp_files FROM pg_stat_database WHERE datname = current_database()')
  return Number(rows[0]?.temp_files)
}
