/** The keys that a plan knows at each place. */
import { z } from 'zod'
import { CHECK_KINDS } from './checks/check.ts'
import { planFile } from './schema.ts'
import { type Source, valueAt } from './source-tree.ts'

type JsonSchema = z.core.JSONSchema.JSONSchema

/** Keys known in the mapping at `path` of the file. Only called for a mistake, so that a right plan pays nothing. */
export function knownKeys(path: readonly PropertyKey[], tree: Source): readonly string[] {
  let level: readonly JsonSchema[] = variants(z.toJSONSchema(planFile, { io: 'input' }), tree)
  path.forEach((key, index) => {
    const value = valueAt(tree, path.slice(0, index + 1))
    level = level.flatMap((schema) => child(schema, key)).flatMap((schema) => variants(schema, value))
  })
  return [...new Set(level.flatMap((schema) => Object.keys(schema.properties ?? {})))]
}

function child(schema: JsonSchema, key: PropertyKey): readonly JsonSchema[] {
  const found = schema.properties?.[String(key)] ?? (typeof key === 'number' ? schema.items : schema.additionalProperties)
  return typeof found === 'object' && !Array.isArray(found) ? [found] : []
}

/** Every alternative, without those of another `kind` than the value's, and without other kinds of check. */
function variants(schema: JsonSchema, value: Source | undefined): readonly JsonSchema[] {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives === undefined) return [schema]
  const kind = value === undefined ? undefined : valueAt(value, ['kind'])
  const written = kind?.kind === 'scalar' ? kind.value : undefined
  const checkKind = value === undefined ? undefined : CHECK_KINDS.find((name) => valueAt(value, [name]) !== undefined)
  return (alternatives as JsonSchema[]).filter((alternative) => {
    if (checkKind !== undefined && alternative.required?.includes('name') === true)
      return alternative.required.includes(checkKind)
    const wanted = (alternative.properties?.kind as JsonSchema | undefined)?.const
    return wanted === undefined || written === undefined || wanted === written
  })
}
