/** The `time` check: how long a query or a command takes, against limits and against the same before the migration. */
import { z } from 'zod'
import { factor, positiveDuration, text, wholeNumber } from '../fields.ts'
import { section } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

/** What is timed. */
export type Timed = { readonly query: string } | { readonly command: string }

export interface TimeCheck extends CheckCommon {
  readonly kind: 'time'
  readonly timed: Timed
  /** The median of so many runs counts. */
  readonly runs: number
  /** Runs before them that do not count. */
  readonly warmUp: number
  /** For the median after the migration, in ms. */
  readonly atMostMs: number | null
  /** Of the median before the migration. */
  readonly atMostTimes: number | null
  /** How many times faster than before the migration it must be. */
  readonly fasterBy: number | null
  /** Measured before the migration too. */
  readonly compare: boolean
  /** What must hold before the migration, in ms; `null`: only measured then. */
  readonly before: { readonly atLeastMs: number | null; readonly atMostMs: number | null } | null
}

const timed = z.union(
  [
    text,
    section({ query: text.describe('A query that only reads; all its rows are received.') }, 'A query.'),
    section({ command: text.describe('A shell line.') }, 'A command.'),
  ],
  { error: 'must be a shell line, or { query: "select …" }, or { command: "…" }' },
)

const before = section(
  {
    'at-least': positiveDuration.optional().describe('Shortest time that passes.'),
    'at-most': positiveDuration.optional().describe('Longest time that passes.'),
  },
  'What it must take before the migration, e.g. to be sure that the slow case was met.',
).refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined, {
  error: 'must give at-least, at-most, or both',
})

const LIMITS = ['at-most', 'at-most-times', 'faster-by'] as const
const COMPARING = ['compare', 'at-most-times', 'faster-by', 'before'] as const

export const timeCheck = checkSection(
  {
    time: timed.describe('What is timed: a shell line, or `{ query: … }`, or `{ command: … }`.'),
    runs: wholeNumber(1, 1000)
      .optional()
      .describe('How often it is run; the median counts. Default 3 for a query, 1 for a command.'),
    'warm-up': wholeNumber(0, 1000)
      .optional()
      .describe('Runs before those, which do not count. Default 1 for a query, 0 for a command.'),
    'at-most': positiveDuration.optional().describe('Longest median that passes after the migration.'),
    'at-most-times': factor
      .optional()
      .describe('Longest median that passes, as a multiple of the one before the migration, e.g. `1.5x`.'),
    'faster-by': factor.optional().describe('How many times faster than before the migration it must be, e.g. `2x`.'),
    compare: z
      .literal('before', { error: 'must be before' })
      .optional()
      .describe('`before`: measured before the migration too. Follows from `at-most-times`, `faster-by` and `before`.'),
    before: before.optional(),
  },
  'How long a query or a command takes.',
)
  .refine((written) => LIMITS.some((limit) => written[limit] !== undefined), {
    error: `must set a limit: ${LIMITS.join(', ')}`,
  })
  .refine((written) => !COMPARING.some((key) => written[key] !== undefined) || isAskedTwice(written), {
    error: 'is compared with before: leave out after-migration, and when unless it is before-and-after',
  })
  .transform((written): TimeCheck => {
    const compare = COMPARING.some((key) => written[key] !== undefined)
    const what: Timed = typeof written.time === 'string' ? { command: written.time } : written.time
    const isQuery = 'query' in what
    return {
      ...commonOf(written, compare ? 'before-and-after' : 'after'),
      kind: 'time',
      timed: what,
      runs: written.runs ?? (isQuery ? 3 : 1),
      warmUp: written['warm-up'] ?? (isQuery ? 1 : 0),
      atMostMs: written['at-most'] ?? null,
      atMostTimes: written['at-most-times'] ?? null,
      fasterBy: written['faster-by'] ?? null,
      compare,
      before:
        written.before === undefined
          ? null
          : { atLeastMs: written.before['at-least'] ?? null, atMostMs: written.before['at-most'] ?? null },
    }
  })

function isAskedTwice(written: { readonly when?: string | undefined; readonly 'after-migration'?: string | undefined }): boolean {
  return written['after-migration'] === undefined && (written.when === undefined || written.when === 'before-and-after')
}
