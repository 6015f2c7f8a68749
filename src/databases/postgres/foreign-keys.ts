/** Foreign keys as the catalogue has them, and orphans as the tables have them. */
import type { ForeignKey, Orphans, Relation } from '../../domain/ports/catalog.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { quoteIdentifier, quoteTableName } from '../../domain/table-name.ts'
import { unenforced } from './catalog-queries.ts'
import { TEAM_SCHEMAS } from './tables.ts'

/** What only this server's constraints have: how values are compared, and which tables are read without their heirs. */
interface PostgresForeignKey extends ForeignKey {
  /** For each pair of columns, e.g. `OPERATOR(pg_catalog.=)`: what is equal for citext is not for text. */
  readonly operators: readonly string[]
  readonly childAlone: boolean
  readonly parentAlone: boolean
  /** A key of which some columns are null and others not has no parent either. */
  readonly matchFull: boolean
  /** Over periods of time (version 18): a parent is then several rows, which a join cannot tell. */
  readonly temporal: boolean
}

const COLUMN_NAMES = (table: string, numbers: string) =>
  `(SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(${numbers}) WITH ORDINALITY AS u (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = u.number)`

const FOREIGN_KEYS = `
SELECT k.conname AS name, n.nspname AS child_schema, c.relname AS child, pn.nspname AS parent_schema, p.relname AS parent,
  ${COLUMN_NAMES('c.oid', 'k.conkey')} AS child_columns, ${COLUMN_NAMES('p.oid', 'k.confkey')} AS parent_columns,
  k.convalidated AND NOT EXISTS (SELECT FROM pg_constraint d WHERE d.conparentid = k.oid AND NOT d.convalidated) AS validated,
  NOT ${unenforced('k')}
    AND coalesce((to_jsonb(k)->>'conenforced')::bool, true) AS enforced,
  (SELECT json_agg(format('OPERATOR(%I.%s)', opn.nspname, o.oprname) ORDER BY u.place) FROM unnest(k.conpfeqop) WITH ORDINALITY AS u (operator, place)
    JOIN pg_operator o ON o.oid = u.operator JOIN pg_namespace opn ON opn.oid = o.oprnamespace) AS operators,
  c.relkind = 'r' AS child_alone, p.relkind = 'r' AS parent_alone, k.confmatchtype = 'f' AS match_full,
  coalesce((to_jsonb(k)->>'conperiod')::bool, false) AS temporal
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0 AND ${TEAM_SCHEMAS} ORDER BY 2, 3, 1`

export async function readForeignKeys(session: SqlSession): Promise<readonly PostgresForeignKey[]> {
  return (await session.query(FOREIGN_KEYS)).map(parse)
}

function parse(row: TextRow): PostgresForeignKey {
  const names = (json: string | null | undefined) => JSON.parse(json ?? '[]') as string[]
  return {
    constraint: String(row.name),
    child: { schema: String(row.child_schema), table: String(row.child) },
    childColumns: names(row.child_columns),
    parent: { schema: String(row.parent_schema), table: String(row.parent) },
    parentColumns: names(row.parent_columns),
    validated: row.validated === 't',
    enforced: row.enforced === 't',
    operators: names(row.operators),
    childAlone: row.child_alone === 't',
    parentAlone: row.parent_alone === 't',
    matchFull: row.match_full === 't',
    temporal: row.temporal === 't',
  }
}

/** Counts in one statement for all relations; only those that have orphans are read once more, for the first keys. */
export async function readOrphans(
  session: SqlSession,
  relations: readonly Relation[],
  sampleSize: number,
): Promise<readonly Orphans[]> {
  if (relations.length === 0) return []
  const counts = relations.map((relation, index) => `SELECT ${index} AS place, count(*) AS orphans FROM ${orphansOf(relation)}`)
  const counted = new Map((await session.query(counts.join('\nUNION ALL\n'))).map((row) => [Number(row.place), row.orphans]))
  const found: Orphans[] = []
  for (const [index, relation] of relations.entries()) {
    const count = BigInt(counted.get(index) ?? 0)
    found.push({ count, samples: count === 0n ? [] : await sampleKeys(session, relation, sampleSize) })
  }
  return found
}

async function sampleKeys(session: SqlSession, relation: Relation, size: number): Promise<Orphans['samples']> {
  const columns = relation.childColumns.map((column, index) => `c.${quoteIdentifier(column)} AS key${index}`)
  const sql = `SELECT DISTINCT ${columns.join(', ')} FROM ${orphansOf(relation)} ORDER BY ${columns.map((_, index) => index + 1).join(', ')} LIMIT ${size}`
  return (await session.query(sql)).map((row) => columns.map((_, index) => row[`key${index}`] ?? null))
}

/** Rows `c` of the child whose key is there and has no parent. */
function orphansOf(relation: Relation): string {
  const { operators, childAlone, parentAlone, matchFull, temporal } = relation as Partial<PostgresForeignKey>
  const { child, childColumns, parent, parentColumns } = relation
  const table = `${childAlone ? 'ONLY ' : ''}${quoteTableName(child)} c`
  if (temporal) return `${table} WHERE false`
  const keys = childColumns.map((column) => `c.${quoteIdentifier(column)}`)
  const pairs = keys.map((key, i) => `p.${quoteIdentifier(parentColumns[i] ?? '')} ${operators?.[i] ?? '='} ${key}`)
  const noParent = `NOT EXISTS (SELECT FROM ${parentAlone ? 'ONLY ' : ''}${quoteTableName(parent)} p WHERE ${pairs.join(' AND ')})`
  const whole = keys.map((key) => `${key} IS NOT NULL`).join(' AND ')
  const some = keys.map((key) => `${key} IS NOT NULL`).join(' OR ')
  return `${table} WHERE ${matchFull ? `(${some}) AND (NOT (${whole}) OR ${noParent})` : `${whole} AND ${noParent}`}`
}
