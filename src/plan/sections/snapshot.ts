/** The `snapshot` section: what is measured before the migrations, and compared after them. */
import { z } from 'zod'
import { type ColumnName, quoteIdentifier, quoteTableName, readColumnName } from '../../domain/table-name.ts'
import type { Tolerance } from '../decimals.ts'
import { flag, text, texts } from '../fields.ts'
import { mappingError, section } from '../section.ts'

/** A query whose answer is compared, cell by cell. */
export interface SnapshotQuery {
  readonly kind: 'query' | 'distribution'
  readonly query: string
  /** Columns that tell which row is which; empty: rows are a multiset, or in order where `ordered`. */
  readonly key: readonly string[]
  readonly ordered: boolean
  /** For every number of the answer, or by column; `null`: none. */
  readonly tolerance: Tolerance | Readonly<Record<string, Tolerance>> | null
}

export interface SnapshotSettings {
  readonly tables: 'all' | readonly string[]
  /** Named queries and distributions alike. */
  readonly queries: Readonly<Record<string, SnapshotQuery>>
  /** How many keys of lost and changed rows are shown for a table. */
  readonly sampleKeys: number
  /** Whether the values of such rows may be shown too. */
  readonly showRows: boolean
}

const toleranceWords = 'must be an amount such as 0.01, a percentage such as 1%, or one of these for each column'
const AMOUNT = /^[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?( ?%)?$/

const oneTolerance = z
  .union([z.number().min(0), z.string().regex(AMOUNT)], { error: toleranceWords })
  .meta({ examples: [0.01, '1%'] })
  .transform(parseTolerance)

function parseTolerance(written: number | string): Tolerance {
  const amount = String(written)
  return amount.endsWith('%') ? { kind: 'relative', percent: amount.slice(0, -1).trim() } : { kind: 'absolute', amount }
}

const tolerance = z.union([oneTolerance, z.record(z.string(), oneTolerance)], { error: toleranceWords })

const detailedQuery = section(
  {
    query: text.describe('A query that only reads.'),
    key: texts.optional().describe('Columns that tell which row is which. Left out: rows are compared whatever their order.'),
    ordered: flag.optional().describe('Rows must also come in the same order. Default `false`.'),
    tolerance: tolerance
      .optional()
      .describe('How far numbers may move: `0.01`, `1%`, or one of these by column. Left out: not at all.'),
  },
  'A query with the way its rows are compared.',
).refine((written) => written.key === undefined || written.ordered !== true, {
  error: 'must give either key, or ordered: true, not both',
})

const query = z.union([text, detailedQuery], { error: 'must be a query, or a mapping with a query, key, ordered, tolerance' })

const distributionWords = 'must be a column of a table such as phases.kind, or a list of columns of one table'
const column = z.string().refine((written) => readColumnName(written) !== null, { error: distributionWords })

const distribution = z
  .union([column, z.array(column).min(1)], { error: distributionWords })
  .meta({ examples: ['phases.kind', ['phases.kind', 'phases.state']] })
  .transform((written) => [written].flat().flatMap((text) => readColumnName(text) ?? []))
  .refine((columns) => new Set(columns.map(quoteTableName)).size === 1, { error: 'must name columns of one table' })
  .transform(distributionQuery)

/** Values as text, so that columns whose type cannot be grouped are counted too. */
function distributionQuery(columns: readonly ColumnName[]): SnapshotQuery {
  const names = columns.map((name) => quoteIdentifier(name.column))
  const values = names.map((name) => `CAST(${name} AS text) AS ${name}`).join(', ')
  const places = names.map((_, index) => index + 1).join(', ')
  const table = quoteTableName(columns[0] as ColumnName)
  return {
    kind: 'distribution',
    query: `SELECT ${values}, count(*) AS "rows" FROM ${table} GROUP BY ${places} ORDER BY ${places}`,
    key: columns.map((name) => name.column),
    ordered: false,
    tolerance: null,
  }
}

const MOST_SAMPLES = 100
const samplesWords = `must be a whole number from 0 to ${MOST_SAMPLES}`

export const snapshot = section(
  {
    tables: z
      .union([z.literal('all'), texts], { error: 'must be all, or a list of tables' })
      .optional()
      .describe('Tables whose rows and values are compared before and after. Default `all`.'),
    queries: z
      .record(z.string(), query, { error: mappingError })
      .optional()
      .describe('Named queries whose answers must be the same before and after.'),
    distributions: z
      .record(z.string(), distribution, { error: mappingError })
      .optional()
      .describe('Named columns, `table.column`, of whose values each must be there as often as before.'),
    'sample-keys': z
      .int({ error: samplesWords })
      .min(0, { error: samplesWords })
      .max(MOST_SAMPLES, { error: samplesWords })
      .optional()
      .describe('How many keys of lost and changed rows are shown for each table. Default 5.'),
    'show-rows': flag
      .optional()
      .describe('Show the values of these rows too. They end up in the report, so mind what they hold. Default `false`.'),
  },
  'What is measured before, and compared after.',
).refine((written) => Object.keys(written.distributions ?? {}).every((name) => written.queries?.[name] === undefined), {
  error: 'must not give a query and a distribution the same name',
})

type SnapshotSection = z.output<typeof snapshot>

const DEFAULT_SAMPLE_KEYS = 5

export function completeSnapshot(written: SnapshotSection | undefined): SnapshotSettings {
  return {
    tables: written?.tables ?? 'all',
    queries: {
      ...Object.fromEntries(Object.entries(written?.queries ?? {}).map(([name, query]) => [name, completeQuery(query)])),
      ...written?.distributions,
    },
    sampleKeys: written?.['sample-keys'] ?? DEFAULT_SAMPLE_KEYS,
    showRows: written?.['show-rows'] ?? false,
  }
}

function completeQuery(written: z.output<typeof query>): SnapshotQuery {
  const { query, key, ordered, tolerance } = typeof written === 'string' ? { query: written } : written
  return { kind: 'query', query, key: key ?? [], ordered: ordered ?? false, tolerance: tolerance ?? null }
}
