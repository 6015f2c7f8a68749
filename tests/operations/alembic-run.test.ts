/** Whole runs with real Alembic through the command line: migrated, taken back, refused, and killed in the middle. */
import { describe, expect, test } from '@jest/globals'
import { ALEMBIC_PROJECT, type AlembicVersion, alembicSettings, alembicVersion } from '../migrators/workbench.ts'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'
import { untilAnnounced } from '../support/savepoint.ts'

/** With Alembic from the environment of the tests. */
const ALEMBIC_PLAN = PLAN.replace(/migrator:.*\n/, `migrator: { kind: alembic, command: [${alembicSettings().command[0]}] }\n`)

const PHONE = {
  revision: 'a1',
  message: 'add phone',
  up: 'ALTER TABLE customer ADD COLUMN phone text',
  down: 'ALTER TABLE customer DROP COLUMN phone',
} as const
const TAG = {
  revision: 'b2',
  parents: ['a1'],
  message: 'create tag',
  up: 'CREATE TABLE tag (id int PRIMARY KEY)',
  down: 'DROP TABLE tag',
} as const
const CITY = {
  revision: 'c3',
  parents: ['b2'],
  message: 'add city',
  up: 'ALTER TABLE customer ADD COLUMN city text',
  down: 'ALTER TABLE customer DROP COLUMN city',
} as const

const CONTENT = `SELECT md5(string_agg(concat_ws('|', id, email, name, joined), ',' ORDER BY id)) AS customers, (SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM "order" o) AS orders FROM customer`
const ADDED = `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('customer', 'tag') AND column_name IN ('phone', 'city') ORDER BY 1`
const TAGS = `SELECT to_regclass('public.tag') IS NOT NULL AS there`
const SLEEPING = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()`

function alembicProject(...versions: readonly AlembicVersion[]): Promise<Project> {
  const files = Object.assign({}, ALEMBIC_PROJECT, ...versions.map(alembicVersion)) as Record<string, string>
  return createProject({ ...files, 'savepoint.yml': ALEMBIC_PLAN })
}

describe('a run with Alembic', () => {
  test('applies three revisions one by one and is migrated', async () => {
    await using project = await alembicProject(PHONE, TAG, CITY)
    const before = await project.query(CONTENT)

    const { exitCode, output } = await project.run('run', '--yes')

    expect(output).toContain('migrated')
    expect(exitCode).toBe(0)
    const { migrator } = await project.report()
    expect(migrator).toMatchObject({ kind: 'alembic', fromRevision: 'base', toRevision: 'c3' })
    expect(migrator.applied.map(({ revision, outcome }) => `${revision} ${outcome}`)).toEqual([
      'a1 applied',
      'b2 applied',
      'c3 applied',
    ])
    expect(await project.query(ADDED)).toEqual([{ name: 'city' }, { name: 'phone' }])
    expect(await project.query(CONTENT)).toEqual(before)
  })

  test('whose second revision fails comes back to before the first, proven equal', async () => {
    await using project = await alembicProject(PHONE, { ...TAG, up: 'CREATE TABLE tag (id int PRIMARY KEY, of nowhere)' })
    const before = await project.query(CONTENT)

    const { exitCode, output } = await project.run('run', '--yes')

    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('rolled-back')
    expect(report.migrator.applied.map(({ revision, outcome }) => `${revision} ${outcome}`)).toEqual([
      'a1 rolled-back',
      'b2 failed',
    ])
    expect(output).toContain('migrations/versions/b2_it.py')
    expect(output).toContain('type "nowhere" does not exist')
    expect(await project.query(ADDED)).toEqual([])
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await databasesBeside(project)).toEqual([])
  })

  test('is refused before anything where the history has two heads', async () => {
    await using project = await alembicProject(PHONE, TAG, { ...CITY, parents: ['a1'] })

    const { exitCode, output } = await project.run('run', '--yes')

    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('unchanged')
    expect(report.stages.map(({ name, status }) => `${name} ${status}`)).toEqual(['health-check failed'])
    expect(output).toContain('alembic merge heads')
    expect(await project.query(ADDED)).toEqual([])
    expect(await project.query("SELECT to_regclass('public.alembic_version') AS history")).toEqual([{ history: null }])
  })

  test('killed in the middle of a revision: the next run ends what is still at work in the server, and migrates', async () => {
    await using project = await alembicProject(PHONE, {
      ...TAG,
      up: 'CREATE TABLE tag (id int PRIMARY KEY); SELECT pg_sleep(600)',
    })
    const before = await project.query(CONTENT)
    const started = project.start('run', '--yes')
    await untilAnnounced(started, project.runDirectory, (event) => event.type === 'migration-starting' && event.revision === 'b2')
    while ((await project.query(SLEEPING)).length === 0) await new Promise((resolve) => setImmediate(resolve))
    started.process.kill('SIGKILL')
    await started.finished
    expect(await project.query(SLEEPING)).toHaveLength(1)
    expect(await project.query(ADDED)).toEqual([{ name: 'phone' }])
    for (const [path, text] of Object.entries(alembicVersion(TAG))) await project.write(path, text)

    const { exitCode, output } = await project.run('run', '--yes')

    expect(output).toContain('never came to an end')
    expect(exitCode).toBe(0)
    expect(await project.query(SLEEPING)).toEqual([])
    expect((await project.report()).migrator).toMatchObject({ fromRevision: 'base', toRevision: 'b2' })
    expect(await project.query(TAGS)).toEqual([{ there: true }])
    expect(await project.query(CONTENT)).toEqual(before)
    expect(await databasesBeside(project)).toEqual([])
  })
})
