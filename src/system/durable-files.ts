/** Writes files that are either whole or absent, and private: temporary name, fsync, rename, fsync of the directory. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ConfigurationError, SavepointError } from '../domain/errors.ts'

export const PRIVATE_FILE = 0o600
const PRIVATE_DIRECTORY = 0o700

/** Creates a directory and what is missing above it, readable by nobody else. */
export async function makeDirectory(path: string): Promise<void> {
  await storing(path, async () => {
    const first = await mkdir(path, { recursive: true, mode: PRIVATE_DIRECTORY })
    if (first !== undefined) await syncDirectory(dirname(first))
  })
}

/** Makes renames and new names in a directory survive a crash. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a text so that a reader sees the old file or the new one, never half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  // The process id keeps two runs that share an output directory from writing into one temporary file.
  const temporary = `${path}.${process.pid}.partial`
  await storing(path, async () => {
    try {
      await writeSynced(temporary, text)
      await renameDurably(temporary, path)
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
  })
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', PRIVATE_FILE)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Renames within one directory. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncDirectory(dirname(to))
}

/** Size in bytes and SHA-256 in hex of a file, read as a stream. */
export async function digestFile(path: string): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  return { sizeBytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** Runs work that writes `path`, and explains a full disk or a missing permission. */
export async function storing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explainWriting(path, error)
  }
}

function explainWriting(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new SavepointError('INTERNAL', `the disk is full: cannot write ${path}`, {
        hint: `free space in ${dirname(path)}, or choose another directory with --output`,
        cause: error,
      })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new ConfigurationError(`cannot write ${path}`, {
        hint: 'choose a directory that you may write with --output',
        cause: error,
      })
    default:
      return error
  }
}

/** Whether an error says that a file does not exist. */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  return code === 'ENOENT' || code === 'ENOTDIR'
}
