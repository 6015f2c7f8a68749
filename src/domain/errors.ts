/** The typed errors of Savepoint: each says what went wrong in one line, what to do next, and keeps its cause. */

export interface ErrorOptions {
  /** What a person should do next, one sentence or one command. */
  readonly hint?: string
  readonly cause?: unknown
}

export type ErrorCode =
  | 'CONFIGURATION'
  | 'CONNECTION'
  | 'LOCK'
  | 'COMMAND'
  | 'BACKUP'
  | 'MIGRATION'
  | 'CHECK'
  | 'ROLLBACK'
  | 'INTERRUPTED'
  | 'INTERNAL'

/** Base of every error that Savepoint throws on purpose. */
export class SavepointError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.hint = options.hint
    this.name = new.target.name
  }
}

/** One mistake in a file or a flag, with its place. Lines and columns count from 1. */
export interface Problem {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly hint?: string
}

/** Wrong configuration or usage: nothing was touched; exit code 2. Carries every problem found, not only the first. */
export class ConfigurationError extends SavepointError {
  readonly problems: readonly Problem[]

  constructor(message: string, options: ErrorOptions & { readonly problems?: readonly Problem[] } = {}) {
    super('CONFIGURATION', message, options)
    this.problems = options.problems ?? []
  }
}

/** The database could not be reached or refused the session. */
export class ConnectionError extends SavepointError {
  constructor(message: string, options: ErrorOptions = {}) {
    super('CONNECTION', message, options)
  }
}

/** Another run holds the database, or the lock cannot hold here. */
export class LockError extends SavepointError {
  constructor(message: string, options: ErrorOptions = {}) {
    super('LOCK', message, options)
  }
}

/** A child process failed. Arguments and output are redacted before they get here. */
export class CommandError extends SavepointError {
  readonly command: string
  readonly exitCode: number | null
  readonly signal: string | null
  /** The last lines of standard error (standard output where that was empty), oldest first. */
  readonly lastLines: readonly string[]

  constructor(
    message: string,
    details: {
      readonly command: string
      readonly exitCode: number | null
      readonly signal: string | null
      readonly lastLines: readonly string[]
    },
    options: ErrorOptions = {},
  ) {
    super('COMMAND', message, options)
    this.command = details.command
    this.exitCode = details.exitCode
    this.signal = details.signal
    this.lastLines = details.lastLines
  }
}

/** A backup could not be made, or could not be proven. */
export class BackupError extends SavepointError {
  constructor(message: string, options: ErrorOptions = {}) {
    super('BACKUP', message, options)
  }
}

/** Where in a migration something failed. Lines and columns count from 1. */
export interface MigrationFailure {
  readonly revision?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly sqlState?: string
  /** The source line with a caret under the failing place, ready to print in a fixed-width font. */
  readonly excerpt?: string
}

/** A migration failed, or its history cannot be trusted. */
export class MigrationError extends SavepointError {
  readonly failure: MigrationFailure

  constructor(message: string, failure: MigrationFailure = {}, options: ErrorOptions = {}) {
    super('MIGRATION', message, options)
    this.failure = failure
  }
}

/** A check failed or could not run. */
export class CheckError extends SavepointError {
  constructor(message: string, options: ErrorOptions = {}) {
    super('CHECK', message, options)
  }
}

/** The way back failed too: keeps the failure that asked for it and those of every way that was tried. */
export class RollbackError extends SavepointError {
  readonly failures: readonly unknown[]

  constructor(message: string, failures: readonly unknown[], options: ErrorOptions = {}) {
    super('ROLLBACK', message, { ...options, cause: options.cause ?? failures[0] })
    this.failures = failures
  }
}

/** A person or the runner asked the run to end (SIGINT, SIGTERM). */
export class InterruptedError extends SavepointError {
  constructor(signalName: string) {
    super('INTERRUPTED', `interrupted by ${signalName}`)
  }
}

/** The server refused or failed one statement. `position` counts characters from 1 within that statement's text. */
export class StatementError extends SavepointError {
  readonly sqlState: string | undefined
  readonly position: number | undefined
  readonly detail: string | undefined

  constructor(
    message: string,
    details: {
      readonly sqlState?: string | undefined
      readonly position?: number | undefined
      readonly detail?: string | undefined
    },
    options: ErrorOptions = {},
  ) {
    super('MIGRATION', message, options)
    this.sqlState = details.sqlState
    this.position = details.position
    this.detail = details.detail
  }
}

/** The messages of an error and its causes, nearest first, without repeats. */
export function causeChain(error: unknown): readonly string[] {
  const messages: string[] = []
  for (let link = error, depth = 0; link !== undefined && link !== null && depth < 10; depth++) {
    const message = link instanceof Error ? link.message || link.name : String(link)
    if (!messages.some((known) => known.includes(message))) messages.push(message)
    link = link instanceof Error ? link.cause : undefined
  }
  return messages
}

/** The first hint along the chain of causes. */
export function hintOf(error: unknown): string | undefined {
  for (let link = error, depth = 0; link instanceof Error && depth < 10; link = link.cause as unknown, depth++) {
    if (link instanceof SavepointError && link.hint !== undefined) return link.hint
  }
  return undefined
}
