/** The kinds of value that a plan's keys hold, as zod schemas: each refuses with one sentence and parses to a plain number or text. */
import { z } from 'zod'
import { DURATION_PATTERN, MULTIPLE_PATTERN, parseDuration, parseMultiple, parseSize, SIZE_PATTERN } from './quantities.ts'

/** Text that says something. */
export const text = z.string({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' })

/** A list of texts with at least one entry. */
export const texts = z.array(text, { error: 'must be a list' }).min(1, { error: 'must not be an empty list' })

const durationWords = 'must be a duration such as 500ms, 10s, 5m, 2h or 1d'
const spaceWords = 'must be a size such as 500MB or 2GiB, or a multiple of the database size such as 2x'
const portWords = 'must be a port from 1 to 65535'

/** What timers of Node and of PostgreSQL take: 2^31 - 1 ms. A longer one would be over at once. */
const LONGEST_MS = 24 * 86_400_000
const isTimed = (written: string | 0) => (parseDuration(String(written)) ?? 0) <= LONGEST_MS
const tooLong = { error: 'must be at most 24d' }
const durationExamples = { examples: ['500ms', '10s', '5m', '2h', '1d'] }

/** Milliseconds. */
export const duration = z
  .union([z.string().regex(DURATION_PATTERN, { error: durationWords }), z.literal(0)], { error: durationWords })
  .meta(durationExamples)
  .refine(isTimed, tooLong)
  .transform((written) => parseDuration(String(written)) ?? 0)

const writtenDuration = z
  .string({ error: durationWords })
  .regex(DURATION_PATTERN, { error: durationWords })
  .meta(durationExamples)
  .refine((written) => (parseDuration(written) ?? 1) > 0, { error: 'must be longer than nothing' })

/** Milliseconds, more than none: where "no limit" would mean waiting for ever. */
export const positiveDuration = writtenDuration.refine(isTimed, tooLong).transform((written) => parseDuration(written) ?? 0)

/** Milliseconds, more than none, that are compared and that no timer waits for: as many as one likes. */
export const span = writtenDuration.transform((written) => parseDuration(written) ?? 0)

/** A size in bytes, or a multiple of the size of something else. */
export const space = z
  .union([z.string().regex(SIZE_PATTERN), z.string().regex(MULTIPLE_PATTERN)], { error: spaceWords })
  .meta({ examples: ['2x', '500MB', '20GiB'] })
  .transform((written): { bytes: number } | { times: number } => {
    const times = parseMultiple(written)
    return times === null ? { bytes: parseSize(written) ?? 0 } : { times }
  })

/** A TCP port; as text too, because `${DB_PORT}` is text. */
export const port = z
  .union(
    [
      z.int({ error: portWords }).min(1, { error: portWords }).max(65_535, { error: portWords }),
      z.string().regex(/^[0-9]{1,5}$/, { error: portWords }),
    ],
    { error: portWords },
  )
  .refine((written) => Number(written) >= 1 && Number(written) <= 65_535, { error: portWords })
  .transform(Number)

export const flag = z.boolean({ error: 'must be true or false' })

/** One of a few words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` })
}

/** Numeric text or a number, kept as decimal text. */
export const decimal = z
  .union([z.number(), z.string().regex(/^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/)], { error: 'must be a number' })
  .transform(String)

/** A JavaScript regular expression, kept as text. */
export const pattern = z
  .string({ error: 'must be a regular expression' })
  .refine(isPattern, { error: 'must be a regular expression' })
  .refine((written) => written !== '', { error: 'must not be empty: it would match everything' })

export function isPattern(written: string): boolean {
  try {
    return new RegExp(written, 'u') instanceof RegExp
  } catch {
    return false
  }
}

export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const factorWords = 'must be a multiple above zero such as 1.5x'

/** How many times something is something else: `1.5x`, or the bare number. */
export const factor = z
  .union([z.number(), z.string().regex(MULTIPLE_PATTERN, { error: factorWords })], { error: factorWords })
  .meta({ examples: ['1.5x', '2x'] })
  .transform((written) => (typeof written === 'number' ? written : (parseMultiple(written) ?? 0)))
  .refine((times) => times > 0, { error: factorWords })
