/** The way back: the migrator's own downgrade where it is proven equal, else a restored backup swapped in by rename. */

import type { Finding } from '../domain/check.ts'
import { compareFingerprints } from '../domain/comparison.ts'
import type { Difference } from '../domain/difference.ts'
import { causeChain, RollbackError, SavepointError } from '../domain/errors.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import type { RunLock } from '../domain/ports/database.ts'
import { sameRevisions } from '../domain/revision.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Backup } from './backup.ts'
import { compareWithBaseline, counted, describeDifferences, unequal } from './comparing.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'
import type { StageScope } from './stages.ts'

export interface RollbackRequest {
  /** The state to come back to. */
  readonly baseline: Snapshot
  /** Its backup; without one the only way is to downgrade. */
  readonly backup: Backup | null
  readonly reason: string
  readonly lock: RunLock
  /** Which ways may be tried. */
  readonly by: 'auto' | 'downgrade' | 'restore'
  /** Not the run's own signal: that one may be the reason for the rollback. */
  readonly signal: AbortSignal
}

export interface RollbackReport {
  readonly by: 'downgrade' | 'restore'
  /** Name of the failed database, kept for a person to look at and drop. */
  readonly keptDatabase: string | null
}

type Way = 'downgrade' | 'restore'

/**
 * Tries each way the plan allows, in order, until one is proven equal to the baseline.
 *
 * @throws RollbackError carrying the failure of every way tried
 */
export async function rollBack(
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  request: RollbackRequest,
): Promise<RollbackReport> {
  const failures: unknown[] = []
  for (const way of waysBack(context, request)) {
    await request.lock.assertHeld()
    try {
      return await goBack(way, context, journal, scope, request)
    } catch (error) {
      if (request.signal.aborted) throw error
      failures.push(error)
      const why = context.redact(causeChain(error)[0] ?? 'unknown failure')
      context.emit({ type: 'note', text: `the ${way} did not bring the state before back: ${why}` })
    }
  }
  throw new RollbackError(describeFailures(failures, request), failures, {
    hint: 'the database was left as it is; look at it before anything else',
  })
}

function waysBack(context: RunContext, { backup, by }: RollbackRequest): readonly Way[] {
  const ways: Way[] = []
  if (by !== 'restore' && context.migrator.capabilities.downgrade) ways.push('downgrade')
  if (by !== 'downgrade' && backup !== null && backup.locked === undefined && context.database.capabilities.copies)
    ways.push('restore')
  return ways
}

function describeFailures(failures: readonly unknown[], { backup, by }: RollbackRequest): string {
  const locked = by === 'downgrade' ? undefined : backup?.locked
  const tried = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; then: ')
  if (locked === undefined) return tried || 'there is no way back: no backup to restore, and the migrator cannot downgrade'
  return `${tried || 'no other way back than to restore'}; and it was not restored: ${locked}`
}

async function goBack(
  way: Way,
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  request: RollbackRequest,
): Promise<RollbackReport> {
  await journal.announce({ type: 'rolling-back', by: way, to: request.baseline.revision, reason: request.reason })
  if (way === 'downgrade') return downgrade(context, scope, request)
  return restoreAndSwap(context, journal, scope, request)
}

async function downgrade(context: RunContext, scope: StageScope, request: RollbackRequest): Promise<RollbackReport> {
  const { migrator, emit } = context
  const { signal, baseline } = request
  const { current } = await migrator.state({ signal })
  if (!sameRevisions(current, baseline.revision)) {
    await migrator.downgrade(baseline.revision, {
      signal,
      onLine: (line) => emit({ type: 'output', source: migrator.kind, line }),
    })
  }
  await proveEqual(context, scope, request, 'downgraded to the state before')
  return { by: 'downgrade', keptDatabase: null }
}

async function proveEqual(
  context: RunContext,
  scope: StageScope,
  { baseline, signal }: RollbackRequest,
  name: string,
): Promise<void> {
  const ask = async (): Promise<Finding> => {
    const { differences } = await compareWithBaseline(context, baseline, signal)
    return judgeEquality(baseline.fingerprint, unequal(differences), 'warning')
  }
  const result = await scope.ask({ name, kind: 'fingerprint', ask }, signal)
  if (result.status !== 'passed')
    throw new SavepointError('ROLLBACK', `not equal to the state before: ${result.message ?? result.status}`)
}

/** A way that does not lead back is a warning while there is another. */
function judgeEquality(expected: Fingerprint, differences: readonly Difference[], otherwise: 'warning' | 'failed'): Finding {
  const shown = `fingerprint ${expected.digest.slice(0, 16)}`
  if (differences.length === 0) return { status: 'passed', expected: shown, actual: 'the same' }
  return {
    status: otherwise,
    expected: shown,
    actual: counted(differences.length, 'difference'),
    message: describeDifferences(differences),
  }
}

/** The failed database keeps everything under a new name; the restored one takes its place in one transaction. */
async function restoreAndSwap(
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  request: RollbackRequest,
): Promise<RollbackReport> {
  const { database, store, runId } = context
  const backup = request.backup as Backup
  await store.verifyFiles(backup.path, backup.manifest)
  const copyName = database.copyName('restore', runId)
  const failedName = database.copyName('failed', runId)
  await database.dropCopy(copyName)
  await journal.announce({ type: 'copy-creating', copy: copyName, purpose: 'restore' })
  try {
    await restoreProven(context, journal, scope, request, copyName, failedName)
    await request.lock.assertHeld()
    await database.swapIn(copyName, failedName)
  } catch (error) {
    await dropUnused(context, journal, copyName)
    throw error
  }
  await journal.announce({ type: 'swapped', failedName })
  return { by: 'restore', keptDatabase: failedName }
}

/** What was not swapped in holds nothing but the backup; the failure that led here must not be hidden by another. */
async function dropUnused(context: RunContext, journal: Journal, copy: string): Promise<void> {
  try {
    await context.database.dropCopy(copy)
    await journal.announce({ type: 'copy-dropped', copy })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    context.emit({ type: 'note', text: `${copy} could not be dropped: ${context.redact(why)}` })
  }
}

/** The copy gets the journal before the swap, so that the database has it from its first moment under its own name. */
async function restoreProven(
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  request: RollbackRequest,
  copyName: string,
  failedName: string,
): Promise<void> {
  const backup = request.backup as Backup
  const { signal } = request
  const dump = context.store.openDump(backup.path, backup.manifest)
  const properties = backup.manifest.fingerprint.objects.find((object) => object.kind === 'database')?.definition
  const copy = await context.database.restoreCopy({ dump, copy: copyName, faithful: true, properties, signal })
  try {
    const { fingerprint } = backup.manifest
    const ask = async (): Promise<Finding> => {
      const restored = await copy.withSnapshot(signal, (view) => view.fingerprint({ signal }))
      return judgeEquality(fingerprint, unequal(compareFingerprints(fingerprint, restored, 'by-name')), 'failed')
    }
    const result = await scope.ask({ name: 'restored to the state before', kind: 'fingerprint', ask }, signal)
    if (result.status !== 'passed')
      throw new SavepointError('ROLLBACK', `the restored backup differs: ${result.message ?? result.status}`)
    await journal.announce({ type: 'swapping', copy: copyName, failedName })
    await copy.ledger.replace(journal.entries)
  } finally {
    await copy.close()
  }
}
