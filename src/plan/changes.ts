/** Finds the plan's word for a difference: the declared change that covers it. */
import type { Difference } from '../domain/difference.ts'
import type { Change } from './plan.ts'

/** The `because` of the first change that covers the difference, or `null`. */
export function becauseOf(difference: Difference, changes: readonly Change[]): string | null {
  return changes.find((change) => covers(change, difference))?.because ?? null
}

function covers(change: Change, difference: Difference): boolean {
  if (change.object !== undefined) return coversObject(change.object, difference)
  if (!namesTable(change.table ?? '', difference.table)) return false
  if (change.dropped === true) return true
  if (difference.object === 'rows') return coversRows(change, difference)
  if (difference.object === 'column') return (change.columns ?? []).some((column) => isColumn(column, difference))
  return false
}

/** `film_pkey`, `public.film film_pkey` or `constraint public.film film_pkey`. */
function coversObject(object: string, difference: Difference): boolean {
  const lastWord = difference.name.split(/[ .]/).at(-1)
  return [difference.name, `${difference.object} ${difference.name}`, lastWord].includes(object)
}

/** Whole-row digests cannot tell columns apart: a change of any declared column covers them. */
function coversRows(change: Change, difference: Difference): boolean {
  return change.rows === 'any' || (difference.change === 'values-changed' && (change.columns ?? []).length > 0)
}

function isColumn(column: string, difference: Difference): boolean {
  return difference.name === `${difference.table}.${column}`
}

/** A table may be written without its schema where that is `public`. */
function namesTable(written: string, qualified: string | undefined): boolean {
  return qualified !== undefined && (written === qualified || `public.${written}` === qualified)
}
