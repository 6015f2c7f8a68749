/** Proves a backup that was made before, wherever it lies. */
import type { RunResult } from '../domain/run-result.ts'
import { verifyBackup } from './backup-proof.ts'
import type { RunContext } from './context.ts'
import { findBackup } from './finding-backup.ts'
import { acquireLock, releaseLock } from './lock.ts'
import { alone } from './single.ts'

/** Proves a backup anew and records how far. A restore holds the run lock, because it takes a database beside the one of the plan. */
export function verifyAgain(context: RunContext, named: string, level: 'restore' | 'read'): Promise<RunResult> {
  const asked: RunContext = { ...context, plan: { ...context.plan, backup: { ...context.plan.backup, verify: level } } }
  return alone(asked, async (proceedings) => {
    const backup = await findBackup(asked, named)
    const lock = await acquireLock(asked)
    try {
      await proceedings.begin()
      proceedings.backup = backup
      const { journal, stages } = proceedings
      const proven = await stages.run('verify-backup', (scope) => verifyBackup(asked, journal, scope, backup))
      proceedings.backup = proven
      return await proceedings.finish('unchanged', true, `backup ${proven.manifest.id} is whole, verification: ${level}`)
    } finally {
      await releaseLock(asked, lock)
    }
  })
}
