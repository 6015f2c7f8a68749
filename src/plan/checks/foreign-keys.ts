/** The `foreign-keys` check: every relation between tables holds, those that the database does not enforce included. */
import { z } from 'zod'
import { type ColumnName, readColumnName, readTableName, type TableName } from '../../domain/table-name.ts'
import { text } from '../fields.ts'
import { section } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface ForeignKeysCheck extends CheckCommon {
  readonly kind: 'foreign-keys'
  /** Tables whose foreign keys are checked. */
  readonly tables: 'all' | readonly TableName[]
  /** Relations that are no constraints: every value of `from` must be a value of `to`. */
  readonly also: readonly { readonly from: ColumnName; readonly to: ColumnName }[]
}

const tableWords = 'must be a table as in film or schema.film, with double quotes around names in capitals'
const columnWords = 'must be a column as in table.column or schema.table.column, with double quotes around names in capitals'

const table = text.refine((written) => readTableName(written) !== null, { error: tableWords })
const column = text.refine((written) => readColumnName(written) !== null, { error: columnWords })

const relation = section(
  {
    from: column.describe('The column that refers to another table: `orders.customer_id`.'),
    to: column.describe('The column that it refers to: `customers.id`.'),
  },
  'A relation that no constraint enforces.',
)

export const foreignKeysCheck = checkSection(
  {
    'foreign-keys': z
      .union([z.literal('all'), z.array(table)], { error: 'must be all, or a list of tables' })
      .describe('`all`, or the tables whose foreign keys are checked.'),
    also: z
      .array(relation, { error: 'must be a list' })
      .optional()
      .describe('Relations that the database does not enforce, checked for orphans all the same.'),
  },
  'Foreign keys that are validated, enforced, and without orphans.',
)
  .refine((written) => written['foreign-keys'].length + (written.also ?? []).length > 0, {
    error: 'must name tables, or say all, or give relations with also: as it is, nothing is checked',
  })
  .transform((written): ForeignKeysCheck => {
    const listed = written['foreign-keys']
    return {
      ...commonOf(written),
      kind: 'foreign-keys',
      tables: listed === 'all' ? 'all' : listed.map((name) => readTableName(name) as TableName),
      also: (written.also ?? []).map(({ from, to }) => ({
        from: readColumnName(from) as ColumnName,
        to: readColumnName(to) as ColumnName,
      })),
    }
  })
