/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** The rows C1 to C14 of the acceptance list: the team `week-one`, two SQL files, 52 tables to 43. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Finished } from '../support/savepoint.ts'
import { openTeam, type Team } from './team.ts'
import { UNUSED_TABLES, weekOneDatabase } from './week-one/database.ts'

const CONFIRMED = ['staging tests passed=Dana', 'rollback plan documented', 'team sign-off obtained'].flatMap((name) => [
  '--confirm',
  name,
])
const INVENTORY = `SELECT (SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'savepoint_migrations')::int AS tables,
  (SELECT count(*) FROM pg_constraint WHERE contype = 'f')::int AS "foreignKeys", (SELECT count(*) FROM pg_policies)::int AS policies`

describe('week-one, as its plan says', () => {
  let team: Team
  let finished: Finished

  beforeAll(async () => {
    team = await openTeam('week-one', { setUp: weekOneDatabase(), application: 'health.ts' })
    finished = await team.run('run', '--yes', ...CONFIRMED)
  }, 180_000)
  afterAll(async () => team[Symbol.asyncDispose]())

  test('is migrated', async () => {
    expect(finished.output).toContain('migrated')
    expect(finished.exitCode).toBe(0)
    expect(await team.project.query(INVENTORY)).toEqual([{ tables: 43, foreignKeys: 42, policies: 18 }])
  })

  test('C1: the inventory before is 52 tables, 38 foreign keys, 16 policies and 3 schema conflicts', async () => {
    expect(await team.check('inventory before')).toMatchObject({ stage: 'gates', status: 'passed' })
    expect((await team.check('inventory before')).actual).toMatch(/52.*38.*16/)
    expect(await team.check('the three schemas conflict')).toMatchObject({ stage: 'gates', status: 'passed', actual: '3' })
  })

  test('C2: no transaction blocks', async () => {
    const checks = await team.checks()
    const blocking = ['long transactions', 'blocked sessions', 'prepared transactions']
    expect(checks.filter(({ name }) => blocking.includes(name)).map(({ stage, status }) => `${stage} ${status}`)).toEqual(
      blocking.map(() => 'health-check passed'),
    )
  })

  test('C3: both files are timed, and together against 500 ms', async () => {
    const { migrator, budgets } = (await team.project.report()) as unknown as {
      migrator: { applied: readonly { revision: string; durationMs: number; outcome: string }[] }
      budgets: readonly { name: string; limitMs: number; actualMs: number; status: string }[]
    }
    expect(migrator.applied.map(({ revision, outcome }) => `${revision} ${outcome}`)).toEqual(['011 applied', '012 applied'])
    const migration = budgets.find(({ name }) => name === 'migration')
    expect(migration).toMatchObject({ limitMs: 500 })
    const together = migrator.applied.reduce((sum, { durationMs }) => sum + durationMs, 0)
    expect(Math.abs((migration?.actualMs ?? 0) - together)).toBeLessThanOrEqual(2)
    expect(migration?.status).toBe((migration?.actualMs ?? 0) <= 500 ? 'passed' : 'warning')
  })

  test('C4: the checks of each file are asked right after it', async () => {
    for (const name of ['recommendations have their columns', 'every trust score has a workspace', 'tables left']) {
      expect(await team.check(name)).toMatchObject({ stage: 'migrate', status: 'passed' })
    }
  })

  test('C5: the twelve verification queries pass, counted by their five groups', async () => {
    const check = await team.check('verification queries')
    expect(check).toMatchObject({ status: 'passed' })
    expect(check.actual).toContain('12/12')
    expect(`${check.actual} ${check.message}`).toMatch(
      /schema conflicts fixed 4\/4.*unused tables removed 1\/1.*core tables intact 3\/3.*foreign key integrity 2\/2.*policies active 2\/2/s,
    )
  })

  test('C6: the inventory after is 43 tables, 42 foreign keys, 18 policies, and the nine are gone', async () => {
    const check = await team.check('inventory after')
    expect(check).toMatchObject({ stage: 'validate', status: 'passed' })
    expect(check.actual).toMatch(/43.*42.*18/)
    const { differences } = (await team.project.report()) as unknown as {
      differences: readonly { object: string; change: string; declared: string | null }[]
    }
    for (const table of UNUSED_TABLES) {
      expect(differences).toContainEqual(
        expect.objectContaining({ object: `table public.${table}`, change: 'removed', declared: 'unused feature' }),
      )
    }
  })

  test('C7: both files can be run again with no effect', async () => {
    expect(await team.check('both files can be run again')).toMatchObject({ kind: 'idempotent', status: 'passed' })
  })

  test('C8: no row is lost from any table that is kept', async () => {
    expect(await team.check('nothing lost')).toMatchObject({ stage: 'validate', status: 'passed' })
    expect(await team.check('references')).toMatchObject({ status: 'passed' })
  })

  test('C9: the watch saw connections, slow queries, endpoints and the log', async () => {
    const watched = (await team.checks()).filter(({ stage }) => stage === 'monitor')
    expect(watched.map(({ name }) => name).join('; ')).toMatch(/connections.*slow.*deadlock/s)
    expect(watched.every(({ status }) => status === 'passed')).toBe(true)
    expect(await team.reportText()).toMatch(/[▁▂▃▄▅▆▇█]/)
  })

  test('C10: the backup was restored, and its recovery time is within 15 minutes', async () => {
    const { backup, budgets } = (await team.project.report()) as unknown as {
      backup: { verification: string; restoreMs: number }
      budgets: readonly { name: string; limitMs: number; actualMs: number; status: string }[]
    }
    expect(backup.verification).toBe('restore')
    expect(budgets).toContainEqual({ name: 'recovery', limitMs: 900_000, actualMs: backup.restoreMs, status: 'passed' })
  })

  test('C11: downtime is measured from the stop to the healthy start, and within 10 minutes', async () => {
    const { downtimeMs, budgets } = (await team.project.report()) as unknown as {
      downtimeMs: number
      budgets: readonly { name: string; limitMs: number; actualMs: number; status: string }[]
    }
    expect(downtimeMs).toBeGreaterThan(0)
    expect(budgets).toContainEqual({ name: 'downtime', limitMs: 600_000, actualMs: downtimeMs, status: 'passed' })
  })

  test('C12: the conditions are a go / no-go table before anything starts', async () => {
    const text = await team.reportText()
    expect(text).toMatch(/go \/ no-go/i)
    expect(text).toContain('staging tests passed')
    expect(text).toContain('Dana')
  })

  test('C13: the report holds execution with timings, verification, performance, application health and the sign-off', async () => {
    const text = await team.reportText()
    for (const part of ['## Stages', '## Checks', '## Migrations', '## Backup', '## Monitor', 'Executed by', 'health answers'])
      expect(text).toContain(part)
    const speed = await team.check('moves of a workspace')
    expect(speed).toMatchObject({
      kind: 'time',
      stage: 'validate',
      status: 'passed',
      before: expect.stringMatching(/^median .*ms/),
    })
    expect(text).toContain(`before: ${speed.before}`)
  })

  test('every check tells what was wanted and what was found', async () => {
    const silent = (await team.checks()).filter(({ expected, actual }) => expected === null || actual === null)
    expect(silent).toEqual([])
  })

  test('C14: the team was told before and after', () => {
    expect(team.messages.map((message) => JSON.stringify(message)).join('\n')).toMatch(/start[\s\S]*migrated/)
    expect(team.messages).toHaveLength(2)
  })
})

describe('week-one, when something is wrong', () => {
  test('C12: without the confirmations it is a no-go, and nothing is touched', async () => {
    await using team = await openTeam('week-one', { setUp: weekOneDatabase(), application: 'health.ts' })

    const { exitCode, output } = await team.run('run', '--yes')

    expect(exitCode).toBe(1)
    expect(output).toContain('staging tests passed')
    expect((await team.project.report()).outcome).toBe('unchanged')
    expect(await team.project.query(INVENTORY)).toEqual([{ tables: 52, foreignKeys: 38, policies: 16 }])
  })

  test('C4: a check of 011 that fails keeps 012 from being run, and the way back is taken', async () => {
    await using team = await openTeam('week-one', {
      setUp: weekOneDatabase(),
      application: 'health.ts',
      change: {
        'migrations/011_fix_migration_conflicts.sql': (sql) =>
          `${sql}\nUPDATE agent_trust_scores SET workspace_id = NULL WHERE id = 3;`,
      },
    })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(1)
    const { outcome, migrator } = await team.project.report()
    expect(outcome).toBe('rolled-back')
    expect(migrator.applied.map(({ revision, outcome }) => `${revision} ${outcome}`)).toEqual(['011 rolled-back', '012 not-run'])
    expect(await team.check('every trust score has a workspace')).toMatchObject({
      status: 'failed',
      actual: expect.stringContaining('149'),
    })
    expect(await team.project.query(INVENTORY)).toEqual([{ tables: 52, foreignKeys: 38, policies: 16 }])
  }, 120_000)

  test('C9: an anomaly is told to the team while it is watched, and stops for a person', async () => {
    await using team = await openTeam('week-one', {
      setUp: weekOneDatabase(),
      application: 'health.ts',
      change: {
        'savepoint.yml': (plan) =>
          plan.replace('http: ["${BASE_URL}/health"]', 'http: [{ get: "${BASE_URL}/health", status: 204 }]'),
      },
    })

    const { exitCode } = await team.run('run', '--yes', ...CONFIRMED)

    expect(exitCode).toBe(3)
    const told = team.messages.map((message) => JSON.stringify(message))
    expect(told).toHaveLength(3)
    expect(told[1]).toMatch(/anomaly.*\/health: 200 in .*expected 204/)
    expect((await team.project.report()).outcome).toBe('stopped')
    expect(await team.isHealthy()).toBe(true)
  }, 120_000)

  test('C8: a row lost from a kept table is caught, and shown by its key', async () => {
    await using team = await openTeam('week-one', {
      setUp: weekOneDatabase(),
      application: 'health.ts',
      change: { 'migrations/012_remove_unused_features.sql': (sql) => `${sql}\nDELETE FROM tasks WHERE id = 77;` },
    })

    await team.run('run', '--yes', ...CONFIRMED)

    const report = await team.project.report()
    expect(report.outcome).toBe('rolled-back')
    expect(await team.check('nothing lost')).toMatchObject({ status: 'failed' })
    const text = await team.reportText()
    expect(text).toMatch(/public\.tasks/)
    expect(text).toContain('77')
    expect(text).not.toContain('tasks 77')
    expect(await team.project.query('SELECT count(*)::int AS n FROM tasks')).toEqual([{ n: 120 }])
  }, 120_000)
})
