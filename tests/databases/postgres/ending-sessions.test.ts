import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTest, openTestSession, RUN_ID } from './handle.ts'

const VANISHED = '20261120T080000Z-dead01'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('sessions of a run that vanished', () => {
  test('are ended with its lock, and those of other runs and of the application are left alone', async () => {
    const vanished = openTest(database.url, { runId: VANISHED })
    const lock = await vanished.acquireLock({ historyKey: 'a', waitMs: 0, signal: new AbortController().signal })
    const tool = await openTestSession(database.url, { purpose: 'tool' }, { runId: VANISHED })
    const other = await openTestSession(database.url, { purpose: 'tool' }, { runId: `${VANISHED}2` })
    const application = openTest(database.url, { runId: RUN_ID })

    expect(await application.endSessionsOf(VANISHED)).toBe(2)

    const left = await query(
      database.url,
      `select from pg_stat_activity where starts_with(application_name, 'savepoint ${VANISHED} ')`,
    )
    expect(left).toEqual([])
    await expect(lock.assertHeld()).rejects.toThrow('the run lock is lost')
    expect((await failureOf(tool.query('select 1'))).message).toMatch(/^lost the session/)
    expect(await other.query('select 1 as one')).toEqual([{ one: '1' }])
    expect(await application.endSessionsOf(VANISHED)).toBe(0)
    await Promise.all([other.close(), tool.close(), vanished.close(), application.close()])
  })
})
