/** A disk that fills up during a backup ends in a clear message and an untouched database, and the next run converges. */
import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'

const PROGRAM = join(import.meta.dirname, '../../bin/savepoint.js')
const FILES = {
  // The check of free space would see it coming; a disk may also fill up later.
  'savepoint.yml': `${PLAN}health: { free-space: 1B }\n`,
  'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
}
/** About 2 MB of dump: what cannot be compressed. */
const FILLED = `CREATE TABLE customer (id int PRIMARY KEY, name text);
  INSERT INTO customer SELECT i, md5(i::text) || md5((i + 1)::text) FROM generate_series(1, 60000) i`

const execute = promisify(execFile)

/** A place that takes little: a small file system where one may be mounted, else a limit on the size of files. */
interface SmallPlace {
  readonly directory: string
  /** Shell words that come before the program, to be left out once there is space. */
  readonly limit: string
  enlarge(): Promise<void>
  remove(): Promise<void>
}

async function smallPlace(directory: string, kilobytes: number): Promise<SmallPlace> {
  await mkdir(directory)
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory])
  } catch {
    return limitedPlace(directory, kilobytes)
  }
  return {
    directory,
    limit: '',
    enlarge: async () => void (await execute('mount', ['-o', 'remount,size=64m', directory])),
    remove: async () => void (await execute('umount', [directory])),
  }
}

/** Ignored, the signal of the limit becomes an error of the write, as a full disk is. */
function limitedPlace(directory: string, kilobytes: number): SmallPlace {
  const limit = `trap '' XFSZ; ulimit -f ${kilobytes * 2};`
  return { directory, limit, enlarge: async () => {}, remove: async () => {} }
}

async function run(project: Project, place: SmallPlace, limit: string): Promise<{ exitCode: number; output: string }> {
  const args = ['run', '--yes', '--output', join(place.directory, 'run')]
  const words = ['-c', `${limit} exec "$@"`, 'sh', process.execPath, PROGRAM, ...args]
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...project.env }
  return new Promise((resolve) => {
    execFile('sh', words, { cwd: project.directory, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
}

let project: Project
beforeEach(async () => {
  project = await createProject(FILES, FILLED)
})
afterEach(async () => {
  await project[Symbol.asyncDispose]()
})

const phones = () => project.query("SELECT count(*)::int AS phones FROM information_schema.columns WHERE column_name = 'phone'")

/** On a real small disk and, whoever runs the tests, under a limit. */
const PLACES = [
  ['a small disk', smallPlace],
  [
    'a limit on the size of files',
    async (directory: string, kilobytes: number) => {
      await mkdir(directory)
      return limitedPlace(directory, kilobytes)
    },
  ],
] as const

describe.each(PLACES)('%s', (_, make) => {
  test.each([
    ['in the middle of the backup', 900],
    ['as soon as anything is written', 4],
  ])('that is full %s leaves the database unchanged, and the next run migrates', async (_, kilobytes) => {
    const place = await make(join(project.directory, 'small'), kilobytes)
    try {
      const { exitCode, output } = await run(project, place, place.limit)
      expect(output).toContain('the disk is full')
      expect(output).toContain('unchanged: nothing was applied')
      expect(output).toContain('--output')
      expect(exitCode).toBe(1)
      expect(await phones()).toEqual([{ phones: 0 }])
      expect(await databasesBeside(project)).toEqual([])
      // What is half written holds nothing, and would keep the disk full.
      expect(await readdir(join(place.directory, 'run', 'backups'))).toEqual([])

      await place.enlarge()
      const next = await run(project, place, '')
      expect(next.output).toContain('migrated: at the target revision')
      expect(next.exitCode).toBe(0)
      expect(await phones()).toEqual([{ phones: 1 }])
    } finally {
      await place.remove()
    }
  })

  test('on which nothing more can be written at all says so, and touches nothing', async () => {
    const place = await make(join(project.directory, 'small'), 4)
    try {
      await execute('sh', ['-c', 'head -c 4096 /dev/zero > "$1"', 'sh', join(place.directory, 'filler')])
      const { exitCode, output } = await run(project, place, place.limit.replace(/ulimit -f \d+/, 'ulimit -f 0'))
      expect(output).toContain('the disk is full')
      expect(output).toContain('unchanged: nothing was applied')
      expect(exitCode).toBe(1)
      expect(await phones()).toEqual([{ phones: 0 }])
    } finally {
      await place.remove()
    }
  })
})
