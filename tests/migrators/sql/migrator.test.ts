import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { MigrationError } from '../../../src/domain/errors.ts'
import type { Migrator } from '../../../src/domain/ports/migrator.ts'
import { openWorkbench, SQL_SETTINGS, type Workbench } from '../workbench.ts'

let bench: Workbench
let migrator: Migrator
beforeEach(async () => {
  bench = await openWorkbench()
  migrator = await bench.open(SQL_SETTINGS)
})
afterEach(() => bench.remove())

const current = async () => (await migrator.state(bench.options)).current

async function failureOf(work: Promise<unknown>): Promise<MigrationError> {
  const error = await work.catch((failure: unknown) => failure)
  if (error instanceof MigrationError) return error
  throw new Error(`not a MigrationError: ${error}`)
}

describe('the history of applied files', () => {
  beforeEach(async () => {
    await bench.write({
      'migrations/001_a.sql': 'create table a (id int);\n',
      'migrations/003_c.sql': 'create table c (id int);\n',
    })
    await migrator.upgrade('003', bench.options)
  })

  test('says what was applied, by whom, when and for how long', async () => {
    const rows = await bench.query('select *, applied_at <= now() as past from savepoint_migrations order by revision')

    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ revision: '001', name: 'a', applied_by: 'postgres', past: true })
    expect(rows[0]?.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(Number(rows[0]?.duration_ms)).toBeGreaterThanOrEqual(0)
  })

  test('is no longer trusted when an applied file was edited, but line endings are no edit', async () => {
    await bench.write({ 'migrations/001_a.sql': 'create table a (id int);\r\n' })
    expect(await current()).toEqual(['003'])

    await bench.write({ 'migrations/001_a.sql': 'create table a (id bigint);\n' })
    const error = await failureOf(migrator.state(bench.options))

    expect(error.message).toBe('migrations/001_a.sql was edited after it was applied')
    expect(error.hint).toContain('new migration')
    await failureOf(migrator.upgrade('003', bench.options))
  })

  test('is no longer trusted when an applied file is missing', async () => {
    await rm(join(bench.directory, 'migrations/001_a.sql'))

    expect((await failureOf(migrator.state(bench.options))).message).toBe('migration 001_a is applied, but its file is missing')
  })

  test('accepts a renamed file whose content is the same', async () => {
    await rename(join(bench.directory, 'migrations/001_a.sql'), join(bench.directory, 'migrations/001_better name.sql'))

    expect(await current()).toEqual(['003'])
  })

  test('refuses a file that is older than an applied one', async () => {
    await bench.write({ 'migrations/002_b.sql': 'select 1' })

    const error = await failureOf(migrator.pathTo('head', bench.options))

    expect(error.message).toBe('migrations/002_b.sql is not applied, but the newer migrations/003_c.sql is')
    expect(error.hint).toContain('after 003')
  })

  test('can take over an edited file by a stamp', async () => {
    await bench.write({ 'migrations/001_a.sql': 'create table a (id bigint);\n' })

    await migrator.stamp('003', bench.options)
    expect(await current()).toEqual(['003'])

    await migrator.stamp('base', bench.options)
    expect(await current()).toEqual([])
  })

  test('lies in the table that the plan names, whatever its name', async () => {
    await bench.query('create schema "Ops; drop"')
    const other = await bench.open({ ...SQL_SETTINGS, historyTable: '"Ops; drop"."the ""history"""' })

    await other.stamp('001', bench.options)

    expect((await other.state(bench.options)).current).toEqual(['001'])
    expect(other.historyTables).toEqual(['"Ops; drop"."the ""history"""'])
    expect(await current()).toEqual(['003'])
  })
})

describe('an error in a file', () => {
  test('is shown with file, line, column, SQLSTATE and a caret', async () => {
    await bench.write({ 'migrations/001_a.sql': "-- café 😀\nselect 1;\n\nselect '😀',\n  nowhere\nfrom pg_class;\n" })

    const error = await failureOf(migrator.upgrade('001', bench.options))

    expect(error.message).toBe('migrations/001_a.sql, line 5: column "nowhere" does not exist')
    expect(error.failure).toEqual({
      revision: '001',
      file: 'migrations/001_a.sql',
      line: 5,
      column: 3,
      sqlState: '42703',
      excerpt: '5 |   nowhere\n  |   ^',
    })
  })

  test('without a place of its own is shown at its statement', async () => {
    await bench.write({ 'migrations/001_a.sql': 'create table a (id int);\n\ninsert into a\n  values (1 / 0);\n' })

    expect((await failureOf(migrator.upgrade('001', bench.options))).failure).toMatchObject({
      line: 3,
      column: 1,
      sqlState: '22012',
    })
    expect(await bench.tables()).toEqual([])
  })

  test('that comes only at the commit rolls the file back', async () => {
    await bench.write({
      'migrations/001_a.sql': `create table a (id int primary key, up int references a deferrable initially deferred);
insert into a values (1, 2);`,
    })

    const error = await failureOf(migrator.upgrade('001', bench.options))

    expect(error.message).toContain('at its commit: insert or update on table "a" violates foreign key')
    expect(await bench.tables()).toEqual([])
  })

  test('of a malformed file is found before the files ahead of it run', async () => {
    await bench.write({ 'migrations/001_a.sql': 'create table a (id int)', 'migrations/002_b.sql': '\\i other.sql' })

    expect((await failureOf(migrator.upgrade('002', bench.options))).failure).toMatchObject({
      file: 'migrations/002_b.sql',
      line: 1,
    })
    expect(await bench.tables()).toEqual([])
  })
})

describe('a file outside a transaction', () => {
  test('is what a statement needs that cannot run in one', async () => {
    await bench.write({ 'migrations/001_a.sql': 'vacuum' })

    const error = await failureOf(migrator.upgrade('001', bench.options))
    expect(error.failure.sqlState).toBe('25001')
    expect(error.hint).toContain('-- savepoint: no-transaction')

    await bench.write({ 'migrations/001_a.sql': '-- savepoint: no-transaction\nvacuum' })
    await migrator.upgrade('001', bench.options)
    expect(await current()).toEqual(['001'])
  })

  test('says how far it came when it fails, and that the rest stays', async () => {
    const text = '-- savepoint: no-transaction\ncreate table a (id int);\ncreate table b (id int);\nselect nowhere;\nselect 4;'
    await bench.write({ 'migrations/001_a.sql': text })

    const error = await failureOf(migrator.upgrade('001', bench.options))

    expect(error.message).toBe(
      'migrations/001_a.sql, line 4: statement 3 of 4: column "nowhere" does not exist; statements 1 to 2 stay applied',
    )
    expect(await bench.tables()).toEqual(['a', 'b', 'savepoint_migrations'])
    expect(await current()).toEqual([])
  })

  test('rolls back the block of its own in which it fails', async () => {
    const text =
      '-- savepoint: no-transaction\ncreate table a (id int);\nbegin;\ncreate table b (id int);\nselect nowhere;\ncommit;'
    await bench.write({ 'migrations/001_a.sql': text })

    expect((await failureOf(migrator.upgrade('001', bench.options))).message).toContain('; statement 1 stays applied')
    expect(await bench.tables()).toEqual(['a', 'savepoint_migrations'])
  })
})

describe('a file that changes its session', () => {
  test('is recorded all the same, and does not reach into the next', async () => {
    await bench.query('create role film_owner; grant create on schema public to film_owner')
    try {
      await bench.write({
        'migrations/001_a.sql':
          "set role film_owner; select set_config('search_path', '', false); create table public.a (id int)",
        'migrations/002_b.sql': 'create table b as select current_user as who',
      })
      await migrator.upgrade('002', bench.options)

      expect(await current()).toEqual(['002'])
      expect(await bench.query("select tableowner from pg_tables where tablename = 'savepoint_migrations'")).toEqual([
        { tableowner: 'postgres' },
      ])
      expect(await bench.query('select who from b')).toEqual([{ who: 'postgres' }])
    } finally {
      await bench.query('drop owned by film_owner cascade; drop role film_owner')
    }
  })
})

describe('moving back', () => {
  test('runs nothing when a down file on the way is missing', async () => {
    await bench.write({
      'migrations/001_a.sql': 'create table a (id int)',
      'migrations/002_b.up.sql': 'create table b (id int)',
      'migrations/002_b.down.sql': 'drop table b',
    })
    await migrator.upgrade('002', bench.options)

    const error = await failureOf(migrator.downgrade([], bench.options))

    expect(error.message).toBe('migrations/001_a.sql has no down file: it cannot be reverted')
    expect(await current()).toEqual(['002'])
  })
})
