/** Rows of the acceptance list that the team `clan` asks for and PostgreSQL can show: population, timings, its own tests, the go / no-go gate. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ALEMBIC_PROJECT } from '../migrators/workbench.ts'
import type { Finished } from '../support/savepoint.ts'
import { CLAN_DATABASE } from './clan/database.ts'
import { openTeam, type Team, type TeamSettings } from './team.ts'

const CONFIRMED = ['--confirm', 'all 41 tests pass', '--confirm', 'maintenance window scheduled']
const REVISION = 'migrations/versions/normalize_user_ids_004.py'

const openClan = (settings: Partial<TeamSettings> = {}) =>
  openTeam('clan', { setUp: CLAN_DATABASE, files: ALEMBIC_PROJECT, ...settings })

describe('clan, as its plan says', () => {
  let team: Team
  let finished: Finished

  beforeAll(async () => {
    team = await openClan()
    finished = await team.run('run', '--yes', ...CONFIRMED)
  }, 240_000)
  afterAll(async () => team[Symbol.asyncDispose]())

  test('is migrated through three named revisions', async () => {
    expect(finished.output).toContain('migrated')
    expect(finished.exitCode).toBe(0)
    const { migrator } = await team.project.report()
    expect(migrator.applied.map(({ revision }) => revision)).toEqual([
      'drop_unused_001',
      'add_missing_indexes_003',
      'normalize_user_ids_004',
    ])
  })

  test('A3: the integrity test is a validation', async () => {
    expect(await team.check('integrity test')).toMatchObject({ kind: 'command', status: 'passed' })
  })

  test('A4: 305 of 305 members, 98 % of snapshots, 50 % of messages and every boss are populated', async () => {
    expect(await team.check('members have ids')).toMatchObject({
      status: 'passed',
      actual: expect.stringContaining('305 of 305'),
    })
    for (const name of ['snapshots have users', 'messages have users', 'bosses have snapshots']) {
      expect(await team.check(name)).toMatchObject({ kind: 'populated', status: 'passed' })
    }
    expect((await team.check('snapshots have users')).actual).toMatch(/99(\.\d+)? ?%/)
    expect((await team.check('messages have users')).actual).toMatch(/60(\.\d+)? ?%/)
  })

  test('A5: the report is timed before and after, each against limits of its own', async () => {
    const [before, after] = (await team.checks()).filter(({ name }) => name === 'report speed')
    expect(before).toMatchObject({
      stage: 'gates',
      status: 'passed',
      expected: 'at least 10 ms, at most 1 min before the migration',
    })
    expect(after).toMatchObject({ stage: 'validate', status: 'passed', expected: 'at most 1 min', before: before?.actual })
    expect(await team.reportText()).toContain(`before: ${before?.actual}`)
  })

  test('A7: the whole pipeline runs after the migration', async () => {
    expect(await team.check('pipeline')).toMatchObject({ stage: 'smoke-test', status: 'passed' })
  })

  test('A11: the checklist is a go / no-go gate', async () => {
    const gates = (await team.checks()).filter(({ stage }) => stage === 'gates')
    expect(gates.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'backup passed',
      'all 41 tests pass passed',
      'maintenance window scheduled passed',
      'report speed passed',
    ])
    expect(await team.reportText()).toMatch(/## Go \/ no-go[\s\S]*GO[\s\S]*all 41 tests pass/)
  })

  test('A12: size, query times and references are watched afterwards', async () => {
    const watched = (await team.checks()).filter(({ stage }) => stage === 'monitor')
    expect(watched.map(({ name }) => name).join('; ')).toMatch(/size/)
    expect(watched.map(({ name }) => name).join('; ')).toMatch(/snapshots of a member/)
    expect(watched.every(({ status }) => status === 'passed')).toBe(true)
    expect(await team.check('no orphans')).toMatchObject({ kind: 'foreign-keys', status: 'passed' })
  })
})

describe('clan, when something is wrong', () => {
  test('A4: one member without an id is caught and taken back', async () => {
    await using team = await openClan({
      change: {
        [REVISION]: (file) =>
          file.replace(
            '    op.execute("UPDATE wom_snapshots s',
            `    op.execute("UPDATE clan_members SET id = NULL WHERE username = 'member9'")\n    op.execute("UPDATE wom_snapshots s`,
          ),
      },
    })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(1)
    expect(await team.check('members have ids')).toMatchObject({
      status: 'failed',
      actual: expect.stringContaining('304 of 305'),
    })
    expect((await team.project.report()).outcome).toBe('rolled-back')
  }, 240_000)

  test.each([
    [
      'A5: a report that is not as slow before as was thought is a no-go',
      'at-least: 10ms, at-most: 60s',
      'at-least: 59s',
      'gates',
      'unchanged',
    ],
    [
      'A5: a report that is too slow afterwards is taken back',
      'at-most: 60s,\n      compare',
      'at-most: 1ms,\n      compare',
      'validate',
      'rolled-back',
    ],
  ])(
    '%s',
    async (_row, written, instead, stage, outcome) => {
      await using team = await openClan({ change: { 'savepoint.yml': (plan) => plan.replace(written, instead) } })

      expect((await team.run('run', '--yes', ...CONFIRMED)).exitCode).toBe(1)

      expect(await team.check('report speed')).toMatchObject({ stage, status: 'failed', actual: expect.stringMatching(/ms|s$/) })
      expect((await team.project.report()).outcome).toBe(outcome)
    },
    240_000,
  )

  test('A11: a point of the checklist that nobody confirms is a no-go', async () => {
    await using team = await openClan()

    const { exitCode, output } = await team.run('run', '--yes', '--confirm', 'all 41 tests pass')

    expect(exitCode).toBe(1)
    expect(output).toContain('NO-GO: 1 of 4')
    expect(await team.check('maintenance window scheduled')).toMatchObject({ status: 'failed', expected: 'confirmed' })
    expect((await team.project.report()).outcome).toBe('unchanged')
  }, 240_000)

  test('A12: a database that grows more than expected stops for a person', async () => {
    await using team = await openClan({ change: { 'savepoint.yml': (plan) => plan.replace('at-most: 150%', 'at-most: 1kB') } })

    expect((await team.run('run', '--yes', ...CONFIRMED)).exitCode).toBe(3)

    expect(await team.check('size')).toMatchObject({
      stage: 'monitor',
      status: 'failed',
      expected: expect.stringContaining('at most 1'),
    })
    expect((await team.project.report()).outcome).toBe('stopped')
  }, 240_000)

  test('A7: a pipeline that fails is told with its last words', async () => {
    await using team = await openClan({ change: { 'pipeline.py': () => 'raise SystemExit("the export is empty")' } })

    await team.run('run', '--yes', ...CONFIRMED)

    const pipeline = await team.check('pipeline')
    expect(pipeline).toMatchObject({ status: 'failed' })
    expect(pipeline.message).toContain('the export is empty')
  }, 240_000)
})
