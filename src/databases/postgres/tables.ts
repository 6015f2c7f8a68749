/** Reads from the catalogue which tables hold content, their columns, their keys, and the types needed to hash them. */
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import type { TypeCatalogue, TypeFacts } from './hashing.ts'

export interface ColumnFacts {
  readonly id: number
  readonly name: string
  /** Quoted where SQL needs it. */
  readonly quoted: string
  readonly typeId: string
  /** The declared type, as the database prints it. */
  readonly type: string
}

export interface TableFacts {
  readonly id: string
  /** Qualified and quoted. */
  readonly name: string
  /** A partitioned table is read with all its partitions; any other without its heirs. */
  readonly partitioned: boolean
  /** The planner's estimate of its pages: for reading the largest first. */
  readonly pages: number
  readonly columns: readonly ColumnFacts[]
  /** Numbers of the columns of its key: the primary key, else a unique index over columns that are never null. */
  readonly key: readonly number[]
}

/** Condition that leaves out what belongs to the server, to extensions' internals and to Savepoint itself; `n` is pg_namespace. */
export const TEAM_SCHEMAS = `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'savepoint')`

const TABLES = `
SELECT c.oid AS id, format('%I.%I', n.nspname, c.relname) AS name, c.relkind = 'p' AS partitioned,
  (SELECT sum(l.relpages) FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid) AS tree_pages, c.relpages AS pages,
  (SELECT json_agg(json_build_object('id', a.attnum, 'name', a.attname, 'quoted', quote_ident(a.attname),
      'typeId', a.atttypid::text, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT to_json(string_to_array(i.indkey::text, ' ')::int[])
    FROM pg_index i
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
      AND i.indnkeyatts = i.indnatts
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
    ORDER BY i.indisprimary DESC, i.indnatts, i.indexrelid::regclass::text LIMIT 1) AS key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS}
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    AND NOT EXISTS (SELECT FROM pg_extension e WHERE c.oid = ANY (e.extconfig)))
ORDER BY 2`

const TYPES = `
SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, t.typtype AS sort,
  t.typelem <> 0 AND t.typlen = -1 AND t.typcategory = 'A' AS is_array,
  CASE WHEN t.typtype = 'd' THEN t.typbasetype
    WHEN t.typtype = 'r' THEN (SELECT rngsubtype FROM pg_range WHERE rngtypid = t.oid)
    WHEN t.typtype = 'm' THEN (SELECT rngtypid FROM pg_range WHERE rngmultitypid = t.oid)
    WHEN t.typcategory = 'A' THEN t.typelem END AS inner
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype <> 'p' AND NOT (t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c'))`

/** Every table whose content a fingerprint covers: plain and partitioned tables of the team, and extensions' configuration tables. */
export async function readTables(session: SqlSession): Promise<readonly TableFacts[]> {
  return (await session.query(TABLES)).map(parseTable)
}

function parseTable(row: TextRow): TableFacts {
  return {
    id: String(row.id),
    name: String(row.name),
    partitioned: row.partitioned === 't',
    pages: Number(row.tree_pages ?? row.pages ?? 0),
    columns: JSON.parse(row.columns ?? '[]') as ColumnFacts[],
    key: JSON.parse(row.key ?? '[]') as number[],
  }
}

export async function readTypes(session: SqlSession): Promise<TypeCatalogue> {
  const rows = await session.query(TYPES)
  return new Map(rows.map((row) => [String(row.id), parseType(row)]))
}

function parseType(row: TextRow): TypeFacts {
  return {
    id: String(row.id),
    schema: String(row.schema),
    name: String(row.name),
    sort: String(row.sort),
    inner: row.inner ?? null,
    isArray: row.is_array === 't',
  }
}
