/** `explain` checks on a real server: indexes, partitions pruned while planning and while running, sequential scans, times. */

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { type Asking, createAsking } from './asking.ts'

const EVENTS = `
  CREATE TABLE events (id int NOT NULL, happened date NOT NULL, body text) PARTITION BY RANGE (happened);
  DO $$ BEGIN FOR month IN 1..12 LOOP
    EXECUTE format('CREATE TABLE events_%s PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
      month, make_date(2024, month, 1), make_date(2024, month, 1) + interval '1 month');
  END LOOP; END $$;
  CREATE INDEX events_id_idx ON events (id);
  INSERT INTO events SELECT i, date '2024-01-01' + i % 366, md5(i::text) FROM generate_series(1, 24000) i;
  CREATE TABLE "Odd name" (id int PRIMARY KEY, body text);
  INSERT INTO "Odd name" SELECT i, md5(i::text) FROM generate_series(1, 20000) i;
  CREATE TABLE wanted (day date); INSERT INTO wanted VALUES ('2024-05-05')`

let server: TestDatabase
let database: Database
let asking: Asking

beforeAll(async () => {
  server = await createTestDatabase()
  await query(server.url, EVENTS)
  await query(server.url, 'VACUUM ANALYZE')
  database = openDatabase(server.url)
  asking = await createAsking(database)
})

afterAll(async () => {
  await asking[Symbol.asyncDispose]()
  await database.close()
  await server.drop()
})

async function explained(sql: string, demands: string): Promise<CheckResult> {
  const [result] = await asking.ask(`  - { name: its plan, explain: ${JSON.stringify(sql)}, ${demands} }\n`)
  return result as CheckResult
}

const MAY = "select * from events where happened = '2024-05-05'"
/** The server knows the day only when it runs the query: "never executed". */
const FOUND_DAY = 'select * from events where happened = (select day from wanted)'
/** It knows it when the run begins: "Subplans Removed". */
const STABLE_DAY = "select * from events where happened = to_date('2024-05-05', 'YYYY-MM-DD')"
const BY_ID = 'select * from "Odd name" where id = 77'
const BY_BODY = `select * from "Odd name" where body = md5('77')`

describe('indexes', () => {
  test.each([
    [BY_ID, 'true'],
    [BY_ID, '"Odd name_pkey"'],
    ['select * from events where id = 7', 'events_id_idx'],
    ['select * from events where id in (7, 8, 9)', '[public.events_id_idx, events_3_id_idx]'],
  ])('%s uses %s', async (sql, index) => {
    expect(await explained(sql, `uses-index: ${index}`)).toMatchObject({ status: 'passed', kind: 'explain' })
  })

  test('that are not used fail the check, which tells those that are', async () => {
    expect(await explained(BY_BODY, 'uses-index: true')).toMatchObject({ status: 'failed', actual: 'uses no index' })
    expect(await explained(BY_ID, 'uses-index: ["Odd name_pkey", events_id_idx]')).toMatchObject({
      status: 'failed',
      expected: 'uses Odd name_pkey, events_id_idx',
      actual: 'uses public.Odd name_pkey',
    })
  })
})

describe('partitions', () => {
  test.each([
    ['while planning', MAY, 'true'],
    ['while running', FOUND_DAY, '{ at-most: 1 }'],
    ['when the run begins', STABLE_DAY, '{ at-most: 1 }'],
    ['without running it', MAY, '{ at-most: 1 }, analyze: false'],
  ])('pruned %s are counted', async (_when, sql, demand) => {
    expect(await explained(sql, `prunes-partitions: ${demand}`)).toMatchObject({
      status: 'passed',
      actual: 'reads 1 of 12 partitions of public.events',
    })
  })

  test('pruned altogether leave none to be read', async () => {
    expect(await explained("select * from events where happened = '1999-01-01'", 'prunes-partitions: true')).toMatchObject({
      status: 'passed',
      actual: 'reads 0 of 12 partitions of public.events',
    })
  })

  test('read all of them where the query does not say which', async () => {
    expect(await explained('select count(*) from events', 'prunes-partitions: true')).toMatchObject({
      status: 'failed',
      actual: 'reads 12 of 12 partitions of public.events',
    })
    expect(
      await explained("select * from events where happened >= '2024-10-15'", 'prunes-partitions: { at-most: 2 }'),
    ).toMatchObject({
      status: 'failed',
      actual: 'reads 3 of 12 partitions of public.events',
    })
  })

  test('of which there are none fail the check', async () => {
    expect(await explained(BY_ID, 'prunes-partitions: true')).toMatchObject({
      status: 'failed',
      actual: 'reads no partitioned table',
    })
  })
})

describe('sequential scans', () => {
  test.each([
    [BY_ID, 'true'],
    [`select * from wanted join "Odd name" on id = 77`, '"Odd name"'],
  ])('%s has none of %s', async (sql, tables) => {
    expect(await explained(sql, `no-sequential-scan: ${tables}`)).toMatchObject({ status: 'passed' })
  })

  test.each([
    [BY_BODY, 'true', 'sequential scan of public.Odd name'],
    [MAY, '[events]', 'sequential scan of public.events_5'],
    [BY_ID, '[odd_name]', 'does not read odd_name'],
    ['select 1', 'true', 'reads no table'],
    ['select * from events where false', 'true', 'reads no table'],
  ])('%s fails for %s: %s', async (sql, tables, actual) => {
    expect(await explained(sql, `no-sequential-scan: ${tables}`)).toMatchObject({ status: 'failed', actual })
  })
})

describe('times', () => {
  const SLOW = 'select pg_sleep(0.1)'

  test('faster than another query by a factor', async () => {
    const other = `faster-than: { query: ${JSON.stringify(SLOW)}, by: 2x }, runs: 2`
    expect(await explained(BY_ID, other)).toMatchObject({
      status: 'passed',
      expected: '2 times faster than the other query',
      measured: expect.any(Number),
    })
    expect(await explained(SLOW, `faster-than: { query: ${JSON.stringify(BY_ID)} }, runs: 1`)).toMatchObject({ status: 'failed' })
  })

  test('longer than allowed fail the check', async () => {
    expect(await explained(SLOW, 'at-most: 50ms, runs: 1')).toMatchObject({ status: 'failed', expected: 'at most 50 ms' })
    expect(await explained(SLOW, 'at-most: 1h, runs: 3')).toMatchObject({
      status: 'passed',
      actual: expect.stringMatching(/^median .* of 3 \(/),
    })
  })
})

test('the plan is kept as evidence', async () => {
  const { output } = await explained(BY_ID, 'uses-index: true, at-most: 1h')
  const text = await readFile(output as string, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ Plan: { 'Relation Name': 'Odd name' }, 'Execution Time': expect.any(Number) })
})

describe('a query that cannot be explained is errored', () => {
  test.each([
    ['delete from wanted returning day', 'read-only'],
    ['with gone as (delete from wanted returning day) select * from gone', 'read-only'],
    ['select no_such from wanted', 'no_such'],
    ['select * from no_such_table', 'no_such_table'],
    ['select 1; select 2', 'one single query'],
  ])('%s: %s', async (sql, reason) => {
    expect(await explained(sql, 'uses-index: true')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining(reason),
    })
    expect(await query(server.url, 'select count(*)::int as rows from wanted')).toEqual([{ rows: 1 }])
  })

  test('one that takes too long is cancelled in the server', async () => {
    expect(await explained('select pg_sleep(600)', 'uses-index: true, timeout: 200ms')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('200 ms'),
    })
    const busy = `select count(*)::int as busy from pg_stat_activity where datname = '${server.name}' and query like '%pg_sleep(600)%' and state = 'active' and pid <> pg_backend_pid()`
    expect(await query(server.url, busy)).toEqual([{ busy: 0 }])
  })
})
