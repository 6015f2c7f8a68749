/** Where in its file a plan says something, for complaints that come after it was loaded. */
import type { Problem } from '../domain/errors.ts'
import type { Plan } from './plan.ts'
import { type Source, valueAt } from './source-tree.ts'

interface Origin {
  readonly file: string | null
  readonly tree: Source
}

/** Beside the plan and not in it: a plan stays plain data, the same whatever file it came from. */
const ORIGINS = new WeakMap<Plan, Origin>()

/** @returns the same plan */
export function withOrigin(plan: Plan, file: string | null, tree: Source): Plan {
  ORIGINS.set(plan, { file, tree })
  return plan
}

/** File, line and column of the value that a path of keys leads to; of the innermost that is there. Nothing where there is no file. */
export function placeIn(plan: Plan, path: readonly PropertyKey[]): Pick<Problem, 'file' | 'line' | 'column'> {
  const origin = ORIGINS.get(plan)
  if (origin?.file == null) return {}
  for (let length = path.length; length > 0; length--) {
    const source = valueAt(origin.tree, path.slice(0, length))
    if (source !== undefined) return { file: origin.file, ...source.place }
  }
  return { file: origin.file }
}
