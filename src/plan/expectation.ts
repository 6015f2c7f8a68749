/** The `expect` key of a query check: a value, a range, a number of rows, a pattern, nothing at all, or whatever it is. */
import { z } from 'zod'
import { decimal, isPattern } from './fields.ts'
import type { Expectation } from './plan.ts'

const scalar = z.union([z.number(), z.string(), z.boolean()])

const value = scalar.transform(expectValue).describe('The one value of the one row.')

const explicitValue = z.strictObject({ value: scalar }).transform((written) => expectValue(written.value))

const range = z
  .strictObject({
    'at-least': decimal.optional().describe('Smallest value that passes.'),
    'at-most': decimal.optional().describe('Largest value that passes.'),
  })
  .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
  .transform(
    (written): Expectation => ({ kind: 'range', atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }),
  )

const rows = z
  .strictObject({ rows: z.int().min(0).describe('Exact number of rows.') })
  .transform((written): Expectation => ({ kind: 'rows', count: written.rows }))

const matches = z
  .strictObject({ matches: z.string().min(1).refine(isPattern).describe('Regular expression that the one value must match.') })
  .transform((written): Expectation => ({ kind: 'matches', pattern: written.matches }))

const empty = z.strictObject({ empty: z.literal(true) }).transform((): Expectation => ({ kind: 'empty' }))

const shown = z
  .strictObject({ shown: z.literal(true).describe('Any answer passes, and is in the report: to record what there is.') })
  .transform((): Expectation => ({ kind: 'shown' }))

export const expectation = z.union([value, explicitValue, range, rows, matches, empty, shown], {
  error:
    'must be a value, or one of { value: 43 }, { at-least: 1, at-most: 9 }, { rows: 3 }, { matches: "^v1" }, { empty: true }, { shown: true }',
})

function expectValue(written: number | string | boolean): Expectation {
  if (typeof written === 'string') return { kind: 'value', as: 'text', value: written }
  return { kind: 'value', as: typeof written === 'number' ? 'number' : 'boolean', value: String(written) }
}
