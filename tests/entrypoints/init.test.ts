/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** `savepoint init` writes a plan that loads, passes on the same database, and tells what was found. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parsePlan } from '../../src/plan/loading.ts'
import { createTestDatabase, query, type TestDatabase } from '../support/postgres.ts'
import { Workplace } from './command-line.ts'

const MIGRATIONS = { 'db/migrations/001_tag.sql': 'CREATE TABLE tag (id int PRIMARY KEY, name text);' }

const SHOP = `
  CREATE TABLE customer (id int PRIMARY KEY, email text, phone text);
  INSERT INTO customer SELECT i, 'c' || i, CASE WHEN i > 5 THEN '1' END FROM generate_series(1, 300) i;
  CREATE TABLE "Order ""1"" \${HOME}" (id int PRIMARY KEY, "By" int REFERENCES customer, note text);
  INSERT INTO "Order ""1"" \${HOME}" SELECT i, i, NULL FROM generate_series(1, 50) i;
  CREATE TABLE "two
lines" (id int); CREATE TABLE empty (a int);
  CREATE TABLE event (at date) PARTITION BY RANGE (at); CREATE TABLE event_1 PARTITION OF event DEFAULT;
  INSERT INTO event VALUES ('2024-01-01');
  CREATE VIEW spender AS SELECT id FROM customer; ANALYZE`

let database: TestDatabase
let place: Workplace

beforeEach(async () => {
  database = await createTestDatabase()
  await query(database.url, SHOP)
  place = await Workplace.create(MIGRATIONS, { DATABASE_URL: database.url })
})
afterEach(async () => {
  await place[Symbol.asyncDispose]()
  await database.drop()
})

function planText(name = 'savepoint.yml'): Promise<string> {
  return readFile(join(place.directory, name), 'utf8')
}

describe('init', () => {
  test('writes what it found: migrator, tables with rows and sizes, checks that hold today', async () => {
    const { exitCode, stdout, stderr } = await place.run('init')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('✓ wrote savepoint.yml')
    const text = await planText()
    const plan = parsePlan({
      file: 'savepoint.yml',
      text,
      environmentName: undefined,
      environment: { DATABASE_URL: database.url },
    })
    expect(plan.migrator).toMatchObject({ kind: 'sql', directory: 'db/migrations' })
    expect(text).toMatch(/^# {3}public\.customer +about 300 rows, \d+ kB$/m)
    expect(text).not.toMatch(/^lines/m)
    expect(text).not.toContain(new URL(database.url).password)
    expect(plan.validate).toMatchObject([
      { kind: 'foreign-keys', tables: 'all', warnOnly: false },
      { kind: 'inventory', moment: 'before-and-after', warnOnly: true },
      { kind: 'populated', column: { schema: 'public', table: 'customer', column: 'email' } },
      { kind: 'populated', column: { schema: 'public', table: 'Order "1" ${HOME}', column: 'By' } },
      { kind: 'populated', column: { schema: 'public', table: 'event', column: 'at' } },
    ])
    expect(text).toContain('tables: 5, foreign-keys: 1, views: 1')
  })

  test('writes a plan with which validate and a whole run pass', async () => {
    await place.run('init')
    const validated = await place.run('validate')
    expect(validated.exitCode).toBe(0)
    const { exitCode, stdout } = await place.run('run', '--yes')
    expect(stdout).toContain('migrated')
    expect(exitCode).toBe(0)
    const again = await place.run('run', '--yes')
    expect(again.exitCode).toBe(0)
  })

  test('does not write over a plan, unless it is told to', async () => {
    await place.write({ 'savepoint.yml': 'version: 1\n' })
    const refused = await place.run('init')
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('--force')
    expect(await planText()).toBe('version: 1\n')
    expect((await place.run('init', '--force')).exitCode).toBe(0)
    expect(await planText()).toContain('foreign-keys: all')
  })

  test('only warns of foreign keys that do not hold today, and says which', async () => {
    await query(
      database.url,
      'ALTER TABLE empty ADD FOREIGN KEY (a) REFERENCES customer; ALTER TABLE empty DISABLE TRIGGER ALL; INSERT INTO empty VALUES (9999)',
    )
    await place.run('init')
    const text = await planText()
    expect(text).toMatch(/# Not all of them hold today.*empty_a_fkey.*1 orphan, without a parent: 9999\n.*warn-only: true/)
    expect((await place.run('validate')).exitCode).toBe(0)
  })

  test('writes the half of the repository where the database cannot be reached, and says so', async () => {
    await using alone = await Workplace.create(
      { 'backend/alembic.ini': '[alembic]\n' },
      { DATABASE_URL: 'postgresql://app:s3cret-word@127.0.0.1:1/shop' },
    )
    const { exitCode, stdout } = await alone.run('init')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('the database was not looked at')
    const text = await readFile(join(alone.directory, 'savepoint.yml'), 'utf8')
    expect(text).toContain('migrator: { kind: alembic, working-directory: backend }')
    expect(text).toMatch(/# The database was not looked at: .*nothing listens there/)
    expect(text + stdout).not.toContain('s3cret-word')
    const environment = { DATABASE_URL: database.url }
    expect(parsePlan({ file: 'savepoint.yml', text, environmentName: undefined, environment }).validate).toEqual([])
  })

  test('names what is missing where there is neither a database nor a migration', async () => {
    await using bare = await Workplace.create({})
    const { exitCode, stdout } = await bare.run('init')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('no migrations found')
    expect(stdout).toContain('no database is given')
    expect(await readFile(join(bare.directory, 'savepoint.yml'), 'utf8')).toContain('url: "${DATABASE_URL}"')
  })

  test('answers a program with the path of the plan', async () => {
    await rm(join(place.directory, 'db'), { recursive: true })
    const { stdout } = await place.run('init', '--json', '--config', 'plan.yml')
    expect(JSON.parse(stdout)).toEqual({ plan: 'plan.yml' })
    expect(await planText('plan.yml')).toContain('# No migrator yet')
  })
})
