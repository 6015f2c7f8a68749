/** The `explain` check: how the database goes about a query, and how fast that is. */
import { z } from 'zod'
import { factor, flag, positiveDuration, text, texts, wholeNumber } from '../fields.ts'
import { section } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface ExplainCheck extends CheckCommon {
  readonly kind: 'explain'
  readonly explain: string
  /** `null`: not asked; empty: any index will do; else each of these must be used. */
  readonly indexes: readonly string[] | null
  /** Partitions that may be read of each partitioned table; `fewer` than there are; `null`: not asked. */
  readonly mostPartitions: number | 'fewer' | null
  /** `null`: not asked; empty: of no table; else of none of these. */
  readonly notSequential: readonly string[] | null
  readonly fasterThan: { readonly query: string; readonly by: number } | null
  readonly atMostMs: number | null
  /** The query is run, in a transaction that is rolled back. */
  readonly analyze: boolean
  /** The median of so many runs counts. */
  readonly runs: number
}

const yes = z.literal(true)

const indexes = z.union([yes, text, texts], { error: 'must be true, the name of an index, or a list of names' })
const tables = z.union([yes, text, texts], { error: 'must be true, the name of a table, or a list of names' })
const pruned = z.union([yes, z.strictObject({ 'at-most': wholeNumber(0, 1_000_000) })], {
  error: 'must be true, or { at-most: 2 }',
})

const DEMANDS = ['uses-index', 'prunes-partitions', 'no-sequential-scan', 'faster-than', 'at-most'] as const

export const explainCheck = checkSection(
  {
    explain: text.describe('A query that only reads.'),
    'uses-index': indexes.optional().describe('It must use an index: any (`true`), this one, or each of these.'),
    'prunes-partitions': pruned
      .optional()
      .describe('Of each partitioned table it must read fewer partitions than there are (`true`), or at most so many.'),
    'no-sequential-scan': tables
      .optional()
      .describe('It must read no table from end to end: none at all (`true`), or none of these.'),
    'faster-than': section(
      {
        query: text.describe('The other query; both are run alternately.'),
        by: factor.optional().describe('How many times faster. Default `1x`.'),
      },
      'Another query than which it must be faster.',
    ).optional(),
    'at-most': positiveDuration.optional().describe('Longest median that passes, as the server measures it.'),
    runs: wholeNumber(1, 1000).optional().describe('How often it is run where its time is asked; the median counts. Default 3.'),
    analyze: flag
      .optional()
      .describe('Whether it is run, rolled back afterwards: what is pruned only then is seen only then. Default `true`.'),
  },
  'The plan of a query: indexes, partitions, sequential scans, time.',
)
  .refine((written) => DEMANDS.some((key) => written[key] !== undefined), {
    error: `must demand something: ${DEMANDS.join(', ')}`,
  })
  .refine((written) => written.analyze !== false || (written['at-most'] === undefined && written['faster-than'] === undefined), {
    error: 'cannot time a query that is not run: leave out analyze, or at-most and faster-than',
  })
  .transform((written): ExplainCheck => {
    const other = written['faster-than']
    return {
      ...commonOf(written),
      kind: 'explain',
      explain: written.explain,
      indexes: listOf(written['uses-index']),
      mostPartitions: mostOf(written['prunes-partitions']),
      notSequential: listOf(written['no-sequential-scan']),
      fasterThan: other === undefined ? null : { query: other.query, by: other.by ?? 1 },
      atMostMs: written['at-most'] ?? null,
      analyze: written.analyze ?? true,
      runs: written.runs ?? 3,
    }
  })

function listOf(written: true | string | readonly string[] | undefined): readonly string[] | null {
  if (written === undefined) return null
  if (written === true) return []
  return typeof written === 'string' ? [written] : written
}

function mostOf(written: z.output<typeof pruned> | undefined): number | 'fewer' | null {
  if (written === undefined) return null
  return written === true ? 'fewer' : written['at-most']
}
