/** Test scripts in SQL on a real database: counted, grouped, stopped at errors, and taken back. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import { InterruptedError } from '../../../src/domain/errors.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { type Asking, type AskOptions, createAsking } from './asking.ts'

let server: TestDatabase
let database: Database
let asking: Asking
beforeAll(async () => {
  server = await createTestDatabase()
  await query(server.url, 'CREATE TABLE revenue (id int PRIMARY KEY, cents int)')
  database = openDatabase(server.url)
  asking = await createAsking(database)
})
afterAll(async () => {
  await asking[Symbol.asyncDispose]()
  await database.close()
  await server.drop()
})

async function ask(script: string, keys = '', options: AskOptions = {}): Promise<CheckResult> {
  await asking.write('tests.sql', script)
  const [result] = await asking.ask(`  - { name: triggers, suite: tests.sql${keys} }`, options)
  return result as CheckResult
}

async function rowsLeft(): Promise<number> {
  const [row] = await query(server.url, 'SELECT count(*)::int AS n FROM revenue')
  return Number(row?.n)
}

const NOTICES = `DO $$ BEGIN
  RAISE NOTICE 'PASS: one';
  RAISE NOTICE E'some words\\nFAIL: two\\nPASS: three';
END $$;`

describe('a suite', () => {
  test('whose rows and notices all pass passes with their number, and keeps what they said', async () => {
    const script = `INSERT INTO revenue VALUES (1, 100);
      SELECT CASE WHEN cents = 100 THEN 'PASS' ELSE 'FAIL' END || ': reads what it wrote' AS result FROM revenue;
      DO $$ BEGIN RAISE NOTICE 'PASS: a notice'; END $$;
      SELECT 'rows' AS name, 'ok' AS status UNION ALL SELECT 'sums', 'passed';`
    const result = await ask(script, ', expect: 4')

    expect(result).toMatchObject({ status: 'passed', expected: '4 pass, none fails', actual: '4/4', measured: 4 })
    expect(await readFile(result.output ?? '', 'utf8')).toContain('NOTICE: PASS: a notice')
    expect(await rowsLeft()).toBe(0)
  })

  test('fails with every FAIL listed, in whichever line of a notice', async () => {
    const result = await ask(`${NOTICES} SELECT 'x' AS name, 'FAIL' AS result;`)

    expect(result).toMatchObject({ status: 'failed', expected: 'every test passes', actual: '2/4, 2 failed' })
    expect(result.message).toBe('“FAIL: two”; “x · FAIL”')
  })

  test('counts its groups', async () => {
    const script = `SELECT 'policies' AS "group", 'a' AS name, 'PASS' AS result UNION ALL SELECT 'policies', 'b', 'PASS';
      SELECT 'keys' AS "group", 'c' AS name, 'FAIL' AS result UNION ALL SELECT 'keys', 'd', 'PASS';`
    const result = await ask(script)

    expect(result).toMatchObject({ actual: '3/4, 1 failed', message: '“keys: c · FAIL”; policies 2/2, keys 1/2' })
  })

  test.each([
    ['fewer than expected', ', expect: 3', 'failed'],
    ['more than expected', ', expect: 1', 'failed'],
    ['as many as there must be', ', at-least: 2', 'passed'],
    ['fewer than there must be', ', at-least: 3', 'failed'],
  ])('of which %s pass is judged by that number', async (_what, keys, status) => {
    expect(await ask(`SELECT 'PASS' FROM generate_series(1, 2)`, keys)).toMatchObject({ status, actual: '2/2' })
  })

  test('that skipped tests passes only by the number of the others, and warns', async () => {
    const script = `SELECT 'PASS'; SELECT 'SKIP: no data';`
    expect(await ask(script)).toMatchObject({ status: 'failed', actual: '1/2, 1 skipped' })
    expect(await ask(script, ', expect: 1')).toMatchObject({ status: 'warning', message: '“SKIP: no data”' })
  })

  test('that says neither PASS nor FAIL gave no answer', async () => {
    expect(await ask('SELECT 1; SELECT NULL;', ', warn-only: true')).toMatchObject({
      status: 'errored',
      message: 'nothing in tests.sql said PASS or FAIL',
    })
    expect(await ask('-- nothing yet\n')).toMatchObject({ status: 'errored' })
  })

  test('may have words of its own', async () => {
    expect(await ask('SELECT true; SELECT false;', ', pass: "^t$", fail: "^f$"')).toMatchObject({ actual: '1/2, 1 failed' })
  })
})

describe('what a suite writes', () => {
  test('is kept where the plan says so', async () => {
    await ask(`INSERT INTO revenue VALUES (7, 1); SELECT 'PASS';`, ', keep: true')
    expect(await rowsLeft()).toBe(1)
    await query(server.url, 'TRUNCATE revenue')
  })

  test('is taken back at each ROLLBACK of its own, and at the end', async () => {
    const script = `BEGIN; INSERT INTO revenue VALUES (1, 1); ROLLBACK;
      SELECT CASE count(*) WHEN 0 THEN 'PASS' ELSE 'FAIL' END FROM revenue;
      BEGIN; INSERT INTO revenue VALUES (1, 1);
      SELECT CASE count(*) WHEN 1 THEN 'PASS' ELSE 'FAIL' END FROM revenue; ROLLBACK; INSERT INTO revenue VALUES (2, 2);`
    expect(await ask(script, ', expect: 2')).toMatchObject({ status: 'passed' })
    expect(await rowsLeft()).toBe(0)
  })

  test('is committed by its own COMMIT where it is kept', async () => {
    const script = `BEGIN; INSERT INTO revenue VALUES (1, 1); COMMIT; BEGIN; INSERT INTO revenue VALUES (2, 2); ROLLBACK; SELECT 'PASS';`
    expect(await ask(script, ', keep: true')).toMatchObject({ status: 'passed' })
    expect(await rowsLeft()).toBe(1)
    await query(server.url, 'TRUNCATE revenue')
  })

  test.each([
    ['COMMIT', `SELECT 1;\nCOMMIT;`, 'line 2: COMMIT in a script that is rolled back as a whole'],
    ['AND CHAIN', `BEGIN;\nROLLBACK AND CHAIN;`, 'line 2: AND CHAIN'],
    ['a ROLLBACK of nothing', `SELECT 'PASS';\n\nROLLBACK;`, 'line 3: ROLLBACK without BEGIN'],
    ['COPY FROM STDIN', 'COPY revenue FROM STDIN;', 'needs psql'],
    ['\\i', `SELECT 'PASS';\n\\i other.sql`, 'line 2: a backslash command of psql cannot run here'],
    ['a variable of psql', '\\set n 3\nSELECT :n;', 'line 1: a backslash command'],
    ['an open string', `SELECT 'PASS`, 'line 1: a string is not closed'],
  ])('does not get out by %s: the script is refused before it starts', async (_what, script, message) => {
    const result = await ask(`INSERT INTO revenue VALUES (1, 1);${script}`)

    expect(result.status).toBe('errored')
    expect(result.message).toContain(message)
    expect(await rowsLeft()).toBe(0)
  })
})

describe('an SQL error', () => {
  test('stops the suite with line and statement, and what was counted before', async () => {
    const script = `INSERT INTO revenue VALUES (1, 1);\nSELECT 'PASS';\nSELECT 'FAIL: a';\n\nSELECT cents,\n  nmae FROM revenue;\nSELECT 'PASS';`
    const result = await ask(script, ', warn-only: true')

    expect(result.status).toBe('errored')
    expect(result.message).toContain(
      'tests.sql, line 6: column "nmae" does not exist, in: SELECT cents, nmae FROM revenue; before that 1 passed and 1 failed “FAIL: a”',
    )
    expect(await rowsLeft()).toBe(0)
  })

  test('is what an interrupt, a limit of time or a missing file is not', async () => {
    const interrupt = new AbortController()
    setImmediate(() => interrupt.abort(new InterruptedError('SIGTERM')))
    await expect(ask('SELECT pg_sleep(60);', '', { signal: interrupt.signal })).rejects.toThrow('interrupted by SIGTERM')
    expect(await ask('SELECT pg_sleep(60);', ', timeout: 100ms')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('no answer within 100 ms'),
    })
    const [missing] = await asking.ask('  - { name: x, suite: not-there.sql }')
    expect(missing).toMatchObject({ status: 'errored', message: expect.stringContaining('not-there.sql') })
  })
})

test('commands of psql that only change what it shows are left out', async () => {
  const script = `\\set ON_ERROR_STOP on\n\\echo 'FAIL: not a result'\n\\timing\n\\pset format unaligned\n\\x on\nSELECT 'PASS: \\x';\n`
  expect(await ask(script, ', expect: 1')).toMatchObject({ status: 'passed' })
})
