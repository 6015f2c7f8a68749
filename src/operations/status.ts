/** Where the database stands: revisions, pending migrations, the last run and what to do about it. Changes nothing. */
import type { RunRecord } from '../domain/journal.ts'
import type { MigrationState } from '../domain/revision.ts'
import type { RunContext } from './context.ts'
import { readRuns } from './earlier-runs.ts'
import { runCommand, statusCommand } from './next-commands.ts'

export interface StatusReport {
  readonly database: string
  readonly environment: string
  readonly migrator: string
  readonly state: MigrationState
  readonly lastRun: Pick<
    RunRecord,
    'runId' | 'operation' | 'actor' | 'startedAt' | 'lastEntryAt' | 'phase' | 'outcome' | 'reason'
  > | null
  readonly next: readonly string[]
}

export async function readStatus(context: RunContext): Promise<StatusReport> {
  const { database, migrator, plan, signal } = context
  const [state, runs] = await Promise.all([migrator.state({ signal }), readRuns(context)])
  const last = runs.at(-1) ?? null
  return {
    database: database.maskedUrl,
    environment: plan.environment,
    migrator: migrator.kind,
    state,
    lastRun: last === null ? null : summarize(last),
    next: whatNext(context, state, last),
  }
}

function summarize(run: RunRecord): NonNullable<StatusReport['lastRun']> {
  const { runId, operation, actor, startedAt, lastEntryAt, phase, outcome, reason } = run
  return { runId, operation, actor, startedAt, lastEntryAt, phase, outcome, reason }
}

/** An unfinished run comes first: the next run deals with it, unless it is still at work. */
function whatNext(context: RunContext, state: MigrationState, last: RunRecord | null): readonly string[] {
  if (last !== null && last.next.length > 0) return last.next.filter((command) => command !== statusCommand(context))
  if ((last !== null && last.outcome === null) || state.pending.length > 0) return [runCommand(context)]
  return []
}
