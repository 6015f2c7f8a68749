/** The result of an operation: everything that reports, presenters and exit codes are made from. */

import type { VerificationLevel } from './backup.ts'
import type { BudgetResult } from './budget.ts'
import type { Difference } from './difference.ts'
import type { MonitorRecord } from './monitoring.ts'
import type { NotificationRecord } from './notice.ts'
import type { Outcome } from './outcome.ts'
import type { MigrationRecord, Revision } from './revision.ts'
import type { Approval, Confirmation } from './sign-off.ts'
import type { StageResult } from './stage.ts'

/** A difference, and the plan's word for it. */
export interface JudgedDifference extends Difference {
  /** Whether something was taken away. */
  readonly loss: boolean
  /** The `because` of the change that declares it; `null` where the plan does not. */
  readonly because: string | null
}

/** What became of a backup in one of the plan's stores. */
export interface StoreRecord {
  readonly location: string
  readonly status: 'stored' | 'failed'
  readonly durationMs: number
}

export interface BackupSummary {
  readonly id: string
  /** Path of the manifest. */
  readonly location: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly encrypted: boolean
  readonly verification: VerificationLevel
  /** How long the restore took that proved it, in ms: the recovery time to expect. */
  readonly restoreMs: number | null
  /** In the order of the plan; empty where it names none, or the run did not come to it. */
  readonly stores: readonly StoreRecord[]
}

export interface RunResult {
  readonly runId: string
  readonly operation: string
  readonly environment: string
  readonly actor: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly database: {
    readonly kind: string
    readonly maskedUrl: string
    readonly serverVersion: string | null
    readonly sizeBytes: number | null
  }
  readonly migrator: {
    readonly kind: string
    readonly from: readonly Revision[] | null
    readonly to: readonly Revision[] | null
    readonly migrations: readonly MigrationRecord[]
  }
  readonly outcome: Outcome
  /** Whether the operation did all that it was asked to: exit code 0. */
  readonly succeeded: boolean
  /** One sentence: why this outcome. */
  readonly reason: string
  readonly stages: readonly StageResult[]
  readonly differences: readonly JudgedDifference[]
  readonly backup: BackupSummary | null
  /** Those that the plan declares. */
  readonly budgets: readonly BudgetResult[]
  /** How long services were stopped, all stops together; `null` where none were. */
  readonly downtimeMs: number | null
  readonly confirmations: readonly Confirmation[]
  /** `null` where it is not known who approved the run. */
  readonly approval: Approval | null
  /** Who outside was told of the run, and whether that worked. */
  readonly notifications: readonly NotificationRecord[]
  /** Left out or `null` where nothing was watched. */
  readonly monitor?: MonitorRecord | null
  /** What failed first, with its chain of causes; `null` where nothing did. */
  readonly cause: unknown
  /** Exact commands a person can go on or back with. */
  readonly next: readonly string[]
  /** Names of databases or files kept for a person to look at and drop. */
  readonly kept: readonly string[]
}
