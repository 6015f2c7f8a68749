/** Turns a failed call of Alembic into an error that names the migration's file and line. */
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { type CommandError, ConfigurationError, causeChain, MigrationError, type SavepointError } from '../../domain/errors.ts'
import { excerptAt, startOfLine } from '../../domain/excerpt.ts'
import { sqlStateIn } from './sqlstates.ts'
import { type Frame, parseTraceback } from './traceback.ts'

export interface FailedCall {
  /** E.g. `upgrade`. */
  readonly subcommand: string
  readonly error: CommandError
  /** What it wrote, redacted. */
  readonly stdout: readonly string[]
  readonly stderr: readonly string[]
  readonly workingDirectory: string
  readonly revision?: string | undefined
  readonly signal: AbortSignal
}

const NOT_INSTALLED = /No module named '?alembic\b/
const NOT_CONFIGURED = /No config file|No 'script_location' key|Path doesn't exist|script_location/
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/Can't locate revision/, 'check out the version of the code that holds the file of this revision'],
  [/[Mm]ultiple head/, 'join the heads with alembic merge heads'],
  [/No module named '([\w.]+)'/, 'install what is missing into the environment that Alembic runs in'],
  [/Target database is not up to date/, 'migrate the database to head first'],
  [/OperationalError|connection (failed|refused)/, 'let env.py take the database from DATABASE_URL, or check its settings'],
]

/** @returns ConfigurationError where Alembic is missing or not set up here, else MigrationError */
export async function alembicFailure(call: FailedCall): Promise<SavepointError> {
  if (call.signal.aborted) return cancelled(call)
  if (isMissing(call)) return missingAlembic(call.error)
  const traceback = parseTraceback(call.stderr)
  const words = traceback?.exception ?? ownWords(call) ?? call.error.lastLines.at(-1)
  const message = words === undefined ? call.error.message : `alembic ${call.subcommand} failed: ${words}`
  const hint = HINTS.find(([pattern]) => pattern.test(words ?? ''))?.[1]
  const options = { cause: call.error, ...(hint === undefined ? {} : { hint }) }
  if (traceback === null && NOT_CONFIGURED.test(words ?? '')) return notConfigured(message, call)
  const sqlState = sqlStateIn(words ?? '')
  const place = await placeOf(traceback?.frames ?? [], call.workingDirectory)
  const failure = { ...revisionOf(call), ...place, ...(sqlState === undefined ? {} : { sqlState }) }
  return new MigrationError(place === null ? message : `${place.file}, line ${place.line}: ${words}`, failure, options)
}

function cancelled({ subcommand, error, signal, ...call }: FailedCall): MigrationError {
  const why = causeChain(signal.reason)[0] ?? error.message
  return new MigrationError(`alembic ${subcommand} was ended: ${why}`, revisionOf(call), { cause: signal.reason ?? error })
}

function revisionOf({ revision }: Pick<FailedCall, 'revision'>): { readonly revision?: string } {
  return revision === undefined ? {} : { revision }
}

/** Exit code 127 is what a wrapper such as `env` or a shell answers for a program that is not there. */
function isMissing({ error, stderr }: FailedCall): boolean {
  const notFound = (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
  return (
    error.exitCode === 127 ||
    (notFound && / was not found/.test(error.message)) ||
    stderr.some((line) => NOT_INSTALLED.test(line))
  )
}

function missingAlembic(cause: CommandError): ConfigurationError {
  const hint = 'pip install alembic into the environment in use, or set migrator.command in the plan, e.g. [.venv/bin/alembic]'
  return new ConfigurationError(`Alembic is not installed here: ${cause.message}`, { hint, cause })
}

function notConfigured(message: string, call: FailedCall): ConfigurationError {
  const hint = 'set migrator.working-directory to the directory of alembic.ini, or migrator.config to its path'
  return new ConfigurationError(message, { hint, cause: call.error })
}

/** What Alembic says itself, on standard output, or through its logger. */
function ownWords({ stdout, stderr }: FailedCall): string | undefined {
  const failed = stdout.concat(stderr).find((line) => /^\s*FAILED: /.test(line))
  return failed?.trim().slice('FAILED: '.length)
}

/** The innermost frame in a file of migrations, as lies nearest to the mistake. */
async function placeOf(frames: readonly Frame[], workingDirectory: string) {
  const frame = frames.findLast(({ file }) => /[\\/]versions[\\/]/.test(file) && !/[\\/](site|dist)-packages[\\/]/.test(file))
  if (frame === undefined) return null
  const place = { file: relative(workingDirectory, frame.file), line: frame.line }
  const text = await readFile(frame.file, 'utf8').catch(() => null)
  return text === null ? place : { ...place, excerpt: excerptAt(text, startOfLine(text, frame.line)) }
}
