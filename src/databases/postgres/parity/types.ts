/** Which type two columns are compared as: their own where it is the same, else the one that the database itself would cast both to. */
import type { TypeCatalogue, TypeFacts } from '../hashing.ts'

const WHOLE = ['int2', 'int4', 'int8']
const EXACT = [...WHOLE, 'numeric']
const NUMBERS = [...EXACT, 'float4', 'float8']

/** Families in the order in which they are tried: the first that holds both types names the common one. */
const FAMILIES: readonly (readonly [members: readonly string[], common: string])[] = [
  [WHOLE, 'int8'],
  [EXACT, 'numeric'],
  [NUMBERS, 'float8'],
  [['text', 'varchar', 'bpchar', 'name'], 'text'],
  [['date', 'timestamp'], 'timestamp'],
  // A time without zone is read as UTC: that is the session's zone.
  [['date', 'timestamp', 'timestamptz'], 'timestamptz'],
  [['json', 'jsonb'], 'jsonb'],
  [['inet', 'cidr'], 'inet'],
]

/**
 * The word for what values of a type are compared as: the name of a built-in type, that of the base type of a domain, or
 * `text` for every type that somebody made (enums, composite types, extensions), because its name means nothing elsewhere.
 */
export function comparedAs(typeId: string, types: TypeCatalogue): string {
  const type = types.get(typeId)
  if (type?.sort === 'd' && type.inner !== null) return comparedAs(type.inner, types)
  return type !== undefined && isBuiltIn(type, types) ? type.name : 'text'
}

/** An array belongs to the schema of its elements' type. */
function isBuiltIn(type: TypeFacts, types: TypeCatalogue): boolean {
  const element = type.isArray && type.inner !== null ? types.get(type.inner) : type
  return element?.schema === 'pg_catalog' && type.schema === 'pg_catalog'
}

export function commonType(own: string, other: string): string {
  if (own === other) return own
  if (own.startsWith('_') && other.startsWith('_')) return `_${commonType(own.slice(1), other.slice(1))}`
  return FAMILIES.find(([members]) => members.includes(own) && members.includes(other))?.[1] ?? 'text'
}

/** Identifier of the built-in type of a name. */
export function builtInTypeId(name: string, types: TypeCatalogue): string | undefined {
  for (const type of types.values()) if (type.schema === 'pg_catalog' && type.name === name) return type.id
  return undefined
}
