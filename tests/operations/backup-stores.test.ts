/** Backups in stores through the command line: stored by a run, listed, fetched, verified, restored from, pruned. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { awsEnvironment, S3_SECRET, type S3Server, startS3Server } from '../support/s3-server.ts'
import { type Finished, readJournal, savepoint, startSavepoint, untilAnnounced } from '../support/savepoint.ts'

const BUCKET = 'backups'
const MIGRATION = { 'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;' }

let server: S3Server
let project: Project
let prefixes = 0
let bucket: string
beforeAll(async () => {
  server = await startS3Server(BUCKET)
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
})
beforeEach(async () => {
  bucket = `s3://${BUCKET}/project-${prefixes++}/`
  project = await createProject({ ...MIGRATION, 'savepoint.yml': planWith(`store: [store, "${bucket}"]`) })
})
afterEach(async () => {
  await project[Symbol.asyncDispose]()
})

function planWith(backup: string): string {
  return `${PLAN}backup: { ${backup} }\nenvironments: { live: { production: true } }\n`
}

function cli(args: readonly string[], env: Readonly<Record<string, string>> = server.env): Promise<Finished> {
  return savepoint(args, { cwd: project.directory, env: { ...project.env, ...env } })
}

interface StoredReport {
  readonly outcome: string
  readonly reason: string
  readonly stages: readonly { name: string; checks: readonly { name: string; status: string; message?: string | null }[] }[]
  readonly backup: { id: string; location: string; verification: string; stores: readonly { location: string; status: string }[] }
}

async function latest(): Promise<StoredReport> {
  return JSON.parse(await readFile(join(project.runDirectory, 'report.json'), 'utf8')) as StoredReport
}

interface Listed {
  readonly backups: readonly { id: string; verification: string; environment: string; places: readonly string[] }[]
  readonly incomplete: readonly { id: string; place: string; reason: string }[]
  readonly failures: readonly { place: string; reason: string }[]
}

async function listed(): Promise<Listed> {
  return JSON.parse((await cli(['backup', 'list', '--json'])).stdout) as Listed
}

async function backUp(...args: readonly string[]): Promise<string> {
  const made = await cli(['backup', ...args])
  expect({ exitCode: made.exitCode, output: made.output }).toMatchObject({ exitCode: 0 })
  return (await latest()).backup.id
}

const phones = async () =>
  (await project.query("SELECT count(*)::int AS phones FROM information_schema.columns WHERE column_name = 'phone'"))[0]?.phones

describe('a plan that names stores', () => {
  test('has each backup in all of them before anything is migrated, and in none of its output a secret', async () => {
    const run = await cli(['run', '--yes'])

    expect({ exitCode: run.exitCode, output: run.output }).toMatchObject({ exitCode: 0 })
    const { backup, stages } = await latest()
    const store = `${join(project.directory, 'store')}/`
    expect(backup.stores).toEqual([
      { location: store, status: 'stored', durationMs: expect.any(Number) },
      { location: bucket, status: 'stored', durationMs: expect.any(Number) },
    ])
    const names = stages.map(({ name }) => name)
    expect(names.indexOf('store-backup')).toBe(names.indexOf('verify-backup') + 1)
    const events = (await readJournal(project.runDirectory)).map(({ event }) => event.type)
    expect(events.filter((type) => type.startsWith('backup-sto'))).toHaveLength(4)
    expect(events.lastIndexOf('backup-stored')).toBeLessThan(events.indexOf('migrating'))
    expect((await listed()).backups).toMatchObject([
      { id: backup.id, verification: 'restore', places: [`${join(project.runDirectory, 'backups')}/`, store, bucket] },
    ])
    const all =
      run.output +
      (await readFile(join(project.runDirectory, 'report.json'), 'utf8')) +
      JSON.stringify(await readJournal(project.runDirectory))
    expect(all).not.toContain(S3_SECRET)
  })

  test('leaves the database unchanged in production where a store cannot be had', async () => {
    const run = await cli(['run', '--yes', '--environment', 'live'], awsEnvironment('http://127.0.0.1:1'))

    expect(run.exitCode).toBe(1)
    const report = await latest()
    expect(report.outcome).toBe('unchanged')
    expect(report.reason).toContain(`stored in ${bucket}`)
    expect(report.backup.stores.map(({ status }) => status)).toEqual(['stored', 'failed'])
    expect(run.output).toContain('check the endpoint')
    expect(await phones()).toBe(0)
  })

  test('goes on with a warning elsewhere, and says where the backup is not', async () => {
    const run = await cli(['run', '--yes'], awsEnvironment('http://127.0.0.1:1'))

    expect(run.exitCode).toBe(0)
    const { outcome, stages, backup } = await latest()
    expect(outcome).toBe('migrated')
    expect(stages.find(({ name }) => name === 'store-backup')?.checks.map(({ status }) => status)).toEqual(['passed', 'warning'])
    expect(backup.stores.map(({ status }) => status)).toEqual(['stored', 'failed'])
    expect(run.output).toContain(`NOT stored in ${bucket}`)
  })

  test('fails savepoint backup where a store refuses', async () => {
    await using refusing = await refuseAll()

    const made = await cli(['backup'], awsEnvironment(refusing.endpoint))

    expect(made.exitCode).toBe(1)
    expect(made.output).toContain('it answered 403')
    expect(made.output).toContain('s3:PutObject')
    expect(made.output).toContain('not with ***')
    expect(made.output).not.toContain(S3_SECRET)
    expect((await latest()).backup.verification).toBe('restore')
  })

  test('has no whole backup in the store of a run that was killed while storing, and the next run converges', async () => {
    await using silent = await answerNothing()
    const env = { ...project.env, ...awsEnvironment(silent.endpoint) }
    const started = startSavepoint(['run', '--yes'], { cwd: project.directory, env })
    await untilAnnounced(started, project.runDirectory, (event) => event.type === 'backup-storing' && event.location === bucket)
    await silent.asked
    started.process.kill('SIGKILL')
    await started.finished

    expect((await listed()).backups.flatMap(({ places }) => places)).not.toContain(bucket)
    const next = await cli(['run', '--yes'])

    expect({ exitCode: next.exitCode, output: next.output }).toMatchObject({ exitCode: 0 })
    expect((await latest()).outcome).toBe('migrated')
  })

  test('may not name the directory where backups are made', async () => {
    await project.write('savepoint.yml', planWith('store: [savepoint-run/backups]'))

    const run = await cli(['backup'])

    expect(run.exitCode).toBe(2)
    expect(run.output).toContain('name another directory under backup.store')
  })
})

describe('a backup that only a store holds', () => {
  test('is found by its id to go back to, from a machine that never saw it', async () => {
    await cli(['run', '--yes'])
    const { id } = (await latest()).backup
    await rm(project.runDirectory, { recursive: true })
    await rm(join(project.directory, 'store'), { recursive: true })

    const back = await cli(['rollback', '--backup', id, '--yes'])

    expect({ exitCode: back.exitCode, output: back.output }).toMatchObject({ exitCode: 0 })
    expect(await phones()).toBe(0)
  })

  test('is found by its place, and verified by a restore', async () => {
    await project.write('savepoint.yml', planWith(`store: ["${bucket}"], verify: none`))
    const id = await backUp()
    await rm(project.runDirectory, { recursive: true })
    await project.write('savepoint.yml', PLAN)

    const verified = await cli(['backup', 'verify', `${bucket}${id}`, '--restore'])

    expect({ exitCode: verified.exitCode, output: verified.output }).toMatchObject({ exitCode: 0 })
    expect((await latest()).backup).toMatchObject({ id, verification: 'restore' })
    const read = await cli(['backup', 'verify', id])
    expect(read.exitCode).toBe(0)
    expect((await latest()).backup.verification).toBe('restore')
  })

  test('is fetched from the store that is named, every digest compared', async () => {
    const id = await backUp()
    await rm(join(project.runDirectory, 'backups'), { recursive: true })

    const fetched = await cli(['backup', 'fetch', id, '--from', bucket])

    expect(fetched.stdout).toBe(`savepoint-run/backups/${id}/manifest.json\n`)
    expect((await cli(['backup', 'verify', id])).exitCode).toBe(0)
  })

  test('is not taken where one bit of it was changed', async () => {
    const id = await backUp()
    await rm(join(project.runDirectory, 'backups'), { recursive: true })
    const manifest = JSON.parse(await readFile(join(project.directory, 'store', id, 'manifest.json'), 'utf8')) as {
      files: { path: string }[]
    }
    const file = join(project.directory, 'store', id, manifest.files[0]?.path ?? '')
    const bytes = await readFile(file)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    await writeFile(file, bytes)

    const damaged = await cli(['backup', 'fetch', id, '--from', join(project.directory, 'store')])
    const other = await cli(['backup', 'fetch', id])

    expect(damaged.exitCode).toBe(1)
    expect(damaged.output).toContain('its manifest says')
    expect(other.exitCode).toBe(0)
    expect(other.output).toContain('its manifest says')
  })

  test('is refused where its manifest leads elsewhere', async () => {
    const id = await backUp()
    await rm(join(project.runDirectory, 'backups'), { recursive: true })
    const path = join(project.directory, 'store', id, 'manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8')) as { files: { path: string }[] }
    await writeFile(path, JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], path: '../../../escaped' }] }))

    const fetched = await cli(['backup', 'fetch', id, '--from', join(project.directory, 'store')])

    expect(fetched.exitCode).toBe(1)
    expect(fetched.output).toContain('is not a whole backup manifest: wrong or missing files[0].path')
  })

  test.each([['../../etc'], ['.hidden'], ['a/b']])('is never looked for under %s', async (id) => {
    const fetched = await cli(['backup', 'fetch', id])

    expect(fetched.exitCode).toBe(2)
    expect(fetched.output).toContain('is no id of a backup')
  })

  test('is told to be nowhere where it is nowhere', async () => {
    expect(await cli(['backup', 'fetch', 'nothing'])).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining('there is no whole backup nothing'),
    })
    expect(await cli(['backup', 'fetch', 'nothing', '--from', 'elsewhere'])).toMatchObject({
      exitCode: 2,
      output: expect.stringContaining('is no store of the plan'),
    })
  })
})

describe('savepoint backup list', () => {
  test('needs no database, tells what is not whole, and fails where a store cannot be asked', async () => {
    const id = await backUp()
    await mkdir(join(project.directory, 'store', 'half'))
    await rename(join(project.directory, 'store', id), join(project.directory, 'store', 'moved'))
    const unreachable = {
      ...project.env,
      ...awsEnvironment('http://127.0.0.1:1'),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    }

    const told = await savepoint(['backup', 'list'], { cwd: project.directory, env: unreachable })

    expect(told.exitCode).toBe(1)
    expect(told.stdout).toContain(id)
    expect(told.stdout).toContain('proven by a restore')
    expect(told.stdout).toMatch(/half in store\/? is not whole/)
    expect(told.stdout).toMatch(/moved in store\/? is not whole: its manifest is of another backup/)
    expect(told.stdout).toContain(`the store ${bucket}`)
  })
})

describe('savepoint backup prune', () => {
  const held = async () => (await listed()).backups.map(({ id, places }) => [id, places.length])

  test('says what would go, removes it only with --yes, and keeps the last that is proven', async () => {
    const proven = await backUp()
    await project.write('savepoint.yml', planWith(`store: [store, "${bucket}"], verify: none`))
    const [second, third] = [await backUp(), await backUp()]

    const said = await cli(['backup', 'prune', '--keep', '1'])

    expect(said.exitCode).toBe(0)
    expect(said.stdout).toContain(`would remove ${second}`)
    expect(said.stdout).toContain(`keeps ${proven}: the last one proven by a restore`)
    expect(said.stdout).toContain('nothing was removed; add --yes')
    expect(await held()).toEqual([
      [third, 3],
      [second, 3],
      [proven, 3],
    ])

    const done = await cli(['backup', 'prune', '--keep', '1', '--yes'])

    expect(done.stdout).toContain(`removed ${second}`)
    expect(await held()).toEqual([
      [third, 3],
      [proven, 3],
    ])
    expect((await readdir(join(project.directory, 'store'))).sort()).toEqual([proven, third].sort())
  })

  test('leaves the backups of other environments alone', async () => {
    const live = await backUp('--environment', 'live')
    const [first, second] = [await backUp(), await backUp()]

    await cli(['backup', 'prune', '--keep', '1', '--yes'])

    expect(await held()).toEqual([
      [second, 3],
      [live, 3],
    ])
    expect(first).not.toBe(second)
  })

  test.each([[[]], [['--keep', '0']], [['--keep', '-1']], [['--keep', '0d']], [['--keep', 'all']]])(
    'refuses %j',
    async (args) => {
      const refused = await cli(['backup', 'prune', '--yes', ...args])

      expect(refused.exitCode).toBe(2)
      expect(refused.output).toMatch(/--keep/)
    },
  )
})

/** A server that refuses everybody. */
async function refuseAll(): Promise<AsyncDisposable & { readonly endpoint: string }> {
  const body = `<Error><Code>AccessDenied</Code><Message>not with ${S3_SECRET}</Message></Error>`
  const refusing = createServer((request, response) => void request.resume().on('end', () => response.writeHead(403).end(body)))
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      refusing.closeAllConnections()
      await new Promise((resolve) => refusing.close(resolve))
    },
  }
}

/** A server that takes every request and never says a word. */
async function answerNothing(): Promise<AsyncDisposable & { readonly endpoint: string; readonly asked: Promise<void> }> {
  const { promise: asked, resolve: tell } = Promise.withResolvers<void>()
  const silent = createServer(() => tell())
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      silent.closeAllConnections()
      await new Promise((resolve) => silent.close(resolve))
    },
  }
}
