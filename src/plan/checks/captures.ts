/** Sees to it that a request takes from earlier answers only what one of them gives. */

import type { Moment } from './attributes.ts'
import type { PlanCheck } from './check.ts'
import { namesUsed } from './http.ts'

export interface MissingCapture {
  /** Place of the check in the list, from 0. */
  readonly index: number
  readonly name: string
}

/** Names that a request takes although no check before it, at the same moment, captures them. */
export function missingCaptures(checks: readonly PlanCheck[]): readonly MissingCapture[] {
  return checks.flatMap((check, index) => {
    if (check.kind !== 'http') return []
    const earlier = checks.slice(0, index)
    return namesUsed(check)
      .filter((name) => !momentsOf(check.moment).every((moment) => isCaptured(earlier, name, moment)))
      .map((name) => ({ index, name }))
  })
}

function isCaptured(earlier: readonly PlanCheck[], name: string, moment: string): boolean {
  return earlier.some(
    (check) =>
      check.kind === 'http' &&
      momentsOf(check.moment).includes(moment) &&
      check.captures.some((capture) => capture.name === name),
  )
}

/** Values live as long as their stage. */
function momentsOf(moment: Moment): readonly string[] {
  if (typeof moment === 'object') return [`after-migration ${moment.afterMigration}`]
  return moment === 'before-and-after' ? ['before', 'after'] : [moment]
}
