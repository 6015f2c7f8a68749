/** One catalogue query per kind of schema object; each gives kind, name, table, identifier and canonical definition. */
import { TEAM_SCHEMAS } from './tables.ts'

/** Objects that an extension made are told by the extension itself. */
export function notOfExtension(catalogue: string, id: string): string {
  return `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${id} AND d.deptype = 'e')`
}

/** Grants in canonical order; none given explicitly is the same as the default given explicitly. */
function grants(acl: string, kind: string, owner: string): string {
  return `(SELECT coalesce(string_agg(item::text, ',' ORDER BY item::text), '') FROM unnest(coalesce(${acl}, acldefault('${kind}', ${owner}))) AS item)`
}

const RELATION = `format('%I.%I', n.nspname, c.relname)`
const OWNED = (owner: string) => `pg_get_userbyid(${owner})`

const SCHEMAS = `
SELECT 'schema', quote_ident(n.nspname), NULL, n.oid::text,
  concat_ws(' ', 'owner', ${OWNED('n.nspowner')}, 'grants', ${grants('n.nspacl', 'n', 'n.nspowner')})
FROM pg_namespace n WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_namespace', 'n.oid')}`

const DEFAULT_PRIVILEGES = `
SELECT 'schema', concat_ws(' ', 'default privileges', n.nspname, ${OWNED('p.defaclrole')}, p.defaclobjtype), NULL, p.oid::text,
  (SELECT string_agg(item::text, ',' ORDER BY item::text) FROM unnest(p.defaclacl) AS item)
FROM pg_default_acl p LEFT JOIN pg_namespace n ON n.oid = p.defaclnamespace`

const EXTENSIONS = `
SELECT 'extension', quote_ident(e.extname), NULL, e.oid::text, concat_ws(' ', e.extversion, 'in', n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace`

const TYPES = `
SELECT 'type', format('%I.%I', n.nspname, t.typname), NULL, t.oid::text, concat_ws(' ', t.typtype, 'owner', ${OWNED('t.typowner')},
  (SELECT 'enum ' || string_agg(quote_literal(v.enumlabel), ',' ORDER BY v.enumsortorder) FROM pg_enum v WHERE v.enumtypid = t.oid),
  CASE WHEN t.typtype = 'd' THEN concat_ws(' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'not null' END, 'default ' || t.typdefault,
    (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) END,
  (SELECT 'attributes ' || string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
  (SELECT 'range of ' || format_type(r.rngsubtype, NULL) FROM pg_range r WHERE r.rngtypid = t.oid))
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE ${TEAM_SCHEMAS} AND (c.oid IS NULL OR c.relkind = 'c') AND NOT (t.typelem <> 0 AND t.typcategory = 'A') AND t.typtype <> 'm'
  AND ${notOfExtension('pg_type', 't.oid')}`

const TABLES = `
SELECT 'table', ${RELATION}, ${RELATION}, c.oid::text, concat_ws(' ', c.relkind, c.relpersistence, 'owner', ${OWNED('c.relowner')},
  'partition by ' || pg_get_partkeydef(c.oid), 'partition of ' || (SELECT inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits WHERE inhrelid = c.oid AND c.relispartition),
  (SELECT 'inherits ' || string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid AND NOT c.relispartition),
  'replica identity ' || c.relreplident::text, CASE WHEN c.relforcerowsecurity THEN 'force row security' END, array_to_string(c.reloptions, ','),
  'grants ' || ${grants('c.relacl', 'r', 'c.relowner')}, CASE WHEN c.relrowsecurity THEN '[row security on]' ELSE '[row security off]' END)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

const COLUMNS = `
SELECT 'column', ${RELATION} || '.' || quote_ident(a.attname), ${RELATION}, c.oid || '.' || a.attnum, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation END, CASE WHEN a.attnotnull THEN 'not null' END,
  CASE WHEN a.attgenerated <> '' THEN 'generated ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid), nullif('identity ' || a.attidentity::text, 'identity '),
  CASE WHEN a.attacl IS NOT NULL THEN 'grants ' || ${grants('a.attacl', 'c', 'c.relowner')} END)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

/** Whether a foreign key, or its part for a partition, is not enforced because its triggers do not fire: never, or only for a replica. */
export function unenforced(constraint: string): string {
  return `EXISTS (SELECT FROM pg_trigger g JOIN pg_constraint part ON part.oid = g.tgconstraint
    WHERE ${constraint}.oid IN (part.oid, part.conparentid) AND ${constraint}.contype = 'f' AND g.tgenabled IN ('D', 'R'))`
}

/** What a foreign key to or of a partitioned table brings with it for each partition has names that the server makes up. */
const CONSTRAINTS = `
SELECT CASE k.contype WHEN 'f' THEN 'foreign-key' ELSE 'constraint' END, ${RELATION} || ' ' || quote_ident(k.conname), ${RELATION}, k.oid::text,
  pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN ' [validated]' ELSE ' [not validated]' END
  || CASE WHEN ${unenforced('k')} THEN ' [triggers disabled]' ELSE '' END
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT (k.contype = 'f' AND k.conparentid <> 0) AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

const INDEXES = `
SELECT 'index', format('%I.%I', n.nspname, x.relname), ${RELATION}, x.oid::text,
  pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' [invalid]' END || CASE WHEN i.indisreplident THEN ' replica identity' ELSE '' END
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

const VIEWS = `
SELECT 'view', ${RELATION}, NULL, c.oid::text, concat_ws(' ', CASE c.relkind WHEN 'm' THEN 'materialized' END, 'owner', ${OWNED('c.relowner')},
  array_to_string(c.reloptions, ','), 'grants ' || ${grants('c.relacl', 'r', 'c.relowner')}, CASE WHEN NOT c.relispopulated THEN 'not populated' END, pg_get_viewdef(c.oid))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

const FUNCTIONS = `
SELECT 'function', format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), NULL, p.oid::text,
  concat_ws(' ', 'owner', ${OWNED('p.proowner')}, 'grants', ${grants('p.proacl', 'f', 'p.proowner')}, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid)
    ELSE (SELECT concat_ws(' ', 'aggregate', g.aggtransfn, g.aggfinalfn, g.aggcombinefn, format_type(g.aggtranstype, NULL), g.agginitval) FROM pg_aggregate g WHERE g.aggfnoid = p.oid) END)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}`

const TRIGGERS = `
SELECT 'trigger', ${RELATION} || ' ' || quote_ident(g.tgname), ${RELATION}, g.oid::text,
  pg_get_triggerdef(g.oid) || CASE g.tgenabled WHEN 'O' THEN ' [enabled]' WHEN 'D' THEN ' [disabled]' WHEN 'R' THEN ' [disabled] but for replication' ELSE ' [enabled] always' END
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT g.tgisinternal AND ${TEAM_SCHEMAS}`

const POLICIES = `
SELECT 'policy', ${RELATION} || ' ' || quote_ident(p.polname), ${RELATION}, p.oid::text, concat_ws(' ', p.polcmd, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END,
  'to', (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE ${OWNED('r')} END, ',' ORDER BY r <> 0, ${OWNED('r')}) FROM unnest(p.polroles) AS r),
  'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${TEAM_SCHEMAS}`

const SEQUENCES = `
SELECT 'sequence', ${RELATION}, (SELECT d.refobjid::regclass::text FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0), c.oid::text, concat_ws(' ', format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
  'owner', ${OWNED('c.relowner')}, 'grants', ${grants('c.relacl', 's', 'c.relowner')}, (SELECT 'of ' || d.refobjid::regclass || '.' || quote_ident(a.attname)
    FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0))
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}`

const RULES = `
SELECT 'rule', ${RELATION} || ' ' || quote_ident(r.rulename), ${RELATION}, r.oid::text, pg_get_ruledef(r.oid) || ' ' || r.ev_enabled::text
FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND ${TEAM_SCHEMAS}`

const EVENT_TRIGGERS = `
SELECT 'event-trigger', quote_ident(e.evtname), NULL, e.oid::text, concat_ws(' ', e.evtevent, e.evtfoid::regprocedure, array_to_string(e.evttags, ','),
  CASE e.evtenabled WHEN 'D' THEN '[disabled]' ELSE '[enabled]' END)
FROM pg_event_trigger e WHERE ${notOfExtension('pg_event_trigger', 'e.oid')}`

const PUBLICATIONS = `
SELECT 'publication', quote_ident(p.pubname), NULL, p.oid::text, concat_ws(' ', CASE WHEN p.puballtables THEN 'all tables' END, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, p.pubviaroot,
  (SELECT string_agg(r.prrelid::regclass::text, ',' ORDER BY r.prrelid::regclass::text) FROM pg_publication_rel r WHERE r.prpubid = p.oid))
FROM pg_publication p`

const STATISTICS = `
SELECT 'statistics', format('%I.%I', n.nspname, s.stxname), s.stxrelid::regclass::text, s.oid::text, pg_get_statisticsobjdef(s.oid)
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${TEAM_SCHEMAS}`

const CASTS = `
SELECT 'cast', format_type(c.castsource, NULL) || ' as ' || format_type(c.casttarget, NULL), NULL, c.oid::text, concat_ws(' ', c.castfunc::regprocedure, c.castcontext, c.castmethod)
FROM pg_cast c WHERE c.oid >= 16384 AND ${notOfExtension('pg_cast', 'c.oid')}`

const OPERATORS = `
SELECT 'operator', format('%I.%s(%s,%s)', n.nspname, o.oprname, format_type(o.oprleft, NULL), format_type(o.oprright, NULL)), NULL, o.oid::text,
  concat_ws(' ', o.oprcode::regprocedure, o.oprcom::regoperator, o.oprnegate::regoperator)
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_operator', 'o.oid')}`

/** Comments on relations and their columns, functions and types; an extension's own comment may need rights that a restore lacks. */
const COMMENTS = `
SELECT 'comment', concat_ws('.', ${RELATION}, quote_ident(a.attname)), ${RELATION}, NULL, d.description
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_class', 'c.oid')}
UNION ALL
SELECT 'comment', p.oid::regprocedure::text, NULL, NULL, d.description
FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid AND d.classoid = 'pg_proc'::regclass JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_proc', 'p.oid')}
UNION ALL
SELECT 'comment', format('%I.%I', n.nspname, t.typname), NULL, NULL, d.description
FROM pg_description d JOIN pg_type t ON t.oid = d.objoid AND d.classoid = 'pg_type'::regclass JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE ${TEAM_SCHEMAS} AND ${notOfExtension('pg_type', 't.oid')}`

export const OBJECT_QUERIES: readonly string[] = [
  SCHEMAS,
  DEFAULT_PRIVILEGES,
  EXTENSIONS,
  TYPES,
  TABLES,
  COLUMNS,
  CONSTRAINTS,
  INDEXES,
  VIEWS,
  FUNCTIONS,
  TRIGGERS,
  POLICIES,
  SEQUENCES,
  RULES,
  EVENT_TRIGGERS,
  PUBLICATIONS,
  STATISTICS,
  CASTS,
  OPERATORS,
  COMMENTS,
]
