/** The `command` check: a shell line, the exit code it must end with, and what its output must and must not say. */
import { z } from 'zod'
import { pattern, text } from '../fields.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface CommandCheck extends CheckCommon {
  readonly kind: 'command'
  /** For the shell, verbatim. */
  readonly command: string
  readonly exitCodes: readonly number[]
  /** Regular expressions that are held against each line of the output. */
  readonly failOn: string | null
  readonly warnOn: string | null
  readonly mustMatch: string | null
  /** As written: relative to the plan. */
  readonly workingDirectory: string
}

const codeWords = 'must be an exit code from 0 to 255, or a list of them'
const exitCode = z.int({ error: codeWords }).min(0, { error: codeWords }).max(255, { error: codeWords })

export const commandCheck = checkSection(
  {
    command: text.describe('A line for the shell. The environment leads to the database (`DATABASE_URL`, `PGHOST` and its kin).'),
    'exit-code': z
      .union([exitCode, z.array(exitCode).min(1, { error: codeWords })], { error: codeWords })
      .optional()
      .describe('Exit code that passes, or a list of them. Default 0.'),
    'fail-on': pattern.optional().describe('Regular expression; a line of the output that matches it fails the check.'),
    'warn-on': pattern.optional().describe('Regular expression; a line of the output that matches it is a warning.'),
    'must-match': pattern.optional().describe('Regular expression that at least one line of the output must match.'),
    'working-directory': text.optional().describe('Where it runs, relative to the plan. Default: beside the plan.'),
  },
  'A command, its exit code and its output, which is kept.',
).transform((written): CommandCheck => {
  const codes = written['exit-code'] ?? 0
  return {
    ...commonOf(written),
    kind: 'command',
    command: written.command,
    exitCodes: typeof codes === 'number' ? [codes] : codes,
    failOn: written['fail-on'] ?? null,
    warnOn: written['warn-on'] ?? null,
    mustMatch: written['must-match'] ?? null,
    workingDirectory: written['working-directory'] ?? '.',
  }
})
