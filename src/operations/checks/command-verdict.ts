/** Judges how a command ended and what it wrote against what the plan expects. */
import type { Finding } from '../../domain/check.ts'
import { type CommandError, hintOf } from '../../domain/errors.ts'
import { formatCount, formatDuration } from '../../domain/quantity-text.ts'
import type { CommandCheck } from '../../plan/checks/command.ts'

/** How a command came to its end. */
export type Ending =
  | { readonly kind: 'exited'; readonly exitCode: number; readonly lastLines: readonly string[] }
  /** It could not start, or a signal ended it. */
  | { readonly kind: 'broken'; readonly error: CommandError }
  | { readonly kind: 'out-of-time'; readonly afterMs: number }
  | { readonly kind: 'interrupted' }

const QUOTED_LINES = 3
const QUOTED_LENGTH = 200

/** Lines that match one pattern: how many, and the first few. */
class Matches {
  readonly #pattern: RegExp | null
  readonly first: string[] = []
  count = 0

  constructor(pattern: string | null) {
    this.#pattern = pattern === null ? null : new RegExp(pattern, 'u')
  }

  see(line: string): void {
    if (this.#pattern?.test(line) !== true) return
    this.count++
    if (this.first.length < QUOTED_LINES) this.first.push(line)
  }
}

/** Holds each line of the output against the patterns of a check. */
export class LineWatch {
  readonly failing: Matches
  readonly warning: Matches
  readonly wanted: Matches

  constructor({ failOn, warnOn, mustMatch }: CommandCheck) {
    this.failing = new Matches(failOn)
    this.warning = new Matches(warnOn)
    this.wanted = new Matches(mustMatch)
  }

  see(line: string): void {
    for (const matches of [this.failing, this.warning, this.wanted]) matches.see(line)
  }
}

/** A command that could not run, or was not let run to its end, is errored: it gave no answer. */
export function judgeCommand(settings: CommandCheck, ending: Ending, watch: LineWatch): Finding {
  const expected = describeExpected(settings)
  switch (ending.kind) {
    case 'interrupted':
      return { status: 'errored', expected, message: 'it was interrupted' }
    case 'out-of-time':
      return { status: 'errored', expected, message: outOfTimeWords(ending.afterMs) }
    case 'broken':
      return { status: 'errored', expected, message: [ending.error.message, hintOf(ending.error) ?? []].flat().join('; ') }
    case 'exited':
      return judgeExit(settings, expected, ending, watch)
  }
}

function outOfTimeWords(afterMs: number): string {
  return `it did not end within ${formatDuration(afterMs)} and was ended; give it more time with \`timeout\``
}

/** What the shell answers for a program that is not there, or may not be executed. */
const CANNOT_RUN: Readonly<Record<number, string>> = {
  126: 'the program may not be executed',
  127: 'the program was not found; install it, or put its directory on PATH',
}

function judgeExit(
  settings: CommandCheck,
  expected: string,
  { exitCode, lastLines }: Extract<Ending, { kind: 'exited' }>,
  { failing, warning, wanted }: LineWatch,
): Finding {
  const actual = [`exit code ${exitCode}`, ...counts(failing.count, warning.count)].join(', ')
  const rightCode = settings.exitCodes.includes(exitCode)
  const cannot = rightCode ? undefined : CANNOT_RUN[exitCode]
  if (cannot !== undefined) return { status: 'errored', expected, actual, message: said(cannot, quote(lastLines.slice(-1))) }
  if (failing.count > 0) return { status: 'failed', expected, actual, message: quote(failing.first) }
  if (!rightCode) return { status: 'failed', expected, actual, ...lastWords(lastLines) }
  if (settings.mustMatch !== null && wanted.count === 0) {
    return { status: 'failed', expected, actual, message: `no line matches /${settings.mustMatch}/` }
  }
  if (warning.count > 0) return { status: 'warning', expected, actual, message: quote(warning.first) }
  return { status: 'passed', expected, actual }
}

function describeExpected({ exitCodes, failOn, mustMatch }: CommandCheck): string {
  return [
    `exit code ${exitCodes.join(' or ')}`,
    ...(failOn === null ? [] : [`no line like /${failOn}/`]),
    ...(mustMatch === null ? [] : [`a line like /${mustMatch}/`]),
  ].join(', ')
}

function counts(failures: number, warnings: number): readonly string[] {
  return [
    ...(failures === 0 ? [] : [formatCount(failures, 'line of failure', 'lines of failure')]),
    ...(warnings === 0 ? [] : [formatCount(warnings, 'line of warning', 'lines of warning')]),
  ]
}

function lastWords(lastLines: readonly string[]): { readonly message?: string } {
  const spoken = lastLines.filter((line) => line.trim() !== '').slice(-QUOTED_LINES)
  return spoken.length === 0 ? {} : { message: `it ended with ${quote(spoken)}` }
}

function said(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(': ')
}

function quote(lines: readonly string[]): string {
  return lines.map((line) => `“${cut(line.trim())}”`).join(' ')
}

function cut(line: string): string {
  return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line
}
