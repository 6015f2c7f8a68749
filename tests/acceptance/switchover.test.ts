/** Rows of the acceptance list that the team `switchover` asks for: partitioned twins, triggers, dual write, parity. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Finished } from '../support/savepoint.ts'
import { SWITCHOVER_DATABASE } from './switchover/database.ts'
import { openTeam, type Team } from './team.ts'

const CONFIRMED = ['--confirm', 'reviewed=Kim']
const openSwitchover = (change: Readonly<Record<string, (text: string) => string>> = {}) =>
  openTeam('switchover', { setUp: SWITCHOVER_DATABASE, application: 'switchover.ts', change })

describe('switchover, as its plan says', () => {
  let team: Team
  let finished: Finished

  beforeAll(async () => {
    team = await openSwitchover()
    finished = await team.run('run', '--yes', ...CONFIRMED)
  }, 180_000)
  afterAll(async () => team[Symbol.asyncDispose]())

  test('is migrated', () => {
    expect(finished.output).toContain('migrated')
    expect(finished.exitCode).toBe(0)
  })

  test('E1: version, tables, sizes and rows are shown first', async () => {
    const text = await team.reportText()
    const contents = await team.check('contents')
    expect(contents).toMatchObject({ stage: 'health-check', actual: expect.stringMatching(/^3 tables, .*MB$/) })
    expect(contents.message).toMatch(/public\.revenues: about 8,000 rows, \d+ kB/)
    expect(contents.message).toMatch(/public\.expenses: about 6,000 rows, \d+ kB/)
    expect(contents.message).toMatch(/public\.daily_cash_balances: about 360 rows, \d+ kB/)
    expect(await team.check('the three tables are there')).toMatchObject({ stage: 'gates', status: 'passed' })
    expect(text).toMatch(/server 15/)
  })

  test('E2: the twins exist right after the first script', async () => {
    expect(await team.check('twins exist')).toMatchObject({ stage: 'migrate', status: 'passed' })
  })

  test('E3: the sync triggers exist and are enabled', async () => {
    expect(await team.check('triggers are enabled')).toMatchObject({ stage: 'migrate', status: 'passed' })
  })

  test('E4: the trigger suite passes, and leaves nothing behind', async () => {
    expect(await team.check('triggers')).toMatchObject({
      kind: 'suite',
      status: 'passed',
      actual: expect.stringContaining('3/3'),
    })
    expect(await team.project.query('SELECT count(*)::int AS n FROM revenues WHERE id = 900001')).toEqual([{ n: 0 }])
  })

  test('E5: parity is measured before and after the twins are filled', async () => {
    expect(await team.check('revenues before they are filled')).toMatchObject({
      stage: 'migrate',
      status: 'warning',
      actual: expect.stringContaining('8000'),
    })
    expect(await team.check('revenues')).toMatchObject({ stage: 'validate', status: 'passed' })
    expect(await team.reportText()).toContain('| parity | migrate | 1/1 | ⚠️ 1 warning |')
  })

  test('E8: row counts are told at each stage, after confirmation', async () => {
    const counts = (await team.checks()).filter(({ group }) => group === 'row counts')
    expect(counts.map(({ stage, status, actual }) => `${stage} ${status}: ${actual}`)).toEqual([
      'gates passed: revenues 8000, expenses 6000, daily_cash_balances 360',
      'migrate passed: revenues 8000, twin 0',
      'migrate passed: revenues 8000, twin 0',
      'migrate passed: revenues 8000, twin 8000',
    ])
    expect(await team.reportText()).toContain('revenues 8000, twin 0')
  })

  test('E9: counts and contents of each pair match', async () => {
    for (const name of ['balances', 'revenues', 'expenses'])
      expect(await team.check(name)).toMatchObject({ kind: 'parity', status: 'passed' })
    expect((await team.check('revenues')).actual).toMatch(/8,?000/)
  })

  test('E10, E11: the application is switched and restarted, and four calls succeed', async () => {
    for (const name of ['create a revenue', 'create an expense', 'the daily report', 'approve it']) {
      expect(await team.check(name)).toMatchObject({ stage: 'smoke-test', status: 'passed' })
    }
  })

  test('E12: what the application wrote is equal on both sides', async () => {
    const parity = await team.check('what the application wrote is on both sides')
    expect(parity).toMatchObject({ stage: 'smoke-test', status: 'passed' })
    expect(parity.actual).toMatch(/8,?001/)
  })

  test('E13: plans prune partitions, use an index, and are faster than another', async () => {
    const quarter = await team.check('one quarter')
    expect(quarter).toMatchObject({ kind: 'explain', status: 'passed', expected: expect.stringContaining('1.5 times faster') })
    expect(quarter.actual).toMatch(/reads 1 of 5 partitions.*times: median .*, the other median/)
    expect(await readFile(quarter.output ?? '', 'utf8')).toContain('revenues_2025_q2')
    expect(await team.check('one day')).toMatchObject({
      kind: 'explain',
      status: 'passed',
      actual: expect.stringMatching(/^uses public\.revenues_2025_q2\S*idx; no sequential scan$/),
    })
  })

  test('E17: the review is signed off', async () => {
    const { signOff } = (await team.project.report()) as unknown as {
      signOff: { confirmations: readonly { name: string; by: string }[] }
    }
    expect(signOff.confirmations).toContainEqual(expect.objectContaining({ name: 'reviewed', by: 'Kim' }))
  })
})

describe('switchover in two runs', () => {
  test('E5: parity before the second run is compared with parity after it', async () => {
    await using team = await openSwitchover()
    const plan = join(team.project.directory, 'savepoint.yml')
    const first = await team.run('migrate', '--yes', '--to', '002', '--skip-validation', ...CONFIRMED)
    const compared = (await readFile(plan, 'utf8'))
      .replace('tables: 3, ', '')
      .replace('name: revenues, group: parity,', 'name: revenues, group: parity, when: before-and-after, warn-only: true,')
    await team.project.write('savepoint.yml', compared)

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect([first.exitCode, exitCode]).toEqual([0, 0])
    const [before, after] = (await team.checks()).filter(({ name }) => name === 'revenues')
    expect(before).toMatchObject({
      stage: 'gates',
      status: 'warning',
      actual: expect.stringMatching(/^8000 of 8,000 rows differ/),
    })
    expect(after).toMatchObject({ stage: 'validate', status: 'passed', before: before?.actual })
    expect(after?.message).toContain('8000 fewer than before the migration (8000)')
  }, 120_000)
})

describe('switchover, when something is wrong', () => {
  test('E3: a disabled trigger is named', async () => {
    await using team = await openSwitchover({
      'migrations/002_sync_triggers.sql': (sql) => `${sql}\nALTER TABLE expenses DISABLE TRIGGER sync_to_partitioned_expenses;`,
    })

    await team.run('run', '--yes', ...CONFIRMED)

    expect(await team.check('triggers are enabled')).toMatchObject({ status: 'failed' })
    const { actual, message } = await team.check('triggers are enabled')
    expect(`${actual} ${message}`).toContain('sync_to_partitioned_expenses')
  }, 120_000)

  test('E4: a FAIL in the suite stops it before the next script', async () => {
    await using team = await openSwitchover({
      'migrations/002_sync_triggers.sql': (sql) => sql.replace('amount = excluded.amount,', ''),
    })

    await team.run('run', '--yes', ...CONFIRMED)

    const suite = await team.check('triggers')
    expect(suite).toMatchObject({ status: 'failed' })
    expect(suite.message).toContain('an update does not reach the twin')
    const { migrator } = await team.project.report()
    expect(migrator.applied.map(({ revision, outcome }) => `${revision} ${outcome}`).at(-1)).toBe('003 not-run')
  }, 120_000)

  test('E13: a query that reads every partition is caught', async () => {
    await using team = await openSwitchover({
      'savepoint.yml': (plan) => plan.replace("where occurred_at >= '2025-04-01 00:00:00+00' and", 'where id > 0 or'),
    })

    await team.run('run', '--yes', ...CONFIRMED)

    expect(await team.check('one quarter')).toMatchObject({
      status: 'failed',
      actual: expect.stringContaining('reads 5 of 5 partitions'),
    })
    expect((await team.project.report()).outcome).toBe('rolled-back')
  }, 120_000)

  test('E9: one row that differs on the other side is found by its key', async () => {
    await using team = await openSwitchover({
      'migrations/003_fill_partitioned_tables.sql': (sql) =>
        `${sql}\nUPDATE revenues_partitioned SET amount = amount + 0.01 WHERE id = 4711;`,
    })

    await team.run('run', '--yes', ...CONFIRMED)

    const parity = await team.check('revenues')
    expect(parity).toMatchObject({ status: 'failed' })
    expect(parity.message).toContain('4711')
    expect((await team.project.report()).outcome).toBe('rolled-back')
  }, 120_000)
})
