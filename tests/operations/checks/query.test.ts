/** `query` checks on a real database: every form of `expect`, kept and broken, with what was wanted and what was found. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { type Asking, createAsking } from './asking.ts'

let server: TestDatabase
let database: Database
let asking: Asking

beforeAll(async () => {
  server = await createTestDatabase()
  await query(
    server.url,
    `CREATE TABLE phase (id int PRIMARY KEY, name text, budget numeric(20, 2));
     INSERT INTO phase VALUES (1, 'Planning', 90071992547409.93), (2, 'Execution', 0.01), (3, NULL, 5)`,
  )
  database = openDatabase(server.url)
  asking = await createAsking(database)
})
afterAll(async () => {
  await asking[Symbol.asyncDispose]()
  await database.close()
  await server.drop()
})

async function ask(sql: string, expectation: string): Promise<CheckResult> {
  const [result] = await asking.ask(`  - { name: answer, query: "${sql}", expect: ${expectation} }\n`)
  return result as CheckResult
}

describe('an answer', () => {
  test.each([
    ['select count(*) from phase', '3', '4', '3'],
    ['select sum(budget) from phase', '90071992547414.94', '90071992547414.95', '90071992547414.94'],
    ['select name from phase where id = 1', 'Planning', 'planning', 'Planning'],
    ['select bool_and(budget > 0) from phase', 'true', 'false', 't'],
    ['select min(budget) from phase', '{ at-least: 0.01, at-most: 1 }', '{ at-least: 0.02 }', '0.01'],
    ['select name from phase where id = 2', '{ matches: "^Exec" }', '{ matches: "^exec" }', 'Execution'],
    ['select id from phase', '{ rows: 3 }', '{ rows: 2 }', '3 rows'],
    ['select id from phase where id = 1', '{ rows: 1 }', '{ empty: true }', '1 row'],
  ])('of %s passes with %s, fails with %s, and is told both times', async (sql, right, wrong, found) => {
    const [met, missed] = [await ask(sql, right), await ask(sql, wrong)]

    expect(met).toMatchObject({ status: 'passed', expected: expect.any(String), actual: found })
    expect(missed).toMatchObject({ status: 'failed', expected: expect.any(String), actual: expect.stringContaining(found) })
    expect(missed.expected).not.toBe(met.expected)
  })

  test('that is none passes where none is wanted', async () => {
    expect(await ask('select id from phase where id > 3', '{ empty: true }')).toMatchObject({
      status: 'passed',
      expected: 'no rows',
      actual: 'no rows',
    })
  })

  test('that need only be shown is told, whatever it is', async () => {
    const shown = { status: 'passed', expected: 'shown' }
    expect(await ask("select 'phase', count(*) from phase union all select 'other', 0 order by 1", '{ shown: true }')).toEqual(
      expect.objectContaining({ ...shown, actual: 'other 0, phase 3' }),
    )
    expect(await ask('select count(*) as phases, max(name) as last from phase', '{ shown: true }')).toMatchObject({
      ...shown,
      actual: 'phases 3, last Planning',
    })
    expect(await ask('select from phase where false', '{ shown: true }')).toMatchObject({ ...shown, actual: 'no rows' })
    expect((await ask('select i from generate_series(1, 60) i', '{ shown: true }')).actual).toMatch(/^1, 2, .* … \(60 rows\)$/)
  })

  test.each(['-- select 1', "do 'begin end'", "set work_mem = '4MB'"])(
    'is none where %s asks nothing: errored, never empty',
    async (sql) => {
      for (const expectation of ['{ empty: true }', '{ rows: 0 }', '{ shown: true }']) {
        expect(await ask(sql, expectation)).toMatchObject({
          status: 'errored',
          message: expect.stringContaining('has no answer'),
        })
      }
    },
  )

  test('of very many rows is counted, and only its first rows are kept', async () => {
    const session = await database.open({ purpose: 'test' })
    const sql = 'select 1 as earlier; select i from generate_series(1, 300000) i'
    expect(await session.answer(sql, 2)).toEqual({ rows: [{ i: '1' }, { i: '2' }], count: 300_000 })
    await session.close()
    expect(await ask('select i from generate_series(1, 300000) i', '{ rows: 300000 }')).toMatchObject({ status: 'passed' })
    expect(await ask('select i from generate_series(1, 300000) i', '{ empty: true }')).toMatchObject({
      status: 'failed',
      actual: '300,000 rows, the first: i = 1',
    })
  })

  test('that cannot be had is errored, also where anything would do', async () => {
    expect(await ask('select nmae from phase', '{ shown: true }')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('column "nmae" does not exist'),
    })
  })
})
