/** The stage before anything starts: every condition of the plan is asked, and any that does not hold ends the run. */
import { blocking, type Check, type CheckResult } from '../../domain/check.ts'
import { CheckError } from '../../domain/errors.ts'
import type { Revision } from '../../domain/revision.ts'
import type { Requirement } from '../../plan/plan.ts'
import { checksAt } from '../checks/plan-checks.ts'
import type { RunContext } from '../context.ts'
import type { Proceedings } from '../proceedings.ts'
import { backupGate } from './backup.ts'
import { cleanTreeGate } from './clean-tree.ts'
import { confirmationGate } from './confirmation.ts'
import { rehearsalGate } from './rehearsal.ts'
import { windowGate } from './window.ts'

export interface GateRequest {
  readonly to: Revision
  /** Whether the run will make a backup. */
  readonly backup: boolean
  /** File of the evidence of a rehearsal; `null`: the latest of the run directory. */
  readonly evidence: string | null
}

/** How many conditions the reason of a no-go names. */
const NAMED_AT_MOST = 8

/**
 * Where an interrupted run is carried on, that run has asked.
 *
 * @throws CheckError naming every condition that does not hold
 */
export async function passGates(context: RunContext, proceedings: Proceedings, request: GateRequest): Promise<void> {
  const required = context.plan.require.map((requirement) => gateOf(requirement, context, proceedings, request))
  const checks = checksAt(context, 'before')
  if (required.length + checks.length === 0 || proceedings.baseline !== null) return
  await proceedings.stages.run('gates', async (scope) => {
    const results = await scope.askAll([...required, ...checks])
    proceedings.before = Object.fromEntries(results.slice(required.length).map((result) => [result.name, result]))
    requireGo(results)
  })
}

function gateOf(requirement: Requirement, context: RunContext, proceedings: Proceedings, request: GateRequest): Check {
  switch (requirement.kind) {
    case 'rehearsal':
      return rehearsalGate(context, requirement, request)
    case 'backup':
      return backupGate(context, request)
    case 'clean-tree':
      return cleanTreeGate(context)
    case 'confirmation':
      return confirmationGate(context, requirement.name, (confirmation) => proceedings.confirmations.push(confirmation))
    case 'window':
      return windowGate(context, requirement)
  }
}

function requireGo(results: readonly CheckResult[]): void {
  const failing = blocking(results)
  if (failing.length === 0) return
  const named = failing.slice(0, NAMED_AT_MOST).map(({ name, status, actual, message }) => {
    return `${name} (${actual ?? message ?? status})`
  })
  const more = failing.length > named.length ? `; and ${failing.length - named.length} more` : ''
  throw new CheckError(`no-go: ${named.join('; ')}${more}`)
}
