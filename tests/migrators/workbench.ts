/** A fresh database, an empty directory and real processes: what a migrator's test works on. */
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { childEnvironmentOf } from '../../src/databases/postgres/child-environment.ts'
import { PostgresSessions } from '../../src/databases/postgres/sessions.ts'
import { resolveSettings } from '../../src/databases/postgres/settings.ts'
import type { AlembicSettings, MigratorSettings, SqlSettings } from '../../src/domain/migrator-settings.ts'
import type { MigratorOptions } from '../../src/domain/ports/migrator.ts'
import { openMigrator } from '../../src/migrators/open-migrator.ts'
import { createProcesses } from '../../src/system/processes.ts'
import { createTestDatabase, query } from '../support/postgres.ts'

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>

export async function openWorkbench() {
  const database = await createTestDatabase()
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'savepoint-migrator-')))
  const settings = resolveSettings({ url: database.url })
  const sessions = new PostgresSessions(settings, {
    runId: 'test',
    lockTimeoutMs: 0,
    statementTimeoutMs: 0,
    connectTimeoutMs: 10_000,
  })
  const processes = createProcesses({ redact: (text) => text.replaceAll(settings.password ?? '\0', '***') })
  const env = childEnvironmentOf(settings, 'savepoint test')
  const lines: string[] = []
  return {
    url: database.url,
    directory,
    env,
    /** What the migrator's tools and the server said. */
    lines,
    options: { signal: new AbortController().signal, onLine: (line) => lines.push(line) } satisfies MigratorOptions,
    open: (wanted: MigratorSettings | null, changed: Readonly<Record<string, string>> = {}) =>
      openMigrator(wanted, { sessions, processes, env: { ...env, ...changed }, root: directory }),
    query: (sql: string) => query(database.url, sql),
    tables: async () =>
      (await query(database.url, "select tablename from pg_tables where schemaname = 'public' order by 1")).map(
        (row) => row.tablename,
      ),
    write: async (files: Readonly<Record<string, string | Uint8Array>>) => {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(directory, path)), { recursive: true })
        await writeFile(join(directory, path), content)
      }
    },
    list: (path: string) => readdir(join(directory, path)),
    remove: async () => {
      await sessions.closeAll()
      await database.drop()
      await rm(directory, { recursive: true })
    },
  }
}

export const SQL_SETTINGS: SqlSettings = {
  kind: 'sql',
  workingDirectory: '.',
  directory: 'migrations',
  historyTable: 'public.savepoint_migrations',
}

/** Alembic from the virtual environment that the test run has set up. */
export function alembicSettings(): AlembicSettings {
  const venv = process.env.SAVEPOINT_TEST_VENV
  if (venv === undefined)
    throw new Error('SAVEPOINT_TEST_VENV names no virtual environment with Alembic: run the tests by npm test')
  return { kind: 'alembic', workingDirectory: '.', command: [join(venv, 'bin/alembic')] }
}

/** What an Alembic project consists of besides its versions. */
export const ALEMBIC_PROJECT = {
  'alembic.ini': '[alembic]\nscript_location = %(here)s/migrations\n',
  'migrations/script.py.mako': `"""\${message}"""
revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}
def upgrade():
    pass
def downgrade():
    pass
`,
  'migrations/env.py': `import logging, os, sys
from alembic import context
from sqlalchemy import create_engine
logging.basicConfig(stream=sys.stderr, level=logging.INFO)
url = os.environ.get("APP_DATABASE_URL", os.environ["DATABASE_URL"]).replace("postgresql://", "postgresql+psycopg://")
table = os.environ.get("APP_VERSION_TABLE", "alembic_version")
print("env.py says hello\\nRevision: none")
if context.is_offline_mode():
    context.configure(url=url, literal_binds=True, version_table=table)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(url).connect() as connection:
        context.configure(connection=connection, version_table=table)
        with context.begin_transaction():
            context.run_migrations()
`,
}

export interface AlembicVersion {
  readonly revision: string
  readonly parents?: readonly string[]
  readonly message?: string
  readonly up?: string
  readonly down?: string
  /** More lines at the top of the file, e.g. `depends_on = "x"`. */
  readonly extra?: string
}

/** The file of one revision; `up` and `down` are SQL. */
export function alembicVersion({
  revision,
  parents = [],
  message,
  up,
  down,
  extra = '',
}: AlembicVersion): Record<string, string> {
  const parent =
    parents.length === 0 ? 'None' : parents.length === 1 ? `"${parents[0]}"` : `(${parents.map((id) => `"${id}"`).join(', ')})`
  const body = (sql: string | undefined) => (sql === undefined ? 'pass' : `op.execute("""${sql}""")`)
  const text = `"""${message ?? revision}"""
from alembic import op
revision = "${revision}"
down_revision = ${parent}
${extra}
def upgrade():
    ${body(up)}
def downgrade():
    ${body(down)}
`
  return { [`migrations/versions/${revision}_it.py`]: text }
}
