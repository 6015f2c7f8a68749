/** Checks, before anything is touched, whether the database, the tools and the migration history are fit for a run. */
import type { Check, CheckResult } from '../domain/check.ts'
import { blocking } from '../domain/check.ts'
import { concludeRuns, type RunRecord } from '../domain/journal.ts'
import { describeRevisions, type MigrationState } from '../domain/revision.ts'
import type { RunContext } from './context.ts'
import { statusCommand } from './next-commands.ts'
import type { StageScope } from './stages.ts'

export interface HealthRequest {
  /** Whether a backup will be made: it needs programs, privileges and space. */
  readonly backup: boolean
  /** Whether an unfinished run has been dealt with already. */
  readonly recovered: boolean
}

/** Records every check in the scope; a check that cannot be asked because the server is out of reach is skipped, not passed. */
export async function checkHealth(
  context: RunContext,
  scope: StageScope,
  request: HealthRequest,
): Promise<readonly CheckResult[]> {
  const [connection, ...others] = databaseChecks(context, request)
  const rest = [...others, ...migratorChecks(context), ...(request.recovered ? [] : [unfinishedRun(context)])]
  if (connection === undefined) return scope.askAll(rest)
  const reached = await scope.ask(connection)
  if (blocking([reached]).length > 0) scope.skip(rest, 'the database could not be reached')
  else await scope.askAll(rest)
  return scope.results
}

function databaseChecks(context: RunContext, { backup }: HealthRequest): readonly Check[] {
  const { health, backup: backupPlan } = context.plan
  return context.database.healthChecks({
    connectTimeoutMs: health.connectTimeoutMs,
    freeSpace: health.freeSpace,
    maxTransactionAgeMs: health.maxTransactionAgeMs,
    backupDirectory: context.store.directory,
    backup,
    verifyByRestore: backup && backupPlan.verify === 'restore',
  })
}

/** The three questions share one look at the migrator's state. */
function migratorChecks(context: RunContext): readonly Check[] {
  let asked: Promise<MigrationState> | undefined
  const state = (signal: AbortSignal) => {
    asked ??= context.migrator.state({ signal })
    return asked
  }
  return [historyCheck(state), headsCheck(state), ...expectedRevisionCheck(context, state)]
}

type AskState = (signal: AbortSignal) => Promise<MigrationState>

function historyCheck(state: AskState): Check {
  return {
    name: 'migration history',
    kind: 'history',
    ask: async (signal) => {
      const { current, pending } = await state(signal)
      const actual = current.length === 0 ? 'no history yet: first migration' : `at ${describeRevisions(current)}`
      return { status: 'passed', expected: 'readable and unedited', actual: `${actual}, ${pending.length} pending` }
    },
  }
}

function headsCheck(state: AskState): Check {
  return {
    name: 'one head',
    kind: 'heads',
    ask: async (signal) => {
      const { heads } = await state(signal)
      const status = heads.length > 1 ? 'failed' : 'passed'
      const message =
        heads.length > 1 ? { message: `the history has ${heads.length} heads; merge them (Alembic: alembic merge heads)` } : {}
      return { status, expected: 'at most one', actual: heads.length === 0 ? 'none' : describeRevisions(heads), ...message }
    },
  }
}

function expectedRevisionCheck(context: RunContext, state: AskState): readonly Check[] {
  const { expectRevision } = context.plan.health
  if (expectRevision === null) return []
  const ask: Check['ask'] = async (signal) => {
    const actual = describeRevisions((await state(signal)).current)
    return { status: actual === expectRevision ? 'passed' : 'failed', expected: expectRevision, actual }
  }
  return [{ name: 'expected revision', kind: 'expected-revision', ask }]
}

function unfinishedRun(context: RunContext): Check {
  return {
    name: 'no unfinished run',
    kind: 'unfinished-run',
    ask: async () => {
      const run = await findUnfinishedRun(context)
      if (run === null) return { status: 'passed', expected: 'none', actual: 'none' }
      const actual = `run ${run.runId} by ${run.actor} ended while ${run.phase}`
      return {
        status: 'warning',
        expected: 'none',
        actual,
        message: `the next run deals with it first; see: ${statusCommand(context)}`,
      }
    },
  }
}

/** Every run on this database that either home of the journal knows of, oldest first. */
export async function readRuns(context: RunContext): Promise<readonly RunRecord[]> {
  const [local, ledger] = await Promise.all([context.store.readJournal(), context.database.ledger.read()])
  const known = new Set(ledger.map((entry) => entry.runId))
  return concludeRuns([...local, ...ledger]).filter((run) => known.has(run.runId) || run.database === context.database.maskedUrl)
}

/** The newest other run, where it never came to an end. */
export async function findUnfinishedRun(context: RunContext): Promise<RunRecord | null> {
  const newest = (await readRuns(context)).filter((run) => run.runId !== context.runId).at(-1)
  return newest !== undefined && newest.phase !== 'finished' ? newest : null
}
