/** The content fingerprint against other ways to read a table of two million rows and ten columns, each on one core. */
import pg from 'pg'
import { openPostgres } from '../src/databases/postgres/database.ts'
import { resolveSettings } from '../src/databases/postgres/settings.ts'
import { systemClock } from '../src/system/clock.ts'
import { createProcesses } from '../src/system/processes.ts'
import { type Measured, sideBySide } from './measuring.ts'

const ROWS = 2_000_000

const TABLE = `
  CREATE TABLE measured (
    id bigint, customer integer, code text, name varchar(40), amount numeric(12, 2), placed timestamptz, due date, paid boolean,
    weight double precision, kind smallint
  );
  INSERT INTO measured
  SELECT i, i::bigint * 7919 % 100000, 'code-' || i, 'customer number ' || i % 100000, i % 10000 / 100.0,
    timestamptz '2025-01-01 00:00Z' + i * interval '1 second', date '2025-01-01' + i % 1000, i % 3 = 0, i / 7.0, i % 100
  FROM generate_series(1, ${ROWS}) AS i;
  ALTER TABLE measured ADD PRIMARY KEY (id);`

const STATEMENTS = {
  'count(*)': 'SELECT count(*) FROM measured',
  'COPY to nowhere': "COPY measured TO '/dev/null'",
  'md5(string_agg(…))': "SELECT md5(string_agg(md5(measured::text), '' ORDER BY id)) FROM measured",
}

/** Fills an empty database; every session of it afterwards uses one core. */
export async function fillMeasuredTable(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(TABLE)
    await client.query('VACUUM ANALYZE measured')
    // Otherwise the server would still be writing the table out while the next contestants are measured.
    await client.query('CHECKPOINT')
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(client.database ?? '')} SET max_parallel_workers_per_gather = 0`)
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

function openedDatabase(url: string) {
  const database = openPostgres({
    settings: resolveSettings({ url }),
    session: { runId: 'benchmark', lockTimeoutMs: 0, statementTimeoutMs: 0, connectTimeoutMs: 10_000 },
    processes: createProcesses({ redact: (text) => text }),
    clock: systemClock,
    programs: {},
  })
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.close() })
}

async function fingerprintOf(database: ReturnType<typeof openedDatabase>): Promise<void> {
  const { signal } = new AbortController()
  await database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET max_parallel_workers_per_gather = 0')
    return await work(client)
  } finally {
    await client.end()
  }
}
