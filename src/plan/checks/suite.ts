/** The `suite` check: an SQL script whose rows and notices say PASS or FAIL, and how many must pass. */
import { z } from 'zod'
import { flag, pattern, text } from '../fields.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface SuiteCheck extends CheckCommon {
  readonly kind: 'suite'
  /** File as written: relative to the plan. */
  readonly suite: string
  /** How many results must pass; `null`: any number but none. */
  readonly expect: { readonly exactly: number } | { readonly atLeast: number } | null
  /** Regular expressions in the place of the words that are known; `null`: those words. */
  readonly pass: string | null
  readonly fail: string | null
  /** Whether what the script wrote is committed. */
  readonly keep: boolean
}

const countWords = 'must be a whole number, 1 or more'
const count = z.int({ error: countWords }).min(1, { error: countWords })

export const suiteCheck = checkSection(
  {
    suite: text.describe('SQL file, relative to the plan, whose rows or notices say PASS, OK, FAIL, ERROR or SKIP.'),
    expect: count.optional().describe('How many results must pass, exactly. Best given: a test that vanishes is noticed.'),
    'at-least': count.optional().describe('How many results must pass at least.'),
    pass: pattern.optional().describe('Regular expression of a cell or notice that passes, in the place of the known words.'),
    fail: pattern.optional().describe('Regular expression of a cell or notice that fails, in the place of the known words.'),
    keep: flag
      .optional()
      .describe('Commit what the script wrote. Default `false`: it runs in one transaction that is rolled back.'),
  },
  'An SQL script of tests; what it writes is rolled back.',
)
  .refine((written) => written.expect === undefined || written['at-least'] === undefined, {
    error: 'must say either expect, or at-least, not both',
  })
  .refine((written) => written.pass === undefined || written.fail !== undefined, {
    error: 'must say with pass also fail: the word of a failure would go unseen',
  })
  .transform(
    (written): SuiteCheck => ({
      ...commonOf(written),
      kind: 'suite',
      suite: written.suite,
      expect: expectation(written.expect, written['at-least']),
      pass: written.pass ?? null,
      fail: written.fail ?? null,
      keep: written.keep ?? false,
    }),
  )

function expectation(exactly: number | undefined, atLeast: number | undefined): SuiteCheck['expect'] {
  if (exactly !== undefined) return { exactly }
  return atLeast === undefined ? null : { atLeast }
}
