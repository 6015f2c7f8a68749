/** The `services` section: how a team stops and starts what writes to the database, and how long that may take. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { flag, positiveDuration, text } from '../fields.ts'
import { mappingError, section } from '../section.ts'

/** Shell lines run in `workingDirectory`, in the environment that Savepoint itself was given. */
export interface Services {
  readonly stop: string
  readonly start: string
  /** `running`: a pattern in the command's output; `null`: the exit code tells (0 is running). */
  readonly status: { readonly command: string; readonly running: string | null }
  /** Other sessions that may stay on the database. */
  readonly maxConnections: number
  /** For the stop line and the status to follow it; and again for other sessions to leave. */
  readonly waitMs: number
  /** For the start line and the status to follow it. */
  readonly startWaitMs: number
  readonly terminate: boolean
  /** Absolute. */
  readonly workingDirectory: string
}

const connectionsWords = 'must be a whole number, 0 or more'

const pattern = text.refine(isPattern, { error: 'must be a regular expression' })

const statusByOutput = section(
  {
    command: text.describe('Shell line whose output tells.'),
    running: pattern.describe('Regular expression: the services run where the output matches it, e.g. `"."` for any output.'),
  },
  'A status told by the output of a command instead of its exit code.',
)

const whole = section(
  {
    stop: text.describe('Shell line that stops what writes to the database, before backup and migration.'),
    start: text.describe('Shell line that starts it again. It runs in every outcome once `stop` was begun.'),
    status: z
      .union([text, statusByOutput], { error: 'must be a shell line, or command and running' })
      .describe('Shell line that exits with 0 while the services run; or `command` and `running`, a pattern in its output.'),
    'max-connections': z
      .int({ error: connectionsWords })
      .min(0, { error: connectionsWords })
      .optional()
      .describe('How many other sessions may stay on the database after `stop`. Default 0.'),
    wait: positiveDuration
      .optional()
      .describe(
        'How long `stop` may take until `status` says so, and again how long other sessions may take to leave. Default `60s`.',
      ),
    'start-wait': positiveDuration.optional().describe('How long `start` may take until `status` says running. Default `60s`.'),
    terminate: flag
      .optional()
      .describe('End the sessions that are still there after `wait`. Default `false`: fail, naming them.'),
    'working-directory': text
      .optional()
      .describe("Directory the shell lines run in, relative to the plan. Default: the plan's own."),
  },
  'What writes to the database: stopped before it is changed, started again in every outcome.',
)

/** As written: an environment may say a part of it. */
export const services = z.strictObject(whole.partial().shape, { error: mappingError }).describe(whole.description ?? '')

/** As it must be once an environment has been laid over it. */
export const wholeServices = whole

/** @param directory - the plan's own */
export function completeServices(written: z.output<typeof whole> | undefined, directory: string): Services | null {
  if (written === undefined) return null
  const { stop, start, status, wait, terminate } = written
  return {
    stop,
    start,
    status: typeof status === 'string' ? { command: status, running: null } : status,
    maxConnections: written['max-connections'] ?? 0,
    waitMs: wait ?? 60_000,
    startWaitMs: written['start-wait'] ?? 60_000,
    terminate: terminate ?? false,
    workingDirectory: resolve(directory, written['working-directory'] ?? '.'),
  }
}

function isPattern(written: string): boolean {
  try {
    new RegExp(written)
    return true
  } catch {
    return false
  }
}
