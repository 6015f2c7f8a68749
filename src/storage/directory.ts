/** A store in a directory, e.g. a mounted disk of another machine: a directory for each backup, the manifest written last. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BackupFile } from '../domain/backup.ts'
import { BackupError } from '../domain/errors.ts'
import { type BackupStore, isBackupId, MANIFEST_FILE, type TransferOptions } from '../domain/ports/backup-store.ts'
import { locationOf } from '../domain/store-place.ts'
import { counting, partOf } from './transfer.ts'

const FETCH = 'give a backup'
const PRIVATE_DIRECTORY = 0o700
const PRIVATE_FILE = 0o600

/** Nothing is created before something is stored. */
export function openDirectoryStore(directory: string): BackupStore {
  const location = locationOf({ kind: 'directory', path: directory })
  const pathOf = (backupId: string, name: string) => join(directory, partOf(location, backupId, name))
  const explained = <Result>(doing: string, work: Promise<Result>) =>
    work.catch((error: unknown) => {
      throw explain(location, doing, error)
    })
  return {
    location,
    put: (id, file, source, options) => explained(`store ${id}`, put(location, pathOf(id, file.path), file, source, options)),
    putManifest: (id, text) => explained(`store ${id}`, writeText(pathOf(id, MANIFEST_FILE), text)),
    list: () => explained('list backups', list(directory)),
    readManifest: (id) => explained(`read ${id}`, readWhereThere(pathOf(id, MANIFEST_FILE))),
    get: (id, file, target, options) => explained(FETCH, copy(pathOf(id, file.path), target, options)),
    remove: (id) => explained(`remove ${id}`, remove(pathOf(id, MANIFEST_FILE))),
  }
}

async function put(location: string, path: string, file: BackupFile, source: string, options: TransferOptions): Promise<void> {
  const temporary = `${path}.partial`
  await mkdir(dirname(path), { recursive: true, mode: PRIVATE_DIRECTORY })
  try {
    await copy(source, temporary, options)
    await requireSame(location, temporary, file)
    await settle(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function copy(source: string, target: string, { signal, onProgress }: TransferOptions): Promise<void> {
  const output = createWriteStream(target, { mode: PRIVATE_FILE, flush: true })
  await pipeline(createReadStream(source, { highWaterMark: 1024 * 1024 }), counting(onProgress), output, { signal })
}

/** Reads back what was written: a full or failing disk may have taken less than it said. */
async function requireSame(location: string, path: string, file: BackupFile): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  if (hash.digest('hex') === file.sha256) return
  throw new BackupError(`${location} gave ${file.path} back with other bytes than were stored`, {
    hint: 'look at the disk behind it, or name another store',
  })
}

async function writeText(path: string, text: string): Promise<void> {
  const temporary = `${path}.partial`
  await mkdir(dirname(path), { recursive: true, mode: PRIVATE_DIRECTORY })
  const handle = await open(temporary, 'w', PRIVATE_FILE)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await settle(temporary, path)
}

/** The name appears only with its whole content, and survives a crash. */
async function settle(temporary: string, path: string): Promise<void> {
  await rename(temporary, path)
  await syncDirectory(dirname(path))
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function list(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return entries.filter((entry) => entry.isDirectory() && isBackupId(entry.name)).map((entry) => entry.name)
}

async function readWhereThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
}

async function remove(manifest: string): Promise<void> {
  const directory = dirname(manifest)
  await rm(manifest, { force: true })
  if (await stat(directory).catch(() => null)) await syncDirectory(directory)
  await rm(directory, { recursive: true, force: true })
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free space there, or prune with savepoint backup prune',
  EDQUOT: 'the quota is used up: free space there, or prune with savepoint backup prune',
  EFBIG: 'the file is larger than that file system or a limit allows',
  EACCES: 'give this user the right to write there, or name another store',
  EPERM: 'give this user the right to write there, or name another store',
  EROFS: 'it is mounted for reading only: mount it for writing, or name another store',
  ENOTDIR: 'a part of the path is a file: name another store',
}

function explain(location: string, doing: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof BackupError || code === undefined || code === 'ABORT_ERR') return error
  // What is fetched is written here: then it is this machine's disk that is full.
  if (doing === FETCH && FULL.includes(code)) return error
  return new BackupError(`the store ${location} cannot ${doing}: ${(error as Error).message}`, {
    hint: HINTS[code] ?? 'look whether it is there and mounted',
    cause: error,
  })
}
