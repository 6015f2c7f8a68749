/** A backup that was damaged anywhere, or cut short anywhere, is never taken for whole, nor is one whose making was cut short. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BackupManifest } from '../../src/domain/backup.ts'
import { BackupError } from '../../src/domain/errors.ts'
import type { Database, StoredDump } from '../../src/domain/ports/database.ts'
import { digestFile } from '../../src/system/durable-files.ts'
import { openRunDirectory } from '../../src/system/run-directory.ts'
import { openTest } from '../databases/postgres/handle.ts'
import { createTestDatabase, query, type TestDatabase } from '../support/postgres.ts'

const POSITIONS = 240
/** Where the program is not installed, its format is read by Node. */
const UNPACK = existsSync('/usr/bin/zstd')
  ? 'zstd -dc'
  : `"${process.execPath}" -e 'fs.createReadStream(process.argv[1]).pipe(zlib.createZstdDecompress()).pipe(process.stdout)'`
const signal = new AbortController().signal

let directory: string
let database: TestDatabase
let handle: Database
let whole: Buffer
let plain: Buffer
let manifest: BackupManifest
let manifestPath: string
let file: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'damaged-'))
  database = await createTestDatabase()
  await query(
    database.url,
    `create table customer as select i as id, md5(i::text) as name from generate_series(1, 3000) i;
     create table picture as select i as id, decode(md5(i::text), 'hex') as bytes from generate_series(1, 1000) i;
     create index on customer (name); comment on table picture is 'what nobody may lose'; select lo_from_bytea(0, 'a large object')`,
  )
  handle = openTest(database.url)
  const store = openRunDirectory(directory)
  await store.prepareBackup('b')
  const written = await handle.withSnapshot(signal, async ({ instant }) => {
    const dumps = Promise.withResolvers<Awaited<ReturnType<typeof store.writeDump>>>()
    await handle.dump({ instant, signal, output: async (dump) => dumps.resolve(await store.writeDump('b', dump, null)) })
    return dumps.promise
  })
  manifest = { id: 'b', files: [written.file], compression: written.compression } as unknown as BackupManifest
  manifestPath = await store.sealBackup(manifest)
  file = join(manifestPath, '..', written.file.path)
  whole = await readFile(file)
  plain = await bytesOf(stored())
})
afterAll(async () => {
  await handle.close()
  await query(database.url.replace(/[^/]*$/, 'postgres'), `drop database ${database.name} with (force)`)
  await rm(directory, { recursive: true, force: true })
})

function stored(): StoredDump {
  return openRunDirectory(directory).openDump(manifestPath, manifest)
}

async function bytesOf(dump: StoredDump): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(dump.open()))
}

/** From the first byte to the last, at equal distances. */
function positions(length: number): readonly number[] {
  return Array.from({ length: POSITIONS }, (_, index) => Math.floor((index * (length - 1)) / (POSITIONS - 1)))
}

const flippedAt = (position: number) => whole.with(position, (whole[position] ?? 0) ^ (1 << (position % 8)))
const cutAt = (position: number) => whole.subarray(0, position)

describe.each([
  ['a bit flipped', flippedAt],
  ['cut short', cutAt],
] as const)('a backup with %s anywhere', (_what, damaged) => {
  test('differs from its manifest', async () => {
    const store = openRunDirectory(directory)
    const accepted: number[] = []
    for (const position of positions(whole.length)) {
      await writeFile(file, damaged(position))
      await store.verifyFiles(manifestPath, manifest).then(
        () => accepted.push(position),
        (error: unknown) => expect(error).toBeInstanceOf(BackupError),
      )
    }
    expect(accepted).toEqual([])
  })

  test('is not read to its end as something else, were its manifest written to match', async () => {
    const accepted: number[] = []
    for (const position of positions(whole.length)) {
      await writeFile(file, damaged(position))
      const read = await bytesOf(stored()).catch((error: unknown) => expect(error).toBeInstanceOf(BackupError))
      if (Buffer.isBuffer(read) && !read.equals(plain)) accepted.push(position)
    }
    expect(accepted).toEqual([])
  })
})

describe('reading a dump to its end', () => {
  const as = (bytes: Buffer): StoredDump => ({
    plainFile: null,
    async *open() {
      yield bytes
    },
  })

  test('passes what is whole', async () => {
    await writeFile(file, whole)
    await handle.readDump(stored(), signal)
  })

  test('finds the dump inside cut short, wherever', async () => {
    const accepted: number[] = []
    for (const position of positions(plain.length).slice(0, -1)) {
      await handle.readDump(as(plain.subarray(0, position)), signal).then(
        () => accepted.push(position),
        (error: unknown) => expect(error).toBeInstanceOf(BackupError),
      )
    }
    expect(accepted).toEqual([])
  })

  test('finds a damage behind the last byte that a restore would read', async () => {
    await writeFile(file, flippedAt(whole.length - 1))

    await expect(handle.readDump(stored(), signal)).rejects.toThrow('cannot be read to its end')
  })

  test('finds that it is no dump at all', async () => {
    await expect(handle.readDump(as(randomBytes(10_000)), signal)).rejects.toThrow('the dump is not whole')
  })
})

test('a backup is opened by hand with zstd and pg_restore alone', async () => {
  await writeFile(file, whole)
  expect((await digestFile(file)).sha256).toBe(manifest.files[0]?.sha256)

  const { stdout } = await promisify(execFile)('sh', ['-c', `${UNPACK} "$1" | pg_restore --file=-`, 'sh', file])

  expect(stdout).toContain('CREATE TABLE public.customer')
  expect(stdout).toContain("COMMENT ON TABLE public.picture IS 'what nobody may lose'")
})
