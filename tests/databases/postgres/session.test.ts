import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ConnectionError, StatementError } from '../../../src/domain/errors.ts'
import { sharedCluster } from '../../support/cluster.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTestSession, RUN_ID, until, urlAs } from './handle.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('a session', () => {
  test('gives every value as the text that the database prints, and loses no column where names repeat', async () => {
    const session = await openTestSession(database.url)
    const rows = await session.query(
      "select 2.50::numeric as n, 9007199254740993::bigint as n, true as b, null as z, '{1,2}'::int[] as a, '2026-03-29 01:00+02'::timestamptz as t",
    )
    expect(rows).toEqual([{ n: '2.50', 'n (2)': '9007199254740993', b: 't', z: null, a: '{1,2}', t: '2026-03-28 23:00:00+00' }])
    expect(await session.query('select from generate_series(1, 3)')).toHaveLength(3)
    await session.close()
  })

  test('carries the run and its purpose in its name and applies the settings of the plan', async () => {
    const session = await openTestSession(
      database.url,
      { purpose: 'migration' },
      { lockTimeoutMs: 1_500, statementTimeoutMs: 90_000 },
    )
    const settings =
      'application_name lock_timeout statement_timeout idle_in_transaction_session_timeout TimeZone client_connection_check_interval'
    const rows = await session.query(`select ${settings.split(' ').map((name) => `current_setting('${name}') as "${name}"`)}`)
    expect(rows).toEqual([
      {
        application_name: `savepoint ${RUN_ID} migration`,
        lock_timeout: '1500ms',
        statement_timeout: '90s',
        idle_in_transaction_session_timeout: '0',
        TimeZone: 'UTC',
        client_connection_check_interval: '2s',
      },
    ])
    await session.close()
  })

  test('hands on notices of the server, a line each', async () => {
    const lines: string[] = []
    const session = await openTestSession(database.url, { onNotice: (line) => lines.push(line) })
    await session.query("do $$ begin raise notice 'half\nway'; raise warning 'careful'; end $$")
    expect(lines).toEqual(['NOTICE: half', 'NOTICE: way', 'WARNING: careful'])
    await session.close()
  })

  test('says what the server said of a failing statement, with SQLSTATE, place and detail', async () => {
    const session = await openTestSession(database.url)
    await session.query('create table unique_ones (id int primary key); insert into unique_ones values (1)')
    const syntax = await failureOf(session.query('select 1 form x'))
    expect(syntax).toBeInstanceOf(StatementError)
    expect(syntax).toMatchObject({ message: 'syntax error at or near "x"', sqlState: '42601', position: 15 })
    const duplicate = await failureOf(session.query('insert into unique_ones values ($1)', [1]))
    expect(duplicate).toMatchObject({ sqlState: '23505', detail: 'Key (id)=(1) already exists.' })
    await session.close()
  })

  test('commits what succeeds and rolls back what throws', async () => {
    const session = await openTestSession(database.url)
    await session.transaction(() => session.query('create table committed (id int)'))
    const failure = await failureOf(
      session.transaction(async () => {
        await session.query('create table reverted (id int)')
        throw new Error('no')
      }),
    )
    expect(failure.message).toBe('no')
    expect(await session.query("select to_regclass('committed') as kept, to_regclass('reverted') as gone")).toEqual([
      { kept: 'committed', gone: null },
    ])
    await session.close()
  })

  test('does not call a transaction committed in which a statement had failed', async () => {
    const session = await openTestSession(database.url)
    const failure = await failureOf(session.transaction(() => session.query('select 1/0').catch(() => {})))
    expect(failure.message).toBe('the transaction was rolled back: a statement in it had failed')
    await session.close()
  })

  test('cancels the running statement in the server, rolls back, and says why it stopped', async () => {
    const abort = new AbortController()
    const session = await openTestSession(database.url, { purpose: 'sleeper', signal: abort.signal })
    const sleeping = failureOf(session.transaction(() => session.query('select pg_sleep(300)')))
    const state = async () =>
      (await query(database.url, `select state from pg_stat_activity where application_name = 'savepoint ${RUN_ID} sleeper'`))[0]
        ?.state
    await until(async () => (await state()) === 'active')
    abort.abort(new Error('interrupted by SIGINT'))
    expect((await sleeping).message).toBe('interrupted by SIGINT')
    expect(await state()).toBe('idle')
    expect((await failureOf(session.query('select 1'))).message).toBe('interrupted by SIGINT')
    await session.close()
  })

  test('says that it was lost when an administrator ends it', async () => {
    const session = await openTestSession(database.url)
    const [row] = await session.query('select pg_backend_pid() as pid')
    await query(database.url, `select pg_terminate_backend(${row?.pid}, 5000)`)
    const failure = await failureOf(session.query('select 1'))
    expect(failure).toBeInstanceOf(ConnectionError)
    expect(failure.message).toMatch(/^lost the session on database test_/)
    await session.close()
  })
})

describe('connecting', () => {
  test('works over IPv6 and over the socket, and with a password of special characters', async () => {
    const { port, socketDirectory, password } = sharedCluster()
    const odd = 'p@ss:w/rd%41 "x"'
    await query(database.url, `create role "odd ${database.name}" login password '${odd}'`)
    const urls = [
      `postgresql://postgres:${password}@[::1]:${port}/${database.name}`,
      `postgresql://postgres:${password}@/${database.name}?host=${encodeURIComponent(socketDirectory)}&port=${port}`,
      urlAs(database.url, encodeURIComponent(`odd ${database.name}`), encodeURIComponent(odd)),
    ]
    for (const url of urls) {
      const session = await openTestSession(url)
      expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
      await session.close()
    }
    await query(database.url, `drop role "odd ${database.name}"`)
  })

  test.each([
    ['a wrong password', (url: string) => url.replace(/:[^:@]*@/, ':wr0ng@'), /the server refused the password/, /DB_PASSWORD/],
    ['no password', (url: string) => url.replace(/:[^:@]*@/, '@'), /asks for a password and none is given/, /DB_PASSWORD/],
    [
      'a missing database',
      (url: string) => url.replace(/[^/]*$/, 'missing'),
      /the database does not exist/,
      /create the database/,
    ],
    ['an unknown host', (url: string) => url.replace('127.0.0.1', 'nowhere.invalid'), /the host name/, /host|name server/],
    ['a port where nothing listens', (url: string) => url.replace(/:\d+\//, ':1/'), /nothing listens there/, /port/],
    ['a socket that is not there', () => 'postgresql://ann@/d?host=/nowhere', /there is no such socket/, /socket directory/],
    ['TLS where the server has none', (url: string) => `${url}?sslmode=require`, /TLS failed/, /sslmode=prefer/],
  ])('with %s fails with one line, a hint, and without the password', async (_, change, message, hint) => {
    const failure = await failureOf(openTestSession(change(database.url)))
    expect(failure).toBeInstanceOf(ConnectionError)
    expect(failure.message).toMatch(message)
    expect(failure.message).not.toMatch(/\n|wr0ng/)
    expect(failure.message).not.toContain(sharedCluster().password)
    expect(failure.hint).toMatch(hint)
  })

  test('gives up in time where something accepts connections and never answers', async () => {
    const silent = await listenSilently()
    const { port } = silent.server.address() as { port: number }
    const failure = await failureOf(openTestSession(`postgresql://ann:p@127.0.0.1:${port}/d`, {}, { connectTimeoutMs: 300 }))
    expect(failure.message).toContain('no answer within 0.3 s')
    silent.close()
  })
})

async function listenSilently(): Promise<{ readonly server: Server; close(): void }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
