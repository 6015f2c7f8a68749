/** The checks of the catalogue on a real database: populated columns, foreign keys, inventory. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { type Asking, type AskOptions, createAsking } from './asking.ts'

const SETUP = `
  CREATE TABLE member (id int PRIMARY KEY, nick text); INSERT INTO member SELECT i, 'm' || i FROM generate_series(1, 305) i;
  CREATE TABLE snapshot (id int PRIMARY KEY, user_id int REFERENCES member);
  INSERT INTO snapshot SELECT i, CASE WHEN i % 50 > 0 THEN 1 + i % 305 END FROM generate_series(1, 9600) i;
  CREATE SCHEMA "Sales"; CREATE TABLE "Sales"."Order" ("No" int PRIMARY KEY, member int, "By" int);
  INSERT INTO "Sales"."Order" SELECT i, i, NULL FROM generate_series(1, 10) i;
  CREATE TABLE empty (a int, member int);
  CREATE TABLE history (version text);
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER audit BEFORE UPDATE ON member FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE TRIGGER audit BEFORE UPDATE ON snapshot FOR EACH ROW EXECUTE FUNCTION touch()`

let server: TestDatabase
let database: Database
let asking: Asking

beforeAll(async () => {
  server = await createTestDatabase()
  await query(server.url, SETUP)
  database = openDatabase(server.url)
  asking = await createAsking(database)
})
afterAll(async () => {
  await asking[Symbol.asyncDispose]()
  await database.close()
  await server.drop()
})

/** The one check of a plan: its body without name. */
async function ask(body: string, options: AskOptions = {}): Promise<CheckResult> {
  const [result] = await asking.ask(`  - { name: it is so, ${body} }\n`, options)
  return result as CheckResult
}

/** While `work` runs, the database is changed; `undo` leaves it as it was. */
async function meanwhile<Result>(change: string, undo: string, work: () => Promise<Result>): Promise<Result> {
  await query(server.url, change)
  return work().finally(() => query(server.url, undo))
}

describe('a populated column', () => {
  test('passes where every row has a value, and says how many of how many', async () => {
    expect(await ask('populated: member.id, at-least: 305 of 305')).toMatchObject({
      status: 'passed',
      expected: 'at least 305 of 305 rows',
      actual: '305 of 305 rows (100.00 %)',
      measured: 305,
    })
  })

  test('must hold its share of the rows, to the last row', async () => {
    expect(await ask('populated: snapshot.user_id, at-least: 98%, of: "about 9,000"')).toMatchObject({
      status: 'passed',
      expected: 'at least 98 % of about 9,000 (within 10 %)',
      actual: '9,408 of 9,600 rows (98.00 %)',
    })
    const oneLess = () => ask('populated: snapshot.user_id, at-least: 98%')
    expect(
      await meanwhile('UPDATE snapshot SET user_id = NULL WHERE id = 1', 'UPDATE snapshot SET user_id = 2 WHERE id = 1', oneLess),
    ).toMatchObject({ status: 'failed', actual: '9,407 of 9,600 rows (97.98 %)', message: '193 rows have no value' })
    expect(await ask('populated: snapshot.user_id')).toMatchObject({ status: 'failed', expected: 'at least 100 %' })
  })

  test('counts: a number of rows, and how many rows there are', async () => {
    expect(await ask('populated: snapshot.user_id, at-least: "9,408"')).toMatchObject({ status: 'passed' })
    expect(await ask('populated: snapshot.user_id, at-least: 9409')).toMatchObject({ status: 'failed' })
    expect(await ask('populated: member.id, at-least: 305 of 306')).toMatchObject({
      status: 'failed',
      message: 'the table has 305 rows, not 306 rows',
    })
    expect(await ask('populated: snapshot.id, of: about 12000')).toMatchObject({ status: 'failed' })
  })

  test('is found under quoted names in another schema', async () => {
    expect(await ask(`populated: '"Sales"."Order"."No"'`)).toMatchObject({ status: 'passed', actual: '10 of 10 rows (100.00 %)' })
    expect(await ask(`populated: '"Sales"."Order"."By"', at-least: 1`)).toMatchObject({ status: 'failed' })
  })

  test('proves nothing in an empty table', async () => {
    expect(await ask('populated: empty.a, at-least: 98%')).toMatchObject({ status: 'failed', message: 'the table is empty' })
    expect(await ask('populated: empty.a, at-least: 0')).toMatchObject({ status: 'passed' })
  })

  test('that is not there is an error, with the reason', async () => {
    expect(await ask('populated: member.nik')).toMatchObject({ status: 'errored', message: expect.stringContaining('"nik"') })
  })
})

describe('foreign keys', () => {
  test('pass where all are validated, enforced and without orphans', async () => {
    expect(await ask('foreign-keys: all')).toMatchObject({
      status: 'passed',
      expected: 'validated, enforced, no orphans',
      actual: '1 foreign key: all hold',
    })
  })

  test('that let orphans in while their triggers were disabled are told, with keys and nothing else of the row', async () => {
    const result = await meanwhile(
      `ALTER TABLE snapshot DISABLE TRIGGER ALL; INSERT INTO snapshot SELECT 20000 + i, 1000 + i / 2 FROM generate_series(1, 20) i;
       ALTER TABLE snapshot ENABLE TRIGGER ALL`,
      'DELETE FROM snapshot WHERE id > 20000',
      () => ask('foreign-keys: [snapshot]'),
    )
    expect(result).toMatchObject({ status: 'failed', actual: '1 foreign key: 1 fault' })
    expect(result.message).toBe(
      'snapshot_user_id_fkey public.snapshot (user_id) -> public.member (id): 20 orphans, without a parent: 1000, 1001, 1002, 1003, 1004, …',
    )
    expect(result.message).not.toContain('2000')
  })

  test('that were added without validation, or whose triggers are disabled, are told', async () => {
    const result = await meanwhile(
      'ALTER TABLE empty ADD FOREIGN KEY (member) REFERENCES member NOT VALID; ALTER TABLE snapshot DISABLE TRIGGER ALL',
      'ALTER TABLE empty DROP CONSTRAINT empty_member_fkey; ALTER TABLE snapshot ENABLE TRIGGER ALL',
      () => ask('foreign-keys: all'),
    )
    expect(result.status).toBe('failed')
    expect(result.message).toContain('public.empty (member) -> public.member (id): not validated')
    expect(result.message).toContain('public.member (id): not enforced')
  })

  test('may be given by hand where the database has none', async () => {
    const also = (from: string) => ask(`foreign-keys: [], also: [{ from: '${from}', to: member.id }]`)
    expect(await also('"Sales"."Order".member')).toMatchObject({
      status: 'passed',
      actual: '0 foreign keys, 1 given by hand: all hold',
    })
    expect(await also('snapshot.id')).toMatchObject({
      status: 'failed',
      message: 'snapshot (id) -> member (id): 9,295 orphans, without a parent: 306, 307, 308, 309, 310, …',
    })
  })

  test('of a table that has none fail, because the plan says that it has', async () => {
    expect(await ask('foreign-keys: [empty]')).toMatchObject({ status: 'failed', message: 'empty has no foreign key' })
  })
})

describe('the inventory', () => {
  test('counts the team’s own objects, the history of the migrator left out', async () => {
    expect(
      await ask('inventory: { tables: 4, foreign-keys: 1, policies: 0, triggers: 2, indexes: 3, columns: 9, functions: 1 }'),
    ).toMatchObject({
      status: 'passed',
      expected: 'tables 4, columns 9, foreign-keys 1, policies 0, triggers 2, indexes 3, functions 1',
      actual: 'tables 4, columns 9, foreign-keys 1, policies 0, triggers 2, indexes 3, functions 1',
    })
  })

  test('counts a partitioned table, its columns, indexes, triggers and keys once, and its partitions apart', async () => {
    const result = await meanwhile(
      `CREATE TABLE event (at date, member int REFERENCES member, PRIMARY KEY (at)) PARTITION BY RANGE (at);
       CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
       CREATE TABLE event_2 PARTITION OF event DEFAULT;
       CREATE TRIGGER audit BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION touch()`,
      'DROP TABLE event',
      () => ask('inventory: { tables: 5, partitions: 2, columns: 11, foreign-keys: 2, triggers: 3, indexes: 4 }'),
    )
    expect(result).toMatchObject({ status: 'passed' })
  })

  test('tells which objects came and went since the same check before', async () => {
    const body = 'when: before-and-after, inventory: { tables: 4, functions: 1 }'
    const before = await ask(body, { moment: 'before' })
    const after = await meanwhile(
      'CREATE TABLE fresh (a int); CREATE TABLE "Second" (a int); ALTER TABLE empty RENAME TO void; DROP TABLE void',
      'DROP TABLE fresh, "Second"; CREATE TABLE empty (a int, member int)',
      () => ask(body, { before: { 'it is so': before } }),
    )
    expect(before.status).toBe('passed')
    expect(after).toMatchObject({ status: 'failed', actual: 'tables 5, functions 1' })
    expect(after.message).toBe(
      'tables: 4 expected, 5 found, gone since before: public.empty, new since before: public."Second", public.fresh',
    )
  })

  test('finds what must be there and what must be gone, by the names that people use', async () => {
    const present = `[member, public.member, snapshot.user_id, 'member audit', '"Sales"."Order"', touch, touch(), snapshot_pkey, trigger audit]`
    expect(await ask(`inventory: { present: ${present}, absent: [quests, member.nik, '"Member"'] }`)).toMatchObject({
      status: 'passed',
      actual: '9 there, 3 gone',
    })
    expect(await ask('inventory: { present: [member, quests], absent: [snapshot] }')).toMatchObject({
      status: 'failed',
      actual: '1 there, 0 gone',
      message: 'quests is missing; snapshot is still there',
    })
  })

  test('sees a trigger that is disabled or missing, and an index that is not valid', async () => {
    expect(await ask('inventory: { triggers-enabled: all, indexes-valid: true }')).toMatchObject({ status: 'passed' })
    const result = await meanwhile(
      'ALTER TABLE member DISABLE TRIGGER audit; INSERT INTO empty VALUES (1), (1)',
      'ALTER TABLE member ENABLE TRIGGER audit; TRUNCATE empty; DROP INDEX once',
      async () => {
        await query(server.url, 'CREATE UNIQUE INDEX CONCURRENTLY once ON empty (a)').catch(() => undefined)
        return [
          await ask('inventory: { triggers-enabled: all, indexes-valid: true }'),
          await ask('inventory: { triggers-enabled: [snapshot audit] }'),
          await ask('inventory: { triggers-enabled: [audit, absent_one] }'),
        ]
      },
    )
    expect(result[0]).toMatchObject({
      status: 'failed',
      message: 'trigger public.member audit is disabled; index public.once is not valid',
    })
    expect(result[1]).toMatchObject({ status: 'passed' })
    expect(result[2]).toMatchObject({
      status: 'failed',
      message: 'trigger public.member audit is disabled; trigger absent_one is missing',
    })
  })

  test('of 300 tables and their keys is one question', async () => {
    await using big = await bigDatabase()
    const results = await big.asking.ask(
      '  - { name: a, inventory: { tables: 300, foreign-keys: 299 } }\n  - { name: b, foreign-keys: all }\n',
    )
    expect(results).toMatchObject([{ status: 'passed' }, { status: 'passed', actual: '299 foreign keys: all hold' }])
  })
})

async function bigDatabase() {
  const server = await createTestDatabase()
  await query(
    server.url,
    `DO $$ BEGIN FOR i IN 1..300 LOOP
       EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY, other int %s)', i, CASE WHEN i > 1 THEN format('REFERENCES t%s', i - 1) END);
     END LOOP; END $$`,
  )
  const database = openDatabase(server.url)
  const asking = await createAsking(database)
  return {
    asking,
    [Symbol.asyncDispose]: async () => {
      await asking[Symbol.asyncDispose]()
      await database.close()
      await server.drop()
    },
  }
}
