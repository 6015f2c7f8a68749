/** Holds what a run measured against the budgets of its plan. */
import { BUDGET_NAMES, type BudgetName, type BudgetResult } from '../domain/budget.ts'
import type { CheckResult } from '../domain/check.ts'
import { formatDuration } from '../domain/quantity-text.ts'
import type { Budgets } from '../plan/sections/budgets.ts'
import type { StageScope } from './stages.ts'

/** In ms; `null`: the run did not come to it. `unmeasured`: it came to it, and the plan keeps it from being measured. */
export type Measured = Readonly<Record<BudgetName, number | null | 'unmeasured'>>

/** Every budget that the plan declares, and what became of it. */
export function budgetResults(budgets: Budgets, measured: Measured): readonly BudgetResult[] {
  return BUDGET_NAMES.flatMap((name): readonly BudgetResult[] => {
    const budget = budgets[name]
    const actual = measured[name]
    if (budget === null) return []
    const { atMostMs: limitMs, warnOnly } = budget
    if (actual === null) return [{ name, limitMs, actualMs: null, status: 'skipped' }]
    if (actual === 'unmeasured') return [{ name, limitMs, actualMs: null, status: 'errored' }]
    const status = actual <= limitMs ? 'passed' : warnOnly ? 'warning' : 'failed'
    return [{ name, limitMs, actualMs: actual, status }]
  })
}

/** Why a budget could not be measured, and what to do when it is broken. */
const ADVICE: Readonly<Record<BudgetName, string>> = {
  migration: 'The migrations together took longer than `budgets.migration` allows.',
  downtime: 'Nothing is rolled back for it: that would only add to the downtime, and users are at work again.',
  recovery: 'Restoring the backup takes longer than `budgets.recovery` allows; nothing was changed.',
}

const UNMEASURED = 'it is measured by restoring the backup: set `backup.verify: restore`'

/** Records one budget as a check, where the plan declares it and the run came to it. */
export function recordBudget(scope: StageScope, name: BudgetName, budgets: Budgets, measured: Measured): void {
  const result = budgetResults(budgets, measured).find((budget) => budget.name === name)
  if (result !== undefined && result.status !== 'skipped') scope.record(checkOf(result))
}

function checkOf({ name, limitMs, actualMs, status }: BudgetResult): CheckResult {
  const check = { name: `${name} budget`, kind: 'budget', status, expected: `at most ${formatDuration(limitMs)}`, durationMs: 0 }
  if (actualMs === null) return { ...check, message: UNMEASURED }
  const told = { ...check, actual: formatDuration(actualMs), measured: actualMs }
  return status === 'passed' ? told : { ...told, message: ADVICE[name] }
}
