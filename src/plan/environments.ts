/** What an environment says differently, laid over the rest of the plan; every value keeps the place where it was written. */
import type { MappingSource, Source } from './source-tree.ts'
import { isBlank, valueAt } from './source-tree.ts'

const LOCATION = ['url', 'host', 'port', 'name', 'user', 'password'] as const

/** The plan without `version` and `environments`, overlaid with one environment. */
export function overlayEnvironment(plan: MappingSource, environment: Source | undefined): MappingSource {
  const base = without(plan, ['version', 'environments'])
  return environment?.kind === 'mapping' ? overlay(base, environment, []) : base
}

/** Names of the environments, in the order of the file. */
export function environmentNames(plan: MappingSource): readonly string[] {
  const environments = valueAt(plan, ['environments'])
  return environments?.kind === 'mapping' ? [...environments.entries.keys()] : []
}

function overlay(base: MappingSource, over: MappingSource, path: readonly string[]): MappingSource {
  const entries = new Map(yielding(base, over, path).entries)
  for (const [key, entry] of over.entries) {
    if (isBlank(entry.value)) continue
    const under = entries.get(key)?.value
    const both = under?.kind === 'mapping' && entry.value.kind === 'mapping'
    entries.set(key, both ? { ...entry, value: overlay(under, entry.value, [...path, key]) } : entry)
  }
  return { ...over, entries }
}

/** What is left of the base under this overlay: a URL replaces the parts of an address, another kind of migrator the whole one. */
function yielding(base: MappingSource, over: MappingSource, path: readonly string[]): MappingSource {
  if (path.length !== 1) return base
  if (path[0] === 'database' && over.entries.has('url')) return without(base, LOCATION)
  const kinds = [base, over]
    .map((mapping) => valueAt(mapping, ['kind']))
    .map((kind) => (kind?.kind === 'scalar' ? kind.value : null))
  return path[0] === 'migrator' && kinds[1] !== null && kinds[0] !== kinds[1] ? without(base, [...base.entries.keys()]) : base
}

function without(mapping: MappingSource, keys: readonly string[]): MappingSource {
  return { ...mapping, entries: new Map([...mapping.entries].filter(([key]) => !keys.includes(key))) }
}
