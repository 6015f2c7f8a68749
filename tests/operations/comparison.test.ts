/** What a run measures before and compares after: named answers, distributions, rows and values, told so that a reader sees what is gone. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'

/** The phases of the source document: three tables, a distribution, budget sums. */
const PHASES = `
  CREATE TYPE phase_kind AS ENUM ('design', 'build', 'test');
  CREATE TABLE project (id serial PRIMARY KEY, name text NOT NULL);
  CREATE TABLE project_phases (
    id serial PRIMARY KEY, project_id int NOT NULL REFERENCES project, phase_type phase_kind NOT NULL, name text,
    capital_budget numeric(20, 2) NOT NULL, expense_budget numeric(20, 2) NOT NULL);
  CREATE TABLE "Phase Note" (id serial PRIMARY KEY, "Mood" json);
  INSERT INTO project (name) SELECT 'project ' || i FROM generate_series(1, 20) i;
  INSERT INTO project_phases (project_id, phase_type, capital_budget, expense_budget)
    SELECT 1 + i % 20, (ARRAY['design', 'build', 'test'])[1 + i % 3]::phase_kind, 90071992547409.93 + i, i * 0.01 FROM generate_series(1, 100) i;
  INSERT INTO "Phase Note" ("Mood") SELECT to_json(i % 2) FROM generate_series(1, 10) i;`

const SNAPSHOT = `snapshot:
  queries:
    budget: select sum(capital_budget) as capital, sum(expense_budget) as expense, sum(capital_budget + expense_budget) as total from project_phases
    phases: { query: "select phase_type, count(*) as phases, sum(capital_budget) as capital from project_phases group by 1", key: [phase_type] }
    loose: select phase_type, count(*) as phases from project_phases group by 1
  distributions: { kinds: project_phases.phase_type, moods: '"Phase Note"."Mood"' }
`

/** A run of one migration on the phases, and the checks of its stage `validate` by name. */
async function runOn(migration: string, plan = SNAPSHOT) {
  const project = await createProject(
    { 'migrations/001_it.up.sql': migration, 'migrations/001_it.down.sql': 'SELECT 1;', 'savepoint.yml': PLAN + plan },
    PHASES,
  )
  const { exitCode, output } = await project.run('run', '--yes')
  return { project, exitCode, output, ...(await outcomeOf(project)), [Symbol.asyncDispose]: () => project[Symbol.asyncDispose]() }
}

async function outcomeOf(project: Project) {
  const report = await project.report()
  const checks = report.stages.filter((stage) => stage.name === 'validate').flatMap((stage) => stage.checks)
  return { report, check: (name: string) => checks.find((check) => check.name === name) }
}

describe('named answers', () => {
  test('sums, groups and distributions that are as before pass, whatever the order in which their rows come', async () => {
    // Rewriting every row turns the order of an unsorted answer around.
    await using done = await runOn(
      'CREATE TABLE t AS SELECT * FROM project_phases; ALTER TABLE project_phases ADD COLUMN remark text; UPDATE project_phases SET remark = id;',
    )
    expect([done.exitCode, done.report.outcome]).toEqual([0, 'migrated'])
    for (const name of ['budget', 'phases', 'loose', 'kinds', 'moods'])
      expect(done.check(name)).toMatchObject({ status: 'passed' })
    expect(done.check('budget')).toMatchObject({ actual: 'capital=9007199254746043.00 expense=50.50 total=9007199254746093.50' })
  })

  test('one cent among sixteen digits is told by column, key, before and after', async () => {
    await using done = await runOn('UPDATE project_phases SET capital_budget = capital_budget + 0.01 WHERE id = 1;')
    expect(done.exitCode).toBe(1)
    expect(done.report.outcome).toBe('rolled-back')
    expect(done.check('budget')).toMatchObject({ status: 'failed' })
    expect(done.check('budget')?.message).toContain('capital 9007199254746043.00 -> 9007199254746043.01; total')
    expect(done.check('phases')?.message).toContain('phase_type=build: capital')
    expect(done.check('kinds')).toMatchObject({ status: 'passed' })
  })

  test('a value that went from one phase to another is told by the distribution', async () => {
    await using done = await runOn("UPDATE project_phases SET phase_type = 'test' WHERE id = 1;")
    expect(done.check('kinds')).toMatchObject({ status: 'failed', kind: 'distribution' })
    expect(done.check('kinds')?.message).toBe('not as before: phase_type=build: rows 34 -> 33; phase_type=test: rows 33 -> 34')
  })

  test('that are meant to change pass, and tell how they did', async () => {
    const changes = `changes:
  - { query: kinds, because: test is over }
  - { query: phases, because: test is over }
  - { query: loose, because: test is over }
  - { query: moods, because: they were to change }
  - { table: project_phases, columns: [phase_type], because: test is over }
`
    await using done = await runOn(
      "UPDATE project_phases SET phase_type = 'build' WHERE phase_type = 'test';",
      SNAPSHOT + changes,
    )
    expect([done.exitCode, done.report.outcome]).toEqual([0, 'migrated'])
    expect(done.check('kinds')?.message).toContain(
      'changed as declared (test is over): phase_type=build: rows 34 -> 67; row phase_type=test rows=33 is missing',
    )
    expect(done.check('moods')).toMatchObject({ status: 'warning' })
    expect(done.check('moods')?.message).toContain('it did not')
  })

  test('may move as far as their tolerance says, and no further', async () => {
    const plan = `snapshot:
  queries:
    near: { query: "select sum(expense_budget) as expense from project_phases", tolerance: 1% }
    exact: { query: "select sum(expense_budget) as expense from project_phases", tolerance: { expense: 0.49 } }
changes: [{ table: project_phases, columns: [expense_budget], because: rounding }]
`
    await using done = await runOn('UPDATE project_phases SET expense_budget = expense_budget + 0.01 WHERE id <= 50;', plan)
    expect(done.check('near')).toMatchObject({ status: 'passed' })
    expect(done.check('exact')?.message).toBe('not as before: expense 50.50 -> 51.00')
  })

  test('whose key is no column of theirs cannot be compared, and say so', async () => {
    const plan = 'snapshot: { queries: { phases: { query: "select phase_type from project_phases", key: [kind] } } }\n'
    await using done = await runOn('SELECT 1;', plan)
    expect(done.check('phases')).toMatchObject({ status: 'errored' })
    expect(done.check('phases')?.message).toContain('no column kind')
  })
})
