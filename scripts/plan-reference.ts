/** The reference of the plan in docs/plan.md, made from its JSON Schema: a table for each section, and for each kind of check. */
import type { z } from 'zod'

type JsonSchema = z.core.JSONSchema.JSONSchema

/** A key with its schema, by its path below the section that tells of it. */
interface Key {
  readonly path: string
  readonly schema: JsonSchema
  readonly required: boolean
}

const CHECKS = 'validate'

/** The keys of the plan itself, then every section that has keys of its own under a heading. */
export function planReference(schema: JsonSchema): string {
  const keys = keysOf(schema, '')
  const sections = keys.filter(
    ({ path, schema }) => path !== CHECKS && path !== 'environments' && innerKeys(schema, '').length > 0,
  )
  return [
    '### The plan',
    tableOf(keys.map((key) => (sections.includes(key) || key.path === CHECKS ? linked(key) : key))),
    ...sections.flatMap(sectionText),
    ...checksText(keys.find(({ path }) => path === CHECKS)?.schema ?? {}),
  ].join('\n\n')
}

/** A heading that the first table leads to. */
function linked(key: Key): Key {
  return { ...key, path: `[${key.path}](#${key.path})` }
}

function sectionText({ path, schema }: Key): readonly string[] {
  return [`### ${path}`, schema.description ?? '', tableOf(deepKeys(schema, ''))]
}

/** The keys that every kind has once, then each kind with its own. */
function checksText(checks: JsonSchema): readonly string[] {
  const kinds = alternatives((checks.items ?? {}) as JsonSchema).map((kind) => ({ kind, keys: keysOf(kind, '') }))
  const [first] = kinds
  const isCommon = ({ path }: Key) => kinds.every(({ keys }) => keys.some((key) => key.path === path))
  const common = first?.keys.filter(isCommon) ?? []
  return [
    `### ${CHECKS}`,
    `${checks.description ?? ''} Keys of every check:`,
    tableOf(common),
    ...kinds.flatMap(({ kind, keys }) => {
      const own = keys.filter((key) => !isCommon(key))
      const named = own.find(({ required }) => required)?.path ?? ''
      const deep = own.flatMap((key) => [key, ...deeper(key)])
      return [`#### \`${named}\``, `${kind.description ?? ''} [More](checks.md#${named})`, tableOf(deep)]
    }),
  ]
}

function tableOf(keys: readonly Key[]): string {
  const rows = keys.map(({ path, schema, required }) => {
    const meaning = `${schema.description ?? ''}${required ? ' **Required.**' : ''}`.trim()
    const name = path.startsWith('[') ? path.replace(/\[(.*)\]/, '[`$1`]') : `\`${path}\``
    return `| ${name} | ${valuesOf(schema)} | ${meaning.replace(/\|/g, '\\|')} |`
  })
  return ['| Key | Value | Meaning |', '|---|---|---|', ...rows].join('\n')
}

/** Keys of the mapping, of all its alternatives; what two of them say of a key is joined. */
function keysOf(schema: JsonSchema, prefix: string): readonly Key[] {
  const keys = new Map<string, Key>()
  for (const variant of alternatives(schema)) {
    for (const [name, property] of Object.entries(variant.properties ?? {})) {
      const key = {
        path: `${prefix}${name}`,
        schema: property as JsonSchema,
        required: variant.required?.includes(name) ?? false,
      }
      const known = keys.get(key.path)
      keys.set(key.path, known === undefined ? key : { ...key, schema: joined(known.schema, key.schema) })
    }
  }
  return [...keys.values()]
}

function joined(first: JsonSchema, second: JsonSchema): JsonSchema {
  if (valuesOf(first) === valuesOf(second)) return first
  return { anyOf: [...alternatives(first), ...alternatives(second)], description: second.description ?? first.description ?? '' }
}

function deepKeys(schema: JsonSchema, prefix: string): readonly Key[] {
  return innerKeys(schema, prefix).flatMap((key) => [key, ...deeper(key)])
}

/** What a query must answer is told in the text. */
function deeper({ path, schema }: Key): readonly Key[] {
  return path === 'expect' ? [] : deepKeys(schema, `${path}.`)
}

/** Keys below a mapping, below the items of a list, or below names that people choose; also where the value may be something shorter instead. */
function innerKeys(schema: JsonSchema, prefix: string): readonly Key[] {
  const own = keysOf(schema, prefix)
  if (own.length > 0) return own
  return alternatives(schema).flatMap(({ items, prefixItems, additionalProperties }) => {
    const listed = (items ?? (prefixItems as JsonSchema[] | undefined)?.[0]) as JsonSchema | undefined
    if (listed !== undefined) return keysOf(listed, prefix === '' ? '' : `${prefix.slice(0, -1)}[].`)
    const named = typeof additionalProperties === 'object' ? (additionalProperties as JsonSchema) : {}
    return keysOf(named, `${prefix}NAME.`)
  })
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return ((schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined) ?? [schema]
}

function valuesOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ')
  const examples = schema.examples as readonly unknown[] | undefined
  if (examples !== undefined)
    return isDuration(examples) ? 'duration' : `e.g. ${examples.map((value) => `\`${value}\``).join(', ')}`
  const kinds = alternatives(schema).map(kindOf)
  return [...new Set(kinds)].filter((kind) => kind !== '').join(' or ') || 'anything'
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

/** How a duration is written is told in the text. */
function isDuration(examples: readonly unknown[]): boolean {
  return examples.includes('500ms') && examples.includes('1d')
}
