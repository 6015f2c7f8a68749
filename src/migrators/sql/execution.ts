/** Runs a script in a session, statement by statement, and places every failure in its file. */
import { causeChain, hintOf, StatementError } from '../../domain/errors.ts'
import { offsetOfCharacter } from '../../domain/excerpt.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { Statement } from '../../domain/sql-script/splitter.ts'
import { transactionControlOf } from '../../domain/sql-script/statements.ts'
import { type SqlScript, scriptError } from './script.ts'

export interface Execution {
  readonly session: SqlSession
  readonly script: SqlScript
  /** Writes the history, in the same transaction where there is one. Gets how long the statements took, in ms. */
  readonly record: (durationMs: number) => Promise<void>
  readonly signal: AbortSignal
}

const OUTSIDE = 'begin the file with the line -- savepoint: no-transaction'
const HINTS: Readonly<Record<string, string>> = {
  '25001': `this statement cannot run in a transaction: ${OUTSIDE}`,
  '2D000': `COMMIT and ROLLBACK in a routine cannot run in a transaction: ${OUTSIDE}`,
}

/** @throws MigrationError with file, line, column, SQLSTATE and excerpt */
export function runScript(execution: Execution): Promise<void> {
  return execution.script.transactional ? runInTransaction(execution) : runStatementByStatement(execution)
}

/** Runs the statements in the transaction that the session is in, and records nothing. @throws MigrationError as {@link runScript} does */
export async function runStatements(execution: Omit<Execution, 'record'>): Promise<void> {
  for (const statement of execution.script.statements) {
    try {
      await execution.session.query(statement.text)
    } catch (error) {
      throw explain(execution, statement, error)
    }
  }
}

async function runInTransaction(execution: Execution): Promise<void> {
  const { session, script, record } = execution
  let running: Statement | null = null
  try {
    await session.transaction(async () => {
      const startedAt = performance.now()
      for (const statement of script.statements) {
        running = statement
        await session.query(statement.text)
      }
      running = null
      await recordAsOneself(session, record, startedAt)
    })
  } catch (error) {
    throw running === null ? explainEnd(execution, error) : explain(execution, running, error)
  }
}

async function runStatementByStatement(execution: Execution): Promise<void> {
  const { session, script, record } = execution
  const startedAt = performance.now()
  for (const [index, statement] of script.statements.entries()) {
    try {
      await session.query(statement.text)
    } catch (error) {
      throw explain(execution, statement, error, reached(script, index))
    }
  }
  try {
    await recordAsOneself(session, record, startedAt)
  } catch (error) {
    throw explainEnd(execution, error)
  }
}

/** A file may end as another role; the history belongs to the one that connected. */
async function recordAsOneself(session: SqlSession, record: Execution['record'], startedAt: number): Promise<void> {
  const durationMs = performance.now() - startedAt
  await session.query('reset role')
  await record(durationMs)
}

interface Reached {
  readonly before: string
  readonly after: string
}

function reached(script: SqlScript, index: number): Reached {
  const stay = committedBefore(script.statements, index)
  const after =
    stay === 0
      ? 'nothing before it stays applied'
      : stay === 1
        ? 'statement 1 stays applied'
        : `statements 1 to ${stay} stay applied`
  return { before: `statement ${index + 1} of ${script.statements.length}: `, after: `; ${after}` }
}

/** How many statements were committed when one failed: a block of the file's own that is still open rolls back. */
function committedBefore(statements: readonly Statement[], failed: number): number {
  let openedAt: number | null = null
  for (const [index, statement] of statements.slice(0, failed).entries()) {
    const control = transactionControlOf(statement)
    if (control === 'begin' || control === 'begin-with-options') openedAt ??= index
    if (control === 'chain') openedAt = index + 1
    if (control === 'commit' || control === 'rollback') openedAt = null
  }
  return openedAt ?? failed
}

function explain({ script, signal }: Omit<Execution, 'record'>, statement: Statement, error: unknown, place?: Reached): Error {
  const { before, after } = place ?? { before: '', after: '' }
  return scriptError(script, offsetOf(statement, error), `${before}${wordsOf(error, signal)}${after}`, detailsOf(error, signal))
}

/** The statements went well; the commit (deferred constraints are checked then) or the history did not. */
function explainEnd({ script, signal }: Execution, error: unknown): Error {
  const last = script.statements.at(-1) as Statement
  const what = script.transactional ? 'at its commit' : 'its statements are applied, but it could not be recorded'
  return scriptError(script, last.offset, `${what}: ${wordsOf(error, signal)}`, detailsOf(error, signal))
}

function offsetOf(statement: Statement, error: unknown): number {
  if (!(error instanceof StatementError) || error.position === undefined) return statement.offset
  return statement.offset + offsetOfCharacter(statement.text, error.position)
}

function wordsOf(error: unknown, signal: AbortSignal): string {
  const [words = 'failed'] = causeChain(error)
  return signal.aborted ? `cancelled: ${causeChain(signal.reason)[0] ?? words}` : words
}

function detailsOf(error: unknown, signal: AbortSignal) {
  const sqlState = error instanceof StatementError ? error.sqlState : undefined
  const hint = signal.aborted ? undefined : (HINTS[sqlState ?? ''] ?? hintOf(error))
  return { sqlState, hint, cause: signal.aborted ? signal.reason : error }
}
