/** The monitor through the command line, on a real database on which things go wrong on purpose. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { query, startCluster } from '../support/postgres.ts'
import { createProject, PLAN, type Project, type Report } from '../support/project.ts'
import { type Started, startSavepoint } from '../support/savepoint.ts'
import { startReplicated } from '../support/standby.ts'

/** As much of the report's monitor as is looked at. */
interface Monitor {
  readonly samples: number
  readonly interrupted: boolean
  readonly plannedMs: number
  readonly baseline: { from: string }
  readonly sources: readonly string[]
  readonly series: readonly { name: string; points: readonly (number | null)[]; limit: number | null; max: number }[]
  readonly anomalies: readonly { watch: string; value: string; evidence: readonly string[]; intervals: number }[]
}

const monitorOf = (report: Report) => report.monitor as Monitor

const MIGRATION = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}

/** A watch that a test ends itself, once it has seen what it waited for. */
const LONG = 'for: 5m, every: 100ms'

function watching(section: string): Promise<Project> {
  return createProject({ ...MIGRATION, 'savepoint.yml': `${PLAN}monitor: ${section}\n` })
}

/** Resolves once the process has written a text, now or before; rejects when it ends without. */
function reading(started: Started): (text: string) => Promise<void> {
  let written = ''
  let ended = false
  started.process.stdout?.on('data', (chunk: string) => {
    written += chunk
  })
  started.process.once('close', () => {
    ended = true
  })
  return async (text) => {
    while (!written.includes(text)) {
      if (ended) throw new Error(`it ended without ${text}:\n${written}`)
      await Promise.race([once(started.process.stdout as Readable, 'data'), started.finished])
    }
  }
}

/** Lets the watch begin, does something to the database, and interrupts the watch once it has told of an anomaly. */
async function untilAnomaly(project: Project, watch: string, act: () => Promise<unknown>) {
  const started = project.start('monitor')
  const written = reading(started)
  await written('1 sample')
  await Promise.all([written(`UTC ${watch}:`), act()])
  started.process.kill('SIGINT')
  const { exitCode, output } = await started.finished
  const report = await project.report()
  return { exitCode, output, report, monitor: monitorOf(report) }
}

const statusOf = (report: Report, name: string) =>
  report.stages.flatMap(({ checks }) => checks).find((check) => check.name === name)?.status

async function clientOf(project: Project): Promise<Client> {
  const client = new Client({ connectionString: project.database.url, application_name: 'shop' })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The project's command line, on a database of another server. */
function elsewhere(project: Project, url: string): Project {
  const start: Project['start'] = (...args) => startSavepoint(args, { cwd: project.directory, env: { DATABASE_URL: url } })
  return { ...project, start }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('a watch of a quiet database', () => {
  test('passes, with a row for each limit and a series for all that was seen', async () => {
    await using project = await watching(
      '{ for: 1s, every: 100ms, connections: { at-most: 50 }, slow-queries: { over: 1s }, size-growth: { at-most: 10% }, rollbacks: { at-most: 3x } }',
    )
    const { exitCode, output } = await project.run('monitor')
    expect(output).toContain('no anomaly')
    expect(exitCode).toBe(0)
    const report = await project.report()
    expect(report.outcome).toBe('unchanged')
    const [stage] = report.stages
    expect(stage?.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'database passed',
      'connections passed',
      'slow queries passed',
      'deadlocks passed',
      'rollbacks passed',
      'size passed',
    ])
    const monitor = monitorOf(report)
    expect(monitor.series.map(({ name }) => name)).toEqual(expect.arrayContaining(['connections', 'size', 'commits']))
    expect(monitor.baseline.from).toContain('first sample')
    expect(monitor.anomalies).toEqual([])
  })

  test('runs without a plan section as well, for as long as it is told to', async () => {
    await using project = await createProject({})
    expect((await project.run('monitor', '--for', '300ms', '--every', '100ms')).exitCode).toBe(0)
    expect(monitorOf(await project.report()).plannedMs).toBe(300)
    const wrong = await project.run('monitor', '--for', 'a while')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('--for must be a duration')
  })

  test('compares with the latest snapshot, and says so', async () => {
    await using project = await watching('{ for: 200ms, every: 100ms, size-growth: { at-most: 1MB } }')
    await project.run('snapshot')
    await project.query("CREATE TABLE big AS SELECT repeat('x', 1000) FROM generate_series(1, 5000)")
    const { exitCode } = await project.run('monitor')
    expect(exitCode).toBe(1)
    const monitor = monitorOf(await project.report())
    expect(monitor.baseline.from).toMatch(/^the state before run /)
    expect(monitor.anomalies[0]).toMatchObject({ watch: 'size', value: expect.stringMatching(/\+.* MB \(\+/) })
  })
})

describe('an anomaly', () => {
  test('of connections is told with its limit and its baseline', async () => {
    await using project = await watching(`{ ${LONG}, connections: { at-most: 2x } }`)
    const clients: Client[] = []
    const { exitCode, report, monitor } = await untilAnomaly(project, 'connections', async () => {
      for (let count = 0; count < 3; count++) clients.push(await clientOf(project))
    })
    await Promise.all(clients.map((client) => client.end()))
    expect(exitCode).toBe(1)
    expect(statusOf(report, 'connections')).toBe('failed')
    expect(monitor.anomalies[0]).toMatchObject({ watch: 'connections', value: '3', limit: 'at most 2 (2x of 1)' })
  })

  test('of a deadlock between two sessions', async () => {
    await using project = await watching(`{ ${LONG} }`)
    const { report } = await untilAnomaly(project, 'deadlocks', async () => {
      const [one, two] = [await clientOf(project), await clientOf(project)]
      await one.query("BEGIN; UPDATE customer SET name = 'a' WHERE id = 1")
      await two.query("BEGIN; UPDATE customer SET name = 'b' WHERE id = 2")
      const both = [
        one.query("UPDATE customer SET name = 'a' WHERE id = 2"),
        two.query("UPDATE customer SET name = 'b' WHERE id = 1"),
      ]
      await Promise.allSettled(both)
      await Promise.all([one.end(), two.end()])
    })
    expect(statusOf(report, 'deadlocks')).toBe('failed')
  })

  test('of a slow query names the statement, without its values', async () => {
    await using project = await watching(`{ ${LONG}, slow-queries: { over: 300ms } }`)
    const client = await clientOf(project)
    const { monitor, output } = await untilAnomaly(project, 'slow queries', () => client.query("SELECT pg_sleep(2), 'secret'"))
    await client.end()
    expect(monitor.anomalies[0]?.evidence[0]).toContain('(shop): SELECT pg_sleep(?), ?')
    expect(output).not.toContain('secret')
  })

  test('of a session that waits for a lock names whom it waits for', async () => {
    await using project = await watching(`{ ${LONG}, lock-waits: { over: 100ms } }`)
    const [holder, waiter] = [await clientOf(project), await clientOf(project)]
    await holder.query('BEGIN; LOCK TABLE customer')
    const waiting = waiter.query('SELECT count(*) FROM customer').catch(() => {})
    const { monitor } = await untilAnomaly(project, 'lock waits', async () => {})
    await holder.query('ROLLBACK')
    await waiting
    await Promise.all([holder.end(), waiter.end()])
    expect(monitor.anomalies[0]?.evidence[0]).toMatch(/waits .* for \d+: SELECT count/)
  })

  test('of rollbacks, against a number per interval', async () => {
    await using project = await watching(`{ ${LONG}, rollbacks: { at-most: 2 } }`)
    const { monitor } = await untilAnomaly(project, 'rollbacks', async () => {
      const client = await clientOf(project)
      for (let count = 0; count < 200; count++) await client.query('BEGIN; SELECT 1; ROLLBACK')
      await client.end()
    })
    expect(monitor.anomalies[0]).toMatchObject({ watch: 'rollbacks', limit: 'at most 2 in 100 ms' })
  })

  test('is none of what Savepoint itself does: its own queries roll nothing back and are not told as slow', async () => {
    await using project = await watching(
      '{ for: 1s, every: 100ms, rollbacks: { at-most: 0 }, slow-queries: { over: 20ms }, queries: [{ name: report, query: select pg_sleep(0.05), at-most: 5s }] }',
    )
    expect((await project.run('monitor')).exitCode).toBe(0)
    expect(monitorOf(await project.report()).anomalies).toEqual([])
  })

  test('of a database that grows more than it may', async () => {
    await using project = await watching(`{ ${LONG}, size-growth: { at-most: 1MB } }`)
    const { exitCode, monitor, report } = await untilAnomaly(project, 'size', () =>
      project.query("CREATE TABLE ballast AS SELECT repeat('x', 1000) AS text FROM generate_series(1, 5000)"),
    )
    expect(exitCode).toBe(1)
    expect(monitor.anomalies[0]).toMatchObject({ watch: 'size', value: expect.stringMatching(/, \+\d.* MB \(\+/) })
    expect(statusOf(report, 'size')).toBe('failed')
  })

  test('of a violated constraint shows the line of the server log', async () => {
    const cluster = await startCluster({ settings: { logging_collector: 'on', log_destination: 'jsonlog' } })
    const { url } = await cluster.createDatabase()
    await query(url, 'CREATE TABLE item (id int PRIMARY KEY); INSERT INTO item VALUES (1)')
    await using project = await watching(`{ ${LONG}, constraint-violations: 0 }`)
    const { monitor } = await untilAnomaly(elsewhere(project, url), 'constraint violations', () =>
      query(url, 'INSERT INTO item VALUES (1)').catch(() => {}),
    )
    await cluster.remove()
    expect(monitor.anomalies[0]?.evidence.join()).toContain('violates unique constraint "item_pkey"')
  })

  test('of a standby that falls behind, and of one that is gone', async () => {
    await using replicated = await startReplicated()
    const { url } = await replicated.primary.createDatabase()
    const write = () => query(url, 'CREATE TABLE IF NOT EXISTS note (n int); INSERT INTO note VALUES (1)')
    // Lag is known of what a standby has replayed.
    await write()
    await using project = await watching(`{ ${LONG}, replication-lag: { at-most: 300ms } }`)

    const late = await untilAnomaly(elsewhere(project, url), 'replication lag', async () => {
      await query(replicated.standbyUrl, 'SELECT pg_wal_replay_pause()')
      await write()
    })
    await query(replicated.standbyUrl, 'SELECT pg_wal_replay_resume()')
    while ((await query(url, 'SELECT FROM pg_stat_replication WHERE replay_lag IS NULL')).length === 0);
    const gone = await untilAnomaly(elsewhere(project, url), 'replication lag', () => replicated.standby.stop())

    expect(late.monitor.anomalies[0]).toMatchObject({ watch: 'replication lag', limit: 'at most 300 ms' })
    expect(gone.monitor.anomalies[0]).toMatchObject({ value: 'no standby', evidence: ['the standby is no longer connected'] })
  }, 120_000)

  test('of an address that begins to fail shows the status', async () => {
    let status = 200
    const server = createServer((_request, response) => response.writeHead(status).end())
    await using project = await watching(`{ ${LONG}, http: ["${await listening(server)}/health?token=hidden"] }`)
    const { monitor, output } = await untilAnomaly(project, 'http http', async () => {
      status = 500
    })
    server.closeAllConnections()
    server.close()
    expect(monitor.anomalies[0]?.evidence[0]).toMatch(/^GET http:.*\/health: 500 in /)
    expect(output).not.toContain('hidden')
  })

  test('of a log line that must not be there shows the line', async () => {
    await using project = await watching(
      `{ ${LONG}, logs: { name: application, command: cat app.log, must-not-match: "error|exception" } }`,
    )
    await project.write('app.log', 'started\n')
    const { monitor, report } = await untilAnomaly(project, 'log application', async () => {
      await project.write('app.log', 'started\nERROR: out of cheese\n')
    })
    expect(monitor.anomalies[0]).toMatchObject({ value: '1', evidence: ['ERROR: out of cheese'], intervals: 1 })
    expect(statusOf(report, 'log application')).toBe('failed')
  })

  test('of a log line is told once, though the command prints it again in every interval', async () => {
    await using project = await watching(
      '{ for: 600ms, every: 100ms, logs: { name: app, command: cat app.log, must-not-match: error } }',
    )
    await project.write('app.log', 'ERROR: out of cheese\n')
    expect((await project.run('monitor')).exitCode).toBe(1)
    expect(monitorOf(await project.report()).anomalies).toMatchObject([{ watch: 'log app', intervals: 1 }])
  })

  test('of a query that takes longer than it may', async () => {
    await using project = await watching(`{ ${LONG}, queries: [{ name: report, query: select pg_sleep(0.2), at-most: 50ms }] }`)
    const { monitor } = await untilAnomaly(project, 'query report', async () => {})
    expect(monitor.anomalies[0]).toMatchObject({ limit: 'at most 50 ms' })
  })

  test('ends the watch where the plan says so, and is a mere warning where it says that', async () => {
    const rest = 'queries: [{ name: report, query: select pg_sleep(0.1), at-most: 10ms }]'
    await using first = await watching(`{ ${LONG}, stop-at-first: true, ${rest} }`)
    expect((await first.run('monitor')).exitCode).toBe(1)
    expect(monitorOf(await first.report()).interrupted).toBe(false)
    await using mild = await watching(`{ for: 300ms, every: 100ms, on-anomaly: warn, ${rest} }`)
    expect((await mild.run('monitor')).exitCode).toBe(0)
    expect(statusOf(await mild.report(), 'query report')).toBe('warning')
  })

  test('needs as many intervals in a row as the plan says', async () => {
    await using project = await watching(
      '{ for: 500ms, every: 100ms, strikes: 50, queries: [{ name: report, query: select pg_sleep(0.1), at-most: 10ms }] }',
    )
    expect((await project.run('monitor')).exitCode).toBe(0)
    expect(monitorOf(await project.report()).anomalies).toEqual([])
  })
})

describe('what cannot be watched', () => {
  test('is never green: a limit for violations where the server keeps no log', async () => {
    await using project = await watching('{ for: 200ms, every: 100ms, constraint-violations: 0 }')
    const { exitCode, output } = await project.run('monitor')
    expect(exitCode).toBe(1)
    expect(output).toContain('logging_collector is off')
    expect(statusOf(await project.report(), 'constraint violations')).toBe('errored')
  })

  test('is never green, even where an anomaly only warns: a command that fails, a query that is wrong', async () => {
    await using project = await watching(
      '{ for: 200ms, every: 100ms, on-anomaly: warn, logs: { name: app, command: cat gone.log, must-not-match: x }, queries: [{ name: q, query: select nmae from customer, at-most: 1s }] }',
    )
    expect((await project.run('monitor')).exitCode).toBe(1)
    const report = await project.report()
    expect([statusOf(report, 'log app'), statusOf(report, 'query q')]).toEqual(['errored', 'errored'])
  })
})

describe('a watch that is disturbed', () => {
  test('goes on when its session is ended, and notes it', async () => {
    await using project = await watching(`{ ${LONG} }`)
    const started = project.start('monitor')
    const written = reading(started)
    await written('1 sample')
    await project.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'savepoint % monitor'",
    )
    await written('asking again')
    started.process.kill('SIGINT')
    expect((await started.finished).output).toContain('no anomaly until then')
    expect(statusOf(await project.report(), 'database')).toBe('passed')
  })

  test('is whole when it is interrupted: exit 1, how far it came, and a valid report', async () => {
    await using project = await watching(`{ ${LONG}, connections: { at-most: 50 } }`)
    const started = project.start('monitor')
    await reading(started)('1 sample')
    started.process.kill('SIGTERM')
    const { exitCode, output } = await started.finished
    expect(exitCode).toBe(1)
    expect(output).toMatch(/interrupted after .* of 5 min; no anomaly until then/)
    const report = await project.report()
    expect(report.outcome).toBe('unchanged')
    expect(monitorOf(report).interrupted).toBe(true)
  })
})

describe('in a run', () => {
  test('the watch is the last stage, compared with the state before', async () => {
    await using project = await watching(
      '{ for: 300ms, every: 100ms, size-growth: { at-most: 50% }, connections: { at-most: 2x } }',
    )
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    const report = await project.report()
    expect(report.outcome).toBe('migrated')
    expect(report.stages.at(-1)).toMatchObject({ name: 'monitor', status: 'passed' })
    expect(monitorOf(report).baseline.from).toBe('the state before this run changed anything')
    expect((await project.run('monitor', '--for', '200ms', '--every', '100ms')).exitCode).toBe(0)
    expect(monitorOf(await project.report()).baseline.from).toMatch(/^the state before run .* changed anything/)
  })

  test('an anomaly stops for a person: nothing is rolled back, and the next run starts afresh', async () => {
    await using project = await watching(
      '{ for: 300ms, every: 100ms, queries: [{ name: report, query: select pg_sleep(0.1), at-most: 10ms }] }',
    )
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(3)
    const report = await project.report()
    expect(report).toMatchObject({ outcome: 'stopped', reason: expect.stringContaining('1 anomaly (query report)') })
    expect(report.next).toContain('savepoint monitor')
    const columns = "SELECT column_name FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'"
    expect(await project.query(columns)).toHaveLength(1)
    await project.query('DELETE FROM "order" WHERE id = 1')
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await project.query(columns)).toHaveLength(1)
  })

  test('an interrupt of the watch stops with the time that is left; the migration stays', async () => {
    await using project = await watching(`{ ${LONG} }`)
    const started = project.start('run', '--yes')
    await reading(started)('1 sample')
    started.process.kill('SIGINT')
    expect((await started.finished).exitCode).toBe(3)
    const report = await project.report()
    expect(report).toMatchObject({ outcome: 'stopped', reason: expect.stringContaining('interrupted after') })
    expect(report.next.join()).toMatch(/savepoint monitor --for \d+s/)
  })
})
