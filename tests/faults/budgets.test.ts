/** A broken budget ends a run in the outcome that costs least: unchanged before, rolled back during, stopped once users are at work. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { createServiceProject } from '../support/service-project.ts'

const SLOW = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;\nSELECT pg_sleep(0.05);',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
  'migrations/002_tag.up.sql': 'CREATE TABLE tag (id int);',
  'migrations/002_tag.down.sql': 'DROP TABLE tag;',
}
const PHONES = `SELECT count(*)::int AS phones FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'`

async function phones(project: Project): Promise<unknown> {
  return (await project.query(PHONES))[0]?.phones
}

function withBudget(budgets: string, more = ''): Readonly<Record<string, string>> {
  return { ...SLOW, 'savepoint.yml': `${PLAN}budgets: ${budgets}\n${more}` }
}

describe('the budget of the migrations together', () => {
  test('kept, is told with what it took', async () => {
    await using project = await createProject(withBudget('{ migration: 5m }'))
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    const { budgets } = await project.report()
    expect(budgets).toEqual([{ name: 'migration', limitMs: 300_000, actualMs: expect.any(Number), status: 'passed' }])
    expect((budgets as { actualMs: number }[])[0]?.actualMs).toBeGreaterThan(49)
  })

  test('broken, rolls the run back', async () => {
    await using project = await createProject(withBudget('{ migration: 40ms }'))
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toMatch(/migration budget: \d+ ms, expected at most 40 ms/)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect((await project.report()).budgets).toMatchObject([{ name: 'migration', status: 'failed' }])
    expect(await phones(project)).toBe(0)
  })

  test('broken where it only warns, lets the run go on', async () => {
    await using project = await createProject(withBudget('{ migration: { at-most: 40ms, warn-only: true } }'))
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(output).toMatch(/migration budget/)
    expect((await project.report()).budgets).toMatchObject([{ name: 'migration', status: 'warning' }])
  })
})

describe('the budget of the recovery', () => {
  test('broken, ends the run before anything is changed', async () => {
    await using project = await createProject(withBudget('{ recovery: 1ms }'))
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toMatch(/recovery budget: .*expected at most 1 ms/)
    expect((await project.report()).outcome).toBe('unchanged')
    expect((await project.report()).budgets).toMatchObject([{ name: 'recovery', status: 'failed' }])
    expect(await phones(project)).toBe(0)
  })

  test('is errored, and never green, where the backup is not restored', async () => {
    const plan = withBudget('{ recovery: { at-most: 15m, warn-only: true } }', 'backup: { verify: read }\n')
    await using project = await createProject(plan)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toContain('set `backup.verify: restore`')
    expect((await project.report()).outcome).toBe('unchanged')
    expect((await project.report()).budgets).toMatchObject([{ name: 'recovery', status: 'errored', actualMs: null }])
  })
})

describe('the budget of the downtime', () => {
  test('broken, stops the run with the services running, and a later run takes nothing back of what users wrote', async () => {
    await using project = await createServiceProject(SLOW, { rest: 'budgets: { downtime: 10ms }' })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(3)
    expect(output).toContain('it is not rolled back automatically')
    expect((await project.report()).budgets).toMatchObject([{ name: 'downtime', status: 'failed' }])
    expect(await phones(project)).toBe(1)
    expect(await project.answer()).toEqual({ customers: 300 })

    await project.query("UPDATE customer SET name = 'written since' WHERE id = 7")
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await project.query("SELECT count(*)::int AS rows FROM customer WHERE name = 'written since'")).toEqual([{ rows: 1 }])
  })

  test('broken where it only warns, lets the run end migrated', async () => {
    await using project = await createServiceProject(SLOW, {
      rest: 'budgets: { downtime: { at-most: 10ms, warn-only: true } }',
    })
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect((await project.report()).budgets).toMatchObject([{ name: 'downtime', status: 'warning' }])
  })
})
