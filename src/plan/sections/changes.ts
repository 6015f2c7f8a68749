/** The `changes` section: what is meant to change, with the reason; every other loss fails the run. */
import { z } from 'zod'
import { defined } from '../database-settings.ts'
import { flag, text, texts, word } from '../fields.ts'
import { section } from '../section.ts'

/** How many rows; `null`: no limit on that side. */
export interface Bound {
  readonly atLeast: number | null
  readonly atMost: number | null
}

/** Rows that are meant to come or go; `null` says nothing about that direction. */
export type RowsChange = 'any' | { readonly added: Bound | null; readonly removed: Bound | null }

/** A change that is meant. Exactly one of `table`, `object` and `query` is given. */
export interface Change {
  readonly table?: string
  readonly object?: string
  /** A named query or distribution of the snapshot. */
  readonly query?: string
  readonly dropped?: boolean
  readonly created?: boolean
  readonly columns?: readonly string[]
  readonly rows?: RowsChange
  readonly because: string
}

const countWords = 'must be a whole number of rows'
const count = z.int({ error: countWords }).min(0, { error: countWords })
const boundWords = 'must be any, an exact number of rows, or { at-least: 1, at-most: 9 }'

const limits = z
  .strictObject({
    'at-least': count.optional().describe('Fewest rows.'),
    'at-most': count.optional().describe('Most rows.'),
  })
  .refine(({ 'at-least': least, 'at-most': most }) => least !== undefined || most !== undefined, { error: boundWords })
  .refine(({ 'at-least': least = 0, 'at-most': most = least }) => least <= most, {
    error: 'must have an at-least that is not above its at-most',
  })
  .transform((written): Bound => ({ atLeast: written['at-least'] ?? null, atMost: written['at-most'] ?? null }))

const any = z.literal('any').transform((): Bound => ({ atLeast: null, atMost: null }))
const exact = count.transform((rows): Bound => ({ atLeast: rows, atMost: rows }))
const bound = z.union([any, exact, limits], { error: boundWords })

const rowsWords = 'must be any, or say how many rows are added or removed: { removed: 3, added: { at-most: 9 } }'

const countedRows = z
  .strictObject({
    added: bound.optional().describe('Rows that are meant to be new: `any`, a number, or `{ at-least, at-most }`.'),
    removed: bound.optional().describe('Rows that are meant to go: `any`, a number, or `{ at-least, at-most }`.'),
  })
  .refine((written) => written.added !== undefined || written.removed !== undefined, { error: rowsWords })
  .transform((written): RowsChange => ({ added: written.added ?? null, removed: written.removed ?? null }))

export const change = section(
  {
    table: text.optional().describe('The table that is meant to change.'),
    object: text.optional().describe('Another object that is meant to change: a constraint, index, view, function, …'),
    query: text.optional().describe('A named query or distribution of the snapshot whose answer is meant to change.'),
    dropped: flag.optional().describe('It is meant to be gone, and the run fails where it is not.'),
    created: flag.optional().describe('It is meant to be new, and the run fails where it is not there.'),
    columns: texts.optional().describe('Columns whose values, or whose existence, are meant to change.'),
    rows: z
      .union([word(['any']), countedRows], { error: rowsWords })
      .optional()
      .describe('Rows are meant to come or go: `any`, or `{ added, removed }` with bounds that the run holds them to.'),
    because: text.describe('Why. Shown in the report.'),
  },
  'A change that is meant; every other loss fails the run.',
)
  .refine((value) => [value.table, value.object, value.query].filter((name) => name !== undefined).length === 1, {
    error: 'must name one of table, object and query',
  })
  .refine((value) => !(value.dropped && value.created), { error: 'cannot be both dropped and created' })
  .refine((value) => value.table === undefined || value.object !== undefined || saysWhat(value), {
    error: 'must say what changes of the table: dropped, created, columns or rows',
  })
  .refine((value) => value.table !== undefined || (value.columns === undefined && value.rows === undefined), {
    error: 'can say columns and rows only of a table',
  })

function saysWhat({ dropped, created, columns, rows }: Readonly<Record<string, unknown>>): boolean {
  return dropped === true || created === true || columns !== undefined || rows !== undefined
}

export function completeChange(written: z.output<typeof change>): Change {
  return defined(written) as Change
}
