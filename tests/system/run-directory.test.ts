import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BackupManifest } from '../../src/domain/backup.ts'
import { BackupError, ConfigurationError } from '../../src/domain/errors.ts'
import { sealFingerprint } from '../../src/domain/fingerprint.ts'
import type { JournalEntry } from '../../src/domain/journal.ts'
import type { RunStore, WrittenDump } from '../../src/domain/ports/run-store.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { openRunDirectory } from '../../src/system/run-directory.ts'

let output: string
let store: RunStore

beforeEach(async () => {
  output = join(await mkdtemp(join(tmpdir(), 'run-directory-')), 'out')
  store = openRunDirectory(output)
})
afterEach(() => rm(join(output, '..'), { recursive: true, force: true }))

function entry(sequence: number): JournalEntry {
  return {
    runId: 'run-1',
    sequence,
    at: '2026-11-21T09:30:00.000Z',
    event: { type: 'migration-starting', revision: 'é'.repeat(9), atomic: true },
  }
}

const fingerprint = sealFingerprint({ tables: [], objects: [], sequences: [] })

function manifestOf({ file, compression }: WrittenDump): BackupManifest {
  return {
    version: 1,
    id: 'backup-1',
    runId: 'run-1',
    createdAt: '2026-11-21T09:30:00.000Z',
    environment: 'staging',
    database: { kind: 'postgres', systemIdentifier: null, name: 'shop' },
    serverVersion: '16.4',
    clientVersion: '16.4',
    toolVersion: '0.1.0',
    format: 'pg_dump custom',
    compression,
    revision: ['001'],
    instant: '00000003-00000002-1',
    fingerprint,
    files: [file],
    verification: { level: 'none', at: null, restoreMs: null },
  }
}

async function sealed(content = 'the dump'): Promise<string> {
  await store.prepareBackup('backup-1')
  return store.sealBackup(manifestOf(await store.writeDump('backup-1', inChunks(content), null)))
}

/** The bytes of a text, in chunks of a few. */
async function* inChunks(text: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 3) yield Buffer.from(text.slice(at, at + 3))
}

async function textOf(path: string, manifest: BackupManifest): Promise<string> {
  return Buffer.concat(await Array.fromAsync(store.openDump(path, manifest).open())).toString()
}

describe('the journal', () => {
  test('is empty before the first entry, and creates nothing by being read', async () => {
    expect(await store.readJournal()).toEqual([])
    await expect(stat(output)).rejects.toThrow('ENOENT')
  })

  test('gives back what was appended, in order, also when appended at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((sequence) => store.appendJournal(entry(sequence))))

    expect(await openRunDirectory(output).readJournal()).toEqual([1, 2, 3, 4, 5].map(entry))
  })

  test.each([1, 40, 90])('leaves out a last line torn after %i bytes, and goes on after it', async (kept) => {
    await store.appendJournal(entry(1))
    await appendFile(join(output, 'journal.ndjson'), Buffer.from(JSON.stringify(entry(2))).subarray(0, kept))

    expect(await store.readJournal()).toEqual([entry(1)])
    await openRunDirectory(output).appendJournal(entry(3))
    expect(await store.readJournal()).toEqual([entry(1), entry(3)])
  })

  test('does not believe an entry whose line break never reached the disk, before or after the next', async () => {
    await store.appendJournal(entry(1))
    await appendFile(join(output, 'journal.ndjson'), JSON.stringify(entry(2)))

    expect(await store.readJournal()).toEqual([entry(1)])
    await openRunDirectory(output).appendJournal(entry(3))
    expect(await store.readJournal()).toEqual([entry(1), entry(3)])
  })

  test('names the line that somebody damaged', async () => {
    await store.appendJournal(entry(1))
    await appendFile(join(output, 'journal.ndjson'), 'edited by hand\n')
    await store.appendJournal(entry(2))

    const error = await store.readJournal().catch((error: unknown) => error)

    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message).toContain('line 2 of')
  })

  test('says what to do where the directory cannot be written', async () => {
    await writeFile(output, 'a file in the way')

    const error = await store.appendJournal(entry(1)).catch((error: unknown) => error)

    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({ hint: 'choose a directory that you may write with --output' })
  })
})

describe('a backup', () => {
  test('is sealed with size and SHA-256 of what was written, under its final name only', async () => {
    const path = await sealed('the dump')
    const file = join(path, '..', 'database.dump.zst')
    const bytes = await readFile(file)

    expect(path).toBe(join(output, 'backups', 'backup-1', 'manifest.json'))
    expect((await readdir(join(output, 'backups', 'backup-1'))).toSorted()).toEqual(['database.dump.zst', 'manifest.json'])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const manifest = await store.readManifest(path)
    expect(manifest.files).toEqual([{ path: 'database.dump.zst', sizeBytes: bytes.byteLength, sha256 }])
    expect(await textOf(path, manifest)).toBe('the dump')
    expect(zstdDecompressSync(bytes.subarray(12)).toString()).toBe('the dump')
  })

  test('of an earlier version, which no stream was wrapped around, is read as it is', async () => {
    const path = await sealed()
    const { compression: _, ...manifest } = await store.readManifest(path)
    const plain = { ...manifest, files: [{ path: 'database.dump', sizeBytes: 5, sha256: '0'.repeat(64) }] }
    await writeFile(join(path, '..', 'database.dump'), 'plain')

    expect(store.openDump(path, plain).plainFile).toBe(join(path, '..', 'database.dump'))
    expect(await textOf(path, plain)).toBe('plain')
  })

  test('is not written over one that is there', async () => {
    await store.prepareBackup('backup-1')
    await store.writeDump('backup-1', inChunks('first'), null)

    await expect(store.writeDump('backup-1', inChunks('second'), null)).rejects.toThrow('cannot write')
  })

  test('whose dump ends with an error is written under no name that could be taken for whole', async () => {
    const directory = await store.prepareBackup('backup-1')
    async function* lost(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half of')
      throw new Error('the connection was lost')
    }

    await expect(store.writeDump('backup-1', lost(), null)).rejects.toThrow('the connection was lost')
    expect(await readdir(directory)).toEqual(['database.dump.zst.partial'])
  })

  test('is read by the path of its directory as well', async () => {
    await sealed()

    expect((await store.readManifest(join(output, 'backups', 'backup-1'))).id).toBe('backup-1')
  })

  test('is private, as is everything else', async () => {
    const path = await sealed()
    await store.saveReport('run-1', 'report.json', '{}')

    const modes = await Promise.all(
      [path, join(path, '..', 'database.dump.zst'), join(output, 'report.json')].map(
        async (file) => (await stat(file)).mode & 0o777,
      ),
    )
    expect(modes).toEqual([0o600, 0o600, 0o600])
    expect((await stat(output)).mode & 0o777).toBe(0o700)
  })

  test.each(['database.dump.zst.partial', 'database.dump.zst', 'database.dump'])(
    'that was interrupted at %s is not mistaken for a whole one',
    async (name) => {
      const directory = await store.prepareBackup('backup-1')
      await writeFile(join(directory, name), 'half of a dump')

      const error = await store.readManifest(directory).catch((error: unknown) => error)

      expect(error).toBeInstanceOf(BackupError)
      expect((error as Error).message).toContain('it was interrupted and is not whole')
    },
  )

  test('that was interrupted is discarded, a whole one is not', async () => {
    const path = await sealed()
    await store.prepareBackup('backup-2')
    await store.writeDump('backup-2', inChunks('half'), null)

    await store.discardUnsealed('backup-1')
    await store.discardUnsealed('backup-2')
    await store.discardUnsealed('backup-3')

    expect(await readdir(join(output, 'backups'))).toEqual(['backup-1'])
    await store.verifyFiles(path, await store.readManifest(path))
  })

  test('that nobody made is a mistake of usage', async () => {
    const error = await store.readManifest(join(output, 'absent.json')).catch((error: unknown) => error)

    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({ hint: 'give the path of a manifest.json' })
  })

  test('changed by one byte, cut short or missing its file is refused by name', async () => {
    const path = await sealed('the dump')
    const manifest = await store.readManifest(path)
    const dump = join(path, '..', 'database.dump.zst')
    const bytes = await readFile(dump)

    await writeFile(dump, bytes.with(12, (bytes[12] ?? 0) ^ 1))
    await expect(store.verifyFiles(path, manifest)).rejects.toThrow(`${dump} has SHA-256`)
    await writeFile(dump, bytes.subarray(0, 3))
    await expect(store.verifyFiles(path, manifest)).rejects.toThrow(`${dump} has 3 bytes, its manifest says ${bytes.length}`)
    await rm(dump)
    await expect(store.verifyFiles(path, manifest)).rejects.toThrow(`${dump} is missing from the backup`)
  })

  test.each([
    ['not JSON', 'half {', 'it is not JSON'],
    ['empty', '{}', 'version (missing is not known)'],
    ['of a later version', '{"version":2}', 'version (2 is not known)'],
    ['without its parts', '{"version":1,"id":"x"}', 'wrong or missing runId, createdAt'],
  ])('whose manifest is %s is refused', async (_what, text, why) => {
    await mkdir(output)
    await writeFile(join(output, 'manifest.json'), text)

    await expect(store.readManifest(join(output, 'manifest.json'))).rejects.toThrow(why)
  })

  test.each(['../../etc/passwd', '/etc/passwd', '.hidden', 'a//b'])('whose manifest points at %s is refused', async (path) => {
    const manifest = await store.readManifest(await sealed())
    const file = join(output, 'manifest.json')
    await store.updateManifest(file, { ...manifest, files: [{ path, sizeBytes: 1, sha256: '0'.repeat(64) }] })

    await expect(store.readManifest(file)).rejects.toThrow('wrong or missing files[0].path')
  })

  test.each(['../up', '.hidden', 'a/b', ''])('cannot be named %j', async (id) => {
    await expect(store.prepareBackup(id)).rejects.toThrow('cannot name a run or a backup')
  })
})

describe('reports and snapshots', () => {
  const snapshot: Snapshot = {
    version: 1,
    runId: 'run-1',
    takenAt: '2026-11-21T09:30:00.000Z',
    instant: { id: '1', horizon: '1:1:' },
    revision: ['001'],
    fingerprint,
    queries: {},
  }

  test('are kept with their run and as the latest, with nothing half written beside them', async () => {
    const path = await store.saveReport('run-1', 'report.json', '{"a":1}')
    await store.saveReport('run-2', 'report.json', '{"a":2}')

    expect(path).toBe(join(output, 'runs', 'run-1', 'report.json'))
    expect(await readFile(path, 'utf8')).toBe('{"a":1}')
    expect(await readFile(join(output, 'report.json'), 'utf8')).toBe('{"a":2}')
    expect((await readdir(output)).toSorted()).toEqual(['report.json', 'runs'])
  })

  test('the latest snapshot is read back; before the first there is none', async () => {
    expect(await store.readLatestSnapshot()).toBeNull()

    await store.saveSnapshot(snapshot)

    expect(await store.readLatestSnapshot()).toEqual(snapshot)
  })

  test('a file that is no snapshot is refused with what to do', async () => {
    await store.saveSnapshot(snapshot)
    await writeFile(join(output, 'snapshot.json'), '{"version":')

    await expect(store.readLatestSnapshot()).rejects.toMatchObject({ hint: 'take a new one with savepoint snapshot' })
  })
})
