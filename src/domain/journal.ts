/** The journal: what a run announced before it did it, and what can be concluded from it after the run has vanished. */
import type { Outcome } from './outcome.ts'
import type { MigrationOutcome, Revision } from './revision.ts'
import type { Snapshot } from './snapshot.ts'

/** Every event announces a side effect before it happens, or records a fact that later runs need. */
export type JournalEvent =
  | {
      readonly type: 'run-started'
      readonly operation: string
      readonly environment: string
      readonly database: string
      /** Name of the database, by itself. Left out by the first versions, as is `history`. */
      readonly databaseName?: string
      /** The migrator's history key: runs of two histories work on one database at the same time. */
      readonly history?: string
      readonly actor: string
      readonly host: string
      readonly pid: number
    }
  | { readonly type: 'stage-started'; readonly stage: string }
  | { readonly type: 'stage-finished'; readonly stage: string; readonly status: string }
  | { readonly type: 'snapshot-taken'; readonly snapshot: Snapshot }
  | { readonly type: 'backup-writing'; readonly backupId: string; readonly path: string }
  | { readonly type: 'backup-written'; readonly backupId: string; readonly path: string; readonly sha256: string }
  | { readonly type: 'backup-verified'; readonly backupId: string; readonly level: string }
  | { readonly type: 'backup-storing'; readonly backupId: string; readonly location: string }
  | { readonly type: 'backup-stored'; readonly backupId: string; readonly location: string }
  | { readonly type: 'copy-creating'; readonly copy: string; readonly purpose: 'verification' | 'restore' }
  | { readonly type: 'copy-dropped'; readonly copy: string }
  | { readonly type: 'migrating'; readonly from: readonly Revision[]; readonly revisions: readonly Revision[] }
  | { readonly type: 'migration-starting'; readonly revision: Revision; readonly atomic: boolean }
  | { readonly type: 'migration-finished'; readonly revision: Revision; readonly outcome: MigrationOutcome }
  | {
      readonly type: 'rolling-back'
      readonly by: 'downgrade' | 'restore'
      readonly to: readonly Revision[]
      readonly reason: string
    }
  | { readonly type: 'swapping'; readonly copy: string; readonly failedName: string }
  | { readonly type: 'swapped'; readonly failedName: string }
  /** From here on `start` is owed, by this run or by the next. */
  | { readonly type: 'services-stopping' }
  | { readonly type: 'services-stopped' }
  | { readonly type: 'sessions-terminating'; readonly sessions: readonly string[] }
  /** `settled`: the outcome the run will end in, where nothing but the start is left to do. */
  | { readonly type: 'services-starting'; readonly settled: Outcome | null }
  | { readonly type: 'services-started' }
  /** Every check has passed and users are at work: what a later run finds changed, they may have written. */
  | { readonly type: 'in-service' }
  | { readonly type: 'recovered'; readonly runId: string; readonly outcome: Outcome | 'resumed' }
  | { readonly type: 'run-finished'; readonly outcome: Outcome; readonly reason: string; readonly next: readonly string[] }

export interface JournalEntry {
  readonly runId: string
  /** Counts from 1 within a run. */
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly event: JournalEvent
}

/** How far a run had come when its last entry was written. Before `migrating`, nothing of the team's can have changed. */
export type RunPhase = 'preparing' | 'migrating' | 'validating' | 'in-service' | 'rolling-back'

/** What the entries of one run add up to. */
export interface RunRecord {
  readonly runId: string
  readonly operation: string
  readonly environment: string
  /** Which database it ran on: the masked URL. */
  readonly database: string
  /** Its name, and the key of its migration history; `null` where an older version wrote neither down. */
  readonly databaseName: string | null
  readonly history: string | null
  readonly actor: string
  readonly startedAt: string
  readonly lastEntryAt: string
  readonly phase: RunPhase
  /** `null` while it runs, and where it never came to an end. */
  readonly outcome: Outcome | null
  readonly reason: string | null
  readonly next: readonly string[]
  /** The state before the run, once it was measured. */
  readonly baseline: Snapshot | null
  /** Path of the manifest on the machine that ran it, and how far it was proven. */
  readonly backup: { readonly id: string; readonly path: string; readonly verified: boolean } | null
  /** Databases the run made and did not record as dropped. */
  readonly copies: readonly string[]
  /** The migration that had been announced and not recorded as finished. */
  readonly interruptedMigration: { readonly revision: Revision; readonly atomic: boolean } | null
  readonly applied: readonly Revision[]
  /** What it last announced of the team's services, and when (ISO 8601); `null` where it did not touch them. */
  readonly services: { readonly state: 'stopped' | 'running'; readonly since: string } | null
  /** The services were started on the state it left: users may have written since. */
  readonly written: boolean
  /** The outcome it would have ended in, announced before the services were started at its end. */
  readonly settled: Outcome | null
  /** Earlier runs whose loose ends it took up, and whether nothing was left of them. */
  readonly recovered: readonly { readonly runId: string; readonly nothingLeft: boolean }[]
}

/** Groups entries by run and concludes each; newest run last. Entries present in two journals count once. */
export function concludeRuns(entries: readonly JournalEntry[]): readonly RunRecord[] {
  const runs = new Map<string, Map<number, JournalEntry>>()
  for (const entry of entries) {
    const run = runs.get(entry.runId) ?? new Map<number, JournalEntry>()
    run.set(entry.sequence, entry)
    runs.set(entry.runId, run)
  }
  return [...runs.values()]
    .map((run) => [...run.values()].sort((a, b) => a.sequence - b.sequence))
    .map(concludeRun)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0))
}

/**
 * Runs with loose ends, oldest first: those that vanished, and those that stopped for a person to decide, unless a later run
 * brought the database to a known state, found nothing left of them, or carries their state on as its own.
 */
export function unsettledRuns(runs: readonly RunRecord[]): readonly RunRecord[] {
  const settling = runs.findLastIndex((run) => run.phase !== 'preparing' && run.outcome !== null && run.outcome !== 'stopped')
  const later = runs.slice(settling + 1)
  const takenUp = new Set(
    later.flatMap((run) =>
      run.recovered.filter(({ nothingLeft }) => nothingLeft || run.phase !== 'preparing').map(({ runId }) => runId),
    ),
  )
  return later.filter((run) => !takenUp.has(run.runId) && (run.outcome === null || isOpen(run)))
}

/** Since when the team's services are stopped and nobody has started them; `null` where no run owes them a start. */
export function servicesStoppedSince(runs: readonly RunRecord[]): string | null {
  const last = runs.findLast((run) => run.services !== null)?.services
  return last?.state === 'stopped' ? last.since : null
}

function isOpen(run: RunRecord): boolean {
  return run.outcome === 'stopped' && run.phase !== 'preparing'
}

function concludeRun(entries: readonly JournalEntry[]): RunRecord {
  const first = entries[0] as JournalEntry
  const last = entries.at(-1) as JournalEntry
  let record: RunRecord = {
    runId: first.runId,
    operation: 'unknown',
    environment: 'unknown',
    database: 'unknown',
    databaseName: null,
    history: null,
    actor: 'unknown',
    startedAt: first.at,
    lastEntryAt: last.at,
    phase: 'preparing',
    outcome: null,
    reason: null,
    next: [],
    baseline: null,
    backup: null,
    copies: [],
    interruptedMigration: null,
    applied: [],
    services: null,
    written: false,
    settled: null,
    recovered: [],
  }
  for (const entry of entries) record = { ...record, ...consequence(record, entry) }
  return record
}

function consequence(record: RunRecord, { event, at }: JournalEntry): Partial<RunRecord> {
  switch (event.type) {
    case 'run-started':
      return {
        operation: event.operation,
        environment: event.environment,
        database: event.database,
        databaseName: event.databaseName ?? null,
        history: event.history ?? null,
        actor: event.actor,
      }
    case 'snapshot-taken':
      return { baseline: event.snapshot }
    case 'backup-written':
      return { backup: { id: event.backupId, path: event.path, verified: false } }
    case 'backup-verified':
      return record.backup === null ? {} : { backup: { ...record.backup, verified: event.level === 'restore' } }
    case 'copy-creating':
      return { copies: [...record.copies, event.copy] }
    case 'copy-dropped':
      return { copies: record.copies.filter((copy) => copy !== event.copy) }
    case 'migrating':
      return { phase: 'migrating' }
    case 'migration-starting':
      return { interruptedMigration: { revision: event.revision, atomic: event.atomic } }
    case 'migration-finished':
      return {
        interruptedMigration: null,
        applied: event.outcome === 'applied' ? [...record.applied, event.revision] : record.applied,
      }
    case 'stage-started':
      return event.stage === 'validate' && record.phase === 'migrating' ? { phase: 'validating' } : {}
    case 'rolling-back':
      return { phase: 'rolling-back', written: false }
    case 'swapped':
      return { copies: [] }
    case 'run-finished':
      return { outcome: event.outcome, reason: event.reason, next: event.next }
    case 'recovered':
      return { recovered: [...record.recovered, { runId: event.runId, nothingLeft: event.outcome !== 'resumed' }] }
    case 'services-stopping':
      return record.services?.state === 'stopped' ? {} : { services: { state: 'stopped', since: at } }
    case 'services-starting':
      return { settled: event.settled, written: record.phase !== 'preparing' }
    case 'services-started':
      return { services: { state: 'running', since: at }, written: record.phase !== 'preparing' }
    case 'in-service':
      return { phase: 'in-service', written: true }
    default:
      return {}
  }
}
