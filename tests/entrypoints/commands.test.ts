import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createTestDatabase, query, type TestDatabase } from '../support/postgres.ts'
import { endOf, Workplace } from './command-line.ts'

const MIGRATIONS = {
  'migrations/001_items.up.sql': `create table items (id int primary key, name text);
insert into items select n, 'item ' || n from generate_series(1, 500) n;`,
  'migrations/001_items.down.sql': 'drop table items;',
  'migrations/002_price.up.sql': 'alter table items add column price numeric;',
  'migrations/002_price.down.sql': 'alter table items drop column price;',
}

const LOSING = {
  'migrations/003_losing.up.sql': 'alter table items add column note text;\ndelete from items where id > 490;',
  'migrations/003_losing.down.sql': 'alter table items drop column note;',
}

describe('the commands on a database', () => {
  let database: TestDatabase
  let place: Workplace
  beforeAll(async () => {
    database = await createTestDatabase()
    place = await Workplace.create(MIGRATIONS, { DATABASE_URL: database.url })
  })
  afterAll(async () => {
    await place[Symbol.asyncDispose]()
    await database.drop()
  })

  test('health shows every check and exits 0', async () => {
    const { exitCode, stdout, stderr } = await place.run('health')

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('    ✓ migration history: no history yet: first migration, 2 pending\n')
    expect(stdout).toMatch(/\n✓ (\d+)\/\1 checks passed/)
    expect(stdout).not.toContain(new URL(database.url).password)
  })

  test('check exits 1 and lists what is pending; heads prints the head', async () => {
    expect(await place.run('check')).toMatchObject({
      exitCode: 1,
      stdout: '  pending   001  items\n            002  price\n',
    })
    expect(await place.run('heads')).toMatchObject({ exitCode: 0, stdout: '002\n' })
  })

  test('--dry-run prints SQL and nothing else on standard output, and changes nothing', async () => {
    const { exitCode, stdout } = await place.run('migrate', '--dry-run', '--to', '001')

    expect(exitCode).toBe(0)
    expect(stdout).toContain('create table items (id int primary key, name text);')
    expect(stdout).not.toContain('add column price')
    expect(await query(database.url, `select to_regclass('items') as items`)).toEqual([{ items: null }])
  })

  test('migrate goes to the revision asked for', async () => {
    const { exitCode, stdout } = await place.run('upgrade', '--revision', '001', '--yes')

    expect(exitCode).toBe(0)
    expect(stdout).toContain('\n✓ migrated: at the target revision, every check passed')
    expect(await query(database.url, 'select count(*)::int as n from items')).toEqual([{ n: 500 }])
  })

  test('run prints one JSON document, the same as its report, and text for people on standard error', async () => {
    const { exitCode, stdout, stderr } = await place.run('run', '--json', '--yes')

    expect(exitCode).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ outcome: 'migrated', migrator: { fromRevision: '001', toRevision: '002' } })
    expect(JSON.parse(await readFile(join(place.directory, 'savepoint-run', 'report.json'), 'utf8'))).toEqual(report)
    expect(stderr).toContain('✓ migrate ')
    await access(join(place.directory, 'savepoint-run', 'report.md'))
  })

  test('run again has nothing to do and exits 0; check agrees', async () => {
    expect(await place.run('run', '-y')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to do') })
    expect(await place.run('check')).toEqual({ exitCode: 0, stdout: 'nothing is pending\n', stderr: '' })
  })

  test('snapshot, backup and validate each say what they did', async () => {
    expect(await place.run('snapshot')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('✓ snapshot of ') })
    expect(await place.run('backup')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('proven by a restore in ') })
    expect(await place.run('validate')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('✓ nothing lost') })
  })

  test('generate prints the files of the new migration', async () => {
    await using other = await Workplace.create(MIGRATIONS, { DATABASE_URL: database.url })

    const { exitCode, stdout } = await other.run('generate', 'add budget')

    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/003_add_budget/)
    for (const file of stdout.trim().split('\n')) await access(join(other.directory, file))
  })

  test('a migration that loses rows ends rolled back, exits 1, and names what was lost', async () => {
    await place.write(LOSING)

    const { exitCode, stdout } = await place.run('run', '--yes')

    expect(exitCode).toBe(1)
    expect(stdout).toContain('\n✗ rolled-back: ')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /✗ rows of public\.items: 500 before, 490 after \(10 removed: id=\d+, .*\) \(not declared\)/,
    )
    expect(await query(database.url, 'select count(*)::int as n from items')).toEqual([{ n: 500 }])
  })

  test('status shows the last run, and what is pending', async () => {
    const { exitCode, stdout } = await place.run('status')

    expect(exitCode).toBe(0)
    expect(stdout).toContain('  pending   003  losing\n')
    expect(stdout).toMatch(/ {2}last run {2}run by .*: rolled-back/s)
    expect(await place.run('status', '--exit-code')).toMatchObject({ exitCode: 1 })
  })

  test('rollback goes to the revision asked for', async () => {
    const { exitCode } = await place.run('downgrade', '--to', '001', '--yes')

    expect(exitCode).toBe(0)
    expect(JSON.parse((await place.run('check', '--json')).stdout)).toMatchObject({ current: ['001'] })
  })

  test('a rollback to a backup that does not exist touches nothing and exits 2', async () => {
    const { exitCode, stderr } = await place.run('rollback', '--backup', 'absent.json', '--yes')

    expect(exitCode).toBe(2)
    expect(stderr).toContain('there is no backup manifest ')
  })

  test('a reader that goes away early breaks nothing off', async () => {
    const child = place.start(['health'])
    child.stdout?.destroy()

    expect((await endOf(child)).exitCode).toBe(0)
  })
})

describe('an interrupted run', () => {
  test('says that it ends safely, ends in an outcome, and leaves the database as it was', async () => {
    const database = await createTestDatabase()
    await using place = await Workplace.create(
      { ...MIGRATIONS, 'migrations/003_slow.sql': `insert into items values (1000, 'half');\nselect pg_sleep(600);` },
      { DATABASE_URL: database.url },
    )
    expect((await place.run('run', '--to', '002', '--yes')).exitCode).toBe(0)

    const child = place.start(['run', '--yes'])
    child.stdout?.on('data', (chunk) => String(chunk).includes('… migrate') && child.kill('SIGINT'))
    const { exitCode, stdout } = await endOf(child)

    expect(exitCode).toBe(1)
    expect(stdout).toContain('SIGINT: ending safely now')
    expect(stdout).toMatch(/\n[✗-] (unchanged|rolled-back): /)
    expect(await query(database.url, 'select count(*)::int as n from items')).toEqual([{ n: 500 }])
    expect(
      await query(
        database.url,
        `select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()`,
      ),
    ).toEqual([{ n: 0 }])
    await database.drop()
  })
})
