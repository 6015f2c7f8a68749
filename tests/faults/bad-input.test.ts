/** Wrong input and a hostile environment get one clear line with a hint, the right exit code, and an untouched database. */

import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { type Finished, savepoint, untilAnnounced } from '../support/savepoint.ts'

const MIGRATION = { 'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;' }

function withUrl(project: Project, change: (url: URL) => void): Promise<Finished> {
  const url = new URL(project.database.url)
  change(url)
  return savepoint(['run', '--yes'], { cwd: project.directory, env: { DATABASE_URL: url.href } })
}

/** Every file of a directory tree as bytes turned to text one to one. */
async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.map((file) => readFile(file, 'latin1')))
}

function formsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('base64')]
}

async function untouched(project: Project): Promise<void> {
  const traces = await project.query(
    "SELECT (SELECT count(*)::int FROM information_schema.columns WHERE column_name = 'phone') AS phones, (SELECT count(*)::int FROM customer) AS customers",
  )
  expect(traces).toEqual([{ phones: 0, customers: 300 }])
}

describe('a database that cannot be reached', () => {
  test('a wrong password is named as such, and not shown', async () => {
    await using project = await createProject(MIGRATION)
    const { exitCode, output } = await withUrl(project, (url) => {
      url.password = 'wrong-hunter2'
    })
    expect(exitCode).toBe(1)
    expect(output).toContain('password')
    expect(output).not.toContain('hunter2')
    await untouched(project)
  })

  test('a port where nothing listens', async () => {
    await using project = await createProject(MIGRATION)
    const { exitCode, output } = await withUrl(project, (url) => {
      url.port = '1'
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/refused/i)
    expect(output).toContain('What to do')
  })

  test('a host that takes the connection and never answers', async () => {
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': `${PLAN}health: { connect-timeout: 500ms }\n` })
    const taken: Socket[] = []
    const silent = createServer((socket) => taken.push(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { exitCode, output } = await withUrl(project, (url) => {
      url.port = String((silent.address() as { port: number }).port)
    })
    silent.close()
    for (const socket of taken) socket.destroy()
    expect(exitCode).toBe(1)
    expect(output).toMatch(/within 0.5 s/)
  })

  test('a database that does not exist', async () => {
    await using project = await createProject(MIGRATION)
    const { exitCode, output } = await withUrl(project, (url) => {
      url.pathname = '/no_such_database'
    })
    expect(exitCode).toBe(1)
    expect(output).toContain('no_such_database')
  })
})

describe('programs', () => {
  test('a missing pg_dump names the package to install', async () => {
    await using project = await createProject(MIGRATION)
    const empty = await mkdtemp(join(tmpdir(), 'savepoint-empty-'))
    const env = { ...project.env, SAVEPOINT_PG_BIN: empty }
    const { exitCode, output } = await savepoint(['run', '--yes'], { cwd: project.directory, env })
    await rm(empty, { recursive: true })
    expect(exitCode).toBe(1)
    expect(output).toContain('postgresql-client')
    expect((await project.report()).outcome).toBe('unchanged')
    await untouched(project)
  })

  test('a pg_dump older than the server is refused before anything is dumped', async () => {
    await using project = await createProject(MIGRATION)
    const old = await mkdtemp(join(tmpdir(), 'savepoint-old-'))
    for (const program of ['pg_dump', 'pg_restore']) {
      await writeFile(join(old, program), `#!/bin/sh\necho "${program} (PostgreSQL) 9.6.24"\n`)
      await chmod(join(old, program), 0o755)
    }
    const env = { ...project.env, SAVEPOINT_PG_BIN: old }
    const { exitCode, output } = await savepoint(['run', '--yes'], { cwd: project.directory, env })
    await rm(old, { recursive: true })
    expect(exitCode).toBe(1)
    expect(output).toContain('9.6')
    expect((await project.report()).outcome).toBe('unchanged')
  })
})

describe('the plan', () => {
  test('every mistake is told at once with its place, and nothing is touched', async () => {
    await using project = await createProject({
      ...MIGRATION,
      'savepoint.yml':
        'version: 1\ndatabase: { url: "$' + '{NO_SUCH_NAME}" }\nlock-wiat: 5s\nhealth: { connect-timeout: soon }\n',
    })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(2)
    expect(output).toContain('NO_SUCH_NAME')
    expect(output).toMatch(/savepoint\.yml:3:\d+.*lock-wiat/s)
    expect(output).toContain('lock-wait')
    expect(output).toMatch(/savepoint\.yml:4:\d+/)
    await untouched(project)
  })

  test('an environment that the plan does not have lists those it has', async () => {
    await using project = await createProject({
      ...MIGRATION,
      'savepoint.yml': `${PLAN}environments: { staging: {}, production: { production: true } }\n`,
    })
    const { exitCode, output } = await project.run('run', '--yes', '--environment', 'prod')
    expect(exitCode).toBe(2)
    expect(output).toContain('staging')
    expect(output).toContain('production')
  })

  test('an unknown flag names the nearest, and a URL as a flag is refused', async () => {
    await using project = await createProject(MIGRATION)
    const unknown = await project.run('run', '--yess')
    expect(unknown.exitCode).toBe(2)
    expect(unknown.output).toContain('--yes')
    const secret = await project.run('run', '--database-url', 'postgres://u:hunter2@h/d')
    expect(secret.exitCode).toBe(2)
    expect(secret.output).not.toContain('hunter2')
    expect(secret.output).toContain('DATABASE_URL')
  })

  test('an output directory that is a file is wrong usage', async () => {
    await using project = await createProject(MIGRATION)
    await project.write('taken', 'a file')
    const { exitCode, output } = await project.run('run', '--yes', '--output', 'taken')
    expect(exitCode).toBe(2)
    expect(output).toContain('cannot write')
    expect(output).toContain('--output')
    await untouched(project)
  })

  test('a target revision that does not exist is wrong usage', async () => {
    await using project = await createProject(MIGRATION)
    const { exitCode, output } = await project.run('run', '--yes', '--to', '999')
    expect(exitCode).toBe(2)
    expect(output).toContain('999')
    await untouched(project)
  })
})

describe('the migration history', () => {
  test('a malformed file name is named', async () => {
    await using project = await createProject({ ...MIGRATION, 'migrations/oops.sql': 'SELECT 1;' })
    const { exitCode, output } = await project.run('run', '--yes')
    expect([1, 2]).toContain(exitCode)
    expect(output).toContain('oops.sql')
    await untouched(project)
  })

  test('a psql meta-command is refused with its line', async () => {
    await using project = await createProject({ 'migrations/001_meta.sql': 'SELECT 1;\n\\connect other\n' })
    const { exitCode, output } = await project.run('run', '--yes')
    expect([1, 2]).toContain(exitCode)
    expect(output).toContain('001_meta.sql:2')
  })

  test('an applied file that was edited is refused before anything', async () => {
    await using project = await createProject(MIGRATION)
    await project.run('run', '--yes')
    await project.write('migrations/001_phone.sql', 'ALTER TABLE customer ADD COLUMN phone varchar;')
    await project.write('migrations/002_more.sql', 'CREATE TABLE more (id int);')
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toContain('001_phone.sql')
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.query("SELECT to_regclass('more') AS more")).toEqual([{ more: null }])
  })
})

describe('the ledger', () => {
  test('an entry that names a database of others as its copy neither drops it nor blocks the next run', async () => {
    await using project = await createProject(MIGRATION)
    await project.run('backup')
    await project.query(`INSERT INTO savepoint.ledger (run_id, sequence, at, event) VALUES
      ('forged', 1, now(), '{"type":"run-started","operation":"run","environment":"default","database":"x","actor":"x","host":"x","pid":1}'),
      ('forged', 2, now(), '{"type":"copy-creating","copy":"postgres","purpose":"restore"}')`)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('was not dropped')
    expect(exitCode).toBe(0)
    expect(await project.query("SELECT datname FROM pg_database WHERE datname = 'postgres'")).toHaveLength(1)
  })
})

describe('two runners', () => {
  test('the second is told who holds the lock since when, and changes nothing', async () => {
    await using project = await createProject({ 'migrations/001_slow.sql': 'SELECT pg_sleep(600);' })
    const first = project.start('run', '--yes')
    const entry = await untilAnnounced(first, project.runDirectory, (event) => event.type === 'migration-starting')
    const second = await project.run('run', '--yes', '--output', 'elsewhere')
    first.process.kill('SIGTERM')
    const ended = await first.finished
    expect(second.exitCode).toBe(1)
    expect(second.output).toContain(entry.runId)
    expect(ended.exitCode).toBe(1)
    await untouched(project)
  })
})

describe('secrets', () => {
  test('the password appears in no output, file or process list of a run', async () => {
    await using project = await createProject(MIGRATION)
    const password = 'p@ss:w/rd%41 "x"'
    const role = `canary_${project.database.name}`
    await project.query(`CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD '${password}'`)
    const url = new URL(project.database.url)
    url.username = role
    const env = { DATABASE_URL: url.href.replace(/:[^:@/]*@/, `:${encodeURIComponent(password)}@`) }
    const { exitCode, output } = await savepoint(['run', '--yes'], { cwd: project.directory, env })
    await project.query(`REASSIGN OWNED BY ${role} TO postgres; DROP ROLE ${role}`)
    expect(exitCode).toBe(0)
    const texts = [output, ...(await filesBelow(project.runDirectory))]
    for (const text of texts) for (const form of formsOf(password)) expect(text.includes(form)).toBe(false)
  })
})
