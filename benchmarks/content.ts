/** The content fingerprint against other ways to read a table of two million rows and ten columns, each on one core. */
import { type Measured, sideBySide } from './measuring.ts'
import { measuredTable, openedDatabase, settle, withClient } from './tables.ts'

const ROWS = 2_000_000

const STATEMENTS = {
  'count(*)': 'SELECT count(*) FROM measured',
  'COPY to nowhere': "COPY measured TO '/dev/null'",
  'md5(string_agg(…))': "SELECT md5(string_agg(md5(measured::text), '' ORDER BY id)) FROM measured",
}

/** Fills an empty database; every session of it afterwards uses one core. */
export async function fillMeasuredTable(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(measuredTable('measured', ROWS))
    await settle(client)
  })
}

export async function measureContent(url: string, rounds: number): Promise<readonly Measured[]> {
  return withClient(url, async (client) => {
    await using database = openedDatabase(url)
    const statements = Object.entries(STATEMENTS).map(([name, sql]) => ({ name, run: () => client.query(sql) }))
    const fingerprint = { name: 'fingerprint', run: () => fingerprintOf(database) }
    return await sideBySide([...statements, fingerprint], rounds)
  })
}

async function fingerprintOf(database: ReturnType<typeof openedDatabase>): Promise<void> {
  const { signal } = new AbortController()
  await database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
}
