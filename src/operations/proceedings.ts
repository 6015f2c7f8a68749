/** What a run has done so far: its stages, journal, baseline, backup and migrations; and the result they add up to. */
import type { ActivityBaseline } from '../domain/activity.ts'
import { type Difference, isLoss } from '../domain/difference.ts'
import { ConfigurationError } from '../domain/errors.ts'
import type { MonitorRecord } from '../domain/monitoring.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { DatabaseFacts } from '../domain/ports/database.ts'
import type { Migration, Revision } from '../domain/revision.ts'
import type { JudgedDifference, RunResult, StoreRecord } from '../domain/run-result.ts'
import type { Confirmation } from '../domain/sign-off.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { type Backup, summarizeBackup } from './backup.ts'
import { budgetResults, type Measured } from './budgets.ts'
import type { EarlierResults } from './checks/plan-checks.ts'
import { judge } from './comparing.ts'
import type { RunContext } from './context.ts'
import { furtherConfirmations } from './gates/confirmation.ts'
import { Journal } from './journal.ts'
import type { KeptCopy } from './kept-copy.ts'
import { MigrationLog } from './migrate.ts'
import { adoptCommand, rollbackCommand, runCommand, startCommand, statusCommand } from './next-commands.ts'
import type { EarlierState } from './recover.ts'
import { Services } from './services.ts'
import type { FoundBefore } from './snapshot.ts'
import { Stages } from './stages.ts'

export class Proceedings {
  readonly journal: Journal
  readonly stages: Stages
  readonly services: Services
  /** Whether anything has been announced: from then on a mistake is a failure of the run, not a wrong usage. */
  begun = false
  /** Whether a migration may have been applied. */
  migrating = false
  /**
   * Whether users are at work on the migrated state: nothing is rolled back automatically from then on, because that would
   * take back what they have written. See {@link enterService}.
   */
  inService = false
  from: readonly Revision[] | null = null
  baseline: Snapshot | null = null
  backup: Backup | null = null
  /** What became of the backup in each of the plan's stores. */
  stored: readonly StoreRecord[] = []
  /** The restored backup that proved itself, while it is kept to compare with. */
  copy: KeptCopy | null = null
  /** What checks found before anything was changed. */
  before: EarlierResults = {}
  /** Levels of activity before anything was stopped or changed. */
  activity: ActivityBaseline | null = null
  log = new MigrationLog([])
  differences: readonly JudgedDifference[] = []
  cause: unknown = null
  monitor: MonitorRecord | null = null
  readonly kept: string[] = []
  readonly confirmations: Confirmation[] = []
  readonly #context: RunContext
  readonly #startedAt: string
  readonly #started: number
  #facts: DatabaseFacts | null = null

  constructor(context: RunContext) {
    this.#context = context
    this.journal = new Journal(context)
    this.stages = new Stages(context, () => (this.begun ? this.journal : null))
    this.services = new Services(context, { journal: this.journal, stages: this.stages, begin: () => this.begin() })
    this.#startedAt = context.clock.now().toISOString()
    this.#started = context.clock.monotonicMs()
    const { runId, operation, database, plan } = context
    context.emit({ type: 'run-started', runId, operation, database: database.maskedUrl, environment: plan.environment })
  }

  /** Opens the journal, once. */
  async begin(): Promise<void> {
    if (this.begun) return
    this.begun = true
    await this.journal.start().catch((error: unknown) => {
      // A journal that cannot be written where the user said is wrong usage, and nothing was touched.
      this.begun = !(error instanceof ConfigurationError)
      throw error
    })
  }

  /** Takes over the state before an interrupted run, in this run's own journal too: it may be interrupted as well. */
  async adopt({ baseline, backup, written }: EarlierState): Promise<void> {
    this.from = baseline.revision
    await this.preserved(baseline, backup)
    await this.beginMigrating([])
    if (written) {
      this.inService = true
      await this.journal.announce({ type: 'services-started' })
    }
    if (backup === null) return
    const { id } = backup.manifest
    await this.journal.announce({
      type: 'backup-written',
      backupId: id,
      path: backup.path,
      sha256: summarizeBackup(backup, []).sha256,
    })
    await this.journal.announce({ type: 'backup-verified', backupId: id, level: backup.manifest.verification.level })
  }

  /** The state before is known from here on. */
  async preserved(baseline: Snapshot, backup: Backup | null): Promise<void> {
    this.baseline = baseline
    this.backup = backup
    await this.journal.announce({ type: 'snapshot-taken', snapshot: baseline })
  }

  async beginMigrating(path: readonly Migration[]): Promise<void> {
    this.migrating = true
    await this.journal.announce({
      type: 'migrating',
      from: this.baseline?.revision ?? [],
      revisions: path.map((migration) => migration.revision),
    })
  }

  /** Services run again and every check has passed: a later failure stops for a person, in this run and in the next. */
  async enterService(): Promise<void> {
    await this.journal.announce({ type: 'in-service' })
    this.inService = true
  }

  /** What travels with the snapshot. */
  get found(): FoundBefore {
    return { before: this.before, ...(this.activity === null ? {} : { activity: this.activity }) }
  }

  /** What there is so far of each thing that a budget may be declared for. */
  get measured(): Measured {
    const ran = this.log.records.filter(({ outcome }) => outcome === 'applied' || outcome === 'rolled-back')
    const verification = this.backup?.manifest.verification
    return {
      migration: ran.length === 0 ? null : ran.reduce((sum, { durationMs }) => sum + durationMs, 0),
      downtime: this.services.downtimeMs,
      recovery: verification === undefined ? null : (verification.restoreMs ?? 'unmeasured'),
    }
  }

  /** A person must decide: names the state, the reason and the exact commands to go on or back. */
  async stop(reason: string, differences: readonly Difference[]): Promise<RunResult> {
    this.differences = judge(this.#context, differences)
    const back = rollbackCommand(this.#context, this.backup, this.baseline?.revision[0] ?? 'base')
    const next = [
      statusCommand(this.#context),
      back,
      runCommand(this.#context),
      ...(differences.some(isLoss) ? [adoptCommand(this.#context)] : []),
    ]
    return this.finish('stopped', false, reason, next)
  }

  keep(copy: KeptCopy): void {
    this.copy = copy
  }

  /** Nobody compares with the copy any more, and it takes room on the server. Tried again at the end where it fails. */
  async dropCopy(): Promise<void> {
    await this.copy?.drop().then(
      () => {
        this.copy = null
      },
      () => undefined,
    )
  }

  /** Every end of a run comes through here: services that it, or a run before it, stopped are started first. */
  async finish(outcome: Outcome, succeeded: boolean, reason: string, next: readonly string[] = []): Promise<RunResult> {
    const notStarted = await this.services.startAtTheEnd(outcome)
    const told = this.#context.redact(
      notStarted === null ? reason : `${reason}; and the services were not started: ${notStarted}`,
    )
    const start = notStarted === null ? null : startCommand(this.#context)
    const commands = [...(start === null ? next : [start, ...next]), ...(await this.#leaveCopy())]
    if (this.begun) await this.journal.conclude({ type: 'run-finished', outcome, reason: told, next: commands })
    const result = await this.#result(outcome, succeeded && notStarted === null, told, commands)
    this.#context.emit({ type: 'run-finished', outcome, reason: told })
    return result
  }

  /** A copy that cannot be dropped is for a person: the command that drops it. */
  async #leaveCopy(): Promise<readonly string[]> {
    await this.dropCopy()
    if (this.copy === null) return []
    this.kept.push(this.copy.name)
    return [this.#context.database.dropCommand(this.copy.name)]
  }

  async #result(outcome: Outcome, succeeded: boolean, reason: string, next: readonly string[]): Promise<RunResult> {
    const { runId, operation, actor, plan, clock, migrator } = this.#context
    const [to, database] = await Promise.all([this.#revisionNow(), this.#database()])
    return {
      runId,
      operation,
      environment: plan.environment,
      actor,
      startedAt: this.#startedAt,
      finishedAt: clock.now().toISOString(),
      durationMs: clock.monotonicMs() - this.#started,
      database,
      migrator: { kind: migrator.kind, from: this.from ?? to, to, migrations: this.log.records },
      outcome,
      succeeded,
      reason,
      stages: this.stages.results,
      differences: this.differences,
      backup: this.backup === null ? null : summarizeBackup(this.backup, this.stored),
      budgets: budgetResults(plan.budgets, this.measured),
      downtimeMs: this.services.downtimeMs,
      confirmations: [...this.confirmations, ...furtherConfirmations(this.#context)],
      // Both are found out once the run has ended: see closing.ts.
      approval: null,
      notifications: [],
      monitor: this.monitor,
      cause: this.cause,
      next,
      kept: this.kept,
    }
  }

  async #database(): Promise<RunResult['database']> {
    const { kind, maskedUrl } = this.#context.database
    this.#facts ??= await this.#context.database.facts().catch(() => null)
    return { kind, maskedUrl, serverVersion: this.#facts?.serverVersion ?? null, sizeBytes: this.#facts?.sizeBytes ?? null }
  }

  /** A report must be written even where the database can no longer be asked. */
  async #revisionNow(): Promise<readonly Revision[] | null> {
    const signal = AbortSignal.timeout(10_000)
    const state = await this.#context.migrator.state({ signal }).catch(() => null)
    return state?.current ?? null
  }
}
