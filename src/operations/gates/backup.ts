/** The gate that wants the run itself to make a backup and to prove it by a restore. */
import type { Check, Finding } from '../../domain/check.ts'
import type { RunContext } from '../context.ts'

export function backupGate({ plan }: RunContext, { backup }: { readonly backup: boolean }): Check {
  const ask = async (): Promise<Finding> => {
    const expected = 'made by this run and proven by a restore'
    if (!backup)
      return { status: 'failed', expected, actual: 'this run makes none', message: 'add --backup, or use savepoint run' }
    if (plan.backup.verify === 'restore') return { status: 'passed', expected, actual: 'will be' }
    const actual = `made, but not restored (backup.verify is ${plan.backup.verify})`
    return { status: 'failed', expected, actual, message: 'set backup: { verify: restore } in the plan' }
  }
  return { name: 'backup', kind: 'backup', ask }
}
