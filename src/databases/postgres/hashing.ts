/** SQL expressions that hash one value of any type, seeded, by the type's own extended hash function wherever it is exact enough. */

/** What the catalogue says of a type, as far as hashing needs it. */
export interface TypeFacts {
  readonly id: string
  readonly schema: string
  readonly name: string
  /** `pg_type.typtype`: b(ase) c(omposite) d(omain) e(num) r(ange) m(ultirange) p(seudo). */
  readonly sort: string
  /** Base type of a domain, element type of an array, subtype of a range; `null` otherwise. */
  readonly inner: string | null
  readonly isArray: boolean
}

export type TypeCatalogue = ReadonlyMap<string, TypeFacts>

/**
 * Functions that take the value as it is. Their equality is the type's own, so they cannot see the difference between
 * 1.0 and 1.00 (numeric), -0 and 0 (floats), `1 day` and `24:00:00` (interval); docs/fingerprint.md lists them.
 */
const DIRECT: Readonly<Record<string, string>> = {
  int2: 'hashint2extended',
  int4: 'hashint4extended',
  int8: 'hashint8extended',
  oid: 'hashoidextended',
  float4: 'hashfloat4extended',
  float8: 'hashfloat8extended',
  numeric: 'hash_numeric_extended',
  uuid: 'uuid_hash_extended',
  timestamp: 'timestamp_hash_extended',
  time: 'time_hash_extended',
  timetz: 'timetz_hash_extended',
  interval: 'interval_hash_extended',
  jsonb: 'jsonb_hash_extended',
  inet: 'hashinetextended',
  cidr: 'hashinetextended',
  macaddr: 'hashmacaddrextended',
  macaddr8: 'hashmacaddr8extended',
}

/** Hashable inside arrays and ranges without losing anything but what {@link DIRECT} loses; enum hashes depend on oids, so they are not. */
const HASHABLE_INSIDE = new Set([...Object.keys(DIRECT), 'bool', 'date', 'timestamptz', 'text', 'varchar', 'bytea', 'name'])

/**
 * An expression of type bigint.
 *
 * @param value - an SQL expression of the type
 * @param seed - an SQL expression of type bigint
 */
export function hashExpression(value: string, typeId: string, seed: string, types: TypeCatalogue): string {
  const type = baseType(typeId, types)
  const direct = type?.schema === 'pg_catalog' ? builtInHash(value, type, seed) : null
  if (direct !== null) return direct
  if (type !== undefined && isHashableContainer(type, types)) return `${containerFunction(type)}(${value}, ${seed})`
  return `hashtextextended((${value})::text COLLATE "C", ${seed})`
}

/** Whether a value of the type casts to `int8` without losing anything. */
export function isInteger(typeId: string, types: TypeCatalogue): boolean {
  return isBuiltIn(typeId, ['int2', 'int4', 'int8'], types)
}

/** Whether equal values of the type may be printed with more zeros and with fewer. */
export function isNumeric(typeId: string, types: TypeCatalogue): boolean {
  return isBuiltIn(typeId, ['numeric'], types)
}

function isBuiltIn(typeId: string, names: readonly string[], types: TypeCatalogue): boolean {
  const type = baseType(typeId, types)
  return type?.schema === 'pg_catalog' && names.includes(type.name)
}

function builtInHash(value: string, type: TypeFacts, seed: string): string | null {
  const direct = DIRECT[type.name]
  if (direct !== undefined) return `${direct}(${value}, ${seed})`
  switch (type.name) {
    case 'text':
    case 'varchar':
      // Byte order: exact under any collation, and faster than asking the collation.
      return `hashtextextended(${value} COLLATE "C", ${seed})`
    case 'bool':
      return `hashint4extended((${value})::int4, ${seed})`
    case 'date':
      return `CASE WHEN isfinite(${value}) THEN hashint4extended((${value}) - DATE '2000-01-01', ${seed}) ELSE hashtextextended((${value})::text, ${seed}) END`
    case 'timestamptz':
      return `timestamp_hash_extended((${value}) AT TIME ZONE 'UTC', ${seed})`
    case 'bytea':
      // Its own function cannot be called from SQL on every version; an array of one value can be hashed.
      return `CASE WHEN ${value} IS NOT NULL THEN hash_array_extended(ARRAY[${value}], ${seed}) END`
    default:
      return null
  }
}

function baseType(typeId: string, types: TypeCatalogue): TypeFacts | undefined {
  const type = types.get(typeId)
  return type?.sort === 'd' && type.inner !== null ? baseType(type.inner, types) : type
}

function isHashableContainer(type: TypeFacts, types: TypeCatalogue): boolean {
  if (!(type.isArray || type.sort === 'r' || type.sort === 'm') || type.inner === null) return false
  const inner = baseType(type.inner, types)
  if (inner === undefined) return false
  return type.sort === 'm' ? isHashableContainer(inner, types) : inner.schema === 'pg_catalog' && HASHABLE_INSIDE.has(inner.name)
}

function containerFunction(type: TypeFacts): string {
  if (type.isArray) return 'hash_array_extended'
  return type.sort === 'r' ? 'hash_range_extended' : 'hash_multirange_extended'
}
