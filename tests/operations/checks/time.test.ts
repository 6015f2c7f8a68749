/** `time` checks in real runs: queries and commands, against limits and against the same before the migration. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../../support/project.ts'

const SLOW = 'CREATE TABLE pace (seconds float8 NOT NULL); INSERT INTO pace VALUES (0.4);'
const UNPROVEN = 'backup: { verify: none }\n'
const FASTER = 'UPDATE pace SET seconds = 0;'
const SLOWER = 'UPDATE pace SET seconds = 1.5;'
const QUERY = 'time: { query: "select pg_sleep(seconds) from pace" }, runs: 1'

function projectWith(check: string, migration: string): Promise<Project> {
  const meant = 'changes:\n  - { table: public.pace, columns: [seconds], rows: any, because: the pace is set }\n'
  const plan = `${PLAN}${UNPROVEN}${meant}validate:\n  - { name: pace, ${check} }\n`
  return createProject({ 'savepoint.yml': plan, 'migrations/001_pace.sql': migration }, SLOW)
}

async function checksOf(project: Project, stage: string) {
  const report = await project.report()
  return report.stages.find(({ name }) => name === stage)?.checks.find(({ name }) => name === 'pace')
}

describe('a timed query', () => {
  test('is measured before, compared after, and passes where it became faster', async () => {
    await using project = await projectWith(`${QUERY}, at-most: 390ms, faster-by: 2x`, FASTER)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(await checksOf(project, 'gates')).toMatchObject({ status: 'passed', expected: expect.stringContaining('measured') })
    const after = await checksOf(project, 'validate')
    expect(after).toMatchObject({ status: 'passed', kind: 'time', before: expect.stringMatching(/\d (ms|s)$/) })
    expect(after).toMatchObject({ measured: expect.any(Number), expected: expect.stringContaining('2 times faster than before') })
  })

  test('fails where it takes longer than the multiple of before that the plan allows', async () => {
    await using project = await projectWith(`${QUERY}, at-most-times: 1.5x`, SLOWER)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(await checksOf(project, 'validate')).toMatchObject({
      status: 'failed',
      expected: expect.stringContaining('at most 1.5 times the time before'),
    })
  })

  test('that must be slow before is a gate: nothing starts where it is not', async () => {
    await using project = await projectWith(`${QUERY}, at-most: 10s, before: { at-least: 5s, at-most: 10s }`, FASTER)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(await checksOf(project, 'gates')).toMatchObject({
      status: 'failed',
      expected: 'at least 5.0 s, at most 10 s before the migration',
    })
    expect(await project.query('SELECT seconds FROM pace')).toEqual([{ seconds: 0.4 }])
  })

  test('tells the median, the fastest and the slowest of its runs, and receives rows in any number', async () => {
    const many = 'time: { query: "select i, md5(i::text) from generate_series(1, 200000) i; " }, runs: 5, warm-up: 2, at-most: 1h'
    await using project = await projectWith(many, FASTER)
    await project.run('run', '--yes')
    expect(await checksOf(project, 'validate')).toMatchObject({
      status: 'passed',
      actual: expect.stringMatching(/^median .* of 5 \(.* to .*\)$/),
    })
  })

  test.each([
    ['is wrong', 'select no_such_column from pace', 'no_such_column'],
    ['writes', 'with gone as (delete from pace returning 1) select * from gone', 'read-only'],
  ])('that %s is errored with the reason', async (_what, query, reason) => {
    await using project = await projectWith(`time: { query: "${query}" }, at-most: 1s`, FASTER)
    const { exitCode } = await project.run('validate')
    expect(exitCode).toBe(1)
    expect(await checksOf(project, 'validate')).toMatchObject({ status: 'errored', message: expect.stringContaining(reason) })
    expect(await project.query('SELECT count(*)::int AS rows FROM pace')).toEqual([{ rows: 1 }])
  })

  test('compared with before is errored where nothing was measured before', async () => {
    await using project = await projectWith(`${QUERY}, faster-by: 2x`, FASTER)
    await project.run('validate')
    expect(await checksOf(project, 'validate')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('not measured before'),
    })
  })
})

describe('a timed command', () => {
  test('gets the database in its environment, its text unchanged, and keeps its limit', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
    const line = 'test -n "$DATABASE_URL" && test "${UNSET_FOR_SURE:-here}" = here'
    await using project = await projectWith(`time: '${line}', at-most: 1h`, FASTER)
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(await checksOf(project, 'validate')).toMatchObject({ status: 'passed', expected: 'at most 1 h' })
  })

  test('that fails is errored with its exit code and last words', async () => {
    await using project = await projectWith('time: { command: "echo no report today >&2; exit 7" }, at-most: 1h', FASTER)
    await project.run('validate')
    const check = await checksOf(project, 'validate')
    expect(check).toMatchObject({ status: 'errored', message: expect.stringContaining('7') })
    expect(check?.message).toContain('no report today')
  })

  test('that never ends is ended after the timeout of the check', async () => {
    await using project = await projectWith('time: "sleep 600", at-most: 1h, timeout: 300ms', FASTER)
    await project.run('validate')
    expect(await checksOf(project, 'validate')).toMatchObject({ status: 'errored', message: expect.stringContaining('300 ms') })
  })
})
