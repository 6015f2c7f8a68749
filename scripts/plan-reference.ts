/** The reference of the plan in docs/plan.md, made from its JSON Schema. */
import type { z } from 'zod'

type JsonSchema = z.core.JSONSchema.JSONSchema

interface Key {
  readonly path: string
  readonly values: string
  readonly description: string
}

/** A table of every key. */
export function planReference(schema: JsonSchema): string {
  const rows = keysOf(schema, '').map(
    ({ path, values, description }) => `| \`${path}\` | ${values} | ${description.replace(/\|/g, '\\|')} |`,
  )
  return ['| Key | Value | Meaning |', '|---|---|---|', ...rows].join('\n')
}

function keysOf(schema: JsonSchema, prefix: string): readonly Key[] {
  const keys = new Map<string, Key>()
  for (const variant of alternatives(schema)) {
    for (const [name, property] of Object.entries(variant.properties ?? {})) {
      for (const key of keysOfProperty(property as JsonSchema, `${prefix}${name}`, variant.required?.includes(name) ?? false)) {
        const known = keys.get(key.path)
        keys.set(
          key.path,
          known === undefined || known.values === key.values ? key : { ...key, values: `${known.values}, ${key.values}` },
        )
      }
    }
  }
  return [...keys.values()]
}

function keysOfProperty(property: JsonSchema, path: string, required: boolean): readonly Key[] {
  const description = `${property.description ?? ''}${required ? ' **Required.**' : ''}`.trim()
  const own = { path, values: path.endsWith('.expect') ? 'see above' : valuesOf(property), description }
  // Environments hold the same keys once more, and what a query must answer is told in the text.
  if (path === 'environments' || path.endsWith('.expect')) return [own]
  const items = property.items as JsonSchema | undefined
  const inner = items === undefined ? keysOf(property, `${path}.`) : keysOf(items, `${path}[].`)
  return [own, ...inner]
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return ((schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined) ?? [schema]
}

function valuesOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ')
  const examples = schema.examples as readonly unknown[] | undefined
  if (examples !== undefined) return `e.g. ${examples.map((value) => `\`${value}\``).join(', ')}`
  const kinds = alternatives(schema).map(kindOf)
  return [...new Set(kinds)].join(' or ')
}

function kindOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.type === 'string') return 'text'
  if (schema.type === 'array') return 'list'
  if (schema.type === 'object') return 'mapping'
  if (schema.type === 'boolean') return '`true`, `false`'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  return [...new Set(alternatives(schema).map((inner) => (inner === schema ? '' : kindOf(inner))))].join(' or ')
}
