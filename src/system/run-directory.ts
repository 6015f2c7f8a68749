/** The run directory (`--output`): journal, reports, snapshots and backups as private files, each whole or absent. */
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { RunStore } from '../domain/ports/run-store.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import {
  discardUnsealed,
  openDump,
  parseManifest,
  prepareBackup,
  readManifest,
  requireKey,
  sealBackup,
  verifyFiles,
  writeDump,
  writeManifest,
} from './backup-directory.ts'
import { BackupKeys } from './backup-keys.ts'
import { isMissing, makeDirectory, writeWhole } from './durable-files.ts'
import { readEvidence } from './evidence-file.ts'
import { JournalFile } from './journal-file.ts'
import { receiveBackup } from './receiving-backup.ts'
import { safeName } from './safe-name.ts'

const SNAPSHOT = 'snapshot.json'

/** Where the backups of a run directory lie, a directory each. */
export function backupsOf(output: string): string {
  return join(resolve(output), 'backups')
}

/** Opens the store at `output`; nothing is created before something is written. */
export function openRunDirectory(output: string, keys: BackupKeys = new BackupKeys([], [])): RunStore {
  const directory = resolve(output)
  const backups = backupsOf(output)
  const journal = new JournalFile(join(directory, 'journal.ndjson'))
  const save = (runId: string, name: string, text: string) => saveOfRun(directory, runId, name, text)
  return {
    directory,
    appendJournal: (entry) => journal.append(entry),
    readJournal: () => journal.read(),
    prepareBackup: (backupId) => prepareBackup(backups, backupId),
    writeDump: (backupId, dump, threads) => writeDump(backups, backupId, dump, threads, keys),
    sealBackup: (manifest) => sealBackup(backups, manifest),
    updateManifest: writeManifest,
    readManifest,
    parseManifest,
    receiveBackup: (manifest, receive) => receiveBackup(backups, manifest, receive),
    verifyFiles,
    openDump: (path, manifest) => openDump(path, manifest, keys),
    requireKey: (path, manifest) => requireKey(path, manifest, keys),
    discardUnsealed: (backupId) => discardUnsealed(backups, backupId),
    saveSnapshot: (snapshot) => save(snapshot.runId, SNAPSHOT, `${JSON.stringify(snapshot)}\n`),
    readLatestSnapshot: () => readSnapshot(join(directory, SNAPSHOT)),
    readEvidence: (file) => readEvidence(directory, file),
    saveOutput: (runId, name, text) => saveOutput(directory, runId, name, text),
    saveReport: save,
  }
}

/** Writes a file of one run, and the same as the latest. Returns the path of the run's own. */
async function saveOfRun(directory: string, runId: string, name: string, text: string): Promise<string> {
  const ofRun = join(directory, 'runs', safeName(runId))
  await makeDirectory(ofRun)
  const path = join(ofRun, safeName(name))
  await Promise.all([writeWhole(path, text), writeWhole(join(directory, safeName(name)), text)])
  return path
}

/** Under the name of a check as a file may be called; of the same name, e.g. of a check asked twice, with a number. */
async function saveOutput(directory: string, runId: string, name: string, text: string): Promise<string> {
  const outputs = join(directory, 'runs', safeName(runId), 'output')
  await makeDirectory(outputs)
  const taken = new Set(await readdir(outputs))
  const stem = fileStem(name)
  let file = `${stem}.log`
  for (let count = 2; taken.has(file); count++) file = `${stem}-${count}.log`
  await writeWhole(join(outputs, file), text)
  return join(outputs, file)
}

function fileStem(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return plain === '' ? 'check' : plain.slice(0, 60)
}

async function readSnapshot(path: string): Promise<Snapshot | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const snapshot = parseSnapshot(text)
  if (snapshot !== null) return snapshot
  throw new ConfigurationError(`${path} is not a snapshot of this version of Savepoint`, {
    hint: 'take a new one with savepoint snapshot',
  })
}

function parseSnapshot(text: string): Snapshot | null {
  try {
    const value = JSON.parse(text) as Partial<Snapshot> | null
    const whole = value?.version === 1 && Array.isArray(value.fingerprint?.tables) && Array.isArray(value.revision)
    return whole ? (value as Snapshot) : null
  } catch {
    return null
  }
}
