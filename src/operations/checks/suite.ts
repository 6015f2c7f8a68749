/** Runs an SQL script of tests, statement by statement, counts what its rows and notices say, and takes back what it wrote. */
import { resolve } from 'node:path'
import type { Finding } from '../../domain/check.ts'
import { CheckError, causeChain, hintOf, StatementError } from '../../domain/errors.ts'
import { offsetOfCharacter, placeAt } from '../../domain/excerpt.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { SuiteCheck } from '../../plan/checks/suite.ts'
import type { RunContext } from '../context.ts'
import { KeptOutput, keepOutput } from './kept-output.ts'
import type { CheckKind } from './kind.ts'
import { prepareSuite, type SuiteScript } from './suite-script.ts'
import { SuiteTally } from './suite-tally.ts'
import { judgeOf, resultOfNotice, resultsOfRow, type TestResult } from './suite-words.ts'

export const suite: CheckKind<SuiteCheck> = {
  lane: 'acting',
  objection: (context, settings) =>
    readSuite(context, settings).then(
      () => null,
      (error: unknown) => [causeChain(error)[0] ?? 'it cannot be read', hintOf(error) ?? []].flat().join('; '),
    ),
  ask: async ({ context, settings }, signal) => {
    const { database, redact } = context
    const script = await readSuite(context, settings)
    const heard = new Hearing(settings)
    const session = await database.open({ purpose: 'suite', signal, onNotice: heard.notice })
    try {
      await runSuite(session, script, heard, settings.keep, signal)
    } finally {
      await session.close()
    }
    const finding = heard.tally.judge(settings)
    const place = await keepOutput(context, settings.name, redact(heard.kept.text()))
    return { ...clean(finding, redact), ...('output' in place ? place : {}) }
  },
}

/** @throws ConfigurationError where the file cannot be read, CheckError where it cannot be run as it is */
async function readSuite({ plan, readText }: RunContext, { suite, keep }: SuiteCheck): Promise<SuiteScript> {
  return prepareSuite(suite, await readText(resolve(plan.directory, suite)), keep)
}

/** Everything that a suite says: counted, and kept to be read. */
class Hearing {
  readonly tally = new SuiteTally()
  readonly kept = new KeptOutput()
  readonly #judge

  constructor(settings: SuiteCheck) {
    this.#judge = judgeOf(settings)
  }

  readonly notice = (line: string): void => {
    this.#add(resultOfNotice(line, this.#judge))
    this.kept.add(line)
  }

  row(row: Parameters<typeof resultsOfRow>[0]): void {
    this.#add(resultsOfRow(row, this.#judge))
    this.kept.add(Object.values(row).join(' | '))
  }

  #add(results: readonly TestResult[]): void {
    for (const result of results) this.tally.add(result)
  }
}

/** Ends a transaction whose work went well and is to be taken back. */
class TakeBack extends Error {}

async function runSuite(session: SqlSession, script: SuiteScript, heard: Hearing, keep: boolean, signal: AbortSignal) {
  const run = () => runSteps(session, script, heard, signal)
  if (!script.inTransaction) return run()
  try {
    await session.transaction(async () => {
      await run()
      if (!keep) throw new TakeBack()
    })
  } catch (error) {
    if (!(error instanceof TakeBack)) throw error
  }
}

async function runSteps(session: SqlSession, script: SuiteScript, heard: Hearing, signal: AbortSignal): Promise<void> {
  for (const step of script.steps) {
    try {
      for (const row of await session.query(step.sql)) heard.row(row)
    } catch (error) {
      signal.throwIfAborted()
      throw explain(script, step, error, heard.tally)
    }
  }
}

const STATEMENT_LENGTH = 120

/** What the server says of a statement, with its line and its beginning. */
function explain(
  script: SuiteScript,
  { sql, offset }: SuiteScript['steps'][number],
  cause: unknown,
  tally: SuiteTally,
): CheckError {
  const position = cause instanceof StatementError ? cause.position : undefined
  const { line } = placeAt(script.text, position === undefined ? offset : offset + offsetOfCharacter(sql, position))
  const statement = sql.replace(/\s+/g, ' ')
  const shown = statement.length > STATEMENT_LENGTH ? `${statement.slice(0, STATEMENT_LENGTH)}…` : statement
  const counted = tally.describe()
  const words = `${script.file}, line ${line}: ${causeChain(cause)[0] ?? 'failed'}, in: ${shown}`
  const hint = hintOf(cause)
  return new CheckError(counted === '' ? words : `${words}; ${counted}`, { cause, ...(hint === undefined ? {} : { hint }) })
}

function clean(finding: Finding, redact: (text: string) => string): Finding {
  return finding.message === undefined ? finding : { ...finding, message: redact(finding.message) }
}
