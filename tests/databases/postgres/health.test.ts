import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/domain/check.ts'
import type { HealthLimits } from '../../../src/domain/ports/database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, LIMITS, openTest, openTestSession, until, urlAs } from './handle.ts'

const signal = new AbortController().signal
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** What every check finds, by its name. */
async function findings(url: string, limits: Partial<HealthLimits> = {}): Promise<Record<string, Finding>> {
  const handle = openTest(url)
  const checks = handle.healthChecks({ ...LIMITS, ...limits })
  const found = await Promise.all(checks.map(async (check) => [check.name, await check.ask(signal)] as const))
  await handle.close()
  return Object.fromEntries(found)
}

describe('the health checks', () => {
  test('all pass on a healthy database, say what was expected and found, and ask for the connection first', async () => {
    const found = await findings(database.url)
    expect(Object.keys(found)[0]).toBe('connection')
    for (const finding of Object.values(found)) {
      expect(finding).toMatchObject({ status: 'passed', expected: expect.any(String), actual: expect.any(String) })
    }
  })

  test('show the tables with rows and sizes, the largest first, and wait for nobody to do so', async () => {
    const shop = await createTestDatabase()
    await query(
      shop.url,
      `create table small (id int); create table "Large" as select i, repeat('x', 100) from generate_series(1, 5000) i; analyze "Large";
       do $$ begin for i in 1..12 loop execute 'create table t' || i || ' (id int)'; end loop; end $$`,
    )
    const holder = await openTestSession(shop.url)
    await holder.query('begin; lock table small')
    const { contents } = await findings(shop.url)
    await holder.close()
    await shop.drop()
    expect(contents?.actual).toMatch(/^14 tables, \d+ kB$/)
    const lines = contents?.message?.split(';\n') ?? []
    expect(lines[0]).toMatch(/^public\."Large": about 5,000 rows, \d+ kB$/)
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('and 4 smaller tables')
  })

  test('leave out what a run without a backup does not need', async () => {
    const names = Object.keys(await findings(database.url, { backup: false, verifyByRestore: false }))
    expect(names).not.toContain('client programs')
    expect(names).not.toContain('free space')
    expect(names).not.toContain('privilege: create databases')
  })

  test('tell how much room there is and how much there should be', async () => {
    const found = await findings(database.url, { freeSpace: { bytes: 2 ** 60 }, backupDirectory: '/tmp/not/there/yet' })
    expect(found['free space']).toMatchObject({ status: 'failed', expected: 'at least 1153 PB' })
    expect(found['free space']?.actual).toMatch(/^[\d.]+ [MGT]B$/)
    expect((await findings(database.url, { freeSpace: { times: 2 } }))['free space']?.expected).toMatch(/MB \(2x the database\)$/)
  })

  test('find an index that was left invalid, and name the command that mends it', async () => {
    await query(database.url, 'create table doubled (id int); insert into doubled values (1), (1)')
    await query(database.url, 'create unique index concurrently doubled_once on doubled (id)').catch(() => {})
    expect((await findings(database.url))['invalid indexes']).toMatchObject({
      status: 'failed',
      actual: 'doubled_once',
      message: expect.stringContaining('REINDEX INDEX CONCURRENTLY doubled_once'),
    })
    await query(database.url, 'drop table doubled')
  })

  test('find a transaction that is open too long, and the session that waits for it', async () => {
    await query(database.url, 'create table wanted (id int)')
    const [blocker, waiter] = [
      await openTestSession(database.url, {}, { runId: 'other' }),
      await openTestSession(database.url, {}, { runId: 'other', lockTimeoutMs: 0 }),
    ]
    await blocker.query('begin')
    await blocker.query('lock table wanted')
    const waiting = waiter.query('select from wanted')
    await until(
      async () =>
        (await query(database.url, "select from pg_locks where not granted and relation = 'wanted'::regclass")).length > 0,
    )

    const found = await findings(database.url, { maxTransactionAgeMs: 0 })
    expect(found['long transactions']).toMatchObject({ status: 'failed', expected: 'no transaction older than 0 ms' })
    expect(found['long transactions']?.actual).toMatch(
      /session \d+ of postgres \(savepoint other test\) for .*, idle in transaction, last statement .* ago: lock table wanted/,
    )
    expect(found['long transactions']?.message).toMatch(/pg_terminate_backend\(\d+\)/)
    expect(found['blocked sessions']).toMatchObject({ status: 'warning', actual: expect.stringMatching(/waits .* for \d+$/) })
    expect((await findings(database.url))['long transactions']?.status).toBe('passed')
    await blocker.close()
    await waiting
    await waiter.close()
  })

  test('warn of a prepared transaction that was forgotten', async () => {
    await query(database.url, "begin; create table half (id int); prepare transaction 'forgotten'")
    expect((await findings(database.url, { maxTransactionAgeMs: 0 }))['prepared transactions']).toMatchObject({
      status: 'warning',
      actual: expect.stringContaining('forgotten of postgres'),
    })
    await query(database.url, "rollback prepared 'forgotten'")
  })

  test('refuse a database that is read-only', async () => {
    const frozen = await createTestDatabase()
    await query(frozen.url, `alter database ${frozen.name} set default_transaction_read_only = on`)
    expect((await findings(frozen.url)).writable).toMatchObject({ status: 'failed', actual: 'read-only' })
    await frozen.drop()
  })

  test('name each privilege that the role lacks and how to grant it', async () => {
    const role = `poor_${database.name}`
    await query(
      database.url,
      `create role ${role} login password 'p'; create table closed (id int); create table filtered (id int)`,
    )
    await query(database.url, `alter table filtered enable row level security; grant select on filtered to ${role}`)
    const found = await findings(urlAs(database.url, role, 'p'))
    expect(found['privilege: ledger']).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('GRANT CREATE ON DATABASE'),
    })
    expect(found['privilege: read every table']).toMatchObject({
      status: 'failed',
      actual: expect.stringContaining('public.closed: no SELECT, public.filtered: rows hidden by row security'),
    })
    expect(found['privilege: create databases']).toMatchObject({
      status: 'failed',
      message: expect.stringContaining(`ALTER ROLE "${role}" CREATEDB`),
    })
    expect(found['privilege: restore owners']).toMatchObject({ status: 'failed', actual: 'not of "postgres"' })
    await query(database.url, `drop owned by ${role}; drop role ${role}; drop table closed, filtered`)
  })

  test('fail with the reason and a hint where the server cannot be reached', async () => {
    const handle = openTest(database.url.replace(/:\d+\//, ':1/'))
    const [connection] = handle.healthChecks(LIMITS)
    const failure = await failureOf((connection as NonNullable<typeof connection>).ask(signal))
    expect(failure.message).toContain('nothing listens there')
    await handle.close()
  })
})
