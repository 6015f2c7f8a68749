/** `npm run benchmark`: measures side by side on a throwaway server and writes the ratios to docs/benchmarks.md. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import pg from 'pg'
import { startLocalServer } from '../src/databases/postgres/local-server.ts'
import { findServerPrograms } from '../src/databases/postgres/server-programs.ts'
import { measureChecks } from './checks.ts'
import { measureHealth, measureMemory, measureOverhead } from './commands.ts'
import { fillMeasuredTable, measureContent } from './content.ts'
import { fillLargeTable, fillSmallTables, measureCounting, measureLargeTable } from './counting.ts'
import { benchmarkPage } from './page.ts'
import { fillParityTables, measureParity, type ParityMeasured } from './parity.ts'

const PROJECT = resolve(import.meta.dirname, '..')

const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB', work_mem: '64MB' }

/** The joins written by hand only on the smallest: `EXCEPT ALL` sorts both tables twice. */
const PARITIES = [
  { rows: 1_000_000, rounds: 3, sql: true },
  { rows: 5_000_000, rounds: 1, sql: false },
  { rows: 10_000_000, rounds: 1, sql: false },
]

const server = await startLocalServer({ binDirectory: findServerPrograms(PROJECT), settings: SETTINGS })
try {
  await writeFile(resolve(PROJECT, 'docs', 'benchmarks.md'), benchmarkPage(await measureAll()))
  console.log('written to docs/benchmarks.md')
} finally {
  await server.remove()
}

async function measureAll() {
  const [large, small] = [await createDatabase('large'), await createDatabase('small')]
  say('filling a table of two million rows')
  await fillMeasuredTable(large)
  say('content of a table')
  const content = await measureContent(large, 5)
  say('fifty checks')
  const checks = await measureChecks(small, 9)
  say('health check as a process')
  const health = await measureHealth(small, 15)
  say('what a run adds to its migration')
  const overhead = await measureOverhead(small, 9)
  say('peak memory of a run on the large database')
  const memoryBytes = await measureMemory(large)
  const [table, counting] = [await measureTenMillion(), await measureSmallTables()]
  return {
    content,
    table,
    counting,
    checks,
    parity: await measureParities(),
    health,
    overhead,
    memoryBytes,
    serverVersion: await serverVersion(),
  }
}

async function measureTenMillion() {
  say('a table of ten million rows')
  const url = await createDatabase('ten_million')
  await fillLargeTable(url)
  const measured = await measureLargeTable(url, 1)
  await query('DROP DATABASE ten_million')
  return measured
}

async function measureSmallTables() {
  say('rows of 300 small tables')
  const url = await createDatabase('many_tables')
  await fillSmallTables(url)
  return measureCounting(url, 3)
}

async function measureParities(): Promise<readonly ParityMeasured[]> {
  const second = await startLocalServer({ binDirectory: findServerPrograms(PROJECT), settings: SETTINGS })
  try {
    const measured: ParityMeasured[] = []
    for (const { rows, rounds, sql } of PARITIES) {
      say(`parity of two tables of ${rows} rows`)
      const url = await createDatabase(`parity_${rows}`)
      await fillParityTables(url, second.url(), rows)
      measured.push(await measureParity(url, second.url(), rows, rounds, sql))
      await query(`DROP DATABASE parity_${rows}`)
      await query('DROP TABLE other', second.url())
    }
    return measured
  } finally {
    await second.remove()
  }
}

function say(line: string): void {
  console.log(`benchmark: ${line}`)
}

async function createDatabase(name: string): Promise<string> {
  await query(`CREATE DATABASE ${name}`)
  return server.url(name)
}

async function serverVersion(): Promise<string> {
  return String((await query('SHOW server_version'))[0]?.server_version)
}

async function query(sql: string, url = server.url()): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
