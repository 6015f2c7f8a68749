/** Describes tables and views for people and plans: columns, primary key, estimated rows, size; all of them in one statement. */
import type { ColumnDescription, TableDescription } from '../../domain/ports/catalog.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { notOfExtension } from './catalog-queries.ts'
import { TEAM_SCHEMAS } from './tables.ts'

/** Asking for a size, or for a tree of partitions by the server's own function, waits for whoever holds the table exclusively, or waits to: a health check must not. */
const IS_LOCKED = `EXISTS (SELECT FROM locked WHERE locked.relation = l.oid)`

/** The planner's estimate; before the first ANALYZE what the statistics have seen written, where they have. */
const LEAF_ROWS = `CASE WHEN l.reltuples >= 0 THEN l.reltuples ELSE nullif(pg_stat_get_live_tuples(l.oid), 0) END`

/** Rows and bytes of each table with its partitions, without a lock on any. */
const MEASURED = `
WITH RECURSIVE locked AS MATERIALIZED (
  SELECT relation FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND locktype = 'relation'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
tree (root, oid) AS (
  SELECT c.oid, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS}
  UNION ALL SELECT t.root, i.inhrelid FROM tree t JOIN pg_class p ON p.oid = t.oid AND p.relkind = 'p' JOIN pg_inherits i ON i.inhparent = t.oid),
measured AS MATERIALIZED (
  SELECT t.root AS oid, sum(${LEAF_ROWS}) FILTER (WHERE l.relkind <> 'p')::bigint AS rows,
    CASE WHEN NOT bool_or(${IS_LOCKED}) THEN sum(CASE WHEN l.relkind = 'p' OR ${IS_LOCKED} THEN 0 ELSE pg_total_relation_size(l.oid) END) END AS bytes
  FROM tree t JOIN pg_class l ON l.oid = t.oid GROUP BY t.root)`

const DESCRIPTIONS = `${MEASURED}
SELECT n.nspname AS schema, c.relname AS table, format('%I.%I', n.nspname, c.relname) AS name, pg_table_is_visible(c.oid) AS visible,
  CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized-view' WHEN 'f' THEN 'foreign-table'
    ELSE CASE WHEN c.relispartition THEN 'partition' ELSE 'table' END END AS kind, m.rows, m.bytes,
  (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(a.attname ORDER BY k.place) FROM pg_constraint p CROSS JOIN unnest(p.conkey) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE p.conrelid = c.oid AND p.contype = 'p') AS primary_key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN measured m ON m.oid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY m.bytes DESC NULLS LAST, 3`

export async function readTableDescriptions(session: SqlSession): Promise<readonly TableDescription[]> {
  return (await session.query(DESCRIPTIONS)).map(describe)
}

export interface LargestTables {
  readonly count: number
  readonly totalBytes: number
  /** Largest first, so many as were asked for. */
  readonly tables: readonly Pick<TableDescription, 'name' | 'estimatedRows' | 'sizeBytes'>[]
}

/** The same rows and sizes without columns and keys, which cost most of the time: a health check must be quick. */
export async function readLargestTables(session: SqlSession, limit: number): Promise<LargestTables> {
  const rows = await session.query(`${MEASURED}
SELECT format('%I.%I', n.nspname, c.relname) AS name, m.rows, m.bytes, count(*) OVER () AS tables, sum(m.bytes) OVER () AS total
FROM measured m JOIN pg_class c ON c.oid = m.oid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY m.bytes DESC NULLS LAST, 1 LIMIT ${limit}`)
  const tables = rows.map((row) => ({
    name: String(row.name),
    estimatedRows: numberOrNull(row.rows),
    sizeBytes: numberOrNull(row.bytes),
  }))
  return { count: Number(rows[0]?.tables ?? 0), totalBytes: Number(rows[0]?.total ?? 0), tables }
}

function describe(row: TextRow): TableDescription {
  return {
    schema: String(row.schema),
    table: String(row.table),
    name: String(row.name),
    kind: row.kind as TableDescription['kind'],
    visible: row.visible === 't',
    columns: JSON.parse(row.columns ?? '[]') as ColumnDescription[],
    primaryKey: JSON.parse(row.primary_key ?? '[]') as string[],
    estimatedRows: numberOrNull(row.rows),
    sizeBytes: numberOrNull(row.bytes),
  }
}

function numberOrNull(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text)
}
