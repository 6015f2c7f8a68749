/** Tells an error that ended a command, and which exit code it is. */
import { ConfigurationError } from '../domain/errors.ts'
import { USAGE_EXIT_CODE } from '../domain/outcome.ts'
import type { Environment } from './arguments.ts'
import { errorLines } from './error-text.ts'
import { errorDocument, jsonDocument } from './json.ts'
import { WIDTH } from './layout.ts'
import { styleFor } from './style.ts'

export interface ComplaintSettings {
  readonly json: boolean
  readonly environment: Environment
  readonly redact: (text: string) => string
}

/** Writes the error to standard error, with `json` a document to standard output as well, and returns the exit code. */
export function complain(error: unknown, { json, environment, redact }: ComplaintSettings): number {
  const isTerminal = process.stderr.isTTY === true
  const lines = errorLines(error, {
    style: styleFor(isTerminal, environment),
    width: isTerminal ? process.stderr.columns : WIDTH,
  })
  process.stderr.write(lines.map((line) => `${redact(line)}\n`).join(''))
  if (json) process.stdout.write(jsonDocument(errorDocument(error), redact))
  return error instanceof ConfigurationError ? USAGE_EXIT_CODE : 1
}
