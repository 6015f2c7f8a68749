/** Two plans with histories of their own work on one database at the same time: neither takes the other's live run for a vanished one. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createTestDatabase, query } from '../support/postgres.ts'
import { createProject, PLAN, type Project, SHOP } from '../support/project.ts'
import { type Started, savepoint, untilAnnounced } from '../support/savepoint.ts'

function servicesOf(name: string): string {
  return `services: { stop: echo ${name} stop >> calls, start: echo ${name} start >> calls, status: "tail -n 1 calls | grep -qv stop", max-connections: 50 }\n`
}

const FILES = {
  // Waits inside the migration until somebody says go.
  'migrations/001_phone.up.sql':
    "DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_class WHERE relname = 'go') LOOP PERFORM pg_sleep(0.02); END LOOP; END $$;\nALTER TABLE note ADD COLUMN phone text;",
  'migrations/001_phone.down.sql': 'ALTER TABLE note DROP COLUMN phone;',
  'audit/001_trail.up.sql': 'CREATE TABLE trail (id int PRIMARY KEY);',
  'audit/001_trail.down.sql': 'DROP TABLE trail;',
  'savepoint.yml': PLAN + servicesOf('shop'),
  'audit.yml': PLAN.replace('directory: migrations', 'directory: audit, history-table: audit_migrations') + servicesOf('audit'),
  calls: 'none yet\n',
}
const AUDIT = ['--config', 'audit.yml']

let project: Project
let live: Started

beforeEach(async () => {
  project = await createProject(FILES)
  live = project.start('run', '--yes')
  await untilAnnounced(live, project.runDirectory, ({ type }) => type === 'migration-starting')
})
afterEach(async () => {
  live.process.kill('SIGKILL')
  await live.finished
  await project[Symbol.asyncDispose]()
})

async function liveEndsWell(): Promise<void> {
  await project.query('CREATE TABLE go ()')
  const { exitCode, output } = await live.finished
  expect(output).toContain('migrated')
  expect(exitCode).toBe(0)
}

async function calls(): Promise<readonly string[]> {
  return (await readFile(join(project.directory, 'calls'), 'utf8')).trimEnd().split('\n').slice(1)
}

describe('beside a live run of another history', () => {
  test.each([
    ['in a run directory of its own', ['--output', 'elsewhere']],
    ['in the same run directory', []],
  ])('a run with nothing to do, %s, leaves it and its services alone', async (_, where) => {
    await project.write('audit/001_trail.up.sql', '')
    const beside = await project.run('run', '--yes', ...AUDIT, '--to', 'base', ...where)
    expect(beside.output).not.toMatch(/never came to an end|stopped the services/)
    expect(await calls()).toEqual(['shop stop'])
    await liveEndsWell()
    expect(await calls()).toEqual(['shop stop', 'shop start'])
  })

  test('health finds no unfinished run, and status tells of none', async () => {
    const health = await project.run('health', ...AUDIT)
    const status = await project.run('status', ...AUDIT, '--json')
    expect(health.output).not.toContain('never came to an end')
    expect(JSON.parse(status.stdout)).toMatchObject({ lastRun: null })
    expect((await project.run('health')).output).toContain('never came to an end')
  })

  test('a migration and a rollback go their own way', async () => {
    const migrated = await project.run('run', '--yes', ...AUDIT)
    expect(migrated.output).not.toMatch(/never came to an end|stopped the services/)
    expect(migrated.exitCode).toBe(0)
    expect((await project.run('rollback', '--yes', ...AUDIT)).exitCode).toBe(0)
    expect(await project.query("SELECT to_regclass('trail') AS trail")).toEqual([{ trail: null }])
    await liveEndsWell()
  })
})

describe('beside a live run on another database', () => {
  test('the same run directory, and a ledger that came along with a dump, are no reason to end it', async () => {
    const other = await createTestDatabase()
    const [ledger] = await project.query('SELECT json_agg(l)::text AS entries FROM savepoint.ledger l')
    await query(
      other.url,
      `${SHOP}; CREATE SCHEMA savepoint; CREATE TABLE savepoint.ledger (run_id text, sequence int, at timestamptz, event jsonb, PRIMARY KEY (run_id, sequence));
       INSERT INTO savepoint.ledger SELECT * FROM json_populate_recordset(NULL::savepoint.ledger, $ledger$${String(ledger?.entries)}$ledger$);`,
    )
    const beside = await savepoint(['run', '--yes', '--to', 'base'], { cwd: project.directory, env: { DATABASE_URL: other.url } })
    await other.drop()
    expect(beside.output).not.toMatch(/never came to an end|stopped the services/)
    expect(beside.output).toContain('nothing to do')
    await liveEndsWell()
  })
})
