/** The `parity` check: two tables, or queries, hold the same rows. */
import { z } from 'zod'
import type { RowSource } from '../../domain/ports/parity.ts'
import { flag, text, texts } from '../fields.ts'
import { section } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface ParitySide {
  readonly source: RowSource
  /** URL of another database; `null`: the plan's own. */
  readonly database: string | null
}

export interface ParityCheck extends CheckCommon {
  readonly kind: 'parity'
  readonly left: ParitySide
  readonly right: ParitySide
  /** `null`: the primary key, where both sides have the same. */
  readonly key: readonly string[] | null
  /** Besides the key; `null`: all that both sides have. */
  readonly columns: readonly string[] | null
  readonly ignore: readonly string[]
  /** Differing keys that pass. */
  readonly atMost: number
  /** How many differing keys are named. */
  readonly sampleKeys: number
  /** Whether their rows are shown too. */
  readonly showRows: boolean
}

const DEFAULT_SAMPLE_KEYS = 5
const MOST_SAMPLE_KEYS = 1000

const named = text
  .describe('A table of the database, as it is written in SQL.')
  .transform((table): ParitySide => ({ source: { table }, database: null }))

const side = section(
  {
    table: text.optional().describe('A table, as it is written in SQL.'),
    query: text.optional().describe('A query that only reads, instead of a table. It is run several times.'),
    database: text.optional().describe('URL of another database, taken from the environment. Default: the one that is migrated.'),
  },
  'One side, where it is a query or lies in another database.',
)
  .refine(({ table, query }) => (table === undefined) !== (query === undefined), { error: 'must name either a table or a query' })
  .transform(
    ({ table, query, database }): ParitySide => ({
      source: query === undefined ? { table: table ?? '' } : { query },
      database: database ?? null,
    }),
  )

const anySide = z.union([named, side], {
  error: 'must be the name of a table, or { table: …, database: … }, or { query: …, database: … }',
})

const sidesWords = 'must be a list of two tables or queries'
const rowsWords = 'must be a whole number of rows, 0 or more'
const sampleWords = `must be a whole number from 0 to ${MOST_SAMPLE_KEYS}`
const oneOrMore = z.union([text, texts], { error: 'must be a column or a list of columns' })

export const parityCheck = checkSection(
  {
    parity: z.tuple([anySide, anySide], { error: sidesWords }).describe('The two tables or queries.'),
    key: oneOrMore.optional().describe('Columns that identify a row. Default: the primary key, where both sides have the same.'),
    columns: oneOrMore
      .optional()
      .describe('Columns to compare besides the key. Default: all; one that a side lacks is a failure.'),
    ignore: oneOrMore.optional().describe('Columns to leave out.'),
    'at-most': z
      .int({ error: rowsWords })
      .min(0, { error: rowsWords })
      .optional()
      .describe('Differing keys that pass. Default 0.'),
    'sample-keys': z
      .int({ error: sampleWords })
      .min(0, { error: sampleWords })
      .max(MOST_SAMPLE_KEYS, { error: sampleWords })
      .optional()
      .describe(`How many differing keys are named. Default ${DEFAULT_SAMPLE_KEYS}.`),
    'show-rows': flag.optional().describe('Show the differing values of these keys too, not only the keys. Default `false`.'),
  },
  'Two tables or queries that must hold the same rows.',
).transform(
  (written): ParityCheck => ({
    ...commonOf(written),
    kind: 'parity',
    left: written.parity[0],
    right: written.parity[1],
    key: listed(written.key),
    columns: listed(written.columns),
    ignore: listed(written.ignore) ?? [],
    atMost: written['at-most'] ?? 0,
    sampleKeys: written['sample-keys'] ?? DEFAULT_SAMPLE_KEYS,
    showRows: written['show-rows'] ?? false,
  }),
)

function listed(written: string | readonly string[] | undefined): readonly string[] | null {
  if (written === undefined) return null
  return typeof written === 'string' ? [written] : written
}
