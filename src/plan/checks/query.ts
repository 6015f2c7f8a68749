/** The `query` check: what a query must answer. */
import { expectation } from '../expectation.ts'
import { text } from '../fields.ts'
import type { Expectation } from '../plan.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface QueryCheck extends CheckCommon {
  readonly kind: 'query'
  readonly query: string
  readonly expect: Expectation
}

export const queryCheck = checkSection(
  { query: text.describe('A query that only reads.'), expect: expectation.describe('What it must answer.') },
  'A query and what it must answer.',
).transform((written): QueryCheck => ({ ...commonOf(written), kind: 'query', query: written.query, expect: written.expect }))
