/** `npm run benchmark`: measures side by side on a throwaway server and writes the ratios to docs/benchmarks.md. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import pg from 'pg'
import { startLocalServer } from '../src/databases/postgres/local-server.ts'
import { findServerPrograms } from '../src/databases/postgres/server-programs.ts'
import { measureHealth, measureMemory, measureOverhead } from './commands.ts'
import { fillMeasuredTable, measureContent } from './content.ts'
import { benchmarkPage } from './page.ts'

const PROJECT = resolve(import.meta.dirname, '..')

const server = await startLocalServer({
  binDirectory: findServerPrograms(PROJECT),
  settings: { shared_buffers: '1GB', max_wal_size: '4GB', work_mem: '64MB' },
})
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
  say('health check as a process')
  const health = await measureHealth(small, 15)
  say('what a run adds to its migration')
  const overhead = await measureOverhead(small, 9)
  say('peak memory of a run on the large database')
  const memoryBytes = await measureMemory(large)
  return { content, health, overhead, memoryBytes, serverVersion: await serverVersion() }
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

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url() })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
