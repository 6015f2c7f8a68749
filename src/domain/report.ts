/** The report of a run: one plain document from which every rendering is made, and which other programs read as report.json. */
import type { DatabaseIdentity, VerificationLevel } from './backup.ts'
import type { CheckStatus } from './check.ts'
import type { ErrorCode } from './errors.ts'
import type { Outcome } from './outcome.ts'
import type { MigrationOutcome } from './revision.ts'
import type { StageName, StageStatus } from './stage.ts'

export interface Report {
  readonly schemaVersion: 1
  readonly run: ReportRun
  /** `null` where the database was never reached. */
  readonly database: ReportDatabase | null
  readonly migrator: ReportMigrator | null
  readonly outcome: Outcome
  /** One sentence: why this outcome. */
  readonly reason: string
  readonly stages: readonly ReportStage[]
  /** What is different from before, declared or not; empty where nothing was compared or nothing differs. */
  readonly differences: readonly ReportDifference[]
  readonly backup: ReportBackup | null
  /** What failed, where something did. */
  readonly cause: ReportCause | null
  readonly budgets: null
  /** How long services were stopped; `null` where none were. */
  readonly downtimeMs: number | null
  readonly signOff: { readonly executedBy: string; readonly approvedBy: string | null }
  /** Commands or sentences: what a person does next, most likely first. */
  readonly next: readonly string[]
}

export interface ReportRun {
  readonly id: string
  readonly operation: string
  readonly environment: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly actor: string
  readonly toolVersion: string
  /** Commit of the repository the run was made from. */
  readonly commit: string | null
  /** Address of the workflow run. */
  readonly workflowRun: string | null
}

export interface ReportDatabase {
  readonly kind: DatabaseIdentity['kind']
  /** Without secrets. */
  readonly url: string
  readonly serverVersion: string | null
  readonly sizeBytes: number | null
}

export interface ReportMigrator {
  readonly kind: 'alembic' | 'sql' | 'command'
  /** `base` before the first migration; several joined by a comma; `null` where it was not read. */
  readonly fromRevision: string | null
  readonly toRevision: string | null
  readonly applied: readonly ReportMigration[]
}

export interface ReportMigration {
  readonly revision: string
  readonly description: string
  readonly durationMs: number
  readonly outcome: MigrationOutcome
}

export interface ReportStage {
  readonly name: StageName
  readonly status: StageStatus
  readonly startedAt: string
  readonly durationMs: number
  readonly message: string | null
  readonly checks: readonly ReportCheck[]
}

export interface ReportCheck {
  readonly name: string
  readonly kind: string
  readonly status: CheckStatus
  readonly expected: string | null
  readonly actual: string | null
  readonly durationMs: number
  readonly message: string | null
}

export interface ReportDifference {
  /** Kind and name, e.g. `column public.film.title`. */
  readonly object: string
  readonly change: string
  readonly before: string | null
  readonly after: string | null
  /** Whether something was taken away. */
  readonly loss: boolean
  /** The plan's own reason where it declares this change. */
  readonly declared: string | null
}

export interface ReportBackup {
  readonly id: string
  /** Path of the manifest. */
  readonly location: string
  readonly sizeBytes: number
  /** Of the dump; of all files in order where there are several. */
  readonly sha256: string
  readonly encrypted: boolean
  readonly verification: VerificationLevel
  readonly restoreMs: number | null
}

export interface ReportCause {
  readonly code: ErrorCode
  /** Nearest first, without repeats. */
  readonly messages: readonly string[]
  readonly hint: string | null
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly sqlState: string | null
  /** Source line with a caret under the failing place, for a fixed-width font. */
  readonly excerpt: string | null
  /** Last lines that the failing program wrote. */
  readonly output: readonly string[]
}
