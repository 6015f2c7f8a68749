/** Shows a person what is about to happen, and goes on only with a yes. */
import type { Migration, Revision } from '../domain/revision.ts'
import type { Backup } from './backup.ts'
import type { RunContext } from './context.ts'
import { generalConfirmation } from './gates/confirmation.ts'
import { findIntention } from './intention.ts'
import { describePath } from './migrate.ts'
import { notify } from './notify.ts'
import type { Proceedings } from './proceedings.ts'

interface AgreementRequest {
  readonly to: Revision
  readonly backup: boolean
  readonly rollBack: boolean
}

function isOpen(backup: Backup | null): boolean {
  return backup !== null && backup.locked === undefined
}

/** With `--yes` it is shown all the same. From the yes on, others are told that the run has started. */
export async function agreed(
  context: RunContext,
  options: AgreementRequest,
  proceedings: Proceedings,
  path: readonly Migration[],
): Promise<boolean> {
  if (path.length === 0) return true
  const from = proceedings.from ?? []
  // The state before an interrupted run is not backed up again: its own backup is the way back, or none.
  const backup = proceedings.baseline === null ? options.backup : isOpen(proceedings.backup)
  const intention = await findIntention(context, { to: options.to, from, path, backup, rollBack: options.rollBack })
  context.emit({ type: 'intention', intention })
  const what = describePath(from, path)
  const yes = await context.confirm(`Apply ${what} to ${context.database.maskedUrl} (environment ${context.plan.environment})?`)
  if (!yes) return false
  proceedings.confirmations.push(generalConfirmation(context, `apply ${what}`))
  notify(context, 'start', { reason: `applying ${what}` })
  return true
}
