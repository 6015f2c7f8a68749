import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError, MigrationError } from '../../../src/domain/errors.ts'
import { createTestDatabase } from '../../support/postgres.ts'
import { ALEMBIC_PROJECT, alembicSettings, alembicVersion, openWorkbench, type Workbench } from '../workbench.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
  await bench.write(ALEMBIC_PROJECT)
  await bench.write(alembicVersion({ revision: 'a1', up: 'create table a (id int)', down: 'drop table a' }))
})
afterEach(() => bench.remove())

async function failureOf(work: Promise<unknown>): Promise<MigrationError> {
  const error = await work.catch((failure: unknown) => failure)
  if (error instanceof MigrationError) return error
  throw new Error(`not a MigrationError: ${error}`)
}

describe('branches', () => {
  beforeEach(async () => {
    await bench.write(alembicVersion({ revision: 'b1', parents: ['a1'], up: 'create table b1 (id int)', down: 'drop table b1' }))
    await bench.write(alembicVersion({ revision: 'b2', parents: ['a1'], up: 'create table b2 (id int)', down: 'drop table b2' }))
  })

  test('with two heads make head ambiguous, and one of them may be named', async () => {
    const migrator = await bench.open(alembicSettings())

    expect((await migrator.state(bench.options)).heads).toEqual(['b1', 'b2'])
    await expect(migrator.pathTo('head', bench.options)).rejects.toThrow('"head" is ambiguous: there are 2 heads, b1, b2')
    expect((await migrator.pathTo('b2', bench.options)).map((step) => step.revision)).toEqual(['a1', 'b2'])
  })

  test('are applied one by one, merged, and reverted to both', async () => {
    await bench.write(alembicVersion({ revision: 'm1', parents: ['b1', 'b2'] }))
    const migrator = await bench.open(alembicSettings())
    const path = await migrator.pathTo('head', bench.options)
    expect(path.map((step) => step.revision).toSorted()).toEqual(['a1', 'b1', 'b2', 'm1'])

    for (const revision of ['b2', 'm1']) await migrator.upgrade(revision, bench.options)

    await migrator.downgrade(['b1', 'b2'], bench.options)
    expect((await migrator.state(bench.options)).current).toEqual(['b1', 'b2'])
    expect((await failureOf(migrator.preview('head', bench.options))).message).toContain('several current revisions (b1, b2)')
  })
})

describe('a failing migration', () => {
  test('is named with its file, line, SQLSTATE and the reason', async () => {
    await bench.write(alembicVersion({ revision: 'b1', parents: ['a1'], up: 'alter table nowhere add x int' }))
    const migrator = await bench.open(alembicSettings())

    const error = await failureOf(migrator.upgrade('b1', bench.options))

    expect(error.message).toBe(
      'migrations/versions/b1_it.py, line 7: sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation "nowhere" does not exist',
    )
    expect(error.failure).toMatchObject({ revision: 'b1', line: 7, sqlState: '42P01' })
    expect(error.failure.excerpt).toContain('op.execute')
  })

  test('never shows the password', async () => {
    const migrator = await bench.open(alembicSettings(), { APP_DATABASE_URL: bench.url.replace(/:\d+\//, ':1/') })

    const error = await failureOf(migrator.state(bench.options))

    const { password } = new URL(bench.url)
    expect(`${JSON.stringify(error)} ${error.message} ${error.hint} ${bench.lines.join()}`).not.toContain(password)
    expect(error.message).toContain('OperationalError')
  })
})

describe('an Alembic that talks to another database', () => {
  test('is found out by its version table', async () => {
    const migrator = await bench.open(alembicSettings())
    await migrator.upgrade('a1', bench.options)
    const other = await createTestDatabase()
    try {
      const lost = await bench.open(alembicSettings(), { APP_DATABASE_URL: other.url })

      const error = await failureOf(lost.state(bench.options))

      expect(error.message).toBe('Alembic talks to another database than this run: it says base, here the table says a1')
      expect(error.hint).toContain('DATABASE_URL')
    } finally {
      await other.drop()
    }
  })

  test('is found out before the first migration, by the name of the database', async () => {
    const other = await createTestDatabase()
    try {
      const lost = await bench.open(alembicSettings(), { APP_DATABASE_URL: other.url })

      await expect(lost.state(bench.options)).rejects.toThrow(`it is connected to ${other.name}, not to`)
      await expect(lost.upgrade('a1', bench.options)).rejects.toThrow('Alembic talks to another database')
    } finally {
      await other.drop()
    }
  })

  test('is told from one whose version table has a name of its own', async () => {
    const env = { APP_VERSION_TABLE: 'own_version' }
    await (await bench.open({ ...alembicSettings(), versionTable: 'own_version' }, env)).upgrade('a1', bench.options)

    const told = await bench.open({ ...alembicSettings(), versionTable: 'public.own_version' }, env)
    expect((await told.state(bench.options)).current).toEqual(['a1'])
    expect(told.historyTables).toEqual(['public.own_version'])

    const untold = await bench.open(alembicSettings(), env)
    expect((await failureOf(untold.state(bench.options))).hint).toContain('migrator.version-table')
  })
})

describe('what is missing or foreign', () => {
  test.each([
    ['a program that is not there', ['alembic-that-is-not-there']],
    ['a program that is not there, beside the plan', ['.venv/bin/alembic']],
    ['a Python without Alembic', ['python3', '-S', '-m', 'alembic']],
  ])('%s is a matter of configuration', async (_, command) => {
    const migrator = await bench.open({ ...alembicSettings(), command })

    const error = await migrator.state(bench.options).catch((failure: unknown) => failure)

    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as ConfigurationError).hint).toContain('pip install alembic')
  })

  test('a directory without configuration is named as such', async () => {
    const migrator = await bench.open({ ...alembicSettings(), config: 'nowhere.ini' })

    await expect(migrator.state(bench.options)).rejects.toThrow(ConfigurationError)
  })

  test('a configuration elsewhere is found by its path', async () => {
    await bench.write({ 'conf/db.ini': '[alembic]\nscript_location = migrations\n' })
    const migrator = await bench.open({ ...alembicSettings(), config: 'conf/db.ini' })

    expect((await migrator.state(bench.options)).heads).toEqual(['a1'])
  })

  test('a revision of the database that no file defines is named', async () => {
    await bench.query("create table alembic_version (version_num text); insert into alembic_version values ('f00')")
    const migrator = await bench.open(alembicSettings())

    const error = await failureOf(migrator.state(bench.options))

    expect(error.message).toContain("Can't locate revision identified by 'f00'")
    expect(error.hint).toContain('check out')
  })

  test('a revision cannot be taken for an option', async () => {
    const migrator = await bench.open(alembicSettings())

    await expect(migrator.upgrade('--sql', bench.options)).rejects.toThrow(ConfigurationError)
  })

  test('a hostile message becomes a file in the versions directory, and nothing else', async () => {
    const migrator = await bench.open(alembicSettings())

    const [path = ''] = await migrator.generate('--sql; ../../$(touch x)', bench.options)

    expect(path.startsWith(join(bench.directory, 'migrations/versions/'))).toBe(true)
    expect((await bench.list('.')).toSorted()).toEqual(['alembic.ini', 'migrations'])
  })
})
