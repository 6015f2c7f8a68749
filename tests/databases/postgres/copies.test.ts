import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BackupError, ConfigurationError } from '../../../src/domain/errors.ts'
import type { Database, DumpOptions, StoredDump } from '../../../src/domain/ports/database.ts'
import { zstd } from '../../../src/system/dump-encoding.ts'
import { readDumpFile, writeDumpFile } from '../../../src/system/dump-file.ts'
import { createTestDatabase, query, type TestDatabase } from '../../support/postgres.ts'
import { failureOf, openTest, RUN_ID, until, urlAs } from './handle.ts'

const signal = new AbortController().signal
const SCHEMA = `
  create table public.orders (id int generated always as identity primary key, note text not null, at timestamptz default now());
  insert into orders (note) select md5(i::text) from generate_series(1, 500) i;
  create index on orders (note);
  create view recent as select id from orders where id > 400;
  create schema extra; create table extra.kept (value numeric(10, 2)); insert into extra.kept values (1.50);
  create function extra.double(int) returns int language sql immutable as 'select $1 * 2';`

let directory: string
let database: TestDatabase
let handle: Database
let owner: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'savepoint-copies-'))
  database = await createTestDatabase()
  owner = `owner_${database.name}`
  await query(database.url, `create role ${owner} login password 'p' createdb`)
  await query(database.url, SCHEMA)
  handle = openTest(database.url)
})
afterAll(async () => {
  await handle.close()
  await dropAll(database)
  await query(adminUrl(database), `drop role ${owner}`)
  rmSync(directory, { recursive: true })
})

describe('a backup', () => {
  test('holds what its snapshot saw, not what was written since, and restores equal', async () => {
    const { dump, digest } = await backUp(handle, 'same-instant', () =>
      query(database.url, "insert into orders (note) values ('late')"),
    )
    const name = handle.copyName('verification', RUN_ID)
    const copy = await handle.restoreCopy({ dump, copy: name, faithful: false, signal })
    expect(await digestOf(copy)).toBe(digest)
    expect(await digestOf(handle)).not.toBe(digest)
    await handle.dropCopy(name)
    await handle.dropCopy(name)
    expect(await databaseNames(database)).toEqual([database.name])
  })

  test('leaves the ledger out and reports how it grows', async () => {
    const sizes: number[] = []
    await handle.ledger.append({
      runId: 'r',
      sequence: 1,
      at: '2026-11-21T09:30:00.000Z',
      event: { type: 'stage-started', stage: 'backup' },
    })
    const { dump } = await backUp(handle, 'ledger', undefined, (bytes) => sizes.push(bytes))
    const name = handle.copyName('verification', RUN_ID)
    const copy = await handle.restoreCopy({ dump, copy: name, faithful: false, signal })
    expect(await copy.ledger.read()).toEqual([])
    const bytes = (await Array.fromAsync(dump.open())).reduce((sum, chunk) => sum + chunk.byteLength, 0)
    expect(sizes.at(-1)).toBe(bytes)
    await handle.dropCopy(name)
  })

  test('fails with the reason that pg_dump gave and a hint', async () => {
    const poor = openTest(urlAs(database.url, owner, 'p'))
    await query(database.url, `create table secret (id int); grant select on all sequences in schema public to ${owner}`)
    const failure = await failureOf(backUp(poor, 'refused'))
    expect(failure).toBeInstanceOf(BackupError)
    expect(failure.message).toMatch(/^pg_dump failed: .*permission denied for/)
    expect(failure.hint).toContain('Grant the role SELECT')
    await poor.close()
    await query(database.url, 'drop table secret')
  })

  test('ends pg_dump when what it writes cannot be stored, and says why', async () => {
    const output = () => Promise.reject(new Error('the disk is full'))
    const failure = await failureOf(handle.withSnapshot(signal, ({ instant }) => handle.dump({ instant, output, signal })))
    expect(failure.message).toBe('the disk is full')
  })

  test('ends pg_dump and its session in the server when the run is interrupted', async () => {
    const abort = new AbortController()
    const blocker = await handle.open({ purpose: 'blocker' })
    await blocker.query('begin')
    await blocker.query('lock table orders')
    const patient = openTest(database.url, { lockTimeoutMs: 0 })
    const dumping = failureOf(
      patient.withSnapshot(signal, ({ instant }) => patient.dump({ instant, output: into('interrupted'), signal: abort.signal })),
    )
    const sessions = () =>
      query(
        database.url,
        `select from pg_stat_activity where application_name = 'savepoint ${RUN_ID} dump' and wait_event_type = 'Lock'`,
      )
    await until(async () => (await sessions()).length > 0)
    abort.abort(new Error('interrupted by SIGINT'))
    expect((await dumping).message).toBe('interrupted by SIGINT')
    await blocker.close()
    await until(async () => (await sessions()).length === 0)
    await patient.close()
  })
})

describe('a copy that will be swapped in', () => {
  test('has owner, settings, grants, limit and comment of the original, and statistics', async () => {
    const name = database.name
    await query(
      adminUrl(database),
      `
      alter database ${name} owner to ${owner}; alter database ${name} connection limit 77;
      alter database ${name} set search_path = "$user", extra, public; alter database ${name} set work_mem = '7MB';
      alter role ${owner} in database ${name} set search_path = '';
      alter role ${owner} in database ${name} set statement_timeout = '33s';
      comment on database ${name} is 'it''s \\ live'; revoke temporary on database ${name} from public;
      grant create on database ${name} to pg_monitor with grant option`,
    )
    const { dump } = await backUp(handle, 'faithful')
    const copy = handle.copyName('restore', RUN_ID)
    await handle.restoreCopy({ dump, copy, faithful: true, signal })
    expect(await propertiesOf(database, copy)).toEqual(await propertiesOf(database, name))
    const copyUrl = database.url.replace(name, copy)
    expect(await query(copyUrl, "select reltuples from pg_class where relname = 'orders'")).toEqual([{ reltuples: 501 }])
    await handle.dropCopy(copy)
  })

  test('takes the live name at once while clients are connected, and the live one is kept and can be looked into', async () => {
    const { dump, digest } = await backUp(handle, 'swap')
    const copy = handle.copyName('restore', RUN_ID)
    const failed = handle.copyName('failed', RUN_ID)
    await handle.restoreCopy({ dump, copy, faithful: true, signal })
    await query(database.url, "insert into orders (note) values ('from a bad migration')")
    const lock = await handle.acquireLock({ historyKey: 'h', waitMs: 0, signal })
    const client = openTest(database.url)
    const session = await client.open({ purpose: 'application' })
    await session.query('begin')
    await session.query('select from orders')

    await handle.swapIn(copy, failed)

    await lock.assertHeld()
    expect((await failureOf(session.query('select 1'))).message).toMatch(/^lost the session/)
    expect(await digestOf(handle)).toBe(digest)
    expect(
      await query(
        database.url.replace(database.name, failed),
        "select count(*)::int as rows from orders where note like 'from%'",
      ),
    ).toEqual([{ rows: 1 }])
    expect(await query(database.url, 'select datname from pg_database where not datallowconn')).toEqual([
      { datname: 'template0' },
    ])
    await lock.release()
    await client.close()
    await expect(handle.dropCopy(failed)).rejects.toThrow('refusing to drop')
  })

  test('leaves both names as they were when it cannot be swapped in', async () => {
    await query(database.url, "begin; create table half (id int); prepare transaction 'in the way'")
    const failure = await failureOf(handle.swapIn('missing_copy', 'x'))
    expect(failure.message).toBe(`cannot rename ${database.name}: the prepared transaction in the way is open in it`)
    await query(database.url, "rollback prepared 'in the way'")
    await expect(handle.swapIn('missing_copy', 'x')).rejects.toThrow('does not exist')
    expect(await databaseNames(database)).toContain(database.name)
  })
})

describe('a role that is no superuser', () => {
  test('backs up, restores and swaps in a database that it owns', async () => {
    const own = await createTestDatabase()
    await query(adminUrl(own), `alter database ${own.name} owner to ${owner}`)
    const url = urlAs(own.url, owner, 'p')
    await query(url, SCHEMA)
    await query(
      url,
      "comment on table orders is 'kept'; grant select on orders to pg_monitor; alter default privileges grant select on tables to pg_monitor; revoke usage on schema public from public",
    )
    const poor = openTest(url)
    const { dump, digest } = await backUp(poor, 'poor')
    const copy = poor.copyName('restore', RUN_ID)
    await poor.restoreCopy({ dump, copy, faithful: true, signal })
    await poor.swapIn(copy, poor.copyName('failed', RUN_ID))
    expect(await digestOf(poor)).toBe(digest)
    await poor.close()
    await dropAll(own)
  })
})

describe('a role that may not end the sessions of others', () => {
  test('is told who is in the way of the swap, and both names stay', async () => {
    const own = await createTestDatabase()
    await query(adminUrl(own), `alter database ${own.name} owner to ${owner}`)
    const poor = openTest(urlAs(own.url, owner, 'p'))
    const { dump } = await backUp(poor, 'in-the-way')
    const copy = poor.copyName('restore', RUN_ID)
    await poor.restoreCopy({ dump, copy, faithful: true, signal })
    const strong = openTest(own.url)
    const session = await strong.open({ purpose: 'application' })

    const failure = await failureOf(poor.swapIn(copy, poor.copyName('failed', RUN_ID)))

    expect(failure.message).toMatch(/^cannot rename test_\w+, sessions in it do not end: session \d+ of postgres: must be/)
    expect(failure.hint).toContain('pg_signal_backend')
    expect(await session.query('select current_database() as name')).toEqual([{ name: own.name }])
    expect(await databaseNames(own)).toEqual([own.name, copy])
    await Promise.all([poor.close(), strong.close()])
    await dropAll(own)
  })
})

describe('a database without the schema public', () => {
  test('is restored without it', async () => {
    const bare = await createTestDatabase()
    await query(bare.url, 'create schema app; create table app.t as select 1 as id; drop schema public')
    const of = openTest(bare.url)
    const { dump, digest } = await backUp(of, 'bare')
    const copy = await of.restoreCopy({ dump, copy: of.copyName('verification', RUN_ID), faithful: false, signal })
    expect(await digestOf(copy)).toBe(digest)
    await of.close()
    await dropAll(bare)
  })
})

describe('a partition whose trigger is disabled', () => {
  test('is restored, though several jobs do it before its parent has the trigger', async () => {
    const parted = await createTestDatabase()
    await query(
      parted.url,
      `create table p (id int primary key, v text) partition by range (id); create index on p (v);
       create table p1 partition of p for values from (0) to (100) partition by range (id); create table p1a partition of p1 for values from (0) to (90);
       create function tf() returns trigger language plpgsql as 'begin return new; end';
       create trigger tt before insert on p for each row execute function tf(); alter table p1a disable trigger tt;
       create table other (id int primary key); insert into p select i, i from generate_series(1, 50) i`,
    )
    const of = openTest(parted.url)
    const digest = await digestOf(of)
    const dump = await plainly(parted, 'parted')
    const copy = await of.restoreCopy({ dump, copy: of.copyName('verification', RUN_ID), faithful: false, signal })
    expect(await digestOf(copy)).toBe(digest)
    await of.close()
    await dropAll(parted)
  })
})

describe('dropping', () => {
  test.each(['postgres', 'template1', 'shop', 'shop_savepoint_check_', 'other_savepoint_check_20261121t093000z_1f3a9c'])(
    'refuses %s, which is no copy of this database',
    async (name) => {
      const failure = await failureOf(handle.dropCopy(name))
      expect(failure).toBeInstanceOf(ConfigurationError)
      expect(failure.message).toContain(`refusing to drop ${name}`)
    },
  )

  test('names of copies fit the server, however long the name of the database is', () => {
    const long = openTest(database.url.replace(database.name, encodeURIComponent('ü'.repeat(31))))
    const name = long.copyName('verification', RUN_ID)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63)
    expect(name).toMatch(/^ü+_savepoint_check_20261121t093000z_1f3a9c$/)
    expect(long.dropCommand("it's")).toMatch(/^dropdb --host=127\.0\.0\.1 --port=\d+ --username=postgres 'it'\\''s'$/)
  })
})

async function backUp(
  of: Database,
  name: string,
  meanwhile: () => Promise<unknown> = async () => {},
  onProgress: (bytes: number) => void = () => {},
): Promise<{ readonly dump: StoredDump; readonly digest: string }> {
  return of.withSnapshot(signal, async (view) => {
    await meanwhile()
    await of.dump({ instant: view.instant, output: into(name), signal, onProgress })
    return { dump: stored(name), digest: (await view.fingerprint({ signal })).digest }
  })
}

const encodings = [zstd(null)]

function into(name: string): DumpOptions['output'] {
  return async (dump) => void (await writeDumpFile(join(directory, name), dump, encodings))
}

function stored(name: string): StoredDump {
  return { plainFile: null, open: () => readDumpFile(join(directory, name), encodings) }
}

/** What earlier versions of Savepoint made. */
async function plainly(of: TestDatabase, name: string): Promise<StoredDump> {
  const file = join(directory, name)
  await promisify(execFile)('pg_dump', ['--format=custom', '--compress=1', `--file=${file}`, of.url])
  return { plainFile: file, open: () => readDumpFile(file, []) }
}

function digestOf(of: Database): Promise<string> {
  return of.withSnapshot(signal, async (view) => (await view.fingerprint({ signal })).digest)
}

function adminUrl(of: TestDatabase): string {
  return of.url.replace(/[^/]*$/, 'postgres')
}

async function databaseNames(of: TestDatabase): Promise<readonly unknown[]> {
  const rows = await query(adminUrl(of), `select datname from pg_database where starts_with(datname, '${of.name}') order by 1`)
  return rows.map(({ datname }) => datname)
}

async function dropAll(of: TestDatabase): Promise<void> {
  for (const name of await databaseNames(of)) await query(adminUrl(of), `drop database "${name}" with (force)`)
}

async function propertiesOf(of: TestDatabase, name: string): Promise<unknown> {
  const [row] = await query(
    adminUrl(of),
    `select to_jsonb(d) - 'oid' - 'datname' - 'datfrozenxid' - 'datminmxid' - 'datacl' as d, shobj_description(d.oid, 'pg_database') as comment,
            (select array_agg(a::text order by a::text) from unnest(datacl) a) as acl,
            (select jsonb_agg(jsonb_build_array(setrole, setconfig) order by setrole) from pg_db_role_setting where setdatabase = d.oid) as settings
       from pg_database d where datname = '${name}'`,
  )
  return row
}
