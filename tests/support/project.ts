/** A team's repository in a temporary directory: a plan, numbered SQL migrations, and a database with something in it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createTestDatabase, query, type TestDatabase } from './postgres.ts'
import { type Finished, type Started, savepoint, startSavepoint } from './savepoint.ts'

export interface Project extends AsyncDisposable {
  readonly directory: string
  /** Where runs leave their files. */
  readonly runDirectory: string
  readonly database: TestDatabase
  readonly env: Readonly<Record<string, string>>
  write(path: string, text: string): Promise<void>
  /** Runs the command line in the project's directory, on its database. */
  run(...args: readonly string[]): Promise<Finished>
  start(...args: readonly string[]): Started
  query(sql: string): Promise<readonly Record<string, unknown>[]>
  /** The latest report. */
  report(): Promise<Report>
}

/** As much of report.json as tests look at. */
export interface Report {
  readonly outcome: string
  readonly reason: string
  readonly stages: readonly {
    name: string
    status: string
    checks: readonly { name: string; status: string; message?: string }[]
  }[]
  readonly migrator: { fromRevision: string; toRevision: string; applied: readonly { revision: string; outcome: string }[] }
  readonly backup: { location: string; verification: string } | null
  readonly next: readonly string[]
  readonly [key: string]: unknown
}

/** 300 customers with 900 orders: small enough to be quick, large enough to lose rows from. */
export const SHOP = `
  CREATE TABLE customer (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, name text, joined date);
  CREATE TABLE "order" (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, cents numeric(12, 2) NOT NULL, placed timestamptz);
  CREATE TYPE mood AS ENUM ('glad', 'sad');
  CREATE TABLE note (body text, mood mood);
  INSERT INTO customer (email, name, joined) SELECT 'c' || i || '@example.org', 'customer ' || i, date '2020-01-01' + i FROM generate_series(1, 300) i;
  INSERT INTO "order" (customer_id, cents, placed) SELECT 1 + i % 300, i * 1.01, '2024-01-01'::timestamptz + i * interval '1 hour' FROM generate_series(1, 900) i;
  INSERT INTO note SELECT 'note ' || i, 'glad' FROM generate_series(1, 50) i;
  CREATE VIEW spender AS SELECT customer_id, sum(cents) FROM "order" GROUP BY 1;`

export const PLAN = `version: 1
database: { url: "\${DATABASE_URL}" }
migrator: { kind: sql, directory: migrations }
lock-wait: 1s
`

/**
 * @param files - path to text; the plan is {@link PLAN} unless given
 */
export async function createProject(files: Readonly<Record<string, string>>, setUp: string = SHOP): Promise<Project> {
  const directory = await mkdtemp(join(tmpdir(), 'savepoint-project-'))
  const database = await createTestDatabase()
  await query(database.url, setUp)
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
  for (const [path, text] of Object.entries({ 'savepoint.yml': PLAN, ...files })) await write(path, text)
  const env = { DATABASE_URL: database.url }
  const runDirectory = join(directory, 'savepoint-run')
  return {
    directory,
    runDirectory,
    database,
    env,
    write,
    run: (...args) => savepoint(args, { cwd: directory, env }),
    start: (...args) => startSavepoint(args, { cwd: directory, env }),
    query: (sql) => query(database.url, sql),
    report: async () => JSON.parse(await readFile(join(runDirectory, 'report.json'), 'utf8')) as Report,
    [Symbol.asyncDispose]: async () => {
      await dropFamily(database)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The database and every copy or kept database that runs made of it. */
async function dropFamily(database: TestDatabase): Promise<void> {
  const maintenance = new URL(database.url)
  maintenance.pathname = '/postgres'
  const family = await query(
    maintenance.href,
    `SELECT quote_ident(datname) AS name FROM pg_database WHERE datname LIKE '${database.name}\\_savepoint%'`,
  )
  for (const { name } of family) await query(maintenance.href, `DROP DATABASE ${String(name)} WITH (FORCE)`)
  await database.drop()
}

/** Names of the databases that runs made beside the project's own. */
export async function databasesBeside(project: Project): Promise<readonly string[]> {
  const rows = await project.query(`SELECT datname FROM pg_database WHERE datname LIKE '${project.database.name}\\_%' ORDER BY 1`)
  return rows.map((row) => String(row.datname))
}
