/** A backup whose making is cut short, by whatever, is no backup: it says so, leaves nothing that looks like one, and changes nothing. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'
import { type Finished, savepoint } from '../support/savepoint.ts'

let project: Project
beforeEach(async () => {
  project = await createProject({ 'migrations/001_tag.sql': 'CREATE TABLE tag (id int PRIMARY KEY);' })
})
afterEach(async () => {
  await project[Symbol.asyncDispose]()
})

/** Runs with a `pg_dump` in whose place a shell line stands; `real` in it is the true one. */
async function runWith(line: string, ...args: readonly string[]): Promise<Finished> {
  const real = execFileSync('sh', ['-c', 'command -v pg_dump'], { encoding: 'utf8' }).trim()
  const directory = join(project.directory, 'programs')
  await mkdir(directory, { recursive: true })
  const version = `[ "$1" = --version ] && exec ${real} --version`
  await writeFile(join(directory, 'pg_dump'), `#!/bin/sh\n${version}\n${line.replaceAll('real', real)}\n`)
  await writeFile(join(directory, 'pg_restore'), `#!/bin/sh\nexec ${dirname(real)}/pg_restore "$@"\n`)
  await Promise.all(['pg_dump', 'pg_restore'].map((name) => chmod(join(directory, name), 0o755)))
  return savepoint(args, { cwd: project.directory, env: { ...project.env, SAVEPOINT_PG_BIN: directory } })
}

const backups = () => readdir(join(project.runDirectory, 'backups'))
const tags = () => project.query("SELECT to_regclass('public.tag') AS tag")

describe('a run whose backup', () => {
  test.each([
    ['loses pg_dump to SIGKILL', 'real "$@" | head -c 3000; kill -9 $$', 'was killed by SIGKILL'],
    ['loses its connection', 'real "$@" | head -c 3000; echo "pg_dump: error: connection lost" >&2; exit 1', 'connection lost'],
  ])('%s ends unchanged and keeps nothing of it', async (_what, line, why) => {
    const { exitCode, output } = await runWith(line, 'run', '--yes')

    expect(output).toContain(why)
    expect(exitCode).toBe(1)
    expect(await backups()).toEqual([])
    expect(await tags()).toEqual([{ tag: null }])
  })

  test.each([
    ['read', 'real "$@" | head -c 3000'],
    ['read', 'exit 0'],
    ['restore', 'real "$@" | head -c 3000'],
    ['restore', 'exit 0'],
  ])('is proven by %s is not believed where pg_dump does `%s` and calls that a success', async (verify, line) => {
    await project.write('savepoint.yml', `${PLAN}backup: { verify: ${verify} }\n`)

    const { exitCode, output } = await runWith(line, 'run', '--yes')

    expect(output).toMatch(/the dump is not whole|pg_restore failed/)
    expect(exitCode).toBe(1)
    expect(await tags()).toEqual([{ tag: null }])
    expect(await databasesBeside(project)).toEqual([])
  })

  test('takes longer than the plan gives it ends unchanged and keeps nothing of it', async () => {
    await project.write('savepoint.yml', `${PLAN}backup: { time-limit: 1ms }\n`)

    const { exitCode, output } = await project.run('run', '--yes')

    expect(output).toContain('the backup was not written within 1 ms (backup.time-limit)')
    expect(exitCode).toBe(1)
    expect(await backups()).toEqual([])
    expect(await tags()).toEqual([{ tag: null }])
  })
})

test('a backup within its time, by one core, is proven by being read', async () => {
  await project.write('savepoint.yml', `${PLAN}backup: { verify: read, jobs: 1, time-limit: 10m }\n`)

  const { exitCode } = await project.run('backup')

  expect(exitCode).toBe(0)
  const { backup } = await project.report()
  expect(JSON.parse(await readFile(backup?.location ?? '', 'utf8'))).toMatchObject({
    compression: 'zstd',
    verification: { level: 'read' },
  })
})
