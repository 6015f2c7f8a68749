/** Finds the plan's word for a difference: the declared change that covers it. */
import type { Difference } from '../domain/difference.ts'
import { namesTable, quoteWhereNeeded, readColumnName } from '../domain/table-name.ts'
import type { Change } from './plan.ts'

/** The `because` of the first change that covers the difference, or `null`. */
export function becauseOf(difference: Difference, changes: readonly Change[]): string | null {
  return changes.find((change) => covers(change, difference))?.because ?? null
}

/** The `because` of the change that says the answer of a named query is meant to be another. */
export function becauseOfQuery(name: string, changes: readonly Change[]): string | null {
  return changes.find((change) => change.query === name)?.because ?? null
}

/** Whether the change is about this difference and allows it; how much of it, bounds say. */
export function covers(change: Change, difference: Difference): boolean {
  if (change.object !== undefined) return namesObject(change.object, difference.object, difference.name)
  if (change.table === undefined || !namesTable(change.table, difference.table)) return false
  if (change.dropped === true) return true
  if (difference.object === 'rows') return coversRows(change, difference)
  return (change.columns ?? []).some((column) => isOfColumn(column, difference))
}

/** `film_pkey`, `public.film film_pkey` or `constraint public.film film_pkey`. */
export function namesObject(written: string, kind: string, name: string): boolean {
  const lastWord = name.split(/[ .]/).at(-1)
  return [name, `${kind} ${name}`, lastWord].includes(written)
}

/** Whole-row digests cannot tell columns apart: a change of any declared column covers them. */
function coversRows({ rows, columns }: Change, { change }: Difference): boolean {
  // Rows that were counted hold other values in columns that are not declared.
  if (change === 'rows-changed') return false
  if (rows === 'any') return true
  if (change === 'values-changed') return (columns ?? []).length > 0
  return rows?.removed != null && (change === 'rows-lost' || change === 'unproven')
}

/** The column itself, or the sequence that belongs to it. */
export function isOfColumn(column: string, { object, table, name, before }: Difference): boolean {
  if (object === 'column') return name === `${table}.${column}` || readColumnName(name)?.column === column
  return object === 'sequence' && before?.endsWith(`.${quoteWhereNeeded(column)}`) === true
}
