/** The statements that digest a source range by range, and find rows by the hash of their key. */
import { createHash } from 'node:crypto'
import { type ComparedColumn, KEY_DEPTH, type Ranges, type RowForm } from '../../../domain/ports/parity.ts'
import { hashExpression, type TypeCatalogue } from '../hashing.ts'
import { quoteName, quoteText } from '../names.ts'
import { builtInTypeId, comparedAs } from './types.ts'

/** What the statements must know of a source. */
export interface ReadSource {
  /** What stands after FROM; its rows are called `source`. */
  readonly from: string
  /** Identifiers of the columns' types, by name. */
  readonly typeIds: ReadonlyMap<string, string>
  readonly types: TypeCatalogue
}

/**
 * One row for each range: its number, its rows, and the sum of its rows' hashes. A sum and not an exclusive or, in which
 * rows that occur twice would vanish.
 */
export function digestStatement(source: ReadSource, form: RowForm, depth: number, within: Ranges | null): string {
  return digests(source, form, depth, within, [])
}

/** One row for each key, with the columns of the key as text, named `key 0`, `key 1` … */
export function namedKeysStatement(source: ReadSource, form: RowForm, within: Ranges | null): string {
  const names = form.key.map(({ name }, index) => `min(source.${quoteName(name)}::text) AS "key ${index}"`)
  return digests(source, form, KEY_DEPTH, within, names)
}

/** How many rows the keys of {@link packedKeysStatement} come in. */
const PACKS = 256

/**
 * The digests of many keys, a pack of them in each row (`range rows digest,…`): reading a row costs more than reading its
 * text. The packs come in the same order on both sides.
 */
export function packedKeysStatement(source: ReadSource, form: RowForm, within: Ranges | null): string {
  return `SELECT range & ${PACKS - 1} AS number, string_agg(concat_ws(' ', range, rows, digest), ',') AS pack
FROM (${digests(source, form, KEY_DEPTH, within, [])}) AS keys
GROUP BY 1 ORDER BY 1`
}

function digests(source: ReadSource, form: RowForm, depth: number, within: Ranges | null, more: readonly string[]): string {
  const key = keyHash(source, form)
  const measures = ['count(*) AS rows', `sum(${rowHash(source, form)}) AS digest`, ...more]
  return `SELECT ${rangeOf(key, depth)} AS range, ${measures.join(', ')}
FROM ${source.from}${within === null ? '' : `\nWHERE ${isWithin(key, within)}`}
GROUP BY 1`
}

export function rowsStatement(
  source: ReadSource,
  form: RowForm,
  keys: readonly string[],
  columns: readonly string[],
  most: number,
): string {
  const key = keyHash(source, form)
  const shown = columns.map((name) => `, source.${quoteName(name)}::text AS ${quoteName(name)}`)
  const within = isWithin(key, { depth: KEY_DEPTH, names: keys })
  return `SELECT ${key} AS "range of the key"${shown.join('')}\nFROM ${source.from}\nWHERE ${within}\nLIMIT ${most}`
}

/** A literal list and not a parameter: the planner makes a hash table only of what it knows. */
function isWithin(key: string, { depth, names }: Ranges): string {
  return `${rangeOf(key, depth)} = ANY (${quoteText(`{${names.join(',')}}`)}::int8[])`
}

function rangeOf(key: string, depth: number): string {
  return depth === KEY_DEPTH ? key : `(${key}) & ${2n ** BigInt(depth) - 1n}::int8`
}

function keyHash(source: ReadSource, { key }: RowForm): string {
  return exclusiveOr(key.map((column) => columnHash(source, column, identityHash)))
}

/**
 * Ties the values of a row to each other and to the row's key: a value that moved to another row gives other sums. A key of
 * one integer is tied as it is; hashing it once more would cost a tenth of the whole.
 */
function rowHash(source: ReadSource, { key, values }: RowForm): string {
  const hashes = values.map((column) => columnHash(source, column, valueHash))
  const [first, ...rest] = key
  if (first !== undefined && rest.length === 0 && INTEGERS.includes(first.as)) {
    const value = `coalesce(source.${quoteName(first.name)}::int8, 0)`
    return `hashint8extended(${value}, ${exclusiveOr([...hashes, value])})`
  }
  return `hashint8extended(0, ${exclusiveOr([...key.map((column) => columnHash(source, column, valueHash)), ...hashes])})`
}

const INTEGERS = ['int2', 'int4', 'int8']

type Hash = (value: string, name: string, typeId: string, seed: string, types: TypeCatalogue) => string

/** With a seed of the column's own, which is also the mark of a null. */
function columnHash(source: ReadSource, column: ComparedColumn, hash: Hash): string {
  const own = source.typeIds.get(column.name) ?? ''
  const isOwn = comparedAs(own, source.types) === column.as && column.as !== 'text'
  const value = `source.${quoteName(column.name)}`
  const typeId = isOwn ? own : (builtInTypeId(column.as, source.types) ?? own)
  const seed = seedOf(column.name)
  const cast = isOwn ? value : `(${value}::pg_catalog.${quoteName(column.as)})`
  return `coalesce(${hash(cast, column.as, typeId, seed, source.types)}, ${seed})`
}

/** The server folds eight bytes into four before it hashes them; the value beside its hash keeps apart what it folds together. */
function valueHash(value: string, name: string, typeId: string, seed: string, types: TypeCatalogue): string {
  const hashed = hashExpression(value, typeId, seed, types)
  return name === 'int8' ? `(${hashed} # ${value})` : hashed
}

/** Two keys must not be taken for one: times, folded as whole numbers are, are hashed as the eight bytes of their seconds. */
function identityHash(value: string, name: string, typeId: string, seed: string, types: TypeCatalogue): string {
  if (name === 'timestamp' || name === 'timestamptz') return `hashfloat8extended(date_part('epoch', ${value}), ${seed})`
  return valueHash(value, name, typeId, seed, types)
}

/** 48 bits of the name: numbers and order of columns may be others on the other side. */
function seedOf(name: string): string {
  return `${createHash('sha256').update(name).digest().readUIntBE(0, 6)}::int8`
}

/** As a balanced tree: the server's parser has a limited stack. */
function exclusiveOr(terms: readonly string[]): string {
  if (terms.length <= 1) return terms[0] ?? '0'
  const middle = Math.ceil(terms.length / 2)
  return `(${exclusiveOr(terms.slice(0, middle))} # ${exclusiveOr(terms.slice(middle))})`
}
