/** Runs one command from its invocation to its exit code: presenter, interrupts, questions, answer, errors. */
import { ConfigurationError } from '../domain/errors.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { RunContext } from '../operations/context.ts'
import type { Answer } from './answer.ts'
import type { Environment, Invocation } from './arguments.ts'
import { type CommandName, findCommand } from './commands.ts'
import { complain } from './complaint.ts'
import { clock, createSecrets, listenForInterrupts, renderReport, withContext } from './compose.ts'
import { createConfirm } from './confirm.ts'
import { jsonDocument } from './json.ts'
import { WIDTH } from './layout.ts'
import { PERFORM } from './perform.ts'
import { createPresenter } from './present.ts'
import { saveReport } from './reporting.ts'
import type { Secrets } from './secrets.ts'
import { styleFor } from './style.ts'

type CommandInvocation = Invocation & { readonly command: Exclude<CommandName, 'demo' | 'init'> }

/** Of these every check is what was asked for. */
const ASKS_FOR_CHECKS: readonly CommandName[] = ['health', 'validate', 'monitor', 'backup verify']

/** Never throws: an error is told, and is an exit code. */
export async function runCommand(invocation: CommandInvocation, environment: Environment): Promise<number> {
  const secrets = createSecrets(environment)
  try {
    requireSomebodyToAsk(invocation)
    const answer = await perform(invocation, environment, secrets)
    write(answer, invocation, environment, secrets)
    return answer.exitCode
  } catch (error) {
    return complain(error, { json: invocation.values.json, environment, redact: secrets.redact })
  }
}

/** Said before anything is begun, not when the question comes. */
function requireSomebodyToAsk({ command, values }: CommandInvocation): void {
  const asks = findCommand(command)?.asks === true && !values.dryRun
  if (!asks || values.yes || process.stdin.isTTY === true) return
  throw new ConfigurationError(`${command} asks before it changes the database, and there is no terminal to ask on`, {
    hint: 'add --yes to answer yes',
  })
}

async function perform(invocation: CommandInvocation, environment: Environment, secrets: Secrets): Promise<Answer> {
  const { command, values, argument } = invocation
  // Standard output belongs to the document or the SQL that a program may read.
  const page = values.json || values.dryRun ? process.stderr : process.stdout
  const { redact } = secrets
  const allChecks = ASKS_FOR_CHECKS.includes(command)
  const presenter = createPresenter({ page, environment, redact, now: clock.monotonicMs, allChecks })
  const tell = (message: string) => presenter.lines(['', message])
  using interrupts = listenForInterrupts({ onFirst: tell, onRepeat: tell })
  const { signal } = interrupts
  const confirm = createConfirm({ yes: values.yes, input: process.stdin, page, redact, signal, pause: () => presenter.pause() })
  const work = async (context: RunContext) => {
    const save = async (result: RunResult) =>
      saveReport(context.store, result.runId, await renderReport(result, environment, redact))
    return PERFORM[command]({ context, values, argument, saveReport: save })
  }
  try {
    const canAsk = !values.yes && process.stdin.isTTY === true
    return await withContext({ invocation, environment, secrets, presenter, signal, confirm, canAsk }, work)
  } finally {
    presenter.close()
  }
}

function write(answer: Answer, { values }: Invocation, environment: Environment, { redact }: Secrets): void {
  const page = values.json ? process.stderr : process.stdout
  const isTerminal = page.isTTY === true
  const style = styleFor(isTerminal, environment)
  const lines = answer.lines({ style, width: isTerminal ? page.columns : WIDTH })
  if (lines.length > 0) page.write(lines.map((line) => `${redact(line)}\n`).join(''))
  if (values.json) process.stdout.write(jsonDocument(answer.document, redact))
}
