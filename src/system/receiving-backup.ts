/** Takes a backup over from elsewhere: every file is compared with the manifest before the manifest makes it whole. */
import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupFile, BackupManifest } from '../domain/backup.ts'
import { BackupError } from '../domain/errors.ts'
import { MANIFEST_FILE } from '../domain/ports/backup-store.ts'
import { directoryOf, readManifest, verifyFiles, writeManifest } from './backup-directory.ts'
import { digestFile, makeDirectory, renameDurably, storing } from './durable-files.ts'

/** Returns the path of the manifest. One that is here and whole is left as it is; one that was damaged since is replaced. */
export async function receiveBackup(
  backups: string,
  manifest: BackupManifest,
  receive: (file: BackupFile, path: string) => Promise<void>,
): Promise<string> {
  const directory = directoryOf(backups, manifest.id)
  const path = join(directory, MANIFEST_FILE)
  if (await isHere(path, manifest)) return path
  await makeDirectory(directory)
  for (const file of manifest.files) await receiveFile(join(directory, file.path), file, receive)
  await writeManifest(path, manifest)
  return path
}

async function isHere(path: string, manifest: BackupManifest): Promise<boolean> {
  if ((await stat(path).catch(() => null)) === null) return false
  const here = await readManifest(path)
  if (JSON.stringify(here.files) !== JSON.stringify(manifest.files)) {
    throw new BackupError(`${path} is another backup of the same id`, {
      hint: 'choose another run directory with --output, or move that one away',
    })
  }
  return verifyFiles(path, here).then(
    () => true,
    () => false,
  )
}

async function receiveFile(
  path: string,
  file: BackupFile,
  receive: (file: BackupFile, path: string) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.partial`
  await makeDirectory(dirname(path))
  try {
    await storing(path, () => receive(file, temporary))
    await requireSame(temporary, file)
    await renameDurably(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function requireSame(path: string, file: BackupFile): Promise<void> {
  const { sizeBytes, sha256 } = await digestFile(path)
  if (sizeBytes === file.sizeBytes && sha256 === file.sha256) return
  throw new BackupError(
    `${file.path} came with ${sizeBytes} bytes and SHA-256 ${sha256}, its manifest says ${file.sizeBytes} and ${file.sha256}`,
    {
      hint: 'fetch it from another store, or choose another backup: this one was changed or cut short',
    },
  )
}
