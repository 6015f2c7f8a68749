/** A stage: one named step of a run, with the checks made in it. */
import type { CheckResult } from './check.ts'

export type StageName = 'recover' | 'health-check' | 'backup' | 'snapshot' | 'verify-backup' | 'migrate' | 'validate' | 'rollback'

/** `skipped` means the run did not come to it, or was told to leave it out. */
export type StageStatus = 'passed' | 'failed' | 'skipped'

export interface StageResult {
  readonly name: StageName
  readonly status: StageStatus
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly checks: readonly CheckResult[]
  readonly message?: string
}
