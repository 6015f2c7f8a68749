/** Checks, before anything is touched, whether the database, the tools and the migration history are fit for a run. */
import type { Check, CheckResult } from '../domain/check.ts'
import { blocking } from '../domain/check.ts'
import { ConfigurationError } from '../domain/errors.ts'
import { describeRevisions, type Migration, type MigrationState } from '../domain/revision.ts'
import type { RunContext } from './context.ts'
import { describeUnsettled, findUnsettledRuns } from './earlier-runs.ts'
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
  requireKnown(context.plan.health.warnOnly, [connection, ...rest])
  if (connection === undefined) return scope.askAll(rest.map((check) => weighed(context, check)))
  const reached = await scope.ask(connection)
  if (blocking([reached]).length > 0) scope.skip(rest, 'the database could not be reached')
  else await scope.askAll(rest.map((check) => weighed(context, check)))
  return scope.results
}

/** @throws ConfigurationError for a name that no health check has */
function requireKnown(names: readonly string[], checks: readonly (Check | undefined)[]): void {
  const known = checks.flatMap((check) => (check === undefined ? [] : [check.name]))
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new ConfigurationError(`health.warn-only names ${JSON.stringify(unknown)}, and there is no such health check`, {
    hint: `the health checks are: ${known.join(', ')}`,
  })
}

/** A failure that the plan takes lightly is a warning; what could not be asked stays an error. */
function weighed({ plan }: RunContext, check: Check): Check {
  if (!plan.health.warnOnly.includes(check.name)) return check
  const ask: Check['ask'] = async (signal) => {
    const finding = await check.ask(signal)
    return finding.status === 'failed' ? { ...finding, status: 'warning' } : finding
  }
  return { ...check, ask }
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
    const standing = await state(signal)
    const actual = describeRevisions(standing.current)
    if (actual === expectRevision) return { status: 'passed', expected: expectRevision, actual }
    return { status: 'failed', expected: expectRevision, actual, message: whereItStands(expectRevision, standing) }
  }
  return [{ name: 'expected revision', kind: 'expected-revision', ask }]
}

/** Who reads it must know whether the plan is late or early, or names something that is not there at all. */
function whereItStands(expected: string, { applied, pending }: MigrationState): string {
  const isExpected = ({ revision }: Migration) => revision === expected
  const correct = 'or correct health.expect-revision in the plan'
  if (pending.some(isExpected)) return `the database has not come to ${expected} yet: migrate to it first, ${correct}`
  if (applied.some(isExpected)) return `the database is past ${expected}: go back to it, ${correct}`
  return `there is no migration ${expected} here: look whether this is the right database and the right branch, ${correct}`
}

function unfinishedRun(context: RunContext): Check {
  return {
    name: 'no unfinished run',
    kind: 'unfinished-run',
    ask: async () => {
      const run = (await findUnsettledRuns(context)).at(-1)
      if (run === undefined) return { status: 'passed', expected: 'none', actual: 'none' }
      const actual = describeUnsettled(run)
      return {
        status: 'warning',
        expected: 'none',
        actual,
        message: `the next run deals with it first; see: ${statusCommand(context)}`,
      }
    },
  }
}
