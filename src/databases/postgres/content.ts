/** Digests the content of one table in one scan: exact rows, and per column a sum of hashes tied to each row's key. */
import { createHash } from 'node:crypto'
import { matchColumn, matchTable } from '../../domain/content-comparison.ts'
import { StatementError } from '../../domain/errors.ts'
import type { ColumnDigest, ContentMeasures, Fingerprint, TableContent } from '../../domain/fingerprint.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import { hashExpression, isInteger, isNumeric, type TypeCatalogue } from './hashing.ts'
import type { ColumnFacts, TableFacts } from './tables.ts'

/** One column to be digested: read under today's name, hashed as the type that it had in the fingerprint compared with. */
interface Reading {
  readonly column: ColumnFacts
  /** Its name in the fingerprint compared with. */
  readonly knownAs: string
  /** The earlier type, where it differs: the value is cast back to it before it is hashed. */
  readonly castTo: string | null
  readonly hashedTypeId: string
}

/** What will be read of one table. */
export interface ContentPlan {
  readonly table: TableFacts
  readonly readings: readonly Reading[]
  readonly key: readonly Reading[]
  /** Columns that enter the digest of whole rows, where there is no key. */
  readonly wholeRow: readonly Reading[]
  readonly earlierRows: bigint | null
}

/** Decides what to read of a table, so that the result can be compared with `basis` where one is given. */
export function planContent(table: TableFacts, basis: Fingerprint | undefined, types: TypeCatalogue): ContentPlan {
  const today = withoutDigests(table)
  const earlier = basis?.tables.find((candidate) => matchTable(candidate, [today], 'same-database') === today)
  const readings = table.columns.map((column) => readingOf(column, earlierColumn(column, today, earlier), types))
  const key = earlier === undefined ? keyReadings(table.key, readings) : keyOfBasis(earlier, today, readings)
  const wholeRow = readings.filter(
    (reading) => earlier === undefined || earlierColumn(reading.column, today, earlier) !== undefined,
  )
  return { table, readings, key, wholeRow, earlierRows: earlier === undefined ? null : BigInt(earlier.rows) }
}

function withoutDigests(table: TableFacts): TableContent {
  const columns = table.columns.map((column) => ({ name: column.name, id: column.id, type: column.type, digest: null }))
  return { name: table.name, id: table.id, rows: '0', key: [], columns, rowDigest: null }
}

function earlierColumn(column: ColumnFacts, today: TableContent, earlier: TableContent | undefined): ColumnDigest | undefined {
  return earlier?.columns.find((candidate) => matchColumn(candidate, earlier, today, 'same-database')?.name === column.name)
}

function readingOf(column: ColumnFacts, earlier: ColumnDigest | undefined, types: TypeCatalogue): Reading {
  const knownAs = earlier?.name ?? column.name
  if (earlier === undefined || earlier.type === column.type) return { column, knownAs, castTo: null, hashedTypeId: column.typeId }
  return { column, knownAs, castTo: earlier.type, hashedTypeId: typeIdOf(earlier.type, types) ?? column.typeId }
}

/** Finds a type by its printed name; array, length and precision suffixes need no looking up beyond the names below. */
function typeIdOf(printed: string, types: TypeCatalogue): string | null {
  const isArray = printed.endsWith('[]')
  const bare = printed.replace(/\[\]$/, '').replace(/\([^)]*\)/, '')
  const name = PRINTED_NAMES[bare] ?? bare.replace(/^.*\./, '').replaceAll('"', '')
  for (const type of types.values()) if (type.name === (isArray ? `_${name}` : name)) return type.id
  return null
}

const PRINTED_NAMES: Readonly<Record<string, string>> = {
  smallint: 'int2',
  integer: 'int4',
  bigint: 'int8',
  real: 'float4',
  'double precision': 'float8',
  boolean: 'bool',
  'character varying': 'varchar',
  character: 'bpchar',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'bit varying': 'varbit',
}

function keyReadings(key: readonly number[], readings: readonly Reading[]): readonly Reading[] {
  return key.flatMap((id) => readings.filter((reading) => reading.column.id === id))
}

/** The key the basis was digested with, even where it is no longer the key; none where one of its columns is gone. */
function keyOfBasis(earlier: TableContent, today: TableContent, readings: readonly Reading[]): readonly Reading[] {
  const key = earlier.key.flatMap((name) =>
    readings.filter((reading) => earlierColumn(reading.column, today, earlier)?.name === name),
  )
  return key.length === earlier.key.length ? key : []
}

/** Reads and digests one table. `horizon` is the instant of the basis: rows written since can be told from those that were there. */
export async function digestContent(
  session: SqlSession,
  plan: ContentPlan,
  horizon: string | null,
  types: TypeCatalogue,
): Promise<TableContent> {
  const measured = await measure(session, plan, types, '')
  const { table } = plan
  const columns = table.columns.map((column, index) => ({
    name: column.name,
    id: column.id,
    type: column.type,
    digest: measured.columnDigests[index] ?? null,
  }))
  const key = plan.key.map((reading) => reading.column.name)
  const content = { name: table.name, id: table.id, rows: measured.rows, key, columns, rowDigest: measured.rowDigest }
  if (horizon === null || plan.earlierRows === null || BigInt(measured.rows) <= plan.earlierRows) return content
  return { ...content, earlier: await measure(session, plan, types, wasVisibleAt(horizon)) }
}

/** A value that cannot be cast back to its earlier type cannot be compared: that column's digest is then `null`. */
async function measure(
  session: SqlSession,
  plan: ContentPlan,
  types: TypeCatalogue,
  condition: string,
): Promise<ContentMeasures> {
  if (plan.readings.every((reading) => reading.castTo === null)) return scan(session, plan, types, condition)
  await session.query('SAVEPOINT scan')
  try {
    return await scan(session, plan, types, condition)
  } catch (error) {
    if (!(error instanceof StatementError)) throw error
    await session.query('ROLLBACK TO SAVEPOINT scan')
    return scan(session, withoutCasts(plan), types, condition)
  }
}

function withoutCasts(plan: ContentPlan): ContentPlan {
  const isCast = (reading: Reading) => reading.castTo !== null
  return { ...plan, readings: plan.readings.filter((r) => !isCast(r)), wholeRow: [], key: plan.key.some(isCast) ? [] : plan.key }
}

async function scan(session: SqlSession, plan: ContentPlan, types: TypeCatalogue, condition: string): Promise<ContentMeasures> {
  const [row] = await session.query(scanStatement(plan, types, condition))
  const columnDigests = plan.table.columns.map((column) => row?.[`c${column.id}`] ?? null)
  return { rows: row?.rows ?? '0', rowDigest: row?.whole_row ?? null, columnDigests }
}

/** The one statement that reads a table. A column whose values are all null digests to 0. */
export function scanStatement(plan: ContentPlan, types: TypeCatalogue, condition: string): string {
  const key = keySeed(plan.key, types)
  const columns = plan.readings.map((reading) => `coalesce(sum(${hashReading(reading, key, types)}), 0) AS c${reading.column.id}`)
  const keyless = plan.key.length === 0 && plan.wholeRow.length > 0
  const wholeRow = keyless ? [`coalesce(sum(${wholeRowHash(plan.wholeRow, types)}), 0) AS whole_row`] : []
  const only = plan.table.partitioned ? '' : 'ONLY '
  return `SELECT count(*) AS rows${[...columns, ...wholeRow].map((item) => `,\n  ${item}`).join('')}\nFROM ${only}${plan.table.name}${condition}`
}

/** Ties values to their row. A key that is one integer seeds the hashes as it is: hashing it first would double the cost of each. */
function keySeed(key: readonly Reading[], types: TypeCatalogue): string {
  const [first, ...rest] = key
  if (first !== undefined && rest.length === 0 && isInteger(first.hashedTypeId, types)) return `${readValue(first)}::int8`
  return key.reduce((seed, reading) => hashReading(reading, seed, types), '0')
}

function readValue(reading: Reading): string {
  return reading.castTo === null ? reading.column.quoted : `(${reading.column.quoted}::${reading.castTo})`
}

function hashReading(reading: Reading, seed: string, types: TypeCatalogue): string {
  const hash = hashExpression(readValue(reading), reading.hashedTypeId, seed, types)
  const { castTo, column } = reading
  if (castTo === null || (isInteger(column.typeId, types) && isInteger(reading.hashedTypeId, types))) return hash
  return `CASE WHEN ${survivesCast(reading, types)} THEN ${hash} ELSE hashtextextended((${column.quoted})::text COLLATE "C", ${seed}) END`
}

/** A cast cuts off, rounds and truncates in silence: what the earlier type could not hold is no earlier value. */
function survivesCast(reading: Reading, types: TypeCatalogue): string {
  const { quoted, type, typeId } = reading.column
  const returned = `(${readValue(reading)}::${type})`
  return isNumeric(typeId, types) ? `${returned} = ${quoted}` : `${returned}::text = ${quoted}::text`
}

/**
 * Each value hashed with a seed of its column's own, so that equal values in other columns do not cancel out; null has a mark
 * of its own. The last hash ties the values of one row together. Grows with the number of columns, in text and in depth alike:
 * a chain of seeds would repeat itself for every column that may be null. The seed comes from the name, because numbers and
 * order of columns may be others in a restored copy.
 */
function wholeRowHash(readings: readonly Reading[], types: TypeCatalogue): string {
  const hashes = readings.map((reading) => {
    const seed = seedOf(reading.knownAs)
    return `coalesce(${hashReading(reading, seed, types)}, ${seed})`
  })
  return `hashint8extended(0, ${exclusiveOr(hashes)})`
}

/** 48 bits: exact as a number of this language, and a bigint to the server. */
function seedOf(name: string): string {
  return `${createHash('sha256').update(name).digest().readUIntBE(0, 6)}::int8`
}

/** As a balanced tree: the server's parser has a limited stack, and a table may have 1600 columns. */
function exclusiveOr(terms: readonly string[]): string {
  if (terms.length <= 1) return terms[0] ?? '0'
  const middle = Math.ceil(terms.length / 2)
  return `(${exclusiveOr(terms.slice(0, middle))} # ${exclusiveOr(terms.slice(middle))})`
}

/**
 * Rows whose writer was visible at the instant: its number precedes the instant's end and was not among those under way.
 * A frozen row counts as old; a row rewritten since counts as new, so the proof can fail but never succeeds wrongly.
 */
function wasVisibleAt(horizon: string): string {
  const [, end, underWay] = /^\d+:(\d+):([\d,]*)$/.exec(horizon) ?? []
  if (end === undefined) return ' WHERE false'
  const xid = (BigInt(end) % 2n ** 32n).toString()
  const writers = (underWay ?? '').split(',').filter((id) => id !== '')
  const others = writers.map((id) => ` AND xmin <> '${(BigInt(id) % 2n ** 32n).toString()}'::xid`).join('')
  return ` WHERE age(xmin) > age('${xid}'::xid)${others}`
}
