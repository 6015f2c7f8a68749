/** What a run measures before and compares after: named answers, distributions, rows and values, told so that a reader sees what is gone. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'

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
async function runOn(migration: string, plan = SNAPSHOT, setUp = PHASES) {
  const project = await createProject(
    { 'migrations/001_it.up.sql': migration, 'migrations/001_it.down.sql': 'SELECT 1;', 'savepoint.yml': PLAN + plan },
    setUp,
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

  test('that cannot be asked any more are no pass, and fail unless they are meant to change', async () => {
    const migration = 'ALTER TABLE project_phases RENAME phase_type TO kind;'
    const plan = 'snapshot: { distributions: { kinds: project_phases.phase_type } }\n'
    await using meant = await runOn(migration, `${plan}changes: [{ query: kinds, because: it is named kind now }]\n`)
    expect(meant.report.outcome).toBe('migrated')
    expect(meant.check('kinds')).toMatchObject({ status: 'warning', actual: 'no answer' })
    expect(meant.check('kinds')).toMatchObject({ expected: expect.stringContaining('phase_type=build rows=34') })
    await using not = await runOn(migration, plan)
    expect(not.check('kinds')).toMatchObject({ status: 'errored' })
    expect(not.report.outcome).toBe('rolled-back')
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

describe('losses', () => {
  const declared = (change: string) => `changes:\n  - { ${change}, because: it was agreed }\n`
  const lossOf = (done: Awaited<ReturnType<typeof runOn>>) => done.check('nothing lost')

  test.each([
    [
      'one deleted row',
      'DELETE FROM project_phases WHERE id = 77;',
      'rows of public.project_phases: 100 before, 99 after (1 removed: id=77)',
    ],
    [
      'two swapped values',
      "UPDATE project SET name = CASE id WHEN 3 THEN 'project 4' ELSE 'project 3' END WHERE id IN (3, 4);",
      /values of column public\.project\.name changed \(2 changed: id=[34], id=[34]\)/,
    ],
    [
      'a row deleted and another inserted, so that the count is the same',
      "DELETE FROM project_phases WHERE id = 5; INSERT INTO project_phases VALUES (500, 1, 'test', NULL, 1, 1);",
      /rows of public\.project_phases: 100 before, 100 after \(1 removed: id=5\); rows of public\.project_phases: 100 before, 100 after \(1 added: id=500\)|1 removed: id=5/,
    ],
    [
      'one changed cent',
      'UPDATE project_phases SET capital_budget = capital_budget + 0.01 WHERE id = 9;',
      'capital_budget changed (e.g. id=9)',
    ],
  ])('%s is shown by its key', async (_what, migration, expected) => {
    await using done = await runOn(migration, '')
    expect([done.exitCode, done.report.outcome]).toEqual([1, 'rolled-back'])
    expect(lossOf(done)).toMatchObject({ status: 'failed' })
    if (typeof expected === 'string') expect(lossOf(done)?.message).toContain(expected)
    else expect(lossOf(done)?.message).toMatch(expected)
    expect(await databasesBeside(done.project)).toEqual(done.report.kept)
  })

  test('are in the report of a run that stops, with their keys', async () => {
    await using done = await runOn('DELETE FROM project_phases WHERE id = 77;', 'production: true\n')
    expect([done.exitCode, done.report.outcome]).toEqual([3, 'stopped'])
    expect(done.report.differences).toContainEqual(
      expect.objectContaining({
        object: 'rows public.project_phases',
        change: 'rows-lost',
        before: '100',
        after: '99',
        rows: 1,
        sample: ['id=77'],
      }),
    )
    expect(await readFile(join(done.project.runDirectory, 'report.md'), 'utf8')).toContain(
      '| 100 | 99 | 1: `id=77` | ❌ not declared: a loss |',
    )
    expect(await databasesBeside(done.project)).toEqual([])
  })

  test('show no value of a row unless the plan asks for rows', async () => {
    const migration = "UPDATE project SET name = 'renamed by mistake' WHERE id = 3;"
    await using without = await runOn(migration, '')
    await using shown = await runOn(migration, 'snapshot: { show-rows: true }\n')
    expect(JSON.stringify(without.report)).not.toMatch(/renamed by mistake|project 3/)
    expect(lossOf(shown)?.message).toContain('id=3: name project 3 -> renamed by mistake')
  })

  test('many lost rows are counted, and a few of them shown', async () => {
    await using done = await runOn('DELETE FROM project_phases WHERE id > 60;', 'snapshot: { sample-keys: 2 }\n')
    expect(lossOf(done)?.message).toMatch(/100 before, 60 after \(40 removed: id=\d+, id=\d+, …\)/)
  })

  test('in a table and a column that were renamed, and made wider, are told of the name before', async () => {
    const migration = `ALTER TABLE project_phases RENAME TO phase;
      ALTER TABLE phase RENAME expense_budget TO expense; ALTER TABLE phase RENAME id TO phase_id;
      ALTER TABLE phase ALTER phase_id TYPE bigint;
      DELETE FROM phase WHERE phase_id = 8; UPDATE phase SET expense = 0 WHERE phase_id = 9;`
    await using done = await runOn(migration, '')
    expect(lossOf(done)?.message).toContain('rows of public.project_phases: 100 before, 99 after (1 removed: id=8)')
    expect(lossOf(done)?.message).toContain('rows of public.project_phases hold other expense_budget (1 changed: id=9)')
  })

  test('of a table without a key are told as far as they can be', async () => {
    await using done = await runOn(
      'DELETE FROM remark WHERE body = $$b3$$;',
      declared('table: remark, rows: { removed: 1 }'),
      KEYLESS,
    )
    expect([done.exitCode, done.report.outcome]).toEqual([0, 'migrated'])
    expect(done.check('declared: remark rows')).toMatchObject({ status: 'warning' })
    expect(done.check('declared: remark rows')?.message).toContain('not proven: the table has no key')
  })

  test.each([
    ['any', 'passed', '10 removed, 0 added'],
    ['{ removed: 10 }', 'passed', '10 removed, 0 added'],
    ['{ removed: { at-least: 5, at-most: 10 }, added: 0 }', 'passed', '10 removed, 0 added'],
    ['{ removed: { at-most: 9 } }', 'failed', '10 removed, 0 added'],
    ['{ removed: any, added: { at-least: 1 } }', 'failed', '10 removed, 0 added'],
  ])('declared as rows: %s are judged by their count: %s', async (rows, status, actual) => {
    await using done = await runOn('DELETE FROM project_phases WHERE id <= 10;', declared(`table: project_phases, rows: ${rows}`))
    expect(done.check('declared: project_phases rows')).toMatchObject({ status, actual, message: 'it was agreed' })
    expect(done.report.outcome).toBe(status === 'passed' ? 'migrated' : 'rolled-back')
    expect(await databasesBeside(done.project)).toEqual(done.report.kept)
  })

  test('a value changed among declared removals is a loss all the same', async () => {
    const migration = 'DELETE FROM project_phases WHERE id <= 10; UPDATE project_phases SET capital_budget = 0 WHERE id = 50;'
    await using done = await runOn(migration, declared('table: project_phases, rows: any'))
    expect(done.report.outcome).toBe('rolled-back')
    expect(lossOf(done)?.message).toContain('rows of public.project_phases hold other capital_budget (1 changed: id=50)')
  })

  test('rows removed and columns changed as declared leave the rest proven', async () => {
    const plan = `changes:
  - { table: project_phases, rows: { removed: 10 }, because: old }
  - { table: project_phases, columns: [capital_budget], because: revalued }
`
    const migration = 'DELETE FROM project_phases WHERE id <= 10; UPDATE project_phases SET capital_budget = capital_budget * 2;'
    await using done = await runOn(migration, plan)
    expect(done.report.outcome).toBe('migrated')
    expect(done.check('declared: project_phases rows')).toMatchObject({ status: 'passed', actual: '10 removed, 0 added' })
  })

  test('without a proven copy, declared removals are not proven and say so, and undeclared ones fail', async () => {
    const read = 'backup: { verify: read }\n'
    const removal = 'DELETE FROM project_phases WHERE id <= 10;'
    await using done = await runOn(removal, read + declared('table: project_phases, rows: { removed: 10 }'))
    expect(done.report.outcome).toBe('migrated')
    expect(done.check('declared: project_phases rows')).toMatchObject({ status: 'warning' })
    expect(done.check('declared: project_phases rows')?.message).toContain('not proven: there is no copy of the state before')
    await using broken = await runOn(removal, read + declared('table: project_phases, rows: { removed: { at-most: 9 } }'))
    expect(broken.check('declared: project_phases rows')).toMatchObject({ status: 'failed' })
    await using undeclared = await runOn(removal, read)
    expect(lossOf(undeclared)).toMatchObject({ status: 'failed' })
  })

  test.each([
    ['table: project_phases, dropped: true', 'DROP TABLE project_phases;', 'dropped', 'passed'],
    ['table: project_phases, dropped: true', 'SELECT 1;', 'dropped', 'failed'],
    ['table: quest, dropped: true', 'SELECT 1;', 'dropped', 'warning'],
    ['table: quest, created: true', 'CREATE TABLE quest (id int);', 'created', 'passed'],
    ['table: quest, created: true', "SELECT 'quest';", 'created', 'failed'],
    ['table: project, columns: [name]', 'UPDATE project SET name = id;', 'columns', 'passed'],
    ['table: project, columns: [name]', 'SELECT 1;', 'columns', 'warning'],
    [
      'object: project_phases_project_id_fkey',
      'ALTER TABLE project_phases DROP CONSTRAINT project_phases_project_id_fkey;',
      'changed',
      'passed',
    ],
    ['object: project_phases_project_id_fkey, dropped: true', 'SELECT 1;', 'dropped', 'failed'],
    ['table: project, rows: { removed: { at-least: 1 } }', 'SELECT 1;', 'rows', 'failed'],
    ['table: project, rows: any', 'SELECT 1;', 'rows', 'warning'],
  ])('%s, and %s: %s %s', async (change, migration, what, status) => {
    await using done = await runOn(migration, declared(change))
    const name = /: ([a-z_]+)/.exec(change)?.[1]
    expect(done.check(`declared: ${name} ${what}`)).toMatchObject({ status })
    expect(done.report.outcome === 'migrated').toBe(status !== 'failed')
  })
})

const KEYLESS = "CREATE TABLE remark (body text); INSERT INTO remark SELECT 'b' || i FROM generate_series(1, 9) i;"
