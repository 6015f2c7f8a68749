/** Where backups lie: a directory each, whose manifest is written last, so that a backup without one is not whole. */
import { chmod, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackupFile, BackupManifest } from '../domain/backup.ts'
import { BackupError, ConfigurationError } from '../domain/errors.ts'
import {
  digestFile,
  isMissing,
  makeDirectory,
  PRIVATE_FILE,
  renameDurably,
  storing,
  syncFile,
  writeWhole,
} from './durable-files.ts'
import { isManifest, manifestDefects } from './manifest-shape.ts'
import { safeName } from './safe-name.ts'

const DUMP = 'database.dump'
const MANIFEST = 'manifest.json'

export interface BackupPlace {
  readonly directory: string
  readonly temporaryFile: string
  readonly finalFile: string
}

/** Paths of one backup below the directory of all backups. */
export function backupPlace(backups: string, backupId: string): BackupPlace {
  const directory = join(backups, safeName(backupId))
  return { directory, temporaryFile: join(directory, `${DUMP}.partial`), finalFile: join(directory, DUMP) }
}

export async function prepareBackup(backups: string, backupId: string): Promise<BackupPlace> {
  const place = backupPlace(backups, backupId)
  await makeDirectory(place.directory)
  return place
}

/** Digests, fsyncs and renames the dump, then writes the manifest beside it. */
export async function sealBackup(
  place: BackupPlace,
  describe: (file: BackupFile) => BackupManifest,
): Promise<{ readonly manifest: BackupManifest; readonly path: string }> {
  const digest = await storing(place.finalFile, async () => {
    await chmod(place.temporaryFile, PRIVATE_FILE)
    await syncFile(place.temporaryFile)
    const digest = await digestFile(place.temporaryFile)
    await renameDurably(place.temporaryFile, place.finalFile)
    return digest
  })
  const manifest = describe({ path: DUMP, ...digest })
  const path = join(place.directory, MANIFEST)
  await writeManifest(path, manifest)
  return { manifest, path }
}

export async function writeManifest(path: string, manifest: BackupManifest): Promise<void> {
  await writeWhole(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Removes a backup that has no manifest; one that has is left alone. */
export async function discardUnsealed(place: BackupPlace): Promise<void> {
  if (await exists(join(place.directory, MANIFEST))) return
  await rm(place.directory, { recursive: true, force: true })
}

/**
 * Reads a manifest by its path or by that of its directory.
 *
 * @throws ConfigurationError when there is nothing at the path, BackupError when what is there is not whole
 */
export async function readManifest(path: string): Promise<BackupManifest> {
  const file = await manifestFile(resolve(path))
  const value = parse(await readText(file), file)
  if (isManifest(value)) return value
  throw new BackupError(`${file} is not a whole backup manifest: wrong or missing ${manifestDefects(value).join(', ')}`, {
    hint: 'choose another backup, or one written by this version of Savepoint',
  })
}

async function manifestFile(path: string): Promise<string> {
  const entry = await stat(path).catch(() => null)
  return entry?.isDirectory() ? join(path, MANIFEST) : path
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
  const begun = (await exists(join(directory, DUMP))) || (await exists(join(directory, `${DUMP}.partial`)))
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
