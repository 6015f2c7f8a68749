/** A budget: how long a part of a run may take, and what became of it. */
import type { CheckStatus } from './check.ts'

/** `migration`: all of them together; `downtime`: services stopped until they run again; `recovery`: a restore of the backup. */
export type BudgetName = 'migration' | 'downtime' | 'recovery'

export const BUDGET_NAMES = ['migration', 'downtime', 'recovery'] as const satisfies readonly BudgetName[]

export interface BudgetResult {
  readonly name: BudgetName
  readonly limitMs: number
  /** `null` where the run did not come to it. */
  readonly actualMs: number | null
  /** `skipped` where the run did not come to it; `errored` where it came to it and could not measure. */
  readonly status: CheckStatus
}
