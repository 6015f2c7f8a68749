/** Validates a migrated database: the revision, the connection, everything that was there before, and the plan's own checks. */
import type { Check, Finding } from '../domain/check.ts'
import { blocking } from '../domain/check.ts'
import type { Difference } from '../domain/difference.ts'
import { describeRevisions, type Revision, sameRevisions } from '../domain/revision.ts'
import { refineDifferences } from '../domain/row-evidence.ts'
import type { JudgedDifference } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { namesTable } from '../domain/table-name.ts'
import { type DeclaredCheck, judgeDeclared } from '../plan/declared-changes.ts'
import { answerChecks } from './answers.ts'
import { checksAt } from './checks/plan-checks.ts'
import { counted, describeDifferences, differencesSince, fingerprintNow, judge } from './comparing.ts'
import type { RunContext } from './context.ts'
import { type CopyBefore, findRows } from './row-evidence.ts'
import type { StageScope } from './stages.ts'

export interface ValidationRequest {
  /** The state before; without it nothing can be compared. */
  readonly baseline: Snapshot | null
  /** Revisions that must be current; `null` accepts any. */
  readonly expected: readonly Revision[] | null
  /** The proven copy of the state before, where there is one; asked for only where there is something to look up in it. */
  readonly copy: CopyBefore
}

/** Records every check in the scope and returns what changed since the baseline. Throws nothing for a failed check. */
export async function validate(
  context: RunContext,
  scope: StageScope,
  request: ValidationRequest,
): Promise<readonly JudgedDifference[]> {
  const connection = await scope.ask(connectivity(context))
  const rest = [...revisionChecks(context, request), ...checksAt(context, 'after', request.baseline)]
  if (blocking([connection]).length > 0) {
    scope.skip(rest, 'the database could not be reached')
    return []
  }
  const compared = request.baseline === null ? [] : await compare(context, scope, request.baseline, request.copy)
  await scope.askAll(rest)
  return compared
}

function connectivity(context: RunContext): Check {
  return {
    name: 'connection',
    kind: 'connection',
    ask: async (signal) => {
      const session = await context.database.open({ purpose: 'validate', signal })
      await session.query('SELECT 1').finally(() => session.close())
      return { status: 'passed', expected: 'answers', actual: 'answers' }
    },
  }
}

function revisionChecks(context: RunContext, { expected }: ValidationRequest): readonly Check[] {
  if (expected === null) return []
  const ask = async (signal: AbortSignal): Promise<Finding> => {
    const { current } = await context.migrator.state({ signal })
    const status = sameRevisions(current, expected) ? 'passed' : 'failed'
    return { status, expected: describeRevisions(expected), actual: describeRevisions(current) }
  }
  return [{ name: 'revision reached', kind: 'revision', ask }]
}

/** The whole database is read again in the form of the baseline, and every loss must have the plan's word. */
async function compare(
  context: RunContext,
  scope: StageScope,
  baseline: Snapshot,
  copy: CopyBefore,
): Promise<readonly JudgedDifference[]> {
  let differences: readonly JudgedDifference[] = []
  let declared: readonly DeclaredCheck[] = []
  const ask = async (): Promise<Finding> => {
    const before = baseline.fingerprint
    const after = await fingerprintNow(context, baseline, context.signal)
    const concluded = differencesSince(context, baseline, after).filter((difference) => isWatched(context, difference))
    const { evidence, counts } = await findRows(context, copy, { before, after }, concluded)
    differences = judge(context, refineDifferences(concluded, evidence))
    declared = context.plan.changes.flatMap((change) => judgeDeclared(change, { before, after, differences, counts }))
    return judgeLosses(context, baseline, differences)
  }
  await scope.ask({ name: 'nothing lost', kind: 'content', ask })
  for (const { name, finding } of declared) scope.record({ name, kind: 'declared-change', ...finding, durationMs: 0 })
  await scope.askAll(answerChecks(context, baseline))
  return differences
}

/** Where the plan lists tables, the content of the others may change; their schema may not. */
function isWatched({ plan }: RunContext, difference: Difference): boolean {
  const { tables } = plan.snapshot
  const ofContent = difference.object === 'rows' || (difference.object === 'column' && difference.change === 'values-changed')
  if (tables === 'all' || !ofContent || difference.table === undefined) return true
  return tables.some((table) => namesTable(table, difference.table))
}

function judgeLosses(context: RunContext, baseline: Snapshot, differences: readonly JudgedDifference[]): Finding {
  const losses = differences.filter((difference) => difference.loss)
  const undeclared = losses.filter((difference) => difference.because === null)
  const expected = `all rows and values of ${counted(baseline.fingerprint.tables.length, 'table')}, and all else but what the plan declares`
  if (undeclared.length === 0)
    return { status: 'passed', expected, actual: losses.length === 0 ? 'all there' : `${losses.length} declared` }
  return {
    status: context.plan.losses === 'warn' ? 'warning' : 'failed',
    expected,
    actual: `${undeclared.length} not declared`,
    message: `${describeDifferences(undeclared)}. If that is meant, declare it under \`changes\` with a \`because\``,
  }
}
