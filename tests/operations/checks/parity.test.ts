/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Parity checks on real databases: what they find is said in numbers and keys, and contents only where asked for. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, startCluster, type TestCluster, type TestDatabase } from '../../support/postgres.ts'
import { type Asking, type AskOptions, createAsking } from './asking.ts'

const REVENUES = `
  CREATE TABLE revenues (id int, occurred_at date, amount numeric(12, 2), note text, PRIMARY KEY (id, occurred_at));
  INSERT INTO revenues SELECT i, date '2025-01-01' + i, i * 1.01, 'note ' || i FROM generate_series(1, 1000) i;`

let server: TestDatabase
let database: Database
let asking: Asking

beforeAll(async () => {
  server = await createTestDatabase()
  await query(
    server.url,
    `${REVENUES}
     CREATE TABLE revenues_partitioned (LIKE revenues, PRIMARY KEY (id, occurred_at)) PARTITION BY RANGE (occurred_at);
     CREATE TABLE revenues_2025 PARTITION OF revenues_partitioned FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
     CREATE TABLE revenues_later PARTITION OF revenues_partitioned DEFAULT;
     INSERT INTO revenues_partitioned SELECT * FROM revenues;
     CREATE TABLE revenues_broken AS SELECT * FROM revenues WHERE id NOT IN (500, 501);
     UPDATE revenues_broken SET note = 's3cret' WHERE id = 3; INSERT INTO revenues_broken VALUES (2000, '2025-01-01', 1, '')`,
  )
  database = openDatabase(server.url)
  asking = await createAsking(database)
})

afterAll(async () => {
  await asking[Symbol.asyncDispose]()
  await database.close()
  await server.drop()
})

async function ask(lines: string, options: AskOptions = {}): Promise<CheckResult> {
  const [result] = await asking.ask(`  - name: parity\n${lines.replaceAll(/^/gm, '    ')}`, options)
  return result as CheckResult
}

const BROKEN = 'parity: [revenues, revenues_broken]\nkey: [id, occurred_at]'

describe('a parity check', () => {
  test('of nothing with nothing warns: nothing was compared', async () => {
    const none = '{ query: "SELECT * FROM revenues WHERE id < 0" }'
    expect(await ask(`parity: [${none}, ${none}]\nkey: id`)).toMatchObject({
      status: 'warning',
      actual: '0 of 0 rows differ',
      message: 'both sides are empty: nothing was compared',
    })
  })

  test('passes for a table and its partitioned twin', async () => {
    expect(await ask('parity: [revenues, revenues_partitioned]\nkey: [id, occurred_at]')).toMatchObject({
      status: 'passed',
      expected: '0 of 1,000 rows differ',
      actual: '0 of 1,000 rows differ',
      measured: 0,
    })
  })

  test('counts every difference and names keys, never contents', async () => {
    const result = await ask(BROKEN)
    expect(result).toMatchObject({
      status: 'failed',
      expected: '0 of 1,000 rows differ',
      actual: '4 of 1,000 rows differ: 1 missing in public.revenues, 2 missing in public.revenues_broken, 1 with other values',
      measured: 4,
    })
    expect(result.message?.split('; ').toSorted()).toEqual([
      'id = 2000, occurred_at = 2025-01-01 is missing in the first',
      'id = 3, occurred_at = 2025-01-04 differs',
      'id = 500, occurred_at = 2026-05-16 is missing in the second',
      'id = 501, occurred_at = 2026-05-17 is missing in the second',
    ])
  })

  test('names as many keys as are asked for, and says how many more there are', async () => {
    expect((await ask(`${BROKEN}\nsample-keys: 1`)).message).toMatch(/^id = [^;]*; and 3 more$/)
    expect(await ask(`${BROKEN}\nsample-keys: 0`)).not.toHaveProperty('message')
  })

  test('shows the values that differ where the plan says so, secrets masked', async () => {
    const { message } = await ask(`${BROKEN}\nshow-rows: true`)
    expect(message).toContain('differs: note = note 3 and ***')
    expect(message).toContain('is missing in the second (id = 500, occurred_at = 2026-05-16, amount = 505.00, note = note 500)')
  })

  test('may allow a few differing rows', async () => {
    expect(await ask(`${BROKEN}\nat-most: 4`)).toMatchObject({ status: 'passed', expected: 'at most 4 of 1,000 rows differ' })
    expect(await ask(`${BROKEN}\nat-most: 3`)).toMatchObject({ status: 'failed' })
  })

  test('says the change since before the migration', async () => {
    const before = {
      parity: { name: 'parity', kind: 'parity', status: 'passed', actual: '1 of 9', measured: 1, durationMs: 1 },
    } as const
    const result = await ask(`${BROKEN}\nwhen: before-and-after`, { before })
    expect(result).toMatchObject({ status: 'failed', before: '1 of 9' })
    expect(result.message).toContain('3 more than before the migration (1)')
  })

  test('fails where one side lacks a column, unless the plan leaves it out', async () => {
    const fewer = 'parity: [revenues, { query: "SELECT id, occurred_at, amount FROM revenues" }]\nkey: [id, occurred_at]'
    const result = await ask(fewer)
    expect(result).toMatchObject({ status: 'failed', measured: 0 })
    expect(result.message).toContain('only public.revenues has note')
    expect(await ask(`${fewer}\nignore: note`)).toMatchObject({ status: 'passed' })
    expect(await ask(`${fewer}\ncolumns: [amount]`)).toMatchObject({ status: 'passed' })
  })

  test('that cannot run is errored and says what to do', async () => {
    const result = await ask('parity: [revenues, revenues_broken]')
    expect(result.status).toBe('errored')
    expect(result.message).toContain('public.revenues_broken has no primary key')
    expect(result.message).toContain('`key`')
    expect(await ask('parity: [revenues, nowhere]')).toMatchObject({ status: 'errored' })
    const failing =
      'parity: [revenues, { query: "SELECT id, amount / (id - id) AS amount FROM revenues" }]\nkey: id\ncolumns: amount'
    expect(await ask(failing)).toMatchObject({ status: 'errored', message: expect.stringContaining('division by zero') })
  })

  test('is cut off by its timeout, in the server too', async () => {
    const slow = 'parity: [revenues, { query: "SELECT * FROM revenues WHERE pg_sleep(1) IS NOT NULL" }]'
    const result = await ask(`${slow}\nkey: id\ntimeout: 300ms`)
    expect(result).toMatchObject({ status: 'errored', message: expect.stringContaining('no answer within 300 ms') })
    const left = await query(
      server.url,
      "SELECT * FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1)%' AND state = 'active' AND pid <> pg_backend_pid()",
    )
    expect(left).toEqual([])
  })
})

describe('a plan', () => {
  test.each([
    ['parity: revenues', /parity must be a list of two tables/],
    ['parity: [revenues]', /parity/],
    ['parity: [a, { table: b, query: c }]', /parity\[2\]/],
    ['parity: [a, b]\nat-most: -1', /at-most must be a whole number of rows/],
    ['parity: [a, b]\nkeys: id', /keys is not a known key/],
  ])('that says %j is told what is right', async (lines, message) => {
    await expect(async () => ask(lines)).rejects.toThrow(message)
  })
})

describe('across two servers', () => {
  let cluster: TestCluster
  let elsewhere: TestDatabase

  beforeAll(async () => {
    cluster = await startCluster()
    elsewhere = await cluster.createDatabase()
    await query(elsewhere.url, `${REVENUES} UPDATE revenues SET amount = amount + 0.01 WHERE id = 42`)
  })
  afterAll(() => cluster.remove())

  test('the row that differs is found, and the report says that the instants are two', async () => {
    const result = await ask('parity: [revenues, { table: revenues, database: "${OTHER_URL}" }]', {
      environment: { OTHER_URL: elsewhere.url },
    })
    expect(result).toMatchObject({ status: 'failed', actual: '1 of 1,000 rows differ: 1 with other values' })
    expect(result.message).toBe('id = 42, occurred_at = 2025-02-12 differs. two databases, each read as of an instant of its own')
  })
})
