/** The table of ten columns that is measured, and handles on the databases that hold it. */
import pg from 'pg'
import { openPostgres } from '../src/databases/postgres/database.ts'
import { resolveSettings } from '../src/databases/postgres/settings.ts'
import { systemClock } from '../src/system/clock.ts'
import { createProcesses } from '../src/system/processes.ts'

export function measuredTable(name: string, rows: number): string {
  return `
  CREATE TABLE ${name} (
    id bigint, customer integer, code text, name varchar(40), amount numeric(12, 2), placed timestamptz, due date, paid boolean,
    weight double precision, kind smallint
  );
  INSERT INTO ${name}
  SELECT i, i::bigint * 7919 % 100000, 'code-' || i, 'customer number ' || i % 100000, i % 10000 / 100.0,
    timestamptz '2025-01-01 00:00Z' + i * interval '1 second', date '2025-01-01' + i % 1000, i % 3 = 0, i / 7.0, i % 100
  FROM generate_series(1, ${rows}) AS i;
  ALTER TABLE ${name} ADD PRIMARY KEY (id);`
}

/** Settles what was filled in, so that nothing is written out while contestants are measured; one core for every session from then on. */
export async function settle(client: pg.Client): Promise<void> {
  await client.query('VACUUM ANALYZE')
  await client.query('CHECKPOINT')
  await client.query(`ALTER DATABASE ${pg.escapeIdentifier(client.database ?? '')} SET max_parallel_workers_per_gather = 0`)
}

export function openedDatabase(url: string) {
  const database = openPostgres({
    settings: resolveSettings({ url }),
    session: { runId: 'benchmark', lockTimeoutMs: 0, statementTimeoutMs: 0, connectTimeoutMs: 10_000 },
    processes: createProcesses({ redact: (text) => text }),
    clock: systemClock,
    programs: {},
  })
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.close() })
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET max_parallel_workers_per_gather = 0')
    return await work(client)
  } finally {
    await client.end()
  }
}
