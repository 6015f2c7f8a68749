/** What both homes of the journal know of the runs before this one. */
import { concludeRuns, type RunRecord, unsettledRuns } from '../domain/journal.ts'
import type { RunContext } from './context.ts'

/**
 * Every run of this database and this migration history that either home of the journal knows of, oldest first. Runs of another
 * history hold a lock of their own and may be at work right now. A database made from a dump of another may have brought that one's
 * ledger along, and a run directory may be shared by several databases.
 */
export async function readRuns(context: RunContext): Promise<readonly RunRecord[]> {
  const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()])
  const known = new Set(ledger.map((entry) => entry.runId))
  return concludeRuns([...local, ...ledger]).filter((run) => {
    const ofDatabase = known.has(run.runId) || run.database === context.database.maskedUrl
    return ofDatabase && isOwn(context, run)
  })
}

/** What an older version did not write down counts as any. */
function isOwn({ database, migrator }: RunContext, { databaseName, history }: RunRecord): boolean {
  return (databaseName ?? database.name) === database.name && (history ?? migrator.historyKey) === migrator.historyKey
}

/** Earlier runs with loose ends, oldest first. */
export async function findUnsettledRuns(context: RunContext): Promise<readonly RunRecord[]> {
  return unsettledRuns((await readRuns(context)).filter((run) => run.runId !== context.runId))
}

/** `run X by ann never came to an end: it was last seen migrating, at …`. */
export function describeUnsettled(run: RunRecord): string {
  const who = `run ${run.runId} by ${run.actor}`
  if (run.outcome !== null) return `${who} ${run.outcome} while ${run.phase}, for a person to decide`
  return `${who} never came to an end: it was last seen ${run.phase}, at ${run.lastEntryAt}`
}
