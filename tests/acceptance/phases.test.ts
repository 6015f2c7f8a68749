/** The rows B1 to B16 of the acceptance list that a command line can show: the team `phases`, one Alembic revision, an application with an API. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ALEMBIC_PROJECT } from '../migrators/workbench.ts'
import type { Finished } from '../support/savepoint.ts'
import { AFTER, BEFORE, PHASES_DATABASE } from './phases/database.ts'
import { openTeam, type Team, type TeamSettings } from './team.ts'

const REVISION = 'migrations/versions/92023c163a26_transform_phases_to_user_definable.py'
const CONFIRMED = ['--confirm', 'tested by QA=Robin']
const CURRENT = 'SELECT version_num AS revision FROM alembic_version'

const openPhases = (settings: Partial<TeamSettings> = {}) =>
  openTeam('phases', { setUp: PHASES_DATABASE, application: 'phases.ts', files: ALEMBIC_PROJECT, ...settings })

describe('phases, as its plan says', () => {
  let team: Team
  let finished: Finished

  beforeAll(async () => {
    team = await openPhases()
    finished = await team.run('run', '--yes', ...CONFIRMED)
  }, 180_000)
  afterAll(async () => team[Symbol.asyncDispose]())

  test('is migrated', () => {
    expect(finished.output).toContain('migrated')
    expect(finished.exitCode).toBe(0)
  })

  test('B1: the database stood at the expected revision', async () => {
    expect(await team.check('expected revision')).toMatchObject({ stage: 'health-check', status: 'passed', actual: BEFORE })
  })

  test('B2: connection and configuration are checked first', async () => {
    expect((await team.checks())[0]).toMatchObject({ stage: 'health-check', kind: 'connection', status: 'passed' })
  })

  test('B5, B10: counts, the distribution and three sums are measured before and compared after', async () => {
    expect(await team.check('counts')).toMatchObject({ stage: 'validate', status: 'passed' })
    const sums = await team.check('budgets')
    expect(sums).toMatchObject({ status: 'passed' })
    expect(sums.actual).toContain('101552824.50')
    expect(await team.reportText()).toMatch(/planning.*200/)
  })

  test('B6: stakeholders are told at the start and at the end', () => {
    expect(team.messages).toHaveLength(2)
    expect(JSON.stringify(team.messages)).not.toContain('a-token-nobody-may-see')
  })

  test('B7: services are stopped, found stopped, and no other session is left', async () => {
    const stopped = (await team.checks()).filter(({ stage }) => stage === 'stop-services')
    expect(stopped.length).toBeGreaterThanOrEqual(2)
    expect(stopped.every(({ status }) => status === 'passed')).toBe(true)
  })

  test('B8: the database stands at the new head', async () => {
    expect(await team.project.query(CURRENT)).toEqual([{ revision: AFTER }])
    expect(finished.output).toContain(AFTER)
  })

  test('B9: the verification script is run, its warning is seen and its output kept', async () => {
    const script = await team.check('verification script')
    expect(script).toMatchObject({ stage: 'validate', status: 'warning' })
    expect(script.message).toContain('WARNING')
    expect(await readFile(script.output ?? '', 'utf8')).toContain('OK: every phase has a name')
  })

  test('B10: the names are set as expected', async () => {
    expect(await team.check('phases are named after their type')).toMatchObject({ status: 'passed' })
    expect(await team.check('names')).toMatchObject({ status: 'passed', actual: 'Execution 180, Planning 200' })
  })

  test('B11: services are started, found running, and their log is read', async () => {
    const started = (await team.checks()).filter(({ stage }) => stage === 'start-services')
    expect(started.length).toBeGreaterThan(0)
    expect(started.every(({ status }) => status === 'passed')).toBe(true)
    expect(await team.check('its log holds no error')).toMatchObject({ stage: 'smoke-test', status: 'passed' })
  })

  test('B12: the API is called with a token, and with the id of an earlier answer', async () => {
    for (const name of ['list the phases', 'create a phase', 'rename it', 'delete it']) {
      expect(await team.check(name)).toMatchObject({ stage: 'smoke-test', kind: 'http', status: 'passed' })
    }
    const log = await readFile(team.env.LOG ?? '', 'utf8')
    expect(log).toMatch(
      /POST \/api\/v1\/projects\/7\/phases 201\nINFO PUT \/api\/v1\/phases\/(\d+) 200\nINFO DELETE \/api\/v1\/phases\/\1 204/,
    )
  })

  test('B13: two queries are timed against their limits', async () => {
    for (const name of ['assignments by date', 'phase of a day']) {
      const check = await team.check(name)
      expect(check).toMatchObject({ kind: 'time', status: 'passed' })
      expect(check.actual).toMatch(/median .*(ms|s)/)
    }
  })

  test('B14: the watch looked at the log, slow queries and deadlocks', async () => {
    const watched = (await team.checks()).filter(({ stage }) => stage === 'monitor')
    expect(watched.length).toBeGreaterThanOrEqual(3)
    expect(watched.every(({ status }) => status === 'passed')).toBe(true)
  })

  test('B16: the sign-off says who ran it, for how long, and who tested', async () => {
    const { signOff } = (await team.project.report()) as unknown as {
      signOff: { executedBy: string; durationMs: number; confirmations: readonly { name: string; by: string }[] }
    }
    expect(signOff.executedBy).not.toBe('')
    expect(signOff.durationMs).toBeGreaterThan(0)
    expect(signOff.confirmations).toContainEqual(expect.objectContaining({ name: 'tested by QA', by: 'Robin' }))
  })

  test('nobody sees the token', async () => {
    const files = await Promise.all(
      ['report.json', 'report.md', 'journal.ndjson'].map((name) => readFile(`${team.project.runDirectory}/${name}`, 'utf8')),
    )
    expect([finished.output, ...files].join('\n')).not.toContain('a-token-nobody-may-see')
  })
})

describe('phases, when something is wrong', () => {
  test('B1: at another revision it does not start', async () => {
    await using team = await openPhases({ setUp: PHASES_DATABASE.replace(`VALUES ('${BEFORE}')`, `VALUES ('${AFTER}')`) })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(1)
    expect(await team.check('expected revision')).toMatchObject({ status: 'failed', expected: BEFORE, actual: AFTER })
    expect((await team.project.report()).outcome).toBe('unchanged')
  })

  test('B2: a wrong password is said in one clear sentence', async () => {
    await using team = await openPhases()
    const wrong = new URL(team.env.DATABASE_URL ?? '')
    wrong.port = '1'

    const { exitCode, output } = await (await import('../support/savepoint.ts')).savepoint(['health'], {
      cwd: team.project.directory,
      env: { ...team.env, DATABASE_URL: wrong.href },
    })

    expect(exitCode).toBe(1)
    expect(output).toMatch(/127\.0\.0\.1|localhost/)
    expect(output).not.toContain(wrong.password === '' ? '\0' : wrong.password)
  })

  test('B7: a session that does not leave keeps it from starting, and the services run again', async () => {
    await using team = await openPhases({ change: { 'savepoint.yml': (plan) => plan.replace('wait: 20s', 'wait: 3s') } })
    const { Client } = await import('pg')
    const stranger = new Client({ connectionString: team.env.DATABASE_URL, application_name: 'spreadsheet' })
    await stranger.connect()

    const { exitCode, output } = await team.run('run', '--yes', ...CONFIRMED)
    await stranger.end()

    expect(exitCode).toBe(1)
    expect(output).toContain('spreadsheet')
    expect((await team.project.report()).outcome).toBe('unchanged')
    expect(await team.isHealthy()).toBe(true)
  }, 60_000)

  test('B10: a budget that changed by one cent is caught and taken back', async () => {
    await using team = await openPhases({
      change: {
        [REVISION]: (file) =>
          file.replace(
            '    op.execute("DROP TYPE phase_type")',
            '    op.execute("DROP TYPE phase_type")\n    op.execute("UPDATE project_phases SET capital_budget = capital_budget + 0.01 WHERE id = 17")',
          ),
      },
    })

    await team.run('run', '--yes', ...CONFIRMED)

    expect((await team.project.report()).outcome).toBe('rolled-back')
    const sums = await team.check('budgets')
    expect(sums).toMatchObject({ status: 'failed' })
    expect(`${sums.actual} ${sums.message}`).toContain('101552824.51')
    expect(await team.project.query(CURRENT)).toEqual([{ revision: BEFORE }])
  }, 120_000)

  test('B9: a verification script that says FAILED stops it', async () => {
    await using team = await openPhases({
      change: {
        'verify_migration.py': (script) =>
          script
            .replace('count(*) = count(name)', 'count(*) > count(name)')
            .replace('sys.exit(1 if failures else 0)', 'sys.exit(0)'),
      },
    })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(1)
    const script = await team.check('verification script')
    expect(script).toMatchObject({ status: 'failed' })
    expect(script.message).toContain('FAILED: every phase has a name')
  }, 120_000)

  test('B12: a broken endpoint is caught, and the services run on the old schema again', async () => {
    await using team = await openPhases({
      change: { 'savepoint.yml': (plan) => plan.replace('"$.items[0].name": Planning', '"$.items[0].name": Design') },
    })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(1)
    expect(await team.check('list the phases')).toMatchObject({ status: 'failed', actual: expect.stringContaining('Planning') })
    expect((await team.project.report()).outcome).toBe('rolled-back')
    expect(await team.isHealthy()).toBe(true)
  }, 120_000)
})
