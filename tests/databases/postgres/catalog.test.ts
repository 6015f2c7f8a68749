/** The catalogue tells what a database holds of the team's own, whatever its names, and counts exactly. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { InventoryItem, InventoryKind, Relation } from '../../../src/domain/ports/catalog.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { openTest, openTestSession, urlAs } from './handle.ts'

const { signal } = new AbortController()

const SETUP = `
  CREATE SCHEMA "Sales Dept"; CREATE SCHEMA savepoint; CREATE TABLE savepoint.ledger (id int PRIMARY KEY);
  CREATE TABLE customer (id int PRIMARY KEY, email text, "Mixed Name" int);
  INSERT INTO customer SELECT i, CASE WHEN i % 4 > 0 THEN 'c' || i END, NULL FROM generate_series(1, 100) i;
  CREATE TABLE "Sales Dept"."Order" ("Order Id" int, line int, customer_id int REFERENCES customer, PRIMARY KEY ("Order Id", line));
  INSERT INTO "Sales Dept"."Order" SELECT i, 1, i FROM generate_series(1, 50) i;
  CREATE TABLE item (id int PRIMARY KEY, o int, l int, parent int REFERENCES item, CONSTRAINT item_order FOREIGN KEY (o, l) REFERENCES "Sales Dept"."Order");
  CREATE TABLE event (id bigint, at date, customer_id int REFERENCES customer, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
  CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
  CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  INSERT INTO event SELECT i, date '2024-12-01' + i, 1 FROM generate_series(1, 60) i;
  CREATE TABLE vehicle (id int PRIMARY KEY, wheels int); CREATE TABLE car (doors int) INHERITS (vehicle);
  INSERT INTO vehicle VALUES (1, 2); INSERT INTO car VALUES (2, 4, 5);
  CREATE TABLE nothing (a int);
  CREATE VIEW spender AS SELECT id FROM customer; CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM customer;
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE FUNCTION plus(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b';
  CREATE TRIGGER customer_touch BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE TRIGGER event_touch BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE TRIGGER item_touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE item DISABLE TRIGGER item_touch;
  CREATE POLICY mine ON customer USING (true); CREATE SEQUENCE number;
  CREATE INDEX event_customer ON event (customer_id);
  ANALYZE`

let server: TestDatabase
let database: Database

beforeAll(async () => {
  server = await createTestDatabase()
  await query(server.url, SETUP)
  database = openTest(server.url)
})
afterAll(async () => {
  await database.close()
  await server.drop()
})

async function inventory(): Promise<readonly InventoryItem[]> {
  return database.catalog.inventory(signal)
}

async function names(kind: InventoryKind): Promise<readonly string[]> {
  return (await inventory()).filter((item) => item.kind === kind && !item.derived).map((item) => item.name)
}

describe('the inventory', () => {
  test('counts tables of the team: a partitioned table once, partitions apart, neither the server nor Savepoint', async () => {
    expect(await names('table')).toEqual([
      '"Sales Dept"."Order"',
      'public.car',
      'public.customer',
      'public.event',
      'public.item',
      'public.nothing',
      'public.vehicle',
    ])
    expect(await names('partition')).toEqual(['public.event_2024', 'public.event_2025'])
  })

  test('counts what follows from a partitioned table once', async () => {
    expect(await names('foreign-key')).toEqual([
      '"Sales Dept"."Order" "Order_customer_id_fkey"',
      'public.event event_customer_id_fkey',
      'public.item item_order',
      'public.item item_parent_fkey',
    ])
    expect(await names('trigger')).toEqual([
      'public.customer customer_touch',
      'public.event event_touch',
      'public.item item_touch',
    ])
    expect((await names('index')).filter((name) => name.includes('event'))).toEqual([
      'public.event_customer',
      'public.event_pkey',
    ])
    expect((await names('column')).filter((name) => name.includes('event'))).toHaveLength(3)
  })

  test('counts policies, views, functions and sequences', async () => {
    expect(await names('policy')).toEqual(['public.customer mine'])
    expect(await names('view')).toEqual(['public.spender'])
    expect(await names('materialized-view')).toEqual(['public.totals'])
    expect(await names('function')).toEqual(['public.plus(a integer, b integer)', 'public.touch()'])
    expect(await names('sequence')).toEqual(['public.number'])
  })

  test('tells what is unsound: a disabled trigger, an invalid index, a foreign key that is not validated', async () => {
    await query(server.url, 'ALTER TABLE nothing ADD CONSTRAINT late FOREIGN KEY (a) REFERENCES customer NOT VALID')
    await query(server.url, 'CREATE UNIQUE INDEX CONCURRENTLY broken ON event_2024 (customer_id)').catch(() => undefined)
    const unsound = (await inventory()).filter((item) => !item.sound).map((item) => item.name)
    await query(server.url, 'DROP INDEX broken; ALTER TABLE nothing DROP CONSTRAINT late')
    expect(unsound).toEqual(['public.nothing late', 'public.item item_touch', 'public.broken'])
  })

  test('leaves out what an extension brought', async () => {
    await query(server.url, 'CREATE EXTENSION pg_trgm')
    const functions = await names('function')
    await query(server.url, 'DROP EXTENSION pg_trgm')
    expect(functions).toHaveLength(2)
  })
})

describe('the descriptions of tables', () => {
  test('give columns, key, estimated rows and size, with those of partitions', async () => {
    const tables = await database.catalog.tables(signal)
    const named = (name: string) => tables.find((table) => table.name === name)
    expect(named('"Sales Dept"."Order"')).toMatchObject({
      kind: 'table',
      visible: false,
      primaryKey: ['Order Id', 'line'],
      estimatedRows: 50,
      columns: [
        { name: 'Order Id', type: 'integer', nullable: false },
        { name: 'line', type: 'integer', nullable: false },
        { name: 'customer_id', type: 'integer', nullable: true },
      ],
    })
    const parts = ['public.event_2024', 'public.event_2025'].map((name) => named(name)?.sizeBytes ?? 0)
    expect(named('public.event')).toMatchObject({ kind: 'table', visible: true, estimatedRows: 60 })
    expect(named('public.event')?.sizeBytes).toBe((parts[0] ?? 0) + (parts[1] ?? 0))
    expect(named('public.spender')).toMatchObject({ kind: 'view', sizeBytes: null, estimatedRows: null })
    expect(named('public.nothing')).toMatchObject({ primaryKey: [], estimatedRows: 0 })
  })

  test('do not wait for a table that another session holds: its size is unknown', async () => {
    const holder = await openTestSession(server.url)
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE event_2024')
    const tables = await database.catalog.tables(signal)
    await holder.close()
    expect(tables.find((table) => table.name === 'public.event')?.sizeBytes).toBeNull()
    expect(tables.find((table) => table.name === 'public.customer')?.sizeBytes).toBeGreaterThan(0)
  })
})

describe('foreign keys', () => {
  test('are told with their columns in order, a self reference and one to another schema included', async () => {
    const keys = await database.catalog.foreignKeys(signal)
    expect(keys).toHaveLength(4)
    expect(keys.find((key) => key.constraint === 'item_order')).toMatchObject({
      child: { schema: 'public', table: 'item' },
      childColumns: ['o', 'l'],
      parent: { schema: 'Sales Dept', table: 'Order' },
      parentColumns: ['Order Id', 'line'],
      validated: true,
      enforced: true,
    })
  })

  test('whose triggers are disabled are not enforced, and the orphans that came in are counted with their keys', async () => {
    await query(server.url, 'ALTER TABLE item DISABLE TRIGGER ALL')
    await query(
      server.url,
      'INSERT INTO item VALUES (1, 7, 7, NULL), (2, 7, NULL, 1), (3, 900, 1, 77), (4, 900, 1, 3), (5, 1, 1, 5)',
    )
    const keys = await database.catalog.foreignKeys(signal)
    const orphans = await database.catalog.orphans(keys, 5, signal)
    await query(server.url, 'TRUNCATE item; ALTER TABLE item ENABLE TRIGGER ALL; ALTER TABLE item DISABLE TRIGGER item_touch')
    const found = Object.fromEntries(keys.map((key, index) => [key.constraint, orphans[index]]))
    expect(keys.filter((key) => !key.enforced).map((key) => key.constraint)).toEqual(['item_order', 'item_parent_fkey'])
    // A key of which a part is null needs no parent.
    expect(found.item_order).toEqual({
      count: 3n,
      samples: [
        ['7', '7'],
        ['900', '1'],
      ],
    })
    expect(found.item_parent_fkey).toEqual({ count: 1n, samples: [['77']] })
    expect(found.event_customer_id_fkey).toEqual({ count: 0n, samples: [] })
  })

  test('compare as the constraint compares: text without case is equal', async () => {
    await query(
      server.url,
      `CREATE EXTENSION citext SCHEMA "Sales Dept"; CREATE TABLE word (w "Sales Dept".citext PRIMARY KEY);
       CREATE TABLE said (w "Sales Dept".citext REFERENCES word); INSERT INTO word VALUES ('yes'); INSERT INTO said VALUES ('YES')`,
    )
    const keys = (await database.catalog.foreignKeys(signal)).filter((key) => key.child.table === 'said')
    const orphans = await database.catalog.orphans(keys, 5, signal)
    await query(server.url, 'DROP TABLE said, word; DROP EXTENSION citext')
    expect(orphans).toEqual([{ count: 0n, samples: [] }])
  })

  test('given by hand are read with all heirs of a table', async () => {
    const table = (name: string) => ({ schema: null, table: name })
    const byHand: Relation = {
      constraint: null,
      child: table('vehicle'),
      childColumns: ['wheels'],
      parent: table('customer'),
      parentColumns: ['id'],
    }
    await query(server.url, 'INSERT INTO car VALUES (3, 400, 5), (4, 500, 5)')
    const [orphans] = await database.catalog.orphans([byHand], 1, signal)
    await query(server.url, 'DELETE FROM car WHERE id > 2')
    expect(orphans).toEqual({ count: 2n, samples: [['400']] })
  })
})

describe('the population of a column', () => {
  test('is exact for several columns of one table, partitioned, inherited, empty or oddly named', async () => {
    const { catalog } = database
    expect(await catalog.population({ schema: 'public', table: 'customer' }, ['email', 'Mixed Name', 'id'], signal)).toEqual([
      { rows: 100n, filled: 75n },
      { rows: 100n, filled: 0n },
      { rows: 100n, filled: 100n },
    ])
    expect(await catalog.population({ schema: 'Sales Dept', table: 'Order' }, ['Order Id'], signal)).toEqual([
      { rows: 50n, filled: 50n },
    ])
    expect(await catalog.population({ schema: null, table: 'event' }, ['at'], signal)).toEqual([{ rows: 60n, filled: 60n }])
    expect(await catalog.population({ schema: null, table: 'vehicle' }, ['wheels'], signal)).toEqual([{ rows: 2n, filled: 2n }])
    expect(await catalog.population({ schema: null, table: 'nothing' }, ['a'], signal)).toEqual([{ rows: 0n, filled: 0n }])
  })

  test('is refused where row security would hide rows from the role', async () => {
    const role = `blind_${server.name}`
    await query(
      server.url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'p'; GRANT SELECT ON customer TO ${role}; ALTER TABLE customer ENABLE ROW LEVEL SECURITY`,
    )
    const blind = openTest(urlAs(server.url, role, 'p'))
    const asked = blind.catalog.population({ schema: null, table: 'customer' }, ['id'], signal)
    await expect(asked).rejects.toThrow(/row-level security/)
    await blind.close()
    await query(server.url, `ALTER TABLE customer DISABLE ROW LEVEL SECURITY; DROP OWNED BY ${role}; DROP ROLE ${role}`)
  })
})
