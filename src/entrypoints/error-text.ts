/** Turns an error into lines: the shortest useful sentence first, then place, causes, last words of a tool, and what to do. */
import {
  CommandError,
  causeChain,
  hintOf,
  MigrationError,
  type Problem,
  RollbackError,
  SavepointError,
} from '../domain/errors.ts'
import { harmlessLines, harmlessWord } from './harmless.ts'
import { indented, WIDTH } from './layout.ts'
import { MARKS, PLAIN_STYLE, type Style } from './style.ts'

const STACK_LINES = 6

export interface ErrorTextOptions {
  readonly style?: Style
  readonly width?: number
}

interface Page {
  readonly style: Style
  readonly width: number
}

export function errorLines(error: unknown, { style = PLAIN_STYLE, width = WIDTH }: ErrorTextOptions = {}): readonly string[] {
  return [...headLines(causeChain(error)[0] ?? 'unknown error', { style, width }), ...causeLines(error, { style, width })]
}

/** Everything but the first sentence. */
export function causeLines(error: unknown, page: Page): readonly string[] {
  const [, ...causes] = causeChain(error)
  return [
    ...chain(error).flatMap((link) => detailLines(link, page)),
    ...(error instanceof Error && isDefect(error) ? stackLines(error, page) : []),
    ...causes.flatMap((cause) => prefixed('cause: ', cause, page)),
    ...hintLines(error, page),
  ]
}

function headLines(sentence: string, { style, width }: Page): readonly string[] {
  const lines = harmlessLines(sentence).flatMap((line) => indented(line, 2, width))
  const [first = '', ...rest] = lines
  return [`${style.paint('bad', MARKS.failed.symbol)} ${style.paint('strong', first.trimStart())}`, ...rest]
}

function chain(error: unknown): readonly unknown[] {
  const links: unknown[] = []
  for (let link = error; link instanceof Error && links.length < 10; link = link.cause) links.push(link)
  return links
}

/** What one error of the chain knows beyond its message. */
function detailLines(error: unknown, page: Page): readonly string[] {
  if (error instanceof MigrationError) return failureLines(error, page)
  if (error instanceof CommandError) return commandLines(error, page)
  if (error instanceof RollbackError)
    return error.failures.flatMap((failure) => prefixed('- ', causeChain(failure).join(': '), page))
  if (error instanceof SavepointError) return problemsOf(error).flatMap((problem) => problemLines(problem, error.message, page))
  return []
}

function problemsOf(error: SavepointError): readonly Problem[] {
  return 'problems' in error ? (error.problems as readonly Problem[]) : []
}

/** @param told - the sentence above: an only problem may have been told by it, and then has but its place to add */
function problemLines(problem: Problem, told: string, page: Page): readonly string[] {
  const words = [place(problem), problem.message === told ? '' : problem.message].filter((part) => part !== '')
  const lines = words.length === 0 ? [] : prefixed('- ', words.join(': '), page)
  return problem.hint === undefined
    ? lines
    : [...lines, ...harmlessLines(problem.hint).flatMap((line) => indented(line, 6, page.width))]
}

/** `file:line:column`, which editors open on a click. */
function place({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [file, line, file === undefined && line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')
}

function failureLines({ failure }: MigrationError, { style }: Page): readonly string[] {
  const where = place({ ...failure })
  const state = failure.sqlState === undefined ? '' : `SQLSTATE ${failure.sqlState}`
  const head = [where, state].filter((part) => part !== '').join('  ')
  const excerpt = failure.excerpt === undefined ? [] : harmlessLines(failure.excerpt).map((line) => `    ${line}`)
  return [...(head === '' ? [] : [`  ${style.paint('faint', harmlessWord(head))}`]), ...excerpt]
}

function commandLines(error: CommandError, { style, width }: Page): readonly string[] {
  const command = indented(`$ ${harmlessWord(error.command)}`, 4, width)
  // A single line is in the message already.
  const lines = error.lastLines.length < 2 ? [] : error.lastLines.flatMap(harmlessLines).map((line) => `    ${line}`)
  return [...command, ...lines].map((line) => style.paint('faint', line))
}

function prefixed(prefix: string, text: string, { width }: Page): readonly string[] {
  const lines = harmlessLines(text).flatMap((line) => indented(line, 2 + prefix.length, width))
  return lines.map((line, index) => (index === 0 ? `  ${prefix}${line.trimStart()}` : line))
}

function hintLines(error: unknown, page: Page): readonly string[] {
  const hint =
    hintOf(error) ?? (isDefect(error) ? 'this is a defect of Savepoint: please report it with the lines above' : undefined)
  return hint === undefined ? [] : prefixed('What to do: ', hint, page)
}

/** An error that nobody threw on purpose: neither ours nor the system's. */
function isDefect(error: unknown): boolean {
  return !(error instanceof SavepointError) && (error as NodeJS.ErrnoException | undefined)?.code === undefined
}

function stackLines(error: Error, { style }: Page): readonly string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return frames.slice(0, STACK_LINES).map((line) => style.paint('faint', `    ${harmlessWord(line.trim())}`))
}
