/** A run killed at any point loses nothing, and the next run converges. */
import { describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import type { JournalEvent } from '../../src/domain/journal.ts'
import { createProject, databasesBeside, type Project } from '../support/project.ts'
import { untilAnnounced } from '../support/savepoint.ts'

const GOOD = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
  'migrations/002_tag.up.sql': 'CREATE TABLE tag (id int PRIMARY KEY);',
  'migrations/002_tag.down.sql': 'DROP TABLE tag;',
}
const LOSING = {
  ...GOOD,
  'migrations/002_tag.up.sql': 'DELETE FROM "order" WHERE id % 100 = 0;',
  'migrations/002_tag.down.sql': 'SELECT 1;',
}
const CONTENT = `SELECT count(*) AS customers, (SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM "order" o) AS orders FROM customer`
const COLUMNS = `SELECT count(*)::int AS phones FROM information_schema.columns WHERE column_name = 'phone'`

/** `migration-starting 002`: the first event of that type that holds the word. */
function point(words: string): (event: JournalEvent) => boolean {
  const [type, ...rest] = words.split(' ')
  return (event) => event.type === type && rest.every((word) => JSON.stringify(event).includes(word))
}

async function killAt(project: Project, words: string): Promise<void> {
  const started = project.start('run', '--yes')
  await untilAnnounced(started, project.runDirectory, point(words))
  started.process.kill('SIGKILL')
  await started.finished
}

describe('killed on its way forward', () => {
  test.each([
    ['run-started'],
    ['stage-started backup'],
    ['backup-writing'],
    ['backup-written'],
    ['copy-creating verification'],
    ['backup-verified'],
    ['snapshot-taken'],
    ['migrating'],
    ['migration-starting 001'],
    ['migration-finished 001'],
    ['migration-starting 002'],
    ['stage-started validate'],
  ])('at %s, the next run ends migrated with every row', async (words) => {
    await using project = await createProject(GOOD)
    const before = await project.query(CONTENT)
    await killAt(project, words)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toMatch(/migrated|nothing to do/)
    expect(exitCode).toBe(0)
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await project.query(COLUMNS)).toEqual([{ phones: 1 }])
    expect(await databasesBeside(project)).toEqual([])
  })
})

describe('killed after rows were lost, or on its way back', () => {
  test.each([
    ['migration-starting 002'],
    ['stage-started validate'],
    ['rolling-back downgrade'],
    ['rolling-back restore'],
    ['copy-creating restore'],
    ['swapping'],
    ['swapped'],
  ])('at %s, the next run brings the state before back', async (words) => {
    await using project = await createProject(LOSING)
    const before = await project.query(CONTENT)
    await killAt(project, words)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await project.query(COLUMNS)).toEqual([{ phones: 0 }])
  })
})

describe('killed inside a statement', () => {
  /** Keeps a transaction open that the migration has to wait for. */
  async function holding<Result>(project: Project, sql: string, work: () => Promise<Result>): Promise<Result> {
    const client = new Client({ connectionString: project.database.url })
    await client.connect()
    try {
      await client.query('BEGIN')
      await client.query(sql)
      return await work()
    } finally {
      await client.end()
    }
  }

  async function untilWaiting(project: Project, statement: string): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '${statement}%'`
    while ((await project.query(waiting)).length === 0) await new Promise((resolve) => setImmediate(resolve))
  }

  test('of a transactional migration, nothing of it stays, and the next run migrates whatever others wrote since', async () => {
    await using project = await createProject(GOOD)
    const before = await project.query(CONTENT)
    await holding(project, 'LOCK TABLE customer IN ACCESS SHARE MODE', async () => {
      const started = project.start('run', '--yes')
      await untilWaiting(project, 'ALTER TABLE customer')
      started.process.kill('SIGKILL')
      await started.finished
    })
    await project.query("UPDATE customer SET name = 'written since' WHERE id = 7")
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await project.query(COLUMNS)).toEqual([{ phones: 1 }])
  })

  test('of a migration outside a transaction, the next run takes back the half that was done', async () => {
    await using project = await createProject({
      'migrations/001_index.up.sql': '-- savepoint: no-transaction\nCREATE INDEX CONCURRENTLY order_cents ON "order" (cents);',
      'migrations/001_index.down.sql': 'DROP INDEX order_cents;',
    })
    const before = await project.query(CONTENT)
    await holding(project, 'UPDATE "order" SET cents = cents WHERE id = 1', async () => {
      const started = project.start('run', '--yes')
      await untilWaiting(project, 'CREATE INDEX')
      started.process.kill('SIGKILL')
      await started.finished
      await project.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND datname = current_database()`,
      )
    })
    expect(await project.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'order_cents'::regclass")).toEqual([
      { indisvalid: false },
    ])

    const recovered = await project.run('run', '--yes')
    expect(recovered.exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await project.query("SELECT to_regclass('order_cents') AS left_over")).toEqual([{ left_over: null }])
    expect(await project.query(CONTENT)).toEqual(before)

    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await project.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'order_cents'::regclass")).toEqual([
      { indisvalid: true },
    ])
  })
})

describe('interrupted by SIGINT', () => {
  test('in the middle of a migration, the statement is cancelled in the server and nothing stays', async () => {
    await using project = await createProject({
      'migrations/001_slow.sql': 'ALTER TABLE customer ADD COLUMN phone text;\nSELECT pg_sleep(600);',
    })
    const before = await project.query(CONTENT)
    const started = project.start('run', '--yes')
    await untilAnnounced(started, project.runDirectory, point('migration-starting'))
    const sleeping =
      "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active' AND datname = current_database()"
    while ((await project.query(sleeping)).length === 0) await new Promise((resolve) => setImmediate(resolve))
    started.process.kill('SIGINT')
    const { exitCode, output } = await started.finished
    expect(exitCode).toBe(1)
    expect(output).toContain('SIGINT')
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.query(sleeping)).toEqual([])
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await project.query(COLUMNS)).toEqual([{ phones: 0 }])
  })

  test.each([['SIGINT'], ['SIGTERM']] as const)(
    '(%s) in the middle of a backup, no backup is left that looks whole',
    async (signal) => {
      await using project = await createProject(GOOD)
      const started = project.start('run', '--yes')
      await untilAnnounced(started, project.runDirectory, point('backup-writing'))
      started.process.kill(signal)
      const { exitCode } = await started.finished
      expect(exitCode).toBe(1)
      expect((await project.report()).outcome).toBe('unchanged')
      expect((await project.report()).backup).toBeNull()
      expect((await project.run('run', '--yes')).exitCode).toBe(0)
    },
  )
})
