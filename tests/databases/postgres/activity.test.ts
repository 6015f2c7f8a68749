/** What a watch sees of a real server on which things go wrong on purpose. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { ActivitySample } from '../../../src/domain/activity.ts'
import type { Activity, ActivityLimits } from '../../../src/domain/ports/activity.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { query, startCluster, type TestCluster, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTest, until, urlAs } from './handle.ts'

const { signal } = new AbortController()
const LIMITS: ActivityLimits = { slowOverMs: 200, lockWaitOverMs: 0, meansBeforeMs: {}, timeoutMs: 10_000 }
const FORMATS = ['jsonlog', 'csvlog', 'stderr'] as const

let cluster: TestCluster
let database: TestDatabase
beforeAll(async () => {
  cluster = await startCluster({
    settings: {
      shared_preload_libraries: 'pg_stat_statements',
      logging_collector: 'on',
      log_line_prefix: '%m [%p] %q%u@%d %e ',
      deadlock_timeout: '50ms',
    },
  })
  await logAs('jsonlog')
  database = await cluster.createDatabase()
  await query(
    database.url,
    'CREATE EXTENSION pg_stat_statements; CREATE TABLE item (id int PRIMARY KEY, cents int CHECK (cents > 0))',
  )
  await query(database.url, 'INSERT INTO item VALUES (1, 1), (2, 2)')
})
afterAll(() => cluster.remove())

/** Resolves once the server writes its log so. */
async function logAs(format: (typeof FORMATS)[number]): Promise<void> {
  await query(cluster.url(), `ALTER SYSTEM SET log_destination = '${format}'`)
  await query(cluster.url(), 'SELECT pg_reload_conf()')
  await until(async () => (await query(cluster.url(), 'SHOW log_destination'))[0]?.log_destination === format)
  await until(async () => (await query(cluster.url(), `SELECT pg_current_logfile('${format}') AS file`))[0]?.file !== null)
}

/** Watches until the work is done; the first sample has been taken before it begins. */
async function watching<Result>(
  work: (activity: Activity, sample: () => Promise<ActivitySample>) => Promise<Result>,
  limits: Partial<ActivityLimits> = {},
  url = database.url,
): Promise<Result> {
  const handle: Database = openTest(url)
  const activity = handle.watchActivity({ ...LIMITS, ...limits })
  try {
    await activity.sample(signal)
    return await work(activity, () => activity.sample(signal))
  } finally {
    await activity.close()
    await handle.close()
  }
}

async function clientOf(url = database.url, application = 'shop'): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: application })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Samples until one fits; the test's own time limit ends what never comes. */
async function sampleWhere(sample: () => Promise<ActivitySample>, fits: (sample: ActivitySample) => boolean) {
  for (;;) {
    const taken = await sample()
    if (fits(taken)) return taken
  }
}

describe('sessions and counters', () => {
  test('count the sessions of programs, by what they do, and none of our own', async () => {
    await watching(async (_activity, sample) => {
      const before = await sample()
      const idle = await clientOf()
      await idle.query('BEGIN')
      const after = await sample()
      expect(after.sessions.total).toBe(before.sessions.total + 1)
      expect(after.sessions.idleInTransaction).toBe(1)
      await idle.end()
    })
  })

  test('tell the size, and see it grow', async () => {
    await watching(async (_activity, sample) => {
      const before = await sample()
      await query(database.url, "CREATE TABLE big AS SELECT repeat('x', 1000) FROM generate_series(1, 5000)")
      const after = await sample()
      expect(after.sizeBytes).toBeGreaterThan(before.sizeBytes + 4_000_000)
      expect(after.countedForMs).toBeGreaterThan(0)
    })
  })

  test('count a real deadlock, and say from the log what it was about', async () => {
    await watching(async (_activity, sample) => {
      const before = await sample()
      const [one, two] = [await clientOf(), await clientOf()]
      await one.query('BEGIN; UPDATE item SET cents = 5 WHERE id = 1')
      await two.query('BEGIN; UPDATE item SET cents = 6 WHERE id = 2')
      const both = await Promise.allSettled([
        one.query('UPDATE item SET cents = 7 WHERE id = 2'),
        two.query('UPDATE item SET cents = 8 WHERE id = 1'),
      ])
      expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1)
      await Promise.all([one.end(), two.end()])
      const logged: string[] = []
      await sampleWhere(sample, (taken) => {
        logged.push(...(taken.deadlocksLogged?.lines ?? []))
        return taken.counters.deadlocks === before.counters.deadlocks + 1 && logged.length > 0
      })
      expect(logged).toEqual([expect.stringMatching(/^deadlock detected: UPDATE item SET cents = \? WHERE id = \?$/)])
    })
  })

  test('name the session that waits for a lock, and whom it waits for', async () => {
    await watching(async (_activity, sample) => {
      const [holder, waiter] = [await clientOf(), await clientOf()]
      await holder.query('BEGIN; LOCK TABLE item')
      const [pid] = (await holder.query('SELECT pg_backend_pid() AS pid')).rows as { pid: number }[]
      const waiting = waiter.query('SELECT count(*) FROM item')
      const { lockWaits } = await sampleWhere(sample, (taken) => taken.lockWaits.count > 0)
      expect(lockWaits.lines[0]).toMatch(new RegExp(`\\(shop\\) waits .* for ${pid?.pid}: SELECT count`))
      await holder.query('COMMIT')
      await waiting
      await Promise.all([holder.end(), waiter.end()])
    })
  })
})

describe('slow statements', () => {
  test('are told once, while they run and not again when they have ended, without their values', async () => {
    await watching(async (_activity, sample) => {
      const client = await clientOf()
      const slow = client.query("SELECT pg_sleep(0.5), 'a secret'")
      const told: string[] = []
      await sampleWhere(sample, ({ slowStatements }) => told.push(...slowStatements.lines) > 0)
      await slow
      await sample()
      told.push(...(await sample()).slowStatements.lines)
      expect(told).toHaveLength(1)
      expect(told[0]).toMatch(/^running for .* \(shop\): SELECT pg_sleep\(\?\), \?$/)
      await client.end()
    })
  })

  test('that came and went between two samples are told from pg_stat_statements, with the mean before', async () => {
    const means = await watching(async (activity) => {
      expect(activity.sources.statements).toContain('pg_stat_statements')
      await query(database.url, 'SELECT pg_sleep(0.01) AS nap')
      return {}
    })
    expect(means).toEqual({})
    const handle = openTest(database.url)
    const first = handle.watchActivity(LIMITS)
    const { statementMeansMs } = await first.sample(signal)
    await first.close()
    await handle.close()
    const nap = await query(database.url, "SELECT queryid::text AS id FROM pg_stat_statements WHERE query LIKE '%AS nap'")
    expect(statementMeansMs[String(nap[0]?.id)]).toBeGreaterThan(9)

    const line = await watching(
      async (_activity, sample) => {
        await query(database.url, 'SELECT pg_sleep(0.3) AS nap')
        return (await sample()).slowStatements.lines
      },
      { meansBeforeMs: statementMeansMs },
    )
    expect(line).toEqual([
      expect.stringMatching(
        /^slowest 3\d\d ms; 2 calls in all, mean 1\d\d ms, mean before 1\d ms: SELECT pg_sleep\(\$1\) AS nap$/,
      ),
    ])
  })

  test('that were slow before the watch and ran fast since are not told', async () => {
    await query(database.url, 'SELECT pg_sleep(0.3) AS doze')
    const lines = await watching(async (_activity, sample) => {
      await query(database.url, 'SELECT pg_sleep(0.001) AS doze')
      return (await sample()).slowStatements.lines
    })
    expect(lines).toEqual([])
  })

  test('are seen without the extension as well, and the source says so', async () => {
    const bare = await cluster.createDatabase()
    await watching(
      async (activity, sample) => {
        expect(activity.sources.statements).toMatch(/^pg_stat_activity.*pg_stat_statements is not in this database/)
        const client = await clientOf(bare.url)
        const slow = client.query('SELECT pg_sleep(1)')
        const { slowStatements } = await sampleWhere(sample, (taken) => taken.slowStatements.count > 0)
        expect(slowStatements.lines[0]).toContain('SELECT pg_sleep(?)')
        await slow
        await client.end()
      },
      {},
      bare.url,
    )
  })
})

describe('constraint violations', () => {
  test.each(FORMATS)('are read from the log as %s, those of this database only, without values', async (format) => {
    await logAs(format)
    const other = await cluster.createDatabase()
    await watching(async (activity, sample) => {
      expect(activity.sources.serverLog).toMatchObject({ readable: true })
      await query(other.url, 'CREATE TABLE item (id int PRIMARY KEY); INSERT INTO item VALUES (1), (1)').catch(() => {})
      await query(database.url, 'INSERT INTO item VALUES (1,\n 77)').catch(() => {})
      await query(database.url, 'SELECT 1/0').catch(() => {})
      await query(database.url, 'INSERT INTO item VALUES (9, -77)').catch(() => {})
      const lines: string[] = []
      await sampleWhere(sample, ({ violations }) => lines.push(...(violations?.lines ?? [])) >= 2)
      expect(lines).toHaveLength(2)
      expect(lines[0]).toContain('duplicate key value violates unique constraint "item_pkey"')
      expect(lines[1]).toContain('violates check constraint "item_cents_check"')
      expect(lines.join()).not.toContain('77')
      expect((await sample()).violations).toEqual({ count: 0, lines: [] })
    })
  })

  test('are followed into the next file when the server begins one', async () => {
    await watching(async (_activity, sample) => {
      const [before] = await query(cluster.url(), 'SELECT pg_current_logfile() AS file')
      await query(cluster.url(), "ALTER SYSTEM SET log_filename = 'another-%s.log'")
      await query(cluster.url(), 'SELECT pg_reload_conf()')
      await query(cluster.url(), 'SELECT pg_rotate_logfile()')
      await until(async () => (await query(cluster.url(), 'SELECT pg_current_logfile() AS file'))[0]?.file !== before?.file)
      await query(database.url, 'INSERT INTO item VALUES (2, 2)').catch(() => {})
      const { violations } = await sampleWhere(sample, (taken) => taken.violations?.count !== 0)
      expect(violations?.lines[0]).toContain('item_pkey')
    })
  })

  test('cannot be read by a role without the right: the source says why and what to grant', async () => {
    await query(cluster.url(), "CREATE ROLE clerk LOGIN PASSWORD 'clerk'")
    await watching(
      async (activity, sample) => {
        expect(activity.sources.serverLog).toMatchObject({
          readable: false,
          reason: expect.stringMatching(/permission denied.*GRANT EXECUTE/),
        })
        const other = await clientOf()
        const taken = await sample()
        expect(taken.violations).toBeNull()
        expect(taken.hiddenSessions).toBe(1)
        expect(taken.sessions.total).toBe(1)
        await other.end()
      },
      {},
      urlAs(database.url, 'clerk', 'clerk'),
    )
  })
})

describe('a session that is lost', () => {
  test('fails one sample; the next one opens another and goes on', async () => {
    await watching(async (_activity, sample) => {
      await query(
        database.url,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name LIKE 'savepoint % monitor'",
      )
      const failure = await failureOf(sample())
      expect(failure.name).toBe('ConnectionError')
      expect((await sample()).sizeBytes).toBeGreaterThan(0)
    })
  })

  test('is given up when the server does not answer in time', async () => {
    await watching(
      async (_activity, sample) => {
        const blocker = await clientOf()
        await blocker.query('BEGIN; LOCK TABLE pg_database IN ACCESS EXCLUSIVE MODE')
        expect((await failureOf(sample())).message).toMatch(/did not answer within 300 ms/)
        await blocker.end()
        expect((await sample()).sessions.total).toBeGreaterThanOrEqual(0)
      },
      { timeoutMs: 300 },
    )
  })
})
