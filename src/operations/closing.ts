/** Closes a run off once the database is free again: tells how it ended, waits for what is still being told, asks who approved. */
import { causeChain } from '../domain/errors.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { Approval } from '../domain/sign-off.ts'
import type { RunContext } from './context.ts'
import { notify } from './notify.ts'

const APPROVAL_TIMEOUT_MS = 15_000

/** Operations that change a database: these are told and signed off. */
const CHANGING: readonly string[] = ['run', 'migrate', 'rollback']

/** Never throws: what cannot be told or found out is noted, and the outcome stays what it is. */
export async function closeOff(context: RunContext, result: RunResult): Promise<RunResult> {
  const changing = CHANGING.includes(result.operation)
  if (changing) tellEnd(context, result)
  const [approval, notifications] = await Promise.all([changing ? findApproval(context) : null, context.notifier.settle()])
  for (const { event, target, message } of notifications.filter(({ status }) => status === 'failed')) {
    context.emit({ type: 'note', text: `${target} was not told of the ${event}: ${message}` })
  }
  return { ...result, approval, notifications }
}

/** Where nothing was to be done, there is nothing to tell. */
function tellEnd(context: RunContext, { succeeded, outcome, reason, next }: RunResult): void {
  if (succeeded && outcome === 'unchanged') return
  notify(context, succeeded ? 'success' : 'failure', { outcome, reason, next })
}

async function findApproval({ approvals, plan, emit, redact }: RunContext): Promise<Approval | null> {
  if (approvals === null) return null
  try {
    return await approvals.of(plan.environment, AbortSignal.timeout(APPROVAL_TIMEOUT_MS))
  } catch (error) {
    emit({ type: 'note', text: `who approved the run could not be found out: ${redact(causeChain(error)[0] ?? 'no answer')}` })
    return null
  }
}
