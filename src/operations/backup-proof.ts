/** Proves a backup: its bytes, its reading to the end, and a restore whose content is compared value by value. */
import type { Finding } from '../domain/check.ts'
import { compareFingerprints } from '../domain/comparison.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import { type Backup, digestOf } from './backup.ts'
import { counted, describeDifferences, unequal } from './comparing.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'
import { dropAnnounced, KeptCopy } from './kept-copy.ts'
import type { StageScope } from './stages.ts'

/**
 * Proves a backup to the level that the plan asks for, and records the proof in its manifest.
 *
 * @param keep - takes over the copy that proved it; left out: the copy is dropped
 */
export async function verifyBackup(
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  backup: Backup,
  keep?: (copy: KeptCopy) => void,
): Promise<Backup> {
  const level = context.plan.backup.verify
  if (level === 'none') return backup
  await scope.ask({ name: 'bytes as written', kind: 'digest', ask: () => checkBytes(context, backup) })
  scope.requirePassed()
  if (level === 'read') {
    await scope.ask({ name: 'can be read to its end', kind: 'read', ask: () => readWhole(context, backup) })
    scope.requirePassed()
    return recordProof(context, journal, backup, level, null)
  }
  let restoreMs = 0
  await scope.ask({
    name: 'restores to the same content',
    kind: 'restore',
    ask: async () => {
      const restored = await restoreAndRead(context, journal, backup)
      restoreMs = restored.restoreMs
      const finding = judgeRestored(backup.manifest.fingerprint, restored.fingerprint)
      if (keep !== undefined && finding.status === 'passed') keep(restored.copy)
      else await restored.copy.drop()
      return finding
    },
  })
  scope.requirePassed()
  return recordProof(context, journal, backup, 'restore', restoreMs)
}

async function checkBytes(context: RunContext, { path, manifest }: Backup) {
  await context.store.verifyFiles(path, manifest)
  return { status: 'passed' as const, expected: `sha256 ${digestOf(manifest)}`, actual: 'the same' }
}

/** Checksums inside the compressed dump, and every entry of its table of contents. */
async function readWhole({ database, store, signal }: RunContext, { path, manifest }: Backup): Promise<Finding> {
  await database.readDump(store.openDump(path, manifest), signal)
  return { status: 'passed', expected: 'every entry of its table of contents', actual: 'there' }
}

/** Restores into a copy beside the database and reads it. The copy is the caller's to drop; none is left where this throws. */
async function restoreAndRead(context: RunContext, journal: Journal, backup: Backup) {
  const { clock, signal } = context
  const started = clock.monotonicMs()
  const copy = await restoreBeside(context, journal, backup)
  try {
    const restoreMs = clock.monotonicMs() - started
    const fingerprint = await copy.database.withSnapshot(signal, (view) => view.fingerprint({ signal }))
    return { copy, fingerprint, restoreMs }
  } catch (error) {
    await copy.drop()
    throw error
  }
}

/** A copy of the state that a backup holds, to compare with. It is the caller's to drop; none is left where this throws. */
export async function restoreBeside(context: RunContext, journal: Journal, { path, manifest }: Backup): Promise<KeptCopy> {
  const { database, store, signal } = context
  const copy = database.copyName('verification', context.runId)
  await journal.announce({ type: 'copy-creating', copy, purpose: 'verification' })
  try {
    const restored = await database.restoreCopy({ dump: store.openDump(path, manifest), copy, faithful: false, signal })
    return new KeptCopy(context, journal, copy, restored)
  } catch (error) {
    await dropAnnounced(context, journal, copy)
    throw error
  }
}

function judgeRestored(expected: Fingerprint, actual: Fingerprint): Finding {
  const differences = unequal(compareFingerprints(expected, actual, 'by-name')).filter(({ object }) => object !== 'database')
  const shown = `fingerprint ${expected.digest.slice(0, 16)}`
  if (differences.length === 0) return { status: 'passed', expected: shown, actual: 'the same' }
  const message = `the restored backup differs: ${describeDifferences(differences)}`
  return { status: 'failed', expected: shown, actual: counted(differences.length, 'difference'), message }
}

async function recordProof(
  context: RunContext,
  journal: Journal,
  backup: Backup,
  level: 'restore' | 'read',
  restoreMs: number | null,
): Promise<Backup> {
  const earlier = backup.manifest.verification
  // To read a backup that was restored before takes nothing from that proof.
  const isLess = level === 'read' && earlier.level === 'restore'
  const verification = isLess ? earlier : { level, at: context.clock.now().toISOString(), restoreMs }
  const manifest = { ...backup.manifest, verification }
  await context.store.updateManifest(backup.path, manifest)
  await journal.announce({ type: 'backup-verified', backupId: manifest.id, level })
  return { manifest, path: backup.path }
}
