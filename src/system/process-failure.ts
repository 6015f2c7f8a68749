/** Turns the end of a child process into an error that a person can act on. */
import { basename } from 'node:path'
import { CommandError, causeChain } from '../domain/errors.ts'
import type { ProcessCommand } from '../domain/ports/processes.ts'
import type { Ending } from './process-ending.ts'

const SHELL_COMMAND_NOT_FOUND = 127

export interface FailedProcess {
  readonly command: ProcessCommand
  readonly exitCode: number | null
  readonly signal: string | null
  readonly ending: Ending | undefined
  readonly lastLines: readonly string[]
}

/** The command as a person would type it; not yet redacted. */
export function describeCommand(command: ProcessCommand): string {
  if ('shell' in command.run) return command.run.shell
  return [command.run.file, ...command.run.args].map(quote).join(' ')
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** The program's name: what messages begin with. */
function programOf(command: ProcessCommand): string {
  return 'shell' in command.run ? (command.run.shell.trim().split(/\s+/)[0] ?? 'sh') : basename(command.run.file)
}

/** The error of a process that ran and did not succeed. */
export function processFailure(failed: FailedProcess, redact: (text: string) => string): CommandError {
  const { command, exitCode, signal, ending, lastLines } = failed
  const hint = exitCode === SHELL_COMMAND_NOT_FOUND ? 'check that the program is installed and on PATH' : undefined
  return new CommandError(
    redact(`${programOf(command)} ${whatHappened(failed)}`),
    { command: redact(describeCommand(command)), exitCode, signal, lastLines },
    { ...(hint === undefined ? {} : { hint }), ...(ending?.by === 'abort' ? { cause: ending.reason } : {}) },
  )
}

function whatHappened({ exitCode, signal, ending, lastLines }: FailedProcess): string {
  if (ending?.by === 'abort') return `was ended: ${causeChain(ending.reason)[0] ?? 'aborted'}`
  if (ending?.by === 'timeout') return `was ended: it ran longer than ${ending.afterMs / 1000} s`
  const lastLine = lastLines.findLast((line) => line.trim() !== '')
  const what = signal === null ? `failed with exit code ${exitCode}` : `was killed by ${signal}`
  return lastLine === undefined ? what : `${what}: ${lastLine.trim()}`
}

/** The error of a process that could not be started. */
export function startFailure(
  command: ProcessCommand,
  cause: NodeJS.ErrnoException,
  cwdExists: boolean,
  redact: (text: string) => string,
): CommandError {
  const [message, hint] = whyNotStarted(command, cause, cwdExists)
  const details = { command: redact(describeCommand(command)), exitCode: null, signal: null, lastLines: [] }
  return new CommandError(redact(message), details, { hint: redact(hint), cause })
}

function whyNotStarted(command: ProcessCommand, cause: NodeJS.ErrnoException, cwdExists: boolean): [string, string] {
  const program = programOf(command)
  if (!cwdExists) return [`${program} cannot start: there is no directory ${command.cwd}`, 'correct the working directory']
  if (cause.code === 'ENOENT') return [`${program} was not found`, `install ${program}, or put its directory on PATH`]
  if (cause.code === 'EACCES')
    return [`${program} cannot start: it may not be executed`, `make the file of ${program} executable`]
  return [`${program} cannot start: ${cause.message}`, `check the program ${program} and its working directory`]
}
