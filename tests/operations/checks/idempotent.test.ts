/** `idempotent` checks in real runs: what a second run of a migration would change is told, and none of it stays. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../../support/project.ts'

const CHECK = 'backup: { verify: none }\nlosses: warn\nvalidate:\n  - { name: again, idempotent: all }\n'

/** Two migrations, the second as given; the check is asked after both. */
function projectWith(migration: string, check = CHECK): Promise<Project> {
  return createProject({
    'savepoint.yml': PLAN + check,
    'migrations/011_base.sql':
      'ALTER TABLE customer ADD COLUMN IF NOT EXISTS phone text;\nCREATE TABLE IF NOT EXISTS tag (id serial PRIMARY KEY, name text);\n',
    'migrations/012_more.sql': migration,
  })
}

async function checked(project: Project) {
  const { stages } = await project.report()
  return stages.flatMap(({ checks }) => checks).find(({ name }) => name === 'again')
}

describe('migrations that are run again', () => {
  test('and change nothing pass', async () => {
    await using project = await projectWith("UPDATE customer SET phone = coalesce(phone, 'unknown');")
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(await checked(project)).toMatchObject({
      status: 'passed',
      expected: 'running 011, 012 again changes nothing',
      actual: 'nothing changed',
    })
  })

  test('and change something fail, told what', async () => {
    await using project = await projectWith("INSERT INTO tag (name) VALUES ('new');")
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(await checked(project)).toMatchObject({
      status: 'failed',
      actual: '1 change: rows of public.tag: 1 before, 2 after',
    })
  })

  test('and fail then are told with file and line, and the run is rolled back', async () => {
    await using project = await projectWith('SELECT 1;\nCREATE TABLE plain (id int);')
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    const check = await checked(project)
    expect(check).toMatchObject({ status: 'failed', actual: 'it failed' })
    expect(check?.message).toMatch(/012_more\.sql, line 2: .*"plain" already exists/)
    expect(await project.query("SELECT to_regclass('tag') AS tag")).toEqual([{ tag: null }])
  })
})

describe('what is tried', () => {
  const ONLY = (revisions: string) => CHECK.replace('idempotent: all', `idempotent: ${revisions}`)

  test('is what the plan lists, and leaves nothing behind', async () => {
    await using project = await projectWith("INSERT INTO tag (name) VALUES ('new');", ONLY('["011"]'))
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(await checked(project)).toMatchObject({ status: 'passed', expected: 'running 011 again changes nothing' })
    expect(await project.query('SELECT count(*)::int AS tags FROM tag')).toEqual([{ tags: 1 }])
  })

  test('is the one migration that the check belongs to', async () => {
    await using project = await projectWith("INSERT INTO tag (name) VALUES ('new');", ONLY('all, after-migration: "011"'))
    await project.run('run', '--yes')
    expect(await checked(project)).toMatchObject({ status: 'passed', expected: 'running 011 again changes nothing' })
  })

  test('cannot be a file that runs outside a transaction', async () => {
    await using project = await projectWith(
      '-- savepoint: no-transaction\nCREATE INDEX CONCURRENTLY IF NOT EXISTS tag_name ON tag (name);',
    )
    await project.run('run', '--yes')
    expect(await checked(project)).toMatchObject({ status: 'errored', message: expect.stringContaining('rehearse it on a copy') })
  })

  test('cannot be known without a snapshot; an unknown migration is told', async () => {
    await using project = await projectWith('SELECT 1;')
    await project.run('validate')
    expect(await checked(project)).toMatchObject({ status: 'errored', message: expect.stringContaining('no snapshot') })
    await project.write('savepoint.yml', PLAN + ONLY('["11"]'))
    await project.run('validate')
    expect(await checked(project)).toMatchObject({ status: 'errored', message: expect.stringContaining('did you mean 011?') })
  })

  test('that waits for a lock is errored after the lock timeout, not failed', async () => {
    await using project = await projectWith(
      'LOCK TABLE tag IN ACCESS EXCLUSIVE MODE;',
      `session: { lock-timeout: 200ms }\n${CHECK}`,
    )
    await project.run('run', '--yes')
    const holder = project.query('BEGIN; LOCK TABLE tag; SELECT pg_sleep(600)').catch(() => undefined)
    const waits = `SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND wait_event = 'PgSleep' AND pid <> pg_backend_pid()`
    let holders = await project.query(waits)
    while (holders.length === 0) holders = await project.query(waits)
    await project.run('validate')
    expect(await checked(project)).toMatchObject({ status: 'errored', message: expect.stringContaining('lock timeout') })
    await project.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid = ${String(holders[0]?.pid)}`)
    await holder
  })
})

test.each([
  ['alembic', 'migrator: { kind: alembic }'],
  ['command', 'migrator: { kind: command, current: "echo 1", upgrade: "true" }'],
])('with the %s migrator the plan is refused before anything starts', async (kind, migrator) => {
  await using project = await projectWith('SELECT 1;')
  await project.write('savepoint.yml', `${PLAN.replace(/migrator:.*/, migrator)}${CHECK}`)
  const { exitCode, stderr } = await project.run('run', '--yes')
  expect(exitCode).toBe(2)
  expect(stderr).toContain(`the ${kind} migrator cannot run a migration again`)
})
