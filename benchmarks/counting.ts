/** Ways to read a table of ten million rows once, and ways to count the rows of many small tables. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Measured, sideBySide } from './measuring.ts'
import { measuredTable, openedDatabase, settle, withClient } from './tables.ts'

const run = promisify(execFile)

/** Rows of the table that is read once. */
const LARGE_ROWS = 10_000_000

/** Tables that are counted. */
const SMALL_TABLES = 300

export async function fillLargeTable(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(measuredTable('measured', LARGE_ROWS))
    await settle(client)
  })
}

/** On one core each; `md5(string_agg())` over a hash of each row, because one text of all rows would be larger than a value may be. */
export async function measureLargeTable(url: string, rounds: number): Promise<readonly Measured[]> {
  await using database = openedDatabase(url)
  return withClient(url, async (client) => {
    const fingerprint = async () => {
      const { signal } = new AbortController()
      await database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
    }
    return sideBySide(
      [
        { name: 'count(*)', run: () => client.query('SELECT count(*) FROM measured') },
        { name: 'fingerprint', run: fingerprint },
        {
          name: 'dump and hash',
          run: () =>
            run('sh', ['-c', 'pg_dump --data-only --table=measured "$URL" | sha256sum'], { env: { ...process.env, URL: url } }),
        },
        {
          name: 'md5(string_agg(…))',
          run: () => client.query("SELECT md5(string_agg(md5(measured::text), '' ORDER BY id)) FROM measured"),
        },
      ],
      rounds,
    )
  })
}

export async function fillSmallTables(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `DO $$ BEGIN FOR i IN 1..${SMALL_TABLES} LOOP
         EXECUTE format('CREATE TABLE small_%s AS SELECT n FROM generate_series(1, 100) n', i);
       END LOOP; END $$`,
    ),
  )
}

/** One connection against one process of psql for each table. */
export async function measureCounting(url: string, rounds: number): Promise<readonly Measured[]> {
  const tables = Array.from({ length: SMALL_TABLES }, (_, index) => `small_${index + 1}`)
  const inOneConnection = () =>
    withClient(url, async (client) => {
      for (const table of tables) await client.query(`SELECT count(*) FROM ${table}`)
    })
  const inProcesses = async () => {
    for (const table of tables)
      await run('psql', [url, '--no-psqlrc', '--tuples-only', '--command', `SELECT count(*) FROM ${table}`])
  }
  return sideBySide(
    [
      { name: 'one connection', run: inOneConnection },
      { name: 'a psql process for each table', run: inProcesses },
    ],
    rounds,
  )
}
