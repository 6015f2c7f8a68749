/** Reading for checks: nothing is written, checks share sessions, and none meets what another left behind. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from '../../../src/domain/ports/database.ts'
import { keepingReaders, readOnlyQuery } from '../../../src/operations/checks/reading.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'

let server: TestDatabase
let database: Database
const { signal } = new AbortController()
const PID = 'SELECT pg_backend_pid() AS pid'

beforeEach(async () => {
  server = await createTestDatabase()
  await query(server.url, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
  database = openDatabase(server.url)
})

afterEach(async () => {
  await database.close()
  await server.drop()
})

async function pid(): Promise<string | null | undefined> {
  return (await readOnlyQuery(database, PID, signal))[0]?.pid
}

describe('a check that reads', () => {
  test.each(['DELETE FROM kept', 'COMMIT; DELETE FROM kept', 'ROLLBACK; BEGIN; DELETE FROM kept; COMMIT'])(
    'cannot write: %s',
    async (sql) => {
      await expect(readOnlyQuery(database, sql, signal)).rejects.toThrow('read-only')
      expect(await query(server.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
    },
  )

  test('hands its session to the next, with none of its settings', () =>
    keepingReaders(database, async () => {
      const first = await pid()
      await readOnlyQuery(database, "SELECT set_config('work_mem', '3MB', false)", signal)
      expect(await readOnlyQuery(database, 'SHOW work_mem', signal)).not.toEqual([{ work_mem: '3MB' }])
      expect(await pid()).toBe(first)
    }))

  test.each([
    ['SELECT 1/0', 'division by zero'],
    ["COMMIT; SET work_mem = '3MB'; SELECT 1", 'ended the read-only transaction'],
    ["ROLLBACK; BEGIN; SET work_mem = '3MB'; SELECT 1", 'ended the read-only transaction'],
    ["COMMIT; SET work_mem = '3MB'; SELECT 1/0", 'division by zero'],
  ])('that fails or ends its transaction takes its session with it: %s', (sql, message) =>
    keepingReaders(database, async () => {
      const first = await pid()
      await expect(readOnlyQuery(database, sql, signal)).rejects.toThrow(message)
      expect(await pid()).not.toBe(first)
      expect(await readOnlyQuery(database, 'SHOW work_mem', signal)).not.toEqual([{ work_mem: '3MB' }])
    }),
  )

  test('is refused where row security would hide rows, unless it says that it is about them', async () => {
    const role = `clerk_${server.name}`
    await query(server.url, `CREATE ROLE ${role}; GRANT SELECT ON kept TO ${role}; ALTER TABLE kept ENABLE ROW LEVEL SECURITY`)
    try {
      const hidden = `SET LOCAL ROLE ${role}; SELECT id FROM kept`
      await expect(readOnlyQuery(database, hidden, signal)).rejects.toThrow('row-level security')
      expect(await readOnlyQuery(database, `SET LOCAL row_security = on; ${hidden}`, signal)).toEqual([])
    } finally {
      await query(server.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`)
    }
  })

  test('leaves no lock and no prepared statement to the next', () =>
    keepingReaders(database, async () => {
      const first = await pid()
      await readOnlyQuery(database, 'PREPARE left_behind AS SELECT 1; SELECT pg_advisory_lock(77)', signal)
      const left =
        "SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS locks, (SELECT count(*) FROM pg_prepared_statements) AS prepared"
      expect(await readOnlyQuery(database, left, signal)).toEqual([{ locks: '0', prepared: '0' }])
      expect(await pid()).toBe(first)
    }))

  test('that was cancelled takes its session with it', () =>
    keepingReaders(database, async () => {
      const first = await pid()
      const limit = AbortSignal.timeout(50)
      await expect(readOnlyQuery(database, 'SELECT pg_sleep(60)', limit)).rejects.toThrow('timeout')
      expect(await pid()).not.toBe(first)
    }))

  test('does not learn that the session of the one before has been ended', () =>
    keepingReaders(database, async () => {
      const first = await pid()
      await query(server.url, `SELECT pg_terminate_backend(${first}, 5000)`)
      expect(await pid()).not.toBe(first)
    }))

  test('leaves no session when all are done', async () => {
    await keepingReaders(database, async () => {
      await Promise.all([pid(), pid(), pid()])
    })
    const rows = await query(server.url, `SELECT application_name FROM pg_stat_activity WHERE datname = '${server.name}'`)
    expect(rows.filter(({ application_name }) => String(application_name).includes('check'))).toEqual([])
  })
})
