/** Backups in the run directory, encrypted: opened by who wrote them and by private keys, and by nobody once they are damaged. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BackupManifest } from '../../src/domain/backup.ts'
import { BackupError } from '../../src/domain/errors.ts'
import type { RunStore } from '../../src/domain/ports/run-store.ts'
import { BackupKeys } from '../../src/system/backup-keys.ts'
import { openRunDirectory } from '../../src/system/run-directory.ts'
import { type AgeKey, ageKey } from '../support/age.ts'

const PLAIN = randomBytes(20_000)

let directory: string
let key: AgeKey
let stranger: AgeKey
let writer: RunStore
let path: string
let manifest: BackupManifest

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'savepoint-keys-'))
  key = ageKey(join(directory, 'own.key'))
  stranger = ageKey(join(directory, 'stranger.key'))
  writer = store([key.recipient], [])
  await writer.prepareBackup('backup-1')
  const { file, compression, encryption } = await writer.writeDump('backup-1', chunks(), null)
  // As much of a manifest as reading the dump takes.
  manifest = { id: 'backup-1', files: [file], compression, encryption } as unknown as BackupManifest
  path = await writer.sealBackup(manifest)
})

afterEach(() => rm(directory, { recursive: true, force: true }))

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < PLAIN.length; from += 7001) yield PLAIN.subarray(from, from + 7001)
}

function store(recipients: readonly string[], identities: readonly string[]): RunStore {
  return openRunDirectory(join(directory, 'run'), new BackupKeys(recipients, identities))
}

async function contentBy(reader: RunStore): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(reader.openDump(path, manifest).open()))
}

describe('an encrypted backup', () => {
  test('opens in the process that wrote it, and in another with the private key', async () => {
    expect(await contentBy(writer)).toEqual(PLAIN)
    expect(await contentBy(store([], [stranger.identity, key.identity]))).toEqual(PLAIN)
    await writer.requireKey(path, manifest)
    await store([], [key.identity]).requireKey(path, manifest)
  })

  test('does not open in another process without the key, which says what to give', async () => {
    const without = store([key.recipient], [])
    const refusal = { message: `the backup is encrypted for ${key.recipient}, and no private key was given` }
    await expect(without.requireKey(path, manifest)).rejects.toMatchObject(refusal)
    await expect(contentBy(without)).rejects.toMatchObject(refusal)
    await expect(store([], [stranger.identity]).requireKey(path, manifest)).rejects.toThrow('is for any of these')
  })

  test('is no plain file that could be restored in parts', () => {
    expect(writer.openDump(path, manifest).plainFile).toBeNull()
  })

  test('is refused wherever a bit is flipped or it is cut short: by its digest, and by its encryption alone', async () => {
    const file = join(path, '..', 'database.dump.zst.age')
    const whole = await readFile(file)
    const reader = store([], [key.identity])
    const accepted: string[] = []
    const judge = async (what: string, bytes: Buffer) => {
      await writeFile(file, bytes)
      if (await isAccepted(writer.verifyFiles(path, manifest))) accepted.push(`${what}: digest`)
      if (await isAccepted(contentBy(reader))) accepted.push(`${what}: content`)
    }
    for (let index = 0; index < 220; index++) {
      const place = Math.floor((index * whole.length) / 220)
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(whole.readUInt8(place) ^ (1 << (index % 8)), place)
      await judge(`flipped at ${place}`, flipped)
      await judge(`cut at ${place}`, whole.subarray(0, place))
    }
    expect(accepted).toEqual([])
  }, 120_000)
})

/** Anything else than a refusal on purpose is a defect. */
async function isAccepted(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof BackupError) return false
    throw error
  }
}
