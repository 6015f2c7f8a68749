/** Paths into a JSON document: `$.items[0].id`, `$['odd key']`. The part of JSONPath (RFC 9535) that names exactly one place. */

/** A key of an object, or an index of an array. */
export type JsonStep = string | number

const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\[(?:'([^']*)'|"([^"]*)")\]/uy

/** The steps of a path; `null` where it is none, or names more than one place (`*`, `..`, filters, slices). */
export function parseJsonPath(path: string): readonly JsonStep[] | null {
  if (!path.startsWith('$')) return null
  const steps: JsonStep[] = []
  const scan = new RegExp(STEP)
  for (scan.lastIndex = 1; scan.lastIndex < path.length; ) {
    const [, name, index, single, double] = scan.exec(path) ?? []
    const step = index === undefined ? (name ?? single ?? double) : Number(index)
    if (step === undefined) return null
    steps.push(step)
  }
  return steps
}

/** What is at the place; `undefined` where there is nothing. `null` is something. */
export function atJsonPath(document: unknown, steps: readonly JsonStep[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
    return typeof step === 'string' && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined
  }, document)
}
