/** Work that is tried out: what it changed is told, and nothing of it stays. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { provesEqual } from '../../../src/domain/difference.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { SHOP } from '../../support/project.ts'

const MORE = `
  CREATE TABLE tag (id serial PRIMARY KEY, name text);
  INSERT INTO tag (name) VALUES ('one'), ('two'), ('three');
  CREATE TABLE day (at date, n int) PARTITION BY RANGE (at);
  CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
  INSERT INTO day VALUES ('2024-01-05', 1);`

let server: TestDatabase
let database: Database
const { signal } = new AbortController()

beforeEach(async () => {
  server = await createTestDatabase()
  await query(server.url, SHOP + MORE)
  database = openDatabase(server.url)
})

afterEach(async () => {
  await database.close()
  await server.drop()
})

function tried(...statements: readonly string[]) {
  return database.changesOf(signal, async (session) => {
    for (const statement of statements) await session.query(statement)
  })
}

const STATE = `SELECT (SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM tag t) AS tags,
  (SELECT md5(string_agg(d::text, ',')) FROM day d) AS days, (SELECT md5(string_agg(c::text, ',' ORDER BY id)) FROM customer c) AS customers`

describe('nothing is changed by', () => {
  test.each([
    [
      'the same values written again',
      "UPDATE tag SET name = upper(lower(name)) WHERE name = 'none'",
      "UPDATE tag SET name = name || ''",
    ],
    ['rows that are there already', "INSERT INTO tag (id, name) VALUES (1, 'other') ON CONFLICT DO NOTHING"],
    ['a row deleted and inserted as it was', 'DELETE FROM tag WHERE id = 2', "INSERT INTO tag VALUES (2, 'two')"],
    ['a table emptied and filled the same', 'TRUNCATE day', "INSERT INTO day VALUES ('2024-01-05', 1)"],
    ['a table made anew the same', 'DROP TABLE day', ...MORE.split(';\n').slice(2, 5)],
    ['a table rewritten with the same values', 'ALTER TABLE tag ALTER COLUMN name TYPE text USING name || $$$$'],
    ['a view made anew', 'DROP VIEW spender', 'CREATE VIEW spender AS SELECT customer_id, sum(cents) FROM "order" GROUP BY 1'],
    ['settings of its own', 'SET search_path = pg_temp', "SET LOCAL statement_timeout = '1h'", 'SET ROLE pg_read_all_data'],
    ['a temporary table', 'CREATE TEMP TABLE scratch AS SELECT * FROM tag'],
  ])('%s', async (_what, ...statements) => {
    expect((await tried(...statements)).filter((difference) => !provesEqual([difference]))).toEqual([])
  })
})

describe('what is changed is told:', () => {
  test.each([
    ['a row inserted', { object: 'rows', name: 'public.tag', before: '3', after: '4' }, "INSERT INTO tag (name) VALUES ('more')"],
    [
      'a row of a partition',
      { object: 'rows', name: 'public.day', before: '1', after: '2' },
      "INSERT INTO day VALUES ('2024-01-06', 2)",
    ],
    ['a value', { change: 'values-changed', name: 'public.tag.name' }, "UPDATE tag SET name = name || '!' WHERE id = 2"],
    [
      'values swapped',
      { change: 'values-changed', name: 'public.tag.name' },
      "UPDATE tag SET name = CASE id WHEN 1 THEN 'two' ELSE 'one' END WHERE id < 3",
    ],
    ['a value of a keyless table', { change: 'values-changed' }, "UPDATE note SET body = 'x' WHERE body = 'note 7'"],
    ['a table emptied', { object: 'rows', name: 'public.day', after: '0' }, 'TRUNCATE day'],
    [
      'a table rewritten',
      { change: 'values-changed', name: 'public.tag.name' },
      "ALTER TABLE tag ALTER COLUMN name TYPE text USING name || '+'",
    ],
    ['an index', { object: 'index', change: 'added' }, 'CREATE INDEX ON tag (name)'],
    ['a column', { object: 'column', change: 'removed', name: 'public.tag.name' }, 'ALTER TABLE tag DROP COLUMN name'],
    [
      'a sequence set back',
      { object: 'sequence', change: 'moved-back', before: '3', after: '1' },
      "SELECT setval('tag_id_seq', 1)",
    ],
  ])('%s', async (_what, difference, statement) => {
    expect(await tried(statement)).toContainEqual(expect.objectContaining(difference))
  })
})

describe('nothing stays', () => {
  const WORK = ["INSERT INTO tag (name) VALUES ('more')", 'TRUNCATE day', 'DROP VIEW spender', "SELECT setval('tag_id_seq', 1)"]
  const SEQUENCE = 'SELECT last_value::int AS last FROM tag_id_seq'

  test('of work that went well, a sequence that it set back included', async () => {
    const before = await query(server.url, STATE)
    await tried(...WORK)
    expect(await query(server.url, STATE)).toEqual(before)
    expect((await query(server.url, SEQUENCE))[0]?.last).toBeGreaterThanOrEqual(3)
  })

  test('of work that failed', async () => {
    const before = await query(server.url, STATE)
    await expect(tried(...WORK, 'SELECT 1/0')).rejects.toThrow('division by zero')
    expect(await query(server.url, STATE)).toEqual(before)
    expect((await query(server.url, SEQUENCE))[0]?.last).toBeGreaterThanOrEqual(3)
  })

  test('of work that was cancelled', async () => {
    const before = await query(server.url, STATE)
    const cancelled = database.changesOf(AbortSignal.timeout(300), async (session) => {
      for (const statement of [...WORK, 'SELECT pg_sleep(600)']) await session.query(statement)
    })
    await expect(cancelled).rejects.toThrow('timeout')
    expect(await query(server.url, STATE)).toEqual(before)
    expect((await query(server.url, SEQUENCE))[0]?.last).toBeGreaterThanOrEqual(3)
  })

  test('and a deferred constraint that is broken is told as it would be at the commit', async () => {
    await query(server.url, 'ALTER TABLE tag ADD COLUMN customer int REFERENCES customer DEFERRABLE INITIALLY DEFERRED')
    await expect(tried('UPDATE tag SET customer = 0')).rejects.toThrow('tag_customer_fkey')
  })
})
