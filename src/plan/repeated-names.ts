/** Refuses lists in which two entries have one name: results are told apart, and compared with those before, by name. */
import type { z } from 'zod'

/**
 * Adds an issue for each entry whose name an earlier one has.
 *
 * @param path - of the list, from where the context stands
 */
export function refuseRepeated(context: z.RefinementCtx, path: readonly PropertyKey[], names: readonly string[]): void {
  names.forEach((name, index) => {
    const first = names.indexOf(name)
    if (first === index) return
    const message = `needs a name of its own: ${JSON.stringify(name)} is that of entry ${first + 1}`
    context.addIssue({ code: 'custom', path: [...path, index], message })
  })
}
