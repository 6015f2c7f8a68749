import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { lockKey } from '../../../src/databases/postgres/lock.ts'
import { LockError } from '../../../src/domain/errors.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTest, RUN_ID, until, urlAs } from './handle.ts'

const signal = new AbortController().signal
let database: TestDatabase
const opened: Database[] = []
const open = (...args: Parameters<typeof openTest>) => {
  const handle = openTest(...args)
  opened.push(handle)
  return handle
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await Promise.all(opened.map((handle) => handle.close()))
  await database.drop()
})

describe('the run lock', () => {
  test('is held outside the database, by a session that names the run', async () => {
    const lock = await open(database.url).acquireLock({ historyKey: 'a', waitMs: 0, signal })
    expect(lock.place).toMatch(/^database postgres on 127\.0\.0\.1:\d+$/)
    await lock.assertHeld()
    expect(await lockSessions(database, 'a')).toEqual([`savepoint ${RUN_ID} lock`])
    await lock.release()
    expect(await lockSessions(database, 'a')).toEqual([])
  })

  test('lets one run in, and tells the other who holds it', async () => {
    const first = await open(database.url).acquireLock({ historyKey: 'b', waitMs: 0, signal })
    const waits: string[] = []
    const second = open(database.url, { runId: '20261121T093001Z-bbbbbb' })
    const refused = await failureOf(
      second.acquireLock({ historyKey: 'b', waitMs: 50, signal, onWait: (holder) => waits.push(holder) }),
    )
    expect(refused).toBeInstanceOf(LockError)
    expect(refused.message).toMatch(
      new RegExp(`another run holds database ${database.name}: run ${RUN_ID} of postgres \\(session \\d+\\) since 20`),
    )
    expect(waits).toHaveLength(1)
    const other = await second.acquireLock({ historyKey: 'another history', waitMs: 0, signal })
    await other.release()
    await first.release()
  })

  test('is taken over as soon as the session that held it is killed, and its former holder notices', async () => {
    const first = await open(database.url).acquireLock({ historyKey: 'c', waitMs: 0, signal })
    let waiting = false
    const request = { historyKey: 'c', waitMs: 60_000, signal, onWait: () => (waiting = true) }
    const second = open(database.url, { runId: '20261121T093001Z-cccccc' }).acquireLock(request)
    await until(async () => waiting)
    await query(database.url, `select pg_terminate_backend(pid) from pg_locks where ${held(database, 'c')}`)
    const lock = await second
    await lock.assertHeld()
    expect(await failureOf(first.assertHeld())).toBeInstanceOf(LockError)
    await lock.release()
  })

  test('stops waiting when the run is interrupted', async () => {
    const first = await open(database.url).acquireLock({ historyKey: 'd', waitMs: 0, signal })
    const abort = new AbortController()
    const request = {
      historyKey: 'd',
      waitMs: 60_000,
      signal: abort.signal,
      onWait: () => abort.abort(new Error('interrupted by SIGTERM')),
    }
    expect((await failureOf(open(database.url).acquireLock(request))).message).toBe('interrupted by SIGTERM')
    await first.release()
    expect(await lockSessions(database, 'd')).toEqual([])
  })

  test('names its holder to a role that sees little', async () => {
    const role = `poor_${database.name}`
    await query(database.url, `create role ${role} login password 'p'`)
    const first = await open(database.url).acquireLock({ historyKey: 'e', waitMs: 0, signal })
    const seen = await failureOf(open(urlAs(database.url, role, 'p')).acquireLock({ historyKey: 'e', waitMs: 0, signal }))
    expect(seen.message).toContain(`run ${RUN_ID} of postgres`)
    await first.release()
    await query(database.url, `drop role ${role}`)
  })
})

function held(of: TestDatabase, historyKey: string): string {
  return `locktype = 'advisory' and (classid::bigint << 32) | objid::bigint = ${lockKey(of.name, historyKey)}`
}

async function lockSessions(of: TestDatabase, historyKey: string): Promise<readonly unknown[]> {
  const rows = await query(
    of.url,
    `select application_name from pg_locks join pg_stat_activity using (pid) where ${held(of, historyKey)}`,
  )
  return rows.map((row) => row.application_name)
}
