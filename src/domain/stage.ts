/** A stage: one named step of a run, with the checks made in it. */
import type { CheckResult } from './check.ts'

/** In the order in which a run comes to them. */
export const STAGE_NAMES = [
  'recover',
  'health-check',
  'gates',
  'stop-services',
  'backup',
  'snapshot',
  'verify-backup',
  'store-backup',
  'migrate',
  'validate',
  'start-services',
  'smoke-test',
  'downtime',
  'monitor',
  'rollback',
] as const

export type StageName = (typeof STAGE_NAMES)[number]

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
