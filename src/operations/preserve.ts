/** Takes the state before a migration: backup and snapshot of one instant, the backup proven before anything is changed. */
import { backUp } from './backup.ts'
import { verifyBackup } from './backup-proof.ts'
import { recordBudget } from './budgets.ts'
import type { RunContext } from './context.ts'
import type { KeptCopy } from './kept-copy.ts'
import type { Proceedings } from './proceedings.ts'
import { takeSnapshot } from './snapshot.ts'
import { storeBackup } from './storing.ts'

export interface PreserveOptions {
  readonly backup: boolean
  readonly validation: boolean
}

/**
 * Backup and snapshot of the state before, the backup proven before anything is changed. The state before an interrupted
 * run is kept as it is; a backup is then made of where the database stands only if that run's own is lost.
 */
export async function preserve(context: RunContext, options: PreserveOptions, proceedings: Proceedings): Promise<void> {
  const { stages, journal, baseline } = proceedings
  if (proceedings.backup !== null || (baseline !== null && !options.backup)) return
  await proceedings.begin()
  if (!options.backup) {
    const snapshot = await stages.run('snapshot', () => takeSnapshot(context, proceedings.found, context.signal))
    return proceedings.preserved(snapshot, null)
  }
  const { backup, snapshot } = await stages.run('backup', () => backUp(context, journal, proceedings.found, context.signal))
  // A copy of where an interrupted run had come to is not the state before.
  const keep = baseline !== null || !options.validation ? undefined : (copy: KeptCopy) => proceedings.keep(copy)
  const proven = await stages.run('verify-backup', async (scope) => {
    const verified = await verifyBackup(context, journal, scope, backup, keep)
    if (baseline === null) proceedings.backup = verified
    const recovery = verified.manifest.verification.restoreMs ?? 'unmeasured'
    recordBudget(scope, 'recovery', context.plan.budgets, { ...proceedings.measured, recovery })
    scope.requirePassed()
    return verified
  })
  await storeBackup(context, proceedings, proven, context.plan.production ? 'failed' : 'warning')
  if (baseline === null) await proceedings.preserved(snapshot, proven)
}
