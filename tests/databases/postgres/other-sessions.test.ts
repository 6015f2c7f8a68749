/** Who else is on the database is told apart from the run and its tools, and can be ended. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { openTest, openTestSession, urlAs } from './handle.ts'

let database: TestDatabase
const ROLE = `visitor_${process.pid}`
const { signal } = new AbortController()

beforeAll(async () => {
  database = await createTestDatabase()
  await query(database.url, `CREATE ROLE ${ROLE} LOGIN PASSWORD 'x'`)
})
afterAll(async () => {
  await database.drop()
  const maintenance = new URL(database.url)
  maintenance.pathname = '/postgres'
  await query(maintenance.href, `DROP ROLE ${ROLE}`)
})

async function visit(url: string, application: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: application })
  client.on('error', () => {})
  await client.connect()
  return client
}

describe('other sessions', () => {
  test('are those of the application and of other runs, and none of this run or of its tools', async () => {
    const own = openTest(database.url)
    const tool = await openTestSession(database.url, { purpose: 'tool' })
    const other = await openTestSession(database.url, { purpose: 'control' }, { runId: '20261120T080000Z-other1' })
    const application = await visit(database.url, 'shop')
    await application.query('BEGIN')

    const others = await own.otherSessions(signal)
    expect(others.map(({ application }) => application).sort()).toEqual(['savepoint 20261120T080000Z-other1 control', 'shop'])
    const shop = others.find((session) => session.application === 'shop')
    expect(shop).toMatchObject({ role: 'postgres', state: 'idle in transaction', client: expect.stringContaining('127.0.0.1') })
    expect(Date.parse(shop?.since ?? '')).toBeGreaterThan(0)
    await Promise.all([own.close(), tool.close(), other.close(), application.end()])
  })

  test('of roles that this one may not look into are listed with what the server does show', async () => {
    const own = openTest(urlAs(database.url, ROLE, 'x'))
    const application = await visit(database.url, 'shop')
    const others = await own.otherSessions(signal)
    expect(others).toEqual([
      { pid: expect.any(Number), application: 'shop', role: 'postgres', client: null, state: null, since: null },
    ])
    await expect(own.endSessions(others.map(({ pid }) => pid))).rejects.toMatchObject({
      code: 'CONNECTION',
      hint: expect.stringContaining('pg_signal_backend'),
    })
    await Promise.all([own.close(), application.end()])
  })

  test('are gone when ending them returns, and those on other databases stay', async () => {
    const elsewhere = await createTestDatabase()
    const own = openTest(database.url)
    const application = await visit(database.url, 'shop')
    const neighbour = await visit(elsewhere.url, 'neighbour')
    const pidOf = async (client: Client) => Number((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid)
    await own.endSessions([await pidOf(application), await pidOf(neighbour)])
    expect(await own.otherSessions(signal)).toEqual([])
    expect((await neighbour.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await Promise.all([own.close(), neighbour.end(), application.end().catch(() => undefined)])
    await elsewhere.drop()
  })
})
