/** A whole run on a real database ends in the right one of the four outcomes, and the database is what the outcome says. */
import { describe, expect, test } from '@jest/globals'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'

const ADD_COLUMN = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}
const ADD_TABLE = {
  'migrations/002_tag.up.sql': "CREATE TABLE tag (id int PRIMARY KEY, name text);\nINSERT INTO tag VALUES (1, 'new');",
  'migrations/002_tag.down.sql': 'DROP TABLE tag;',
}
const LOSE_ROWS = {
  'migrations/002_clean.up.sql': 'DELETE FROM "order" WHERE id % 100 = 0;',
  'migrations/002_clean.down.sql': 'SELECT 1;',
}
const FAIL = {
  'migrations/002_broken.up.sql': 'ALTER TABLE customer ADD COLUMN ok int;\n\nUPDATE customer\n   SET nmae = 1;\n',
  'migrations/002_broken.down.sql': 'SELECT 1;',
}
const CONTENT = `SELECT md5(string_agg(c::text, ',' ORDER BY id)) AS customers, (SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM "order" o) AS orders FROM customer c`

async function columnsOf(project: Project, table: string): Promise<readonly unknown[]> {
  const rows = await project.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
  )
  return rows.map((row) => row.column_name)
}

describe('a run', () => {
  test('that applies everything and loses nothing is migrated', async () => {
    await using project = await createProject({ ...ADD_COLUMN, ...ADD_TABLE })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('migrated')
    expect(exitCode).toBe(0)
    const report = await project.report()
    expect(report.outcome).toBe('migrated')
    expect(report.migrator.applied.map((m) => [m.revision, m.outcome])).toEqual([
      ['001', 'applied'],
      ['002', 'applied'],
    ])
    expect(report.backup?.verification).toBe('restore')
    expect(await columnsOf(project, 'customer')).toContain('phone')
    expect(await databasesBeside(project)).toEqual([])
  })

  test('with nothing pending changes nothing and succeeds', async () => {
    await using project = await createProject(ADD_COLUMN)
    await project.run('run', '--yes')
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect((await project.report()).outcome).toBe('unchanged')
  })

  test('whose first migration fails leaves everything as it was, and shows the place', async () => {
    await using project = await createProject({
      'migrations/001_broken.sql': 'ALTER TABLE customer ADD COLUMN ok int;\n\nUPDATE customer\n   SET nmae = 1;\n',
    })
    const [before] = await project.query(CONTENT)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('unchanged')
    expect(output).toContain('001_broken.sql:4')
    expect(output).toContain('42703')
    expect(output).toMatch(/SET nmae = 1.*\n.*\^/)
    expect(await project.query(CONTENT)).toEqual([before])
    expect(await columnsOf(project, 'customer')).not.toContain('ok')
  })

  test('whose second migration fails is rolled back by downgrade, proven equal', async () => {
    await using project = await createProject({ ...ADD_COLUMN, ...FAIL })
    const [before] = await project.query(CONTENT)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('rolled-back')
    expect(report.migrator.applied.map((m) => [m.revision, m.outcome])).toEqual([
      ['001', 'rolled-back'],
      ['002', 'failed'],
    ])
    expect(await project.query(CONTENT)).toEqual([before])
    expect(await columnsOf(project, 'customer')).not.toContain('phone')
  })

  test('that loses rows is caught and rolled back from the backup, the failed database kept', async () => {
    await using project = await createProject({ ...ADD_COLUMN, ...LOSE_ROWS })
    const [before] = await project.query(CONTENT)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('rolled-back')
    expect(output).toContain('900 before, 891 after')
    expect(await project.query(CONTENT)).toEqual([before])
    const kept = await databasesBeside(project)
    expect(kept).toHaveLength(1)
    expect(report.next.join()).toContain(kept[0])
  })

  test('that also changed the settings of the database itself comes back to the settings of before', async () => {
    const setting = "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = elsewhere', current_database()); END $$;"
    await using project = await createProject({
      'migrations/001_path.up.sql': setting,
      'migrations/001_path.down.sql': 'SELECT 1;',
      ...LOSE_ROWS,
    })
    await project.query("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''5MB''', current_database()); END $$;")
    await project.run('run', '--yes')
    expect((await project.report()).outcome).toBe('rolled-back')
    const settings =
      'SELECT setconfig FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname = current_database()'
    expect(await project.query(settings)).toEqual([{ setconfig: ['work_mem=5MB'] }])
  })

  test('whose loss the plan declares is migrated', async () => {
    const changes = 'changes:\n  - { table: order, rows: any, because: test orders go }\n'
    await using project = await createProject({
      ...ADD_COLUMN,
      ...LOSE_ROWS,
      'savepoint.yml': PLAN + changes.replace('table: order', 'table: \'public."order"\''),
    })
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    const report = await project.report()
    expect(report.differences).toContainEqual(expect.objectContaining({ change: 'rows-lost' }))
  })

  test('in production stops instead of rolling back, and the command it names brings the state before back', async () => {
    const environments = 'environments: { production: { production: true } }\n'
    await using project = await createProject({ ...ADD_COLUMN, ...LOSE_ROWS, 'savepoint.yml': PLAN + environments })
    const [before] = await project.query(CONTENT)
    const stopped = await project.run('run', '--yes', '--environment', 'production')
    expect(stopped.exitCode).toBe(3)
    const report = await project.report()
    expect(report.outcome).toBe('stopped')
    expect(await columnsOf(project, 'customer')).toContain('phone')
    const back = report.next.find((command) => command.includes('rollback'))
    expect(back).toContain('--backup')
    const rolledBack = await project.run(...(back as string).split(' ').slice(1), '--yes')
    expect(rolledBack.exitCode).toBe(0)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await project.query(CONTENT)).toEqual([before])
  })

  test('after a stop, a plain run still sees the loss; only a person who adopts it, or declares it, goes on', async () => {
    const environments = 'environments: { production: { production: true } }\n'
    await using project = await createProject({ ...ADD_COLUMN, ...LOSE_ROWS, 'savepoint.yml': PLAN + environments })
    const run = (...flags: readonly string[]) => project.run('run', '--yes', '--environment', 'production', ...flags)
    expect((await run()).exitCode).toBe(3)
    expect((await run()).exitCode).toBe(3)
    expect((await project.report()).outcome).toBe('stopped')
    expect((await project.run('health', '--environment', 'production')).output).toContain('for a person to decide')
    expect((await run('--adopt')).exitCode).toBe(0)
    expect((await run()).exitCode).toBe(0)
  })

  test('with a check of the plan that fails is rolled back, with expected and actual told', async () => {
    const checks = 'validate:\n  - { name: customers, query: "select count(*) from customer", expect: 299 }\n'
    await using project = await createProject({ ...ADD_COLUMN, 'savepoint.yml': PLAN + checks })
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('rolled-back')
    const check = report.stages.flatMap((stage) => stage.checks).find((candidate) => candidate.name === 'customers')
    expect(check).toMatchObject({ status: 'failed', expected: '299', actual: '300' })
  })

  test('refuses to ask nobody: without a terminal and without --yes nothing is changed', async () => {
    await using project = await createProject(ADD_COLUMN)
    const { exitCode, stderr } = await project.run('run')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--yes')
    expect(await columnsOf(project, 'customer')).not.toContain('phone')
  })

  test('to a revision stops there', async () => {
    await using project = await createProject({ ...ADD_COLUMN, ...ADD_TABLE })
    await project.run('run', '--yes', '--to', '001')
    expect((await project.report()).migrator.toRevision).toBe('001')
  })

  test('that only previews prints the SQL and changes nothing', async () => {
    await using project = await createProject(ADD_COLUMN)
    const { exitCode, stdout } = await project.run('run', '--dry-run')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('ADD COLUMN phone')
    expect(await project.query("SELECT nspname FROM pg_namespace WHERE nspname = 'savepoint'")).toEqual([])
  })
})
