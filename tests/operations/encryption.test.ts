/** A backup encrypted for public keys: made and proven without a private one, restored only with one, opened without Savepoint. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type AgeKey, ageKey } from '../support/age.ts'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'
import { type Finished, savepoint, untilAnnounced } from '../support/savepoint.ts'

const CONTENT = `SELECT count(*) AS customers, (SELECT md5(string_agg(o::text, ',' ORDER BY id)) FROM "order" o) AS orders FROM customer`
const LOSING = 'DELETE FROM "order" WHERE id % 100 = 0;'
const GOOD = 'ALTER TABLE customer ADD COLUMN phone text;'

interface Encrypted extends AsyncDisposable {
  readonly project: Project
  readonly key: AgeKey
  /** Whose keys open nothing here. */
  readonly stranger: AgeKey
}

async function encrypted(migration: string, settings = 'rollback: { by: restore }\n'): Promise<Encrypted> {
  const project = await createProject({ 'migrations/001_change.sql': migration })
  const [key, second, stranger] = ['first', 'second', 'stranger'].map((name) => ageKey(join(project.directory, `${name}.key`)))
  if (key === undefined || second === undefined || stranger === undefined) throw new Error('no keys')
  const recipients = `backup: { encrypt-to: [${key.recipient}, ${second.recipient}] }\n`
  await project.write('savepoint.yml', `${PLAN}${recipients}${settings}`)
  return { project, key, stranger, [Symbol.asyncDispose]: () => project[Symbol.asyncDispose]() }
}

async function manifestPath(project: Project): Promise<string> {
  const backups = join(project.runDirectory, 'backups')
  return join(backups, (await readdir(backups)).sort()[0] ?? '', 'manifest.json')
}

function withIdentity(project: Project, text: string, ...args: readonly string[]): Promise<Finished> {
  return savepoint(args, { cwd: project.directory, env: { ...project.env, SAVEPOINT_AGE_IDENTITY: text } })
}

/** However the lines were broken. */
function wordsOf({ output }: Finished): string {
  return output.replace(/\s+/g, ' ')
}

test('it is made and proven by a restore without any private key, and nothing of it lies there in plain', async () => {
  await using given = await encrypted(GOOD)
  const { project, key } = given

  const { exitCode, output } = await project.run('run', '--yes')

  expect(output).toMatch(/encrypted, proven by a restore/)
  expect(exitCode).toBe(0)
  const { backup } = await project.report()
  expect(backup).toMatchObject({ encrypted: true, verification: 'restore' })
  const path = await manifestPath(project)
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    compression: 'zstd',
    encryption: { format: 'age', recipients: [key.recipient, expect.stringMatching(/^age1/)] },
    files: [{ path: 'database.dump.zst.age' }],
  })
  expect(await readdir(dirname(path))).toEqual(['database.dump.zst.age', 'manifest.json'])
  expect((await readFile(join(dirname(path), 'database.dump.zst.age'))).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
})

test('a failed migration is taken back by the run that made it, without a private key', async () => {
  await using given = await encrypted(LOSING)
  const { project } = given
  const before = await project.query(CONTENT)
  const { exitCode } = await project.run('run', '--yes')
  expect(exitCode).toBe(1)
  expect((await project.report()).outcome).toBe('rolled-back')
  expect(await project.query(CONTENT)).toEqual(before)
})

test('it opens with age, zstd and pg_restore by the commands of the documentation', async () => {
  await using given = await encrypted(GOOD)
  const { project, key } = given
  const before = await project.query(CONTENT)
  await project.run('backup')
  const guide = await readFile(join(import.meta.dirname, '../../docs/backups.md'), 'utf8')
  const commands = /```sh\n(age [\s\S]*?)```/.exec(guide)?.[1] ?? ''
  expect(
    commands
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['age', 'zstd', 'pg_restore'])
  const restored = `restored_${randomBytes(4).toString('hex')}`
  const elsewhere = new URL(project.database.url)
  elsewhere.pathname = `/${restored}`
  await project.query(`CREATE DATABASE ${restored}`)
  try {
    const cwd = dirname(await manifestPath(project))
    execFileSync('/bin/sh', ['-ec', commands], { cwd, env: { ...process.env, KEY_FILE: key.file, DATABASE_URL: elsewhere.href } })
    const { query } = await import('../support/postgres.ts')
    expect(await query(elsewhere.href, CONTENT)).toEqual(before)
  } finally {
    await project.query(`DROP DATABASE ${restored} WITH (FORCE)`)
  }
})

test('it is proven again later only with a private key', async () => {
  await using given = await encrypted(GOOD)
  const { project, key } = given
  await project.run('backup')
  const proving = ['backup', 'verify', await manifestPath(project), '--restore']
  const without = await project.run(...proving)
  expect(wordsOf(without)).toContain(`is encrypted for ${key.recipient}`)
  expect(without.exitCode).not.toBe(0)
  const { exitCode } = await project.run(...proving, '--identity', key.file)
  expect(exitCode).toBe(0)
  expect((await project.report()).backup).toMatchObject({ encrypted: true, verification: 'restore' })
})

describe('a person restores it', () => {
  test('only with a fitting private key: before anything is touched the others are told for whom it is', async () => {
    await using given = await encrypted(GOOD)
    const { project, key, stranger } = given
    await project.run('run', '--yes')
    const restoring = ['rollback', '--yes', '--backup', await manifestPath(project)]

    const without = await project.run(...restoring)
    const wrong = await project.run(...restoring, '--identity', stranger.file)
    const broken = await withIdentity(project, stranger.identity.slice(0, -2), ...restoring)

    for (const finished of [without, wrong]) {
      expect(wordsOf(finished)).toContain(`is encrypted for ${key.recipient}`)
      expect(wordsOf(finished)).toContain('--identity FILE')
      expect(finished).toMatchObject({ exitCode: 1 })
    }
    expect(wordsOf(without)).toContain('no private key was given')
    expect(wordsOf(wrong)).toContain('no private key that was given is for any of these')
    expect(wordsOf(broken)).toContain('line 1 of SAVEPOINT_AGE_IDENTITY is no private key of age')
    expect(broken.exitCode).toBe(2)
    expect(broken.output).not.toContain(stranger.identity.slice(20, 40))
    expect(await databasesBeside(project)).toEqual([])
    expect(await project.query('SELECT count(phone)::int AS phones FROM customer')).toEqual([{ phones: 0 }])

    const restored = await project.run(...restoring, '--identity', key.file)
    expect(restored).toMatchObject({ exitCode: 0 })
    await expect(project.query('SELECT phone FROM customer')).rejects.toThrow('phone')
  })

  test('with a key from the environment, which no child, log, journal or report ever sees', async () => {
    const look = 'validate: [{ name: look, command: "env > seen.txt" }]\n'
    await using given = await encrypted(GOOD, look)
    const { project, key } = given
    const keyFile = await readFile(key.file, 'utf8')
    await withIdentity(project, keyFile, 'run', '--yes')

    const restored = await withIdentity(project, keyFile, 'rollback', '--yes', '--backup', await manifestPath(project))

    expect(restored).toMatchObject({ exitCode: 0 })
    expect(await readFile(join(project.directory, 'seen.txt'), 'utf8')).toContain('DATABASE_URL')
    const files = (await readdir(project.directory, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && !entry.name.endsWith('.key'),
    )
    expect(files.length).toBeGreaterThan(8)
    for (const { parentPath, name } of files) {
      expect([name, (await readFile(join(parentPath, name), 'latin1')).includes('AGE-SECRET-KEY')]).toEqual([name, false])
    }
    expect(restored.output).not.toContain('AGE-SECRET-KEY')
  })
})

describe('a run was killed after rows were lost', () => {
  async function killed({ project }: Encrypted): Promise<void> {
    const started = project.start('run', '--yes')
    await untilAnnounced(
      started,
      project.runDirectory,
      ({ type, ...rest }) => type === 'stage-started' && JSON.stringify(rest).includes('validate'),
    )
    started.process.kill('SIGKILL')
    await started.finished
  }

  test('the next one stops without a private key, says what to give, and with it brings the state before back', async () => {
    await using given = await encrypted(LOSING)
    const { project, key } = given
    const before = await project.query(CONTENT)
    await killed(given)
    const left = await project.query(CONTENT)
    const path = await manifestPath(project)

    const without = await project.run('run', '--yes')

    expect(without.exitCode).toBe(3)
    const { outcome, reason, next, backup } = await project.report()
    expect(outcome).toBe('stopped')
    expect(reason).toContain(`is encrypted for ${key.recipient}`)
    expect(reason).toContain('no private key was given; give the private key of one of these: --identity FILE')
    expect(next).toContain(`savepoint rollback --backup ${path} --identity FILE`)
    expect(backup?.location).toBe(path)
    expect(wordsOf(without)).not.toContain('restore of the backup made first')
    expect(await project.query(CONTENT)).toEqual(left)
    expect(left).not.toEqual(before)

    const { exitCode } = await project.run('run', '--yes', '--identity', key.file)

    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await project.query(CONTENT)).toEqual(before)
  })
})
