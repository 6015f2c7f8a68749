/** What both homes of the journal know of the runs before this one. */
import { concludeRuns, type RunRecord, unsettledRuns } from '../domain/journal.ts'
import type { RunContext } from './context.ts'

/** Every run on this database that either home of the journal knows of, oldest first. */
export async function readRuns(context: RunContext): Promise<readonly RunRecord[]> {
  const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()])
  const known = new Set(ledger.map((entry) => entry.runId))
  return concludeRuns([...local, ...ledger]).filter((run) => known.has(run.runId) || run.database === context.database.maskedUrl)
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
