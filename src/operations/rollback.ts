/** The rollback a person asks for: to a revision, to a backup, or to the state before the last run. */
import type { BackupManifest } from '../domain/backup.ts'
import type { Finding } from '../domain/check.ts'
import { compareFingerprints } from '../domain/comparison.ts'
import { ConfigurationError, causeChain } from '../domain/errors.ts'
import type { RunRecord } from '../domain/journal.ts'
import type { RunLock } from '../domain/ports/database.ts'
import { BASE, describeRevisions, type Revision, sameRevisions } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { type Backup, backUp } from './backup.ts'
import { verifyBackup } from './backup-proof.ts'
import { compareWithBaseline, counted, describeDifferences, fingerprintNow, unequal } from './comparing.ts'
import type { RunContext } from './context.ts'
import { findUnsettledRuns, readRuns } from './earlier-runs.ts'
import { keptCommands, settleFailure } from './failure.ts'
import { findBackup } from './finding-backup.ts'
import { generalConfirmation } from './gates/confirmation.ts'
import { acquireLock, releaseLock } from './lock.ts'
import { notify } from './notify.ts'
import { Proceedings } from './proceedings.ts'
import { clearAway } from './recover.ts'
import type { StageScope } from './stages.ts'
import { storeBackup } from './storing.ts'
import { rollBack } from './ways-back.ts'

export type RollbackTarget =
  | { readonly kind: 'revision'; readonly revision: Revision }
  /** Path of a backup's manifest, its id, or where a store holds it. */
  | { readonly kind: 'backup'; readonly named: string }
  | { readonly kind: 'before-last-run' }

/** Where to, and by which way: a downgrade keeps what was written since, a restore does not. */
type Destination =
  | { readonly way: 'downgrade'; readonly revision: readonly Revision[]; readonly baseline: Snapshot | null }
  | { readonly way: 'restore'; readonly backup: Backup }

/** @throws ConfigurationError for a target that does not exist or belongs to another database, before anything is touched */
export async function rollbackOnRequest(context: RunContext, target: RollbackTarget): Promise<RunResult> {
  const proceedings = new Proceedings(context)
  let lock: RunLock | null = null
  let restoring: Backup | null = null
  try {
    lock = await acquireLock(context)
    proceedings.services.takeUp(await readRuns(context))
    const destination = await findDestination(context, target)
    if (destination.way === 'restore') restoring = destination.backup
    return await goTo(context, proceedings, lock, destination)
  } catch (error) {
    if (error instanceof ConfigurationError && !proceedings.begun && !proceedings.services.stopped) throw error
    if (restoring !== null) return await settleRestore(context, proceedings, restoring, error)
    return await settleFailure(context, { rollBack: false }, proceedings, lock, error)
  } finally {
    await releaseLock(context, lock)
  }
}

async function findDestination(context: RunContext, target: RollbackTarget): Promise<Destination> {
  if (target.kind === 'backup') return destinationOfBackup(context, target.named)
  requireDowngrade(context)
  const runs = await readRuns(context)
  if (target.kind === 'revision') return destinationOfRevision(target.revision, runs)
  const last = runs.filter((run) => run.baseline !== null && run.applied.length > 0).at(-1)
  if (last?.baseline === null || last?.baseline === undefined) {
    throw new ConfigurationError('no run is known whose state before could be returned to', {
      hint: 'name the target: savepoint rollback --to REVISION, or --backup MANIFEST',
    })
  }
  return { way: 'downgrade', revision: last.baseline.revision, baseline: last.baseline }
}

/** A snapshot of that revision, where a run took one, lets the downgrade be compared. */
function destinationOfRevision(revision: Revision, runs: readonly RunRecord[]): Destination {
  const wanted = revision === BASE ? [] : [revision]
  const baseline = runs.findLast((run) => run.baseline !== null && sameRevisions(run.baseline.revision, wanted))?.baseline ?? null
  return { way: 'downgrade', revision: wanted, baseline }
}

function requireDowngrade({ migrator }: RunContext): void {
  if (migrator.capabilities.downgrade) return
  throw new ConfigurationError(`the ${migrator.kind} migrator cannot downgrade`, {
    hint: 'restore a backup: savepoint rollback --backup MANIFEST',
  })
}

async function destinationOfBackup(context: RunContext, named: string): Promise<Destination> {
  const backup = await findBackup(context, named)
  await context.store.verifyFiles(backup.path, backup.manifest)
  await context.store.requireKey(backup.path, backup.manifest)
  await refuseForeign(context, backup.manifest)
  return { way: 'restore', backup }
}

/** A backup of another database or environment would replace this one by something else entirely. */
async function refuseForeign(context: RunContext, manifest: BackupManifest): Promise<void> {
  const { identity } = await context.database.facts()
  const same = manifest.database.name === identity.name && manifest.database.systemIdentifier === identity.systemIdentifier
  if (same && manifest.environment === context.plan.environment) return
  throw new ConfigurationError(
    `the backup ${manifest.id} is of database ${manifest.database.name} in environment ${manifest.environment}, not of ${identity.name} in ${context.plan.environment}`,
    { hint: 'restore it by hand with pg_restore where that is really meant' },
  )
}

/** A manifest tells all of the snapshot but its horizon, so that rows added since cannot be told apart from those before. */
function baselineOf(manifest: BackupManifest): Snapshot {
  const { runId, createdAt, instant, revision, fingerprint } = manifest
  return { version: 1, runId, takenAt: createdAt, instant: { id: instant, horizon: '' }, revision, fingerprint, queries: {} }
}

async function goTo(context: RunContext, proceedings: Proceedings, lock: RunLock, destination: Destination): Promise<RunResult> {
  proceedings.from = (await context.migrator.state({ signal: context.signal })).current
  const unsettled = await findUnsettledRuns(context)
  if (!(await context.confirm(question(context, destination)))) return proceedings.finish('unchanged', false, 'a person declined')
  proceedings.confirmations.push(generalConfirmation(context, wayOf(destination)))
  notify(context, 'start', { reason: wayOf(destination) })
  await proceedings.begin()
  for (const run of unsettled) await clearAway(context, proceedings.journal, run)
  // Who stays does not keep a person from going back: a restore ends their sessions, and what they write is compared.
  await proceedings.services.stop('warning', context.signal)
  if (destination.way === 'restore') return restore(context, proceedings, lock, destination.backup)
  return downgrade(context, proceedings, destination.revision, destination.baseline)
}

function wayOf(destination: Destination): string {
  if (destination.way === 'downgrade') return `downgrade to ${describeRevisions(destination.revision)}`
  return `restore of the backup of ${destination.backup.manifest.createdAt}`
}

function question({ database }: RunContext, destination: Destination): string {
  if (destination.way === 'downgrade') return `Downgrade ${database.maskedUrl} to ${describeRevisions(destination.revision)}?`
  const { createdAt, revision } = destination.backup.manifest
  return `Put the backup of ${createdAt} (at ${describeRevisions(revision)}) in the place of ${database.maskedUrl}? The database as it is now is kept under another name.`
}

async function restore(context: RunContext, proceedings: Proceedings, lock: RunLock, backup: Backup): Promise<RunResult> {
  const { journal, stages } = proceedings
  const reason = `asked for by ${context.actor}`
  const request = { baseline: baselineOf(backup.manifest), backup, by: 'restore' as const, reason, lock, signal: context.signal }
  const report = await stages.run('rollback', (scope) => rollBack(context, journal, scope, request))
  if (report.keptDatabase !== null) proceedings.kept.push(report.keptDatabase)
  const where = describeRevisions((await context.migrator.state({ signal: context.signal })).current)
  return proceedings.finish(
    'rolled-back',
    true,
    `back at ${where}, proven equal to the backup`,
    keptCommands(context, report.keptDatabase),
  )
}

/** The swap happened or it did not, in one transaction: a failure beside it leaves the one state or the other. */
async function settleRestore(
  context: RunContext,
  proceedings: Proceedings,
  backup: Backup,
  failure: unknown,
): Promise<RunResult> {
  proceedings.cause = failure
  const reason = causeChain(failure)[0] ?? 'unknown failure'
  if (!proceedings.begun) return proceedings.finish('unchanged', false, reason)
  const now = await fingerprintNow(context, null, new AbortController().signal).catch(() => null)
  if (now === null)
    return proceedings.stop(`${reason}; the database cannot be read to tell whether the backup is in its place`, [])
  const inPlace = unequal(compareFingerprints(backup.manifest.fingerprint, now, 'by-name')).length === 0
  return proceedings.finish(inPlace ? 'rolled-back' : 'unchanged', false, reason)
}

/** `rolled-back` is claimed only where the state before is known and proven; otherwise the revision is what was reached. */
async function downgrade(
  context: RunContext,
  proceedings: Proceedings,
  revision: readonly Revision[],
  baseline: Snapshot | null,
): Promise<RunResult> {
  const { stages, journal } = proceedings
  await backUpBeforeDowngrade(context, proceedings)
  const proven = await stages.run('rollback', async (scope) => {
    await journal.announce({ type: 'rolling-back', by: 'downgrade', to: revision, reason: `asked for by ${context.actor}` })
    await downgradeTo(context, scope, revision)
    return baseline !== null && compareWithEarlier(context, scope, baseline)
  })
  const where = describeRevisions(revision)
  if (proven) return proceedings.finish('rolled-back', true, `back at ${where}, proven equal to the state before`)
  return proceedings.finish('migrated', true, `downgraded to ${where}; equality with an earlier state was not proven`)
}

/** A downgrade drops what the migrations made: that is backed up and proven first, and a failure comes back to it. */
async function backUpBeforeDowngrade(context: RunContext, proceedings: Proceedings): Promise<void> {
  const { journal, stages } = proceedings
  const { backup, snapshot } = await stages.run('backup', () => backUp(context, journal, { before: {} }, context.signal))
  const proven = await stages.run('verify-backup', (scope) => verifyBackup(context, journal, scope, backup))
  // A store that fails must not keep a person from going back.
  await storeBackup(context, proceedings, proven, 'warning')
  await proceedings.preserved(snapshot, proven)
  await proceedings.beginMigrating([])
}

async function downgradeTo(context: RunContext, scope: StageScope, revision: readonly Revision[]): Promise<void> {
  const { migrator, signal, emit } = context
  await migrator.downgrade(revision, { signal, onLine: (line) => emit({ type: 'output', source: migrator.kind, line }) })
  const ask = async (): Promise<Finding> => {
    const { current } = await migrator.state({ signal })
    const status = sameRevisions(current, revision) ? 'passed' : 'failed'
    return { status, expected: describeRevisions(revision), actual: describeRevisions(current) }
  }
  await scope.ask({ name: 'revision reached', kind: 'revision', ask })
  scope.requirePassed()
}

/** What was written since that state differs rightly: that is a warning for a person to read, not a failure. */
async function compareWithEarlier(context: RunContext, scope: StageScope, baseline: Snapshot): Promise<boolean> {
  const { equal, differences } = await compareWithBaseline(context, baseline, context.signal)
  const told = unequal(differences)
  const expected = `as it was at ${baseline.takenAt}`
  const finding: Finding = equal
    ? { status: 'passed', expected, actual: 'the same' }
    : { status: 'warning', expected, actual: counted(told.length, 'difference'), message: describeDifferences(told) }
  scope.record({ name: 'equal to the state before', kind: 'fingerprint', durationMs: 0, ...finding })
  return equal
}
