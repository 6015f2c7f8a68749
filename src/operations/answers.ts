/** Asks the snapshot's named queries and distributions again, and compares their answers with those of before. */
import type { Check, Finding } from '../domain/check.ts'
import { CheckError, StatementError } from '../domain/errors.ts'
import { formatCount } from '../domain/quantity-text.ts'
import type { Snapshot, TextRow } from '../domain/snapshot.ts'
import {
  type AnswerDifference,
  compareAnswers,
  describeAnswer,
  describeAnswerDifference,
  missingKeyColumns,
} from '../plan/answers.ts'
import { becauseOfQuery } from '../plan/changes.ts'
import type { SnapshotQuery } from '../plan/sections/snapshot.ts'
import { readOnlyQuery } from './checks/reading.ts'
import type { RunContext } from './context.ts'

/** How many differences of one answer are told. */
const MOST_TOLD = 10

/** One check for each named query of the baseline. */
export function answerChecks(context: RunContext, baseline: Snapshot): readonly Check[] {
  return Object.entries(baseline.queries).map(([name, before]) => ({
    name,
    kind: context.plan.snapshot.queries[name]?.kind === 'distribution' ? 'distribution' : 'same-answer',
    ask: (signal) => askAgain(context, name, before, signal),
  }))
}

async function askAgain(context: RunContext, name: string, before: readonly TextRow[], signal: AbortSignal): Promise<Finding> {
  const { plan, database, redact } = context
  const query = plan.snapshot.queries[name]
  if (query === undefined) return { status: 'skipped', message: 'the plan no longer has this query' }
  const because = becauseOfQuery(name, plan.changes)
  try {
    return judgeAnswers(query, before, await readOnlyQuery(database, query.query, signal), because, redact)
  } catch (error) {
    // What it asks for may be gone, and that may be what is meant; what did not run is not green all the same.
    if (because === null || !(error instanceof StatementError)) throw error
    const message = redact(`meant to change (${because}), and it cannot be asked any more: ${error.message}`)
    return { status: 'warning', expected: redact(describeAnswer(before)), actual: 'no answer', message }
  }
}

function judgeAnswers(
  query: SnapshotQuery,
  before: readonly TextRow[],
  after: readonly TextRow[],
  because: string | null,
  redact: (text: string) => string,
): Finding {
  requireKey(query, before, after)
  const differences = compareAnswers(query, before, after)
  const shown = { expected: redact(describeAnswer(before)), actual: redact(describeAnswer(after)) }
  if (differences.length === 0 && because === null) return { status: 'passed', ...shown }
  if (differences.length === 0)
    return { status: 'warning', ...shown, message: `the plan says that this changes (${because}), and it did not` }
  const told = redact(describeAll(differences))
  if (because === null) return { status: 'failed', ...shown, message: `not as before: ${told}` }
  return { status: 'passed', ...shown, message: `changed as declared (${because}): ${told}` }
}

function requireKey(query: SnapshotQuery, before: readonly TextRow[], after: readonly TextRow[]): void {
  const missing = [...new Set([...missingKeyColumns(query, before), ...missingKeyColumns(query, after)])]
  if (missing.length === 0) return
  const columns = Object.keys(before[0] ?? after[0] ?? {}).join(', ')
  throw new CheckError(`the answer has no column ${missing.join(', ')} to tell its rows apart by`, {
    hint: `its columns are ${columns}: correct \`key\``,
  })
}

function describeAll(differences: readonly AnswerDifference[]): string {
  const told = differences.slice(0, MOST_TOLD).map(describeAnswerDifference)
  const more = differences.length - told.length
  const rest = more === 0 ? [] : [`and ${formatCount(more, 'difference')} more`]
  return [...told, ...rest].join('; ')
}
