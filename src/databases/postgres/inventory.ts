/** The inventory of a database: every object of the team's own that a checklist counts, read in one statement. */
import { INVENTORY_KINDS, type InventoryItem, type InventoryKind } from '../../domain/ports/catalog.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import { notOfExtension } from './catalog-queries.ts'
import { TEAM_SCHEMAS } from './tables.ts'

const OF_RELATION = `JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

/** Tables and whatever has no table of its own above it. */
const RELATIONS = `
SELECT CASE WHEN c.relkind = 'v' THEN 'view' WHEN c.relkind = 'm' THEN 'materialized-view' WHEN c.relkind = 'S' THEN 'sequence'
    WHEN c.relispartition THEN 'partition' ELSE 'table' END,
  n.nspname, CASE WHEN c.relkind IN ('r', 'p') THEN c.relname END, c.relname, format('%I.%I', n.nspname, c.relname), false, true
FROM pg_class c ${OF_RELATION} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`

const COLUMNS = `
SELECT 'column', n.nspname, c.relname, a.attname, format('%I.%I.%I', n.nspname, c.relname, a.attname), c.relispartition, true
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid ${OF_RELATION} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`

const FOREIGN_KEYS = `
SELECT 'foreign-key', n.nspname, c.relname, k.conname, format('%I.%I %I', n.nspname, c.relname, k.conname), k.conparentid <> 0, k.convalidated
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid ${OF_RELATION} AND k.contype = 'f'`

const POLICIES = `
SELECT 'policy', n.nspname, c.relname, p.polname, format('%I.%I %I', n.nspname, c.relname, p.polname), false, true
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ${OF_RELATION}`

/** Those behind foreign keys are the server's own. From version 15 on, a trigger of a partition that follows from its parent's is not. */
const TRIGGERS = `
SELECT 'trigger', n.nspname, c.relname, g.tgname, format('%I.%I %I', n.nspname, c.relname, g.tgname), g.tgparentid <> 0, g.tgenabled NOT IN ('D', 'R')
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid ${OF_RELATION} AND (NOT g.tgisinternal OR g.tgparentid <> 0)
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = g.tgconstraint AND k.contype = 'f')`

const INDEXES = `
SELECT 'index', n.nspname, c.relname, x.relname, format('%I.%I', n.nspname, x.relname), x.relispartition, i.indisvalid AND i.indisready AND i.indislive
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid ${OF_RELATION} AND c.relkind IN ('r', 'p', 'm')`

const FUNCTIONS = `
SELECT 'function', n.nspname, NULL, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
  format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), false, true
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}`

const INVENTORY = `
SELECT kind, schema, "table", own, name, derived, sound FROM (
${[RELATIONS, COLUMNS, FOREIGN_KEYS, POLICIES, TRIGGERS, INDEXES, FUNCTIONS].join('\nUNION ALL')}
) AS items (kind, schema, "table", own, name, derived, sound)
ORDER BY array_position('{${INVENTORY_KINDS.join(',')}}', kind), name`

export async function readInventory(session: SqlSession): Promise<readonly InventoryItem[]> {
  const rows = await session.query(INVENTORY)
  return rows.map((row) => ({
    kind: row.kind as InventoryKind,
    schema: String(row.schema),
    table: row.table ?? null,
    own: String(row.own),
    name: String(row.name),
    derived: row.derived === 't',
    sound: row.sound === 't',
  }))
}
