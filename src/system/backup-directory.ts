/** Where backups lie: a directory each, whose manifest is written last, so that a backup without one is not whole. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackupFile, BackupManifest } from '../domain/backup.ts'
import { BackupError, ConfigurationError } from '../domain/errors.ts'
import { MANIFEST_FILE } from '../domain/ports/backup-store.ts'
import type { StoredDump } from '../domain/ports/database.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import type { WrittenDump } from '../domain/ports/run-store.ts'
import type { BackupKeys } from './backup-keys.ts'
import { type Decoding, decodings, zstd } from './dump-encoding.ts'
import { readDumpFile, writeDumpFile } from './dump-file.ts'
import { digestFile, isMissing, makeDirectory, renameDurably, storing, writeWhole } from './durable-files.ts'
import { isManifest, manifestDefects } from './manifest-shape.ts'
import { safeName } from './safe-name.ts'

/** What the names of all dumps begin with. */
const DUMP = 'database.dump'
const PARTIAL = '.partial'

/** Creates the directory of one backup below that of all backups. */
export async function prepareBackup(backups: string, backupId: string): Promise<string> {
  const directory = directoryOf(backups, backupId)
  await makeDirectory(directory)
  return directory
}

/** Of one backup below that of all. */
export function directoryOf(backups: string, backupId: string): string {
  return join(backups, safeName(backupId))
}

/** Writes the dump under a temporary name: only {@link sealBackup} gives it its own. */
export async function writeDump(
  backups: string,
  backupId: string,
  dump: ByteStream,
  threads: number | null,
  keys: BackupKeys,
): Promise<WrittenDump> {
  const sealing = await keys.seal()
  const encodings = [zstd(threads), ...(sealing === null ? [] : [sealing.encoding])]
  const name = `${DUMP}${encodings.map(({ suffix }) => suffix).join('')}`
  const path = join(directoryOf(backups, backupId), name)
  const digest = await storing(path, () => writeDumpFile(`${path}${PARTIAL}`, dump, encodings))
  sealing?.wrote(digest)
  return { file: { path: name, ...digest }, compression: 'zstd', encryption: sealing?.encryption ?? null }
}

/** Renames the dump, then writes the manifest beside it. */
export async function sealBackup(backups: string, manifest: BackupManifest): Promise<string> {
  const directory = directoryOf(backups, manifest.id)
  for (const { path } of manifest.files) {
    const file = join(directory, path)
    await storing(file, () => renameDurably(`${file}${PARTIAL}`, file))
  }
  const path = join(directory, MANIFEST_FILE)
  await writeManifest(path, manifest)
  return path
}

/** Where a dump is compressed or encrypted, no place in it is known before all that comes before was read. */
export function openDump(path: string, manifest: BackupManifest, keys: BackupKeys): StoredDump {
  const file = dumpOf(path, manifest)
  const steps = [...decodings(manifest.compression ?? 'none'), ...openings(manifest, file, keys)]
  return { plainFile: steps.length === 0 ? file.at : null, open: () => readDumpFile(file.at, steps) }
}

/** Reads no further than needed to see that a key fits. @throws BackupError naming those that the backup is encrypted for */
export async function requireKey(path: string, manifest: BackupManifest, keys: BackupKeys): Promise<void> {
  const file = dumpOf(path, manifest)
  const steps = openings(manifest, file, keys)
  if (steps.length === 0) return
  for await (const _first of readDumpFile(file.at, steps)) return
}

function openings({ encryption }: BackupManifest, file: BackupFile, keys: BackupKeys): readonly Decoding[] {
  return encryption == null ? [] : [keys.opening(file, encryption)]
}

function dumpOf(path: string, manifest: BackupManifest): BackupFile & { readonly at: string } {
  const [file] = manifest.files
  if (file === undefined) throw new BackupError(`the manifest ${path} names no file`)
  return { ...file, at: join(dirname(resolve(path)), file.path) }
}

export async function writeManifest(path: string, manifest: BackupManifest): Promise<void> {
  await writeWhole(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Removes a backup that has no manifest; one that has is left alone. */
export async function discardUnsealed(backups: string, backupId: string): Promise<void> {
  const directory = directoryOf(backups, backupId)
  if (await exists(join(directory, MANIFEST_FILE))) return
  await rm(directory, { recursive: true, force: true })
}

/**
 * Reads a manifest by its path or by that of its directory.
 *
 * @throws ConfigurationError when there is nothing at the path, BackupError when what is there is not whole
 */
export async function readManifest(path: string): Promise<BackupManifest> {
  const file = await manifestFile(resolve(path))
  return parseManifest(await readText(file), file)
}

/** @throws BackupError when the text from `file` is not a whole manifest */
export function parseManifest(text: string, file: string): BackupManifest {
  const value = parse(text, file)
  if (isManifest(value)) return value
  throw new BackupError(`${file} is not a whole backup manifest: wrong or missing ${manifestDefects(value).join(', ')}`, {
    hint: 'choose another backup, or one written by this version of Savepoint',
  })
}

async function manifestFile(path: string): Promise<string> {
  const entry = await stat(path).catch(() => null)
  return entry?.isDirectory() ? join(path, MANIFEST_FILE) : path
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) throw await explainMissing(file, cause)
    throw new ConfigurationError(`cannot read the backup manifest ${file}`, { hint: 'give a manifest that you may read', cause })
  }
}

async function explainMissing(file: string, cause: unknown): Promise<Error> {
  const directory = dirname(file)
  const names = await readdir(directory).catch(() => [])
  const begun = names.some((name) => name.startsWith(DUMP))
  return begun
    ? new BackupError(`the backup in ${directory} has no ${basename(file)}: it was interrupted and is not whole`, {
        hint: 'choose another backup',
        cause,
      })
    : new ConfigurationError(`there is no backup manifest ${file}`, { hint: 'give the path of a manifest.json', cause })
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BackupError(`${file} is not a whole backup manifest: it is not JSON`, { hint: 'choose another backup', cause })
  }
}

/** Compares size and SHA-256 of every file with the manifest. */
export async function verifyFiles(path: string, manifest: BackupManifest): Promise<void> {
  const directory = dirname(await manifestFile(resolve(path)))
  for (const file of manifest.files) await verifyFile(join(directory, file.path), file)
}

async function verifyFile(path: string, expected: BackupFile): Promise<void> {
  const hint = 'choose another backup: this one was changed, cut short or moved without its files'
  const entry = await stat(path).catch(() => null)
  if (entry === null) throw new BackupError(`${path} is missing from the backup`, { hint })
  if (entry.size !== expected.sizeBytes) {
    throw new BackupError(`${path} has ${entry.size} bytes, its manifest says ${expected.sizeBytes}`, { hint })
  }
  const { sha256 } = await digestFile(path)
  if (sha256 !== expected.sha256) {
    throw new BackupError(`${path} has SHA-256 ${sha256}, its manifest says ${expected.sha256}`, { hint })
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
