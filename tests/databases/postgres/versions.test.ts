/** Everything but dumps on servers of several major versions: the programs that dump come from the system, of one version only. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { compareFingerprints } from '../../../src/domain/comparison.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { query, startCluster, type TestCluster, type TestDatabase } from '../../support/postgres.ts'
import { type Report, SHOP } from '../../support/project.ts'
import { savepoint } from '../../support/savepoint.ts'
import { serverVersions } from '../../support/servers.ts'

const PLAN = `version: 1
migrator: { kind: sql, directory: migrations }
changes:
  - { table: 'public."order"', columns: [cents], because: prices are rounded }
validate:
  - { name: customers, query: select count(*) from customer, expect: 300 }
  - { name: references, foreign-keys: all }
  - { name: everything, inventory: { tables: 4, foreign-keys: 1, indexes-valid: true } }
  - { name: lookup, explain: select * from customer where id = 7, uses-index: customer_pkey, faster-than: { query: "select pg_sleep(0.1)" } }
  - { name: one month, explain: "select * from visit where at = to_date('2024-02-05', 'YYYY-MM-DD')", prunes-partitions: { at-most: 1 } }
  - { name: sum, time: { query: "select sum(cents) from \\"order\\"" }, at-most: 1h, compare: before }
  - { name: again, idempotent: all }
`
const FILES = {
  'savepoint.yml': PLAN,
  'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN IF NOT EXISTS phone text;',
  'migrations/002_round.sql': 'UPDATE "order" SET cents = round(cents);',
}
const LOSSES = { 'migrations/003_lose.sql': 'DELETE FROM "order" WHERE id = 899;' }
const VISITS = `
  CREATE TABLE visit (at date NOT NULL) PARTITION BY RANGE (at);
  CREATE TABLE visit_1 PARTITION OF visit FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
  CREATE TABLE visit_2 PARTITION OF visit FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');`

const { signal } = new AbortController()

describe.each(serverVersions())('PostgreSQL $major', ({ major, binDirectory }) => {
  let cluster: TestCluster
  let server: TestDatabase
  let directory: string

  beforeAll(async () => {
    cluster = await startCluster({ binDirectory })
    server = await cluster.createDatabase()
    await query(server.url, SHOP + VISITS)
    directory = await mkdtemp(join(tmpdir(), 'savepoint-versions-'))
    await write(FILES)
  })

  afterAll(async () => {
    await cluster.remove()
    await rm(directory, { recursive: true, force: true })
  })

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true })
      await writeFile(join(directory, path), text)
    }
  }

  async function run(...args: readonly string[]) {
    const { exitCode, output } = await savepoint(args, { cwd: directory, env: { DATABASE_URL: server.url } })
    const text = await readFile(join(directory, 'savepoint-run', 'report.json'), 'utf8')
    return { exitCode, output, report: JSON.parse(text) as Report }
  }

  test('tells what it is, and holds no difference to itself', async () => {
    const database = openDatabase(server.url)
    try {
      expect((await database.facts()).serverVersion).toMatch(new RegExp(`^${major}\\.`))
      const read = () => database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
      const before = await read()
      expect(compareFingerprints(before, await read(), 'same-database')).toEqual([])
      expect(before.objects.length).toBeGreaterThan(20)
    } finally {
      await database.close()
    }
  })

  test('is watched', async () => {
    const database = openDatabase(server.url)
    const limits = { slowOverMs: 1000, lockWaitOverMs: 1000, meansBeforeMs: {}, timeoutMs: 10_000 }
    const activity = database.watchActivity(limits)
    try {
      expect(await activity.sample(signal)).toEqual(expect.objectContaining({}))
      expect(activity.sources.statements).toEqual(expect.any(String))
    } finally {
      await activity.close()
      await database.close()
    }
  })

  test('is migrated with a health check and every kind of check, and a loss is seen', async () => {
    const migrated = await run('migrate', '--yes')
    const results = migrated.report.stages.flatMap(({ checks }) => checks)
    expect(results.filter(({ status }) => status !== 'passed' && status !== 'warning')).toEqual([])
    expect(results.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['customers', 'references', 'everything', 'lookup', 'one month', 'sum', 'again', 'nothing lost']),
    )
    expect(migrated).toMatchObject({ exitCode: 0, report: { outcome: 'migrated' } })
    await write(LOSSES)
    const lost = await run('migrate', '--yes')
    expect(lost).toMatchObject({ exitCode: 3, report: { outcome: 'stopped' } })
    expect(lost.output).toContain('900 before, 899 after')
  })
})
