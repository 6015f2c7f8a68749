/** Deals with a run that vanished: ends what it left running, removes what it left lying, and says where the database stands. */

import { type Difference, isLoss } from '../domain/difference.ts'
import { causeChain, hintOf } from '../domain/errors.ts'
import type { RunRecord } from '../domain/journal.ts'
import { describeRevisions, sameRevisions } from '../domain/revision.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Backup } from './backup.ts'
import { compareWithBaseline, describeDifferences, unequal } from './comparing.ts'
import type { RunContext } from './context.ts'
import { describeUnsettled } from './earlier-runs.ts'
import type { Journal } from './journal.ts'
import type { StageScope } from './stages.ts'

/** The state before an interrupted run, and its backup where that is still whole. */
export interface EarlierState {
  readonly runId: string
  readonly baseline: Snapshot
  readonly backup: Backup | null
  /** Services were started on the state that run left: what differs now, users may have written. */
  readonly written: boolean
}

export type Recovery =
  /** Nothing is left of an earlier run, or users are at work on what it left: start afresh. */
  | { readonly next: 'fresh'; readonly inService?: boolean }
  /** An earlier run had applied migrations: go on, and judge the end by the state before that run. */
  | { readonly next: 'go-on'; readonly earlier: EarlierState }
  /** An earlier run was on its way back, or left a migration half done: come back to the state before it. */
  | { readonly next: 'go-back'; readonly earlier: EarlierState; readonly reason: string }
  /** Values differ from the state before, and nobody can tell who changed them: a person must decide. */
  | {
      readonly next: 'stop'
      readonly earlier: EarlierState
      readonly reason: string
      readonly differences: readonly Difference[]
    }

/**
 * @param runs - runs with loose ends, oldest first, at least one
 * @param adopt - take the database as it stands as the state before, whatever they left
 */
export async function recover(
  context: RunContext,
  journal: Journal,
  scope: StageScope,
  runs: readonly RunRecord[],
  adopt: boolean,
): Promise<Recovery> {
  for (const run of runs) {
    context.emit({ type: 'note', text: describeUnsettled(run) })
    await clearAway(context, journal, run)
  }
  const decisive = runs.findLast((run) => run.phase !== 'preparing')
  const recovery = adopt || decisive === undefined ? ({ next: 'fresh' } as const) : await assess(context, decisive)
  const told = (decisive ?? runs.at(-1)) as RunRecord
  const message = `${describeRecovery(recovery)}${describeLocked(recovery)}`
  scope.record({
    name: 'unfinished run',
    kind: 'unfinished-run',
    status: 'warning',
    actual: describeUnsettled(told),
    message,
    durationMs: 0,
  })
  for (const run of runs) {
    const outcome = recovery.next === 'fresh' || run !== decisive ? 'unchanged' : 'resumed'
    await journal.announce({ type: 'recovered', runId: run.runId, outcome })
  }
  return recovery
}

/** Its tools may still be at work in the server; its copies and half-written backup hold nothing that is needed. */
export async function clearAway(context: RunContext, journal: Journal, run: RunRecord): Promise<void> {
  const ended = await context.database.endSessionsOf(run.runId)
  if (ended > 0) context.emit({ type: 'note', text: `ended ${ended} sessions that run ${run.runId} had left at work` })
  for (const copy of run.copies) await clearCopy(context, journal, copy)
  await context.store.discardUnsealed(run.runId)
}

/** A copy that cannot be dropped, or that is none of ours, must not keep the next run from working. */
async function clearCopy(context: RunContext, journal: Journal, copy: string): Promise<void> {
  try {
    await context.database.dropCopy(copy)
    await journal.announce({ type: 'copy-dropped', copy })
  } catch (error) {
    context.signal.throwIfAborted()
    const why = context.redact(causeChain(error)[0] ?? 'unknown failure')
    context.emit({ type: 'note', text: `the copy ${copy} of an earlier run was not dropped: ${why}` })
  }
}

async function assess(context: RunContext, run: RunRecord): Promise<Recovery> {
  if (run.phase === 'in-service') return { next: 'fresh', inService: true }
  if (run.baseline === null || hadEnded(run)) return { next: 'fresh' }
  const recovery = await assessByContent(context, run, run.baseline)
  if (recovery.next !== 'go-back' || !run.written) return recovery
  const reason = `${recovery.reason}; services were started since, and users may have written`
  return { next: 'stop', earlier: recovery.earlier, reason, differences: [] }
}

/** It came to an end and vanished while it started the services: what differs now, users have written. */
function hadEnded({ settled }: RunRecord): boolean {
  return settled !== null && settled !== 'stopped'
}

async function assessByContent(context: RunContext, run: RunRecord, baseline: Snapshot): Promise<Recovery> {
  const earlier = { runId: run.runId, baseline, backup: await survivingBackup(context, run), written: run.written }
  const { equal, differences } = await compareWithBaseline(context, baseline, context.signal)
  const { current } = await context.migrator.state({ signal: context.signal })
  const sameRevision = sameRevisions(current, baseline.revision)
  if (sameRevision && equal) return { next: 'fresh' }
  if (run.phase === 'rolling-back')
    return { next: 'go-back', earlier, reason: `run ${run.runId} was interrupted on its way back` }
  if (!sameRevision) return { next: 'go-on', earlier }
  return assessSameRevision(run, earlier, differences)
}

/** Nothing is recorded as applied, and yet something differs: a half-done migration, or another writer. */
function assessSameRevision(run: RunRecord, earlier: EarlierState, differences: readonly Difference[]): Recovery {
  const told = unequal(differences)
  const byOthers = nothingHalfDone(run) || told.every((difference) => difference.change === 'rows-added')
  if (byOthers) return { next: 'fresh' }
  const words = describeDifferences(told)
  const touchesContent = told.some((difference) => ['rows', 'column', 'table'].includes(difference.object) && isLoss(difference))
  if (!touchesContent) {
    const reason = `run ${run.runId} left migration ${run.interruptedMigration?.revision ?? ''} half done (${words})`
    return { next: 'go-back', earlier, reason }
  }
  const reason = `after the interrupted run ${run.runId} the database is not as it was, at the same revision: ${words}`
  return { next: 'stop', earlier, differences: told, reason }
}

/** No migration had started, or the one that had is all or nothing: what differs now, others have written. */
function nothingHalfDone({ applied, interruptedMigration, recovered }: RunRecord): boolean {
  const ofItsOwn = recovered.every(({ nothingLeft }) => nothingLeft)
  return ofItsOwn && applied.length === 0 && (interruptedMigration === null || interruptedMigration.atomic)
}

/** The earlier run's backup, where it holds the state before, and its files are here and whole. */
async function survivingBackup(context: RunContext, run: RunRecord): Promise<Backup | null> {
  if (run.backup === null || !run.backup.verified) return null
  try {
    const manifest = await context.store.readManifest(run.backup.path)
    if (manifest.fingerprint.digest !== run.baseline?.fingerprint.digest) return null
    await context.store.verifyFiles(run.backup.path, manifest)
    return await withKey(context, run, { manifest, path: run.backup.path })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    context.emit({ type: 'note', text: `the backup of run ${run.runId} cannot be used: ${context.redact(why)}` })
    return null
  }
}

/** The run that sealed it has taken its own key with it. Without another the backup stays what a person can restore. */
async function withKey(context: RunContext, run: RunRecord, backup: Backup): Promise<Backup> {
  try {
    await context.store.requireKey(backup.path, backup.manifest)
    return backup
  } catch (error) {
    const locked = [causeChain(error)[0], hintOf(error)].filter((part) => part !== undefined).join('; ')
    context.emit({ type: 'note', text: `the backup of run ${run.runId} cannot be restored by this one: ${locked}` })
    return { ...backup, locked }
  }
}

function describeLocked(recovery: Recovery): string {
  const locked = 'earlier' in recovery ? recovery.earlier.backup?.locked : undefined
  return locked === undefined ? '' : `; its backup cannot be restored by this run: ${locked}`
}

function describeRecovery(recovery: Recovery): string {
  switch (recovery.next) {
    case 'fresh':
      if (recovery.inService) return 'its checks had passed and users are at work since; the database is taken as it stands'
      return 'the database is as it was before it; starting afresh'
    case 'go-on':
      return `it had moved the database from ${describeRevisions(recovery.earlier.baseline.revision)}; going on from where it stands, judged by the state before`
    case 'go-back':
      return `${recovery.reason}; coming back to the state before`
    case 'stop':
      return recovery.reason
  }
}
