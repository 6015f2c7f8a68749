/** Comparing rows finds every key that differs, counts exactly, and holds equal what the database holds equal. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/domain/ports/database.ts'
import { KEY_DEPTH, type RowSource } from '../../src/domain/ports/parity.ts'
import { FIRST_DEPTH } from '../../src/domain/row-comparison.ts'
import { type CompareRowsOptions, compareRows, type RowsCompared } from '../../src/operations/parity.ts'
import { openDatabase } from '../support/opened-database.ts'
import { createTestDatabase, query, startCluster, type TestCluster, type TestDatabase } from '../support/postgres.ts'

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await createTestDatabase()
  database = openDatabase(server.url)
})

afterAll(async () => {
  await database.close()
  await server.drop()
})

type Wanted = Partial<Omit<CompareRowsOptions, 'left' | 'right'>>

function compare(
  left: RowSource | string,
  right: RowSource | string,
  wanted: Wanted = {},
  other = database,
): Promise<RowsCompared> {
  const sourceOf = (side: RowSource | string) => (typeof side === 'string' ? { table: side } : side)
  return compareRows({
    left: { database, source: sourceOf(left) },
    right: { database: other, source: sourceOf(right) },
    key: null,
    columns: null,
    sampleKeys: 5,
    signal: new AbortController().signal,
    ...wanted,
  })
}

const countsOf = ({ missingLeft, missingRight, different }: RowsCompared) => ({ missingLeft, missingRight, different })
const NONE = { missingLeft: 0, missingRight: 0, different: 0 }

/** Two tables of one column each besides the key, with these values in their only rows. */
async function compareValues(leftType: string, leftValue: string, rightType: string, rightValue: string): Promise<RowsCompared> {
  await query(
    server.url,
    `DROP TABLE IF EXISTS one, other;
     CREATE TABLE one (id int PRIMARY KEY, v ${leftType}); INSERT INTO one VALUES (1, ${leftValue});
     CREATE TABLE other (id int PRIMARY KEY, v ${rightType}); INSERT INTO other VALUES (1, ${rightValue})`,
  )
  return compare('one', 'other')
}

describe('a table and its partitioned twin', () => {
  beforeAll(() =>
    query(
      server.url,
      `CREATE TABLE revenue (id bigint, occurred_at timestamptz, amount numeric(12, 2), note text, PRIMARY KEY (id, occurred_at));
       INSERT INTO revenue SELECT i, '2025-01-01Z'::timestamptz + i * interval '1 hour', i * 1.01, 'note ' || i FROM generate_series(1, 5000) i;
       CREATE TABLE twin (note text, occurred_at timestamptz, id bigint, amount numeric(14, 4), PRIMARY KEY (id, occurred_at)) PARTITION BY RANGE (occurred_at);
       CREATE TABLE twin_early PARTITION OF twin FOR VALUES FROM (MINVALUE) TO ('2025-03-01');
       CREATE TABLE twin_late PARTITION OF twin FOR VALUES FROM ('2025-03-01') TO (MAXVALUE);
       INSERT INTO twin (id, occurred_at, amount, note) SELECT id, occurred_at, amount, note FROM revenue`,
    ),
  )

  test('with the same rows are equal, whatever the order of their columns', async () => {
    const compared = await compare('revenue', 'twin')
    expect(countsOf(compared)).toEqual(NONE)
    expect(compared).toMatchObject({
      left: { name: 'public.revenue', rows: 5000, ownColumns: [] },
      right: { name: 'public.twin', rows: 5000, ownColumns: [] },
      key: ['id', 'occurred_at'],
      sameInstant: true,
      samples: [],
    })
  })

  test('differ by exactly the rows that were changed, lost and added, named by their keys', async () => {
    await query(
      server.url,
      `CREATE TABLE changed AS SELECT * FROM twin; ALTER TABLE changed ADD PRIMARY KEY (id, occurred_at);
       UPDATE changed SET amount = amount + 0.01 WHERE id = 7; UPDATE changed SET note = NULL WHERE id = 4000;
       DELETE FROM changed WHERE id IN (11, 12, 13); INSERT INTO changed VALUES ('new', '2030-01-01Z', -1, 1)`,
    )
    const compared = await compare('revenue', 'changed', { sampleKeys: 10 })
    expect(countsOf(compared)).toEqual({ missingLeft: 1, missingRight: 3, different: 2 })
    const named = compared.samples.map(({ kind, key }) => `${kind} ${key.id} ${key.occurred_at}`).toSorted()
    expect(named).toEqual([
      'different 4000 2025-06-16 16:00:00+00',
      'different 7 2025-01-01 07:00:00+00',
      'missing-left -1 2030-01-01 00:00:00+00',
      'missing-right 11 2025-01-01 11:00:00+00',
      'missing-right 12 2025-01-01 12:00:00+00',
      'missing-right 13 2025-01-01 13:00:00+00',
    ])
    expect(compared.samples.every(({ left, right }) => left === null && right === null)).toBe(true)
  })

  test('where two values were swapped between rows differ in both rows', async () => {
    const swapped = {
      query: 'SELECT id, occurred_at, note, CASE id WHEN 1 THEN 2.02 WHEN 2 THEN 1.01 ELSE amount END AS amount FROM twin',
    }
    expect(countsOf(await compare('revenue', swapped, { key: ['id', 'occurred_at'] }))).toEqual({ ...NONE, different: 2 })
  })

  test('where two values were swapped inside one range differ too', async () => {
    const numbers = { query: 'SELECT n AS id, n AS x FROM generate_series(1, 3000) n' }
    const { signal } = new AbortController()
    const form = { key: [{ name: 'id', as: 'int4' }], values: [] }
    const ranges = new Map<bigint, string>()
    const [one, other] = await database.withRowSources([numbers], signal, async ([reader]) => {
      for await (const { digests } of reader?.digests({ form, depth: KEY_DEPTH, within: null, atMost: 3000 }) ?? []) {
        for (const { range, key } of digests) {
          const bits = BigInt.asUintN(FIRST_DEPTH, BigInt(range))
          if (ranges.has(bits)) return [ranges.get(bits), key?.id]
          ranges.set(bits, String(key?.id))
        }
      }
      return []
    })
    const swapped = {
      query: `SELECT n AS id, CASE n WHEN ${one} THEN ${other} WHEN ${other} THEN ${one} ELSE n END AS x FROM generate_series(1, 3000) n`,
    }
    expect(countsOf(await compare(numbers, swapped, { key: ['id'] }))).toEqual({ ...NONE, different: 2 })
  })

  test('show the rows that differ only where rows are asked for', async () => {
    const other = {
      query: "SELECT id, occurred_at, amount, replace(note, 'note 9', 'no') AS note FROM twin WHERE id < 10 -- the first",
    }
    const first = { query: 'SELECT * FROM revenue WHERE id < 10;' }
    const { samples } = await compare(first, other, { key: ['id'], showRows: true })
    expect(samples).toHaveLength(1)
    expect(samples[0]).toMatchObject({ key: { id: '9' }, left: { note: 'note 9' }, right: { note: 'no', amount: '9.0900' } })
  })

  test('where everything differs are counted to the last row', async () => {
    const other = { query: 'SELECT id + 100000 AS id, occurred_at, amount, note FROM twin' }
    const compared = await compare('revenue', other, { key: ['id', 'occurred_at'] })
    expect(countsOf(compared)).toEqual({ missingLeft: 5000, missingRight: 5000, different: 0 })
  })
})

describe('keys', () => {
  test('that occur more often on one side differ', async () => {
    const twice = { query: 'SELECT * FROM (VALUES (1, 0), (1, 0), (2, 0), (2, 0)) v (id, x)' }
    const once = { query: 'SELECT * FROM (VALUES (1, 0), (2, 0), (2, 0)) v (id, x)' }
    const compared = await compare(twice, once, { key: ['id'] })
    expect(countsOf(compared)).toEqual({ ...NONE, different: 1 })
    expect(compared.samples).toMatchObject([{ key: { id: '1' }, leftRows: 2, rightRows: 1 }])
  })

  test('that are null are keys like any other', async () => {
    const left = { query: 'SELECT * FROM (VALUES (NULL::int, 1), (NULL, 2), (3, 3)) v (id, x)' }
    const same = { query: 'SELECT * FROM (VALUES (3, 3), (NULL::int, 2), (NULL, 1)) v (id, x)' }
    const other = { query: 'SELECT * FROM (VALUES (3, 3), (NULL::int, 2), (NULL, 2)) v (id, x)' }
    expect(countsOf(await compare(left, same, { key: ['id'] }))).toEqual(NONE)
    const compared = await compare(left, other, { key: ['id'] })
    expect(countsOf(compared)).toEqual({ ...NONE, different: 1 })
    expect(compared.samples).toMatchObject([{ key: { id: null } }])
  })

  test('that the server folds together in its hashes are told apart', async () => {
    const of = (id: string) => ({ query: `SELECT ${id} AS id, 0 AS x` })
    const compared = await compare(of('1::bigint'), of('4294967296::bigint'), { key: ['id'] })
    expect(countsOf(compared)).toEqual({ missingLeft: 1, missingRight: 1, different: 0 })
    const instant = (n: string) => of(`timestamptz '2000-01-01Z' + interval '1 microsecond' * ${n}`)
    const times = await compare(instant('1'), instant('4294967296'), { key: ['id'] })
    expect(countsOf(times)).toEqual({ missingLeft: 1, missingRight: 1, different: 0 })
  })

  test('must be given where the sides have no primary key in common', async () => {
    await query(server.url, 'CREATE TABLE keyless (id int); CREATE TABLE keyed (id int PRIMARY KEY)')
    await expect(compare('keyless', 'keyed')).rejects.toMatchObject({
      message: 'rows cannot be matched: public.keyless has no primary key, the primary key of public.keyed is (id)',
      hint: expect.stringContaining('`key`'),
    })
    expect(countsOf(await compare('keyless', 'keyed', { key: ['id'] }))).toEqual(NONE)
  })
})

describe('values are equal where the database holds them equal', () => {
  test.each([
    ['int', '7', 'bigint', '7'],
    ['int', '7', 'numeric', '7.00'],
    ['numeric(12,2)', '1.0', 'numeric(14,4)', '1'],
    ['text', "'Ä'", 'varchar(9)', "'Ä'"],
    ['char(5)', "'a'", 'text', "'a'"],
    ['real', '0.5', 'double precision', '0.5'],
    ['double precision', "'-0'", 'double precision', '0'],
    ['jsonb', `'{"a": 1, "b": [2.0]}'`, 'jsonb', `'{"b":[2],"a":1}'`],
    ['json', `'{"a":1}'`, 'jsonb', `'{"a": 1}'`],
    ['int[]', "'{1,2}'", 'bigint[]', "'{1,2}'"],
    ['timestamptz', "'2025-01-01 00:00Z'", 'timestamptz', "'2025-01-01 02:00+02'"],
    ['date', "'2025-01-01'", 'timestamptz', "'2025-01-01Z'"],
    ['date', "'infinity'", 'timestamp', "'infinity'"],
    ['bytea', "'\\x00ff'", 'bytea', "'\\x00ff'"],
    ['int', 'NULL', 'text', 'NULL'],
  ])('%s %s and %s %s', async (...values) => {
    expect(countsOf(await compareValues(...values))).toEqual(NONE)
  })

  test.each([
    ['text', "'a'", 'text', "'A'"],
    ['text', "''", 'text', 'NULL'],
    ['int', '0', 'int', 'NULL'],
    ['text', "'a'", 'text', "'a '"],
    ['numeric', '1.01', 'numeric', '1.02'],
    ['real', '0.1', 'double precision', '0.1'],
    ['bigint', '1', 'bigint', '4294967296'],
    ['int[]', "'{1,2}'", 'int[]', "'{2,1}'"],
    ['timestamptz', "'2025-01-01 00:00Z'", 'timestamptz', "'2025-01-01 00:00+01'"],
  ])('%s %s differs from %s %s', async (...values) => {
    expect(countsOf(await compareValues(...values))).toEqual({ ...NONE, different: 1 })
  })

  test('enums by their label, also where another type holds it', async () => {
    await query(server.url, "CREATE TYPE mood AS ENUM ('glad', 'sad'); CREATE TYPE spirit AS ENUM ('sad', 'glad')")
    expect(countsOf(await compareValues('mood', "'glad'", 'spirit', "'glad'"))).toEqual(NONE)
    expect(countsOf(await compareValues('mood', "'glad'", 'text', "'glad'"))).toEqual(NONE)
    expect(countsOf(await compareValues('mood[]', "'{glad}'", 'spirit[]', "'{sad}'"))).toEqual({ ...NONE, different: 1 })
  })

  test('a text that a collation ignoring case holds equal is not', async () => {
    await query(server.url, "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
    const compared = await compareValues('text COLLATE careless', "'Anna'", 'text COLLATE careless', "'anna'")
    expect(countsOf(compared)).toEqual({ ...NONE, different: 1 })
  })
})

describe('columns', () => {
  beforeAll(() =>
    query(
      server.url,
      `CREATE TABLE wide (id int PRIMARY KEY, a int, b int, old int); INSERT INTO wide VALUES (1, 1, 1, 1);
       CREATE TABLE narrow (id int PRIMARY KEY, a int, b int, fresh int); INSERT INTO narrow VALUES (1, 1, 2, 1)`,
    ),
  )

  test('that one side lacks are named, and those of both compared', async () => {
    expect(await compare('wide', 'narrow')).toMatchObject({
      different: 1,
      left: { ownColumns: ['old'] },
      right: { ownColumns: ['fresh'] },
    })
  })

  test('listed are the only ones compared', async () => {
    const compared = await compare('wide', 'narrow', { columns: ['a'] })
    expect(compared).toMatchObject({ ...NONE, left: { ownColumns: [] }, right: { ownColumns: [] } })
  })

  test('ignored are left out', async () => {
    const compared = await compare('wide', 'narrow', { ignore: ['b', 'old', 'fresh'] })
    expect(compared).toMatchObject({ ...NONE, left: { ownColumns: [] }, right: { ownColumns: [] } })
  })

  test('and tables that do not exist are told', async () => {
    await expect(compare('wide', 'narrow', { columns: ['old'] })).rejects.toThrow('public.narrow has no column old')
    await expect(compare('wide', 'nowhere')).rejects.toThrow('there is no table nowhere')
    await expect(compare({ query: 'SELECT 1 AS id, nmae FROM wide' }, 'narrow', { key: ['id'] })).rejects.toThrow('nmae')
  })
})

describe('two servers', () => {
  let cluster: TestCluster
  let other: Database

  beforeAll(async () => {
    cluster = await startCluster()
    const elsewhere = await cluster.createDatabase()
    await query(
      elsewhere.url,
      `CREATE TYPE kind AS ENUM ('a', 'b');
       CREATE TABLE far (id text PRIMARY KEY, at timestamptz, kind kind);
       INSERT INTO far SELECT 'k' || i, '2025-01-01Z'::timestamptz + i * interval '1 minute', 'a' FROM generate_series(1, 3000) i WHERE i <> 77;
       UPDATE far SET kind = 'b' WHERE id IN ('k1', 'k2');
       ALTER DATABASE ${elsewhere.name} SET timezone = 'Asia/Tokyo'`,
    )
    await query(
      server.url,
      `CREATE TABLE near (id varchar(9) PRIMARY KEY, at timestamptz, kind text);
       INSERT INTO near SELECT 'k' || i, '2025-01-01Z'::timestamptz + i * interval '1 minute', 'a' FROM generate_series(1, 3000) i`,
    )
    other = openDatabase(elsewhere.url)
  })

  afterAll(async () => {
    await other.close()
    await cluster.remove()
  })

  test('are compared each at an instant of its own', async () => {
    const compared = await compare('near', 'far', {}, other)
    expect(countsOf(compared)).toEqual({ missingLeft: 0, missingRight: 1, different: 2 })
    expect(compared.sameInstant).toBe(false)
    expect(compared.samples.map(({ key }) => key.id).toSorted()).toEqual(['k1', 'k2', 'k77'])
  })
})
