/** The fingerprint sees every change that a team would call a loss, and nothing else. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compareFingerprints } from '../../../src/domain/comparison.ts'
import { isLoss, type Matching, provesEqual } from '../../../src/domain/difference.ts'
import type { Fingerprint } from '../../../src/domain/fingerprint.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'

let server: TestDatabase
let database: Database

beforeEach(async () => {
  server = await createTestDatabase()
  database = openDatabase(server.url)
})

afterEach(async () => {
  await database.close()
  await server.drop()
})

interface Reading {
  readonly fingerprint: Fingerprint
  readonly horizon: string
}

function read(basis?: Reading): Promise<Reading> {
  const { signal } = new AbortController()
  return database.withSnapshot(signal, async (view) => {
    const since = basis === undefined ? {} : { basis: basis.fingerprint, basisHorizon: basis.horizon }
    return { fingerprint: await view.fingerprint({ signal, ...since }), horizon: view.instant.horizon }
  })
}

/** Differences as short words: `column public.t.a values-changed`. */
async function changesMadeBy(sql: string, matching: Matching = 'same-database'): Promise<string[]> {
  const before = await read()
  await query(server.url, sql)
  const after = await read(before)
  return compareFingerprints(before.fingerprint, after.fingerprint, matching).map((d) => `${d.object} ${d.name} ${d.change}`)
}

const PEOPLE = `
  CREATE TABLE people (id int PRIMARY KEY, name text, city text, cents numeric(12,2), born date, active bool);
  INSERT INTO people SELECT i, 'name ' || i, 'city ' || i % 7, i * 1.01, date '1990-01-01' + i, i % 2 = 0 FROM generate_series(1, 500) i;`

describe('content', () => {
  beforeEach(() => query(server.url, PEOPLE))

  test('is the same when nothing changed, however the rows lie on disk', async () => {
    expect(await changesMadeBy('CLUSTER people USING people_pkey; UPDATE people SET name = name')).toEqual([])
  })

  test('two values swapped between rows are seen', async () => {
    const swap = `UPDATE people p SET city = o.city FROM people o WHERE (p.id, o.id) IN ((1, 2), (2, 1))`
    expect(await changesMadeBy(swap)).toEqual(['column public.people.city values-changed'])
  })

  test('two nulls swapped between rows are seen', async () => {
    await query(server.url, 'UPDATE people SET city = NULL WHERE id = 1')
    const swap = `UPDATE people p SET city = o.city FROM people o WHERE (p.id, o.id) IN ((1, 2), (2, 1))`
    expect(await changesMadeBy(swap)).toEqual(['column public.people.city values-changed'])
  })

  test('one changed cent is seen', async () => {
    expect(await changesMadeBy('UPDATE people SET cents = cents + 0.01 WHERE id = 77')).toEqual([
      'column public.people.cents values-changed',
    ])
  })

  test('one deleted row is seen', async () => {
    expect(await changesMadeBy('DELETE FROM people WHERE id = 77')).toEqual(['rows public.people rows-lost'])
  })

  test('a row deleted and another added in its place is seen', async () => {
    const changes = await changesMadeBy(
      "DELETE FROM people WHERE id = 77; INSERT INTO people VALUES (1000, 'new', 'x', 1, now(), true)",
    )
    expect(changes).toContain('column public.people.id values-changed')
  })

  test('added rows are no loss where every earlier row is proven unchanged', async () => {
    expect(await changesMadeBy("INSERT INTO people VALUES (1000, 'new', 'x', 1, now(), true)")).toEqual([
      'rows public.people rows-added',
    ])
  })

  test('a changed value does not hide among added rows', async () => {
    const changes = await changesMadeBy(
      "INSERT INTO people VALUES (1000, 'new', 'x', 1, now(), true); UPDATE people SET name = 'x' WHERE id = 5",
    )
    expect(changes).toEqual(['rows public.people rows-added', 'rows public.people unproven'])
  })

  test('rows of a writer that was under way at the first instant count as added, not as earlier', async () => {
    const writer = await database.open({ purpose: 'writer' })
    await writer.query('BEGIN')
    await writer.query("INSERT INTO people VALUES (2000, 'late', 'x', 1, now(), true)")
    const before = await read()
    await writer.query('COMMIT')
    await writer.close()
    const after = await read(before)
    const differences = compareFingerprints(before.fingerprint, after.fingerprint, 'same-database')
    expect(differences.map((d) => d.change)).toEqual(['rows-added'])
  })

  test('a dropped column is a loss, an added one is not', async () => {
    const changes = await changesMadeBy('ALTER TABLE people DROP COLUMN city, ADD COLUMN town text')
    expect(changes).toEqual(['column public.people.city removed', 'column public.people.town added'])
  })

  test('a renamed table and a renamed column are recognised, and their values compared', async () => {
    const changes = await changesMadeBy(
      "ALTER TABLE people RENAME TO persons; ALTER TABLE persons RENAME COLUMN name TO title; UPDATE persons SET city = 'gone' WHERE id = 3",
    )
    expect(changes).toContain('table public.people renamed')
    expect(changes).toContain('column public.people.name renamed')
    expect(changes).toContain('column public.people.city values-changed')
    expect(changes).not.toContain('column public.people.name values-changed')
  })

  test('a wider type with the same values is no loss', async () => {
    const before = await read()
    await query(
      server.url,
      'ALTER TABLE people ALTER id TYPE bigint, ALTER name TYPE varchar(90), ALTER cents TYPE numeric(20,4)',
    )
    const after = await read(before)
    expect(compareFingerprints(before.fingerprint, after.fingerprint, 'same-database').filter(isLoss)).toEqual([])
  })

  test('a narrower type that rounds values is a loss', async () => {
    expect(await changesMadeBy('ALTER TABLE people ALTER cents TYPE numeric(12,0)')).toContain(
      'column public.people.cents values-changed',
    )
  })

  test.each([
    ['varchar(4)', 'text', "'abcd'", "'abcdefg'"],
    ['numeric(6,2)', 'numeric(10,4)', '1.25', '1.2512'],
    ['int', 'numeric', '7', '7.4'],
    ['date', 'timestamp', "'2024-02-29'", "'2024-02-29 13:00'"],
    ['timestamp(0)', 'timestamp', "'2024-02-29 13:00'", "'2024-02-29 13:00:00.25'"],
    ['real', 'double precision', '0.5', '0.50000000001'],
    ['bool', 'int', 'true', '5'],
    ['varchar(4)[]', 'text[]', "'{abcd}'", "'{abcdefg}'"],
  ])('a value that changed beyond what %s could hold is seen when it became %s', async (from, to, old, changed) => {
    await query(server.url, `CREATE TABLE widened (id int PRIMARY KEY, v ${from}, w ${from}, x ${from})`)
    await query(server.url, `INSERT INTO widened VALUES (1, ${old}, ${old}, NULL)`)
    const columns = ['v', 'w', 'x'].map((name) => `ALTER ${name} TYPE ${to} USING ${name}::${to}`)
    const widen = `ALTER TABLE widened ${columns.join(', ')}; UPDATE widened SET v = ${changed}`
    const changes = await changesMadeBy(widen)
    expect(changes.filter((change) => change.endsWith('values-changed'))).toEqual(['column public.widened.v values-changed'])
  })

  test('a type whose values cannot be cast back is a loss until the plan declares it', async () => {
    const changes = await changesMadeBy("ALTER TABLE people ALTER born TYPE text USING 'day ' || born")
    expect(changes).toContain('column public.people.born values-changed')
    expect(changes).not.toContain('column public.people.name values-changed')
  })

  test('a table rebuilt under its old name is compared by name', async () => {
    const rebuild =
      'CREATE TABLE copy (LIKE people INCLUDING ALL); INSERT INTO copy SELECT * FROM people WHERE id <> 9; DROP TABLE people; ALTER TABLE copy RENAME TO people'
    expect(await changesMadeBy(rebuild)).toContain('rows public.people rows-lost')
  })

  test('a table without a key is compared as a multiset of rows', async () => {
    await query(server.url, "CREATE TABLE log (a int, b text); INSERT INTO log VALUES (1, 'x'), (1, 'x'), (2, 'y'), (3, NULL)")
    expect(
      await changesMadeBy("UPDATE log SET b = CASE a WHEN 1 THEN 'y' ELSE 'x' END WHERE ctid IN ('(0,1)', '(0,3)')"),
    ).toContain('rows public.log values-changed')
  })

  test('of a foreign key to a partitioned table is told once, not under the names that the server makes up for partitions', async () => {
    await query(
      server.url,
      `CREATE TABLE part (id int PRIMARY KEY) PARTITION BY RANGE (id);
       CREATE TABLE part_b PARTITION OF part FOR VALUES FROM (10) TO (20);
       CREATE TABLE child (id int REFERENCES part); CREATE TABLE part_a PARTITION OF part FOR VALUES FROM (0) TO (10)`,
    )
    const rebuild = 'ALTER TABLE child DROP CONSTRAINT child_id_fkey; ALTER TABLE child ADD FOREIGN KEY (id) REFERENCES part'
    expect(await changesMadeBy(rebuild, 'by-name')).toEqual([])
  })

  test('is the same whatever settings the database gives its sessions', async () => {
    await query(server.url, 'CREATE TABLE price (id serial PRIMARY KEY, amount money); INSERT INTO price (amount) VALUES (1.5)')
    const before = await read()
    for (const setting of [
      'quote_all_identifiers = on',
      "lc_monetary = 'C.UTF-8'",
      "TimeZone = 'Asia/Tokyo'",
      "DateStyle = 'SQL, DMY'",
    ])
      await query(server.url, `ALTER DATABASE ${server.name} SET ${setting}`)
    await database.close()
    database = openDatabase(server.url)
    const after = await read()
    const differences = compareFingerprints(before.fingerprint, after.fingerprint, 'same-database')
    expect(differences.map((d) => `${d.object} ${d.change}`)).toEqual(['database changed'])
  })

  test('a table without a key may have as many columns as the server allows', async () => {
    await query(
      server.url,
      `DO $$ BEGIN EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg(format('c%s text', i), ', ') || ')' FROM generate_series(1, 1600) i); END $$;
       INSERT INTO wide (c1, c1600) VALUES ('a', 'b'), ('c', 'd'), (NULL, NULL)`,
    )
    expect(await changesMadeBy("UPDATE wide SET c1600 = CASE c1 WHEN 'a' THEN 'd' ELSE 'b' END WHERE c1 IS NOT NULL")).toEqual([
      'rows public.wide values-changed',
    ])
  })

  test('a table without a key is the same where its columns have other numbers, as in a restored copy', async () => {
    await query(
      server.url,
      `CREATE TABLE log (gone int, a int, b text); ALTER TABLE log DROP COLUMN gone;
       INSERT INTO log VALUES (1, 'x'), (2, NULL), (NULL, NULL)`,
    )
    const rebuild =
      'CREATE TABLE copy (b text, a int); INSERT INTO copy SELECT b, a FROM log; DROP TABLE log; ALTER TABLE copy RENAME TO log'
    expect(await changesMadeBy(rebuild, 'by-name')).toEqual([])
  })

  test('rows moved between partitions are no loss, a dropped partition is', async () => {
    await query(
      server.url,
      `CREATE TABLE payment (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
       CREATE TABLE payment_a PARTITION OF payment FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
       CREATE TABLE payment_b PARTITION OF payment FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
       INSERT INTO payment SELECT i, date '2024-01-01' + i FROM generate_series(1, 700) i`,
    )
    const changes = await changesMadeBy('DROP TABLE payment_b')
    expect(changes).toContain('rows public.payment rows-lost')
    expect(changes).toContain('table public.payment_b removed')
  })
})

describe('types', () => {
  const VALUES: Record<string, readonly [string, string]> = {
    smallint: ['1', '2'],
    bigint: ['9007199254740993', '9007199254740992'],
    real: ['1.5', '1.25'],
    'double precision': ["'NaN'", "'Infinity'"],
    numeric: ['100000000000000000000.01', '100000000000000000000.02'],
    boolean: ['true', 'false'],
    text: ["'a'", "'A'"],
    'character varying(10)': ["'a'", "'b'"],
    'character(5)': ["'a'", "'b'"],
    name: ["'a'", "'b'"],
    bytea: ["'\\x00ff'", "'\\x00fe'"],
    date: ["'infinity'", "'5874897-01-01'"],
    timestamp: ["'2024-01-01 00:00:00.000001'", "'2024-01-01'"],
    'timestamp with time zone': ["'2024-01-01 00:00+00'", "'infinity'"],
    time: ["'10:00'", "'10:01'"],
    'time with time zone': ["'10:00+00'", "'10:00+01'"],
    interval: ["'1 day'", "'1 day 1 second'"],
    uuid: ["'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'"],
    json: [`'{"a":1}'`, `'{"a": 1}'`],
    jsonb: [`'{"a":1}'`, `'{"a":2}'`],
    xml: ["'<a/>'", "'<b/>'"],
    inet: ["'10.0.0.1'", "'10.0.0.2'"],
    cidr: ["'10.0.0.0/8'", "'10.0.0.0/16'"],
    macaddr: ["'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"],
    point: ["'(1,2)'", "'(1,3)'"],
    tsvector: ["'a b'", "'a c'"],
    'integer[]': ["'{1,2}'", "'{2,1}'"],
    'text[]': ["'{a,NULL}'", "'{a}'"],
    'json[]': [`'{"{}"}'`, `'{"[]"}'`],
    int4range: ["'[1,5)'", "'[1,6)'"],
    tstzmultirange: ["'{[2024-01-01,2024-02-01)}'", "'{}'"],
    bit: ["B'1'", "B'0'"],
    'bit varying': ["B'101'", "B'1010'"],
    money: ["'1.00'", "'1.01'"],
    pg_lsn: ["'0/1'", "'0/2'"],
    regclass: ["'pg_class'", "'pg_type'"],
    mood: ["'sad'", "'happy'"],
    'mood[]': ["'{sad}'", "'{happy}'"],
    pair: ["'(1,a)'", "'(1,b)'"],
    cent: ['1.01', '1.02'],
  }

  test('every type tells two values apart, and NULL from both', async () => {
    await query(
      server.url,
      "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TYPE pair AS (a int, b text); CREATE DOMAIN cent AS numeric CHECK (value > 0)",
    )
    const columns = Object.keys(VALUES).map((type, index) => `v${index} ${type}`)
    await query(server.url, `CREATE TABLE values_of_types (id int PRIMARY KEY, ${columns.join(', ')})`)
    const row = (index: 0 | 1) => Object.values(VALUES).map((pair) => pair[index])
    await query(server.url, `INSERT INTO values_of_types VALUES (1, ${row(0).join(', ')})`)
    const setTo = (values: readonly string[]) => values.map((value, index) => `v${index} = ${value}`).join(', ')
    const all = Object.keys(VALUES).map((_, index) => `column public.values_of_types.v${index} values-changed`)

    expect(await changesMadeBy(`UPDATE values_of_types SET ${setTo(row(1))}`)).toEqual(all)
    expect(await changesMadeBy(`UPDATE values_of_types SET ${setTo(row(1).map(() => 'NULL'))}`)).toEqual(all)
  })

  test('what equality of a type cannot see is known: 1.0 and 1.00, 0 and -0, one day and 24 hours', async () => {
    await query(
      server.url,
      "CREATE TABLE blind (id int PRIMARY KEY, n numeric, f float8, i interval); INSERT INTO blind VALUES (1, 1.0, 0, '1 day')",
    )
    expect(await changesMadeBy("UPDATE blind SET n = 1.00, f = '-0', i = '24 hours'")).toEqual([])
  })
})

describe('schema', () => {
  beforeEach(() =>
    query(
      server.url,
      `${PEOPLE}
       CREATE TABLE pets (id serial PRIMARY KEY, owner int REFERENCES people, name text NOT NULL CHECK (name <> ''));
       CREATE INDEX pets_name ON pets (lower(name));
       CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
       CREATE TRIGGER touched BEFORE UPDATE ON pets FOR EACH ROW EXECUTE FUNCTION touch();
       CREATE UNIQUE INDEX pets_once ON pets (id, owner, name);
       ALTER TABLE pets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
       CREATE POLICY mine ON pets USING (owner = 1);
       CREATE VIEW owners AS SELECT DISTINCT owner FROM pets;
       INSERT INTO pets (owner, name) SELECT i, 'pet' FROM generate_series(1, 10) i`,
    ),
  )

  test.each([
    ['ALTER TABLE pets DROP CONSTRAINT pets_owner_fkey', 'foreign-key public.pets pets_owner_fkey removed'],
    ['ALTER TABLE pets DROP CONSTRAINT pets_name_check', 'constraint public.pets pets_name_check removed'],
    ['DROP INDEX pets_name', 'index public.pets_name removed'],
    ['DROP TRIGGER touched ON pets', 'trigger public.pets touched removed'],
    ['ALTER TABLE pets DISABLE TRIGGER touched', 'trigger public.pets touched disabled'],
    ['ALTER TABLE pets ENABLE REPLICA TRIGGER touched', 'trigger public.pets touched disabled'],
    ['ALTER TABLE pets DISABLE TRIGGER ALL', 'foreign-key public.pets pets_owner_fkey disabled'],
    ['ALTER TABLE people DISABLE TRIGGER ALL', 'foreign-key public.pets pets_owner_fkey disabled'],
    ['ALTER TABLE pets SET UNLOGGED', 'table public.pets weakened'],
    ['DROP POLICY mine ON pets', 'policy public.pets mine removed'],
    ['ALTER TABLE pets DISABLE ROW LEVEL SECURITY', 'table public.pets disabled'],
    ['DROP VIEW owners', 'view public.owners removed'],
    ['DROP FUNCTION touch() CASCADE', 'function public.touch() removed'],
    ["SELECT setval('pets_id_seq', 3)", 'sequence public.pets_id_seq moved-back'],
    [
      "ALTER SEQUENCE pets_id_seq RENAME TO pets_numbers; SELECT setval('pets_numbers', 3)",
      'sequence public.pets_id_seq moved-back',
    ],
    [
      "ALTER TABLE pets RENAME TO animals; ALTER SEQUENCE pets_id_seq RENAME TO animals_id_seq; CREATE SEQUENCE pets_id_seq START 500; SELECT setval('animals_id_seq', 3)",
      'sequence public.pets_id_seq moved-back',
    ],
    ["UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'pets_name'::regclass", 'index public.pets_name weakened'],
    ['ALTER TABLE pets ALTER name DROP NOT NULL', 'column public.pets.name weakened'],
    ['ALTER TABLE pets ALTER id DROP DEFAULT', 'column public.pets.id weakened'],
    ['ALTER TABLE pets NO FORCE ROW LEVEL SECURITY', 'table public.pets weakened'],
    ['DROP INDEX pets_once; CREATE INDEX pets_once ON pets (owner, name)', 'index public.pets_once weakened'],
    [
      'ALTER TABLE pets DROP CONSTRAINT pets_owner_fkey, ADD CONSTRAINT pets_owner_fkey FOREIGN KEY (owner) REFERENCES people NOT VALID',
      'foreign-key public.pets pets_owner_fkey disabled',
    ],
    ['DROP TABLE pets CASCADE', 'sequence public.pets_id_seq removed'],
  ])('%s is a loss', async (sql, expected) => {
    const before = await read()
    await query(server.url, sql)
    const differences = compareFingerprints(before.fingerprint, (await read(before)).fingerprint, 'same-database')
    expect(differences.filter(isLoss).map((d) => `${d.object} ${d.name} ${d.change}`)).toContain(expected)
  })

  test('a foreign key that is enforced again, as in a restored copy, is no difference', async () => {
    await query(server.url, 'ALTER TABLE pets DISABLE TRIGGER ALL')
    expect(await changesMadeBy('ALTER TABLE pets ENABLE TRIGGER ALL', 'by-name')).toEqual(['trigger public.pets touched changed'])
  })

  test.each([
    ["INSERT INTO pets (owner, name) VALUES (1, 'x')"],
    ['ALTER TABLE pets ADD COLUMN age int DEFAULT 3'],
    ['CREATE INDEX pets_owner ON pets (owner)'],
    ['ALTER TABLE pets RENAME CONSTRAINT pets_name_check TO named'],
    ['ALTER TABLE pets DROP CONSTRAINT pets_owner_fkey, ADD CONSTRAINT other_name FOREIGN KEY (owner) REFERENCES people'],
    ['CREATE OR REPLACE VIEW owners AS SELECT DISTINCT owner FROM pets WHERE owner > 0'],
    ["CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'"],
    ['ALTER TABLE pets ALTER name TYPE varchar(100)'],
    [
      'ALTER TABLE pets ALTER id DROP DEFAULT, ALTER id ADD GENERATED BY DEFAULT AS IDENTITY (START 11); DROP SEQUENCE IF EXISTS nothing',
    ],
    ['CREATE TABLE more (id int)'],
  ])('%s is no loss', async (sql) => {
    const before = await read()
    await query(server.url, sql)
    const differences = compareFingerprints(before.fingerprint, (await read(before)).fingerprint, 'same-database')
    expect(differences.filter(isLoss)).toEqual([])
    expect(differences).not.toEqual([])
  })

  test('a reverted insert leaves only a sequence that moved on, and that proves equal', async () => {
    const before = await read()
    await query(server.url, "BEGIN; INSERT INTO pets (owner, name) VALUES (1, 'x'); ROLLBACK")
    const differences = compareFingerprints(before.fingerprint, (await read(before)).fingerprint, 'same-database')
    expect(differences.map((d) => d.change)).toEqual(['moved-on'])
    expect(provesEqual(differences)).toBe(true)
  })

  test("the tool's own schema is left out", async () => {
    expect(await changesMadeBy('CREATE SCHEMA savepoint; CREATE TABLE savepoint.anything (a int)')).toEqual([])
  })

  test('a role from whom row security hides rows is refused, not shown less', async () => {
    await query(
      server.url,
      "DROP ROLE IF EXISTS half_blind; CREATE ROLE half_blind LOGIN PASSWORD 'half'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO half_blind; GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO half_blind",
    )
    const url = new URL(server.url)
    url.username = 'half_blind'
    url.password = 'half'
    const blind = openDatabase(url.href)
    const { signal } = new AbortController()
    await expect(blind.withSnapshot(signal, (view) => view.fingerprint({ signal }))).rejects.toThrow(/row-level security/)
    const asked = blind.withSnapshot(signal, (view) => view.query('SELECT count(*) FROM pets'))
    await expect(asked).rejects.toThrow(/row-level security/)
    await blind.close()
    await query(server.url, 'DROP OWNED BY half_blind; DROP ROLE half_blind')
  })
})
