/** The `populated` check: in how many rows of a table a column must hold a value. */
import { z } from 'zod'
import { type ColumnName, readColumnName } from '../../domain/table-name.ts'
import { text } from '../fields.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface PopulatedCheck extends CheckCommon {
  readonly kind: 'populated'
  readonly column: ColumnName
  /** Percent of the rows as decimal text, so that 99.99 stays 99.99; or a number of rows. */
  readonly atLeast: { readonly percent: string } | { readonly rows: number }
  /** How many rows the table must have. */
  readonly of: { readonly rows: number; readonly about: boolean } | null
}

const COUNT = '[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}'
const SHARE = /^(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?) ?%$/
const COUNTED = new RegExp(`^(?:${COUNT})$`)
const N_OF_M = new RegExp(`^(${COUNT}) of (about )?(${COUNT})$`)
const TOTAL = new RegExp(`^(about )?(${COUNT})$`)

const leastWords = 'must be a percentage such as 98%, a number of rows, or both as in 305 of 305'
const totalWords = 'must be a number of rows, exact as in 305 or roughly as in about 96,000'
const columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals'

const rows = z.int({ error: leastWords }).min(0, { error: leastWords })

const least = z.union([rows, ...[SHARE, COUNTED, N_OF_M].map((pattern) => z.string().regex(pattern, { error: leastWords }))], {
  error: leastWords,
})

const total = z.union([rows, z.string().regex(TOTAL, { error: totalWords })], { error: totalWords })

export const populatedCheck = checkSection(
  {
    populated: text
      .refine((written) => readColumnName(written) !== null, { error: columnWords })
      .describe('The column that must hold values: `table.column` or `schema.table.column`.'),
    'at-least': least
      .optional()
      .describe(
        'A percentage of the rows, a number of rows, or `305 of 305`, which also says how many rows there are. Default `100%`.',
      ),
    of: total.optional().describe('How many rows the table must have: `305` exactly, or `about 96,000` within 10 %.'),
  },
  'A column that must hold values, counted exactly.',
).transform((written): PopulatedCheck => {
  const { atLeast, of } = quantityOf(written['at-least'] ?? '100%')
  const column = readColumnName(written.populated) as ColumnName
  return { ...commonOf(written), kind: 'populated', column, atLeast, of: written.of === undefined ? of : totalOf(written.of) }
})

function quantityOf(written: number | string): Pick<PopulatedCheck, 'atLeast' | 'of'> {
  if (typeof written === 'string' && written.endsWith('%')) return { atLeast: { percent: written.slice(0, -1).trim() }, of: null }
  const [, count, about, all] = N_OF_M.exec(String(written)) ?? []
  if (count === undefined || all === undefined) return { atLeast: { rows: plainNumber(String(written)) }, of: null }
  return { atLeast: { rows: plainNumber(count) }, of: { rows: plainNumber(all), about: about !== undefined } }
}

function totalOf(written: number | string): PopulatedCheck['of'] {
  const [, about, count = ''] = TOTAL.exec(String(written)) ?? []
  return { rows: plainNumber(count), about: about !== undefined }
}

function plainNumber(written: string): number {
  return Number(written.replaceAll(',', ''))
}
