/** Asks the server for the plan of a query, as JSON, and reads from it which tables, indexes and partitions it touches. */
import type { SqlSession } from '../../domain/ports/database.ts'
import type { ExplainOptions, NamedObject, PartitionUse, PlannedScan, QueryPlan } from '../../domain/query-plan.ts'

/** The part of `EXPLAIN (FORMAT JSON)` that is read here. */
interface PlanNode {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  /** Only of a query that was run; 0: never executed. */
  readonly 'Actual Loops'?: number
  readonly Plans?: readonly PlanNode[]
}

interface PlanDocument {
  readonly Plan: PlanNode
  /** Milliseconds, without planning. */
  readonly 'Execution Time'?: number
}

/** A scan as the plan tells it, before the catalogue is asked. The schema of an index is that of its table. */
interface Found {
  readonly node: PlanNode
  readonly schema: string
}

const ROOTS = `
SELECT wanted.schema, wanted.name, n.nspname AS root_schema, r.relname AS root_name
FROM json_to_recordset($1) AS wanted (schema text, name text)
JOIN pg_namespace s ON s.nspname = wanted.schema
JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = wanted.name AND c.relispartition
JOIN pg_class r ON r.oid = pg_partition_root(c.oid)
JOIN pg_namespace n ON n.oid = r.relnamespace`

const LEAVES = `
SELECT wanted.schema, wanted.name, count(*) AS leaves
FROM json_to_recordset($1) AS wanted (schema text, name text)
JOIN pg_namespace s ON s.nspname = wanted.schema
JOIN pg_class c ON c.relnamespace = s.oid AND c.relname = wanted.name
CROSS JOIN LATERAL pg_partition_tree(c.oid) AS tree WHERE tree.isleaf GROUP BY 1, 2`

/**
 * The plan of one query, run or not. The session must be in a transaction; a read-only one refuses to run what writes.
 *
 * @throws StatementError when the server refuses the query
 */
export async function explainQuery(session: SqlSession, sql: string, options: ExplainOptions): Promise<QueryPlan> {
  const document = await explain(session, sql, options.analyze ? ['ANALYZE', 'TIMING OFF'] : [])
  const found = findScans(document.Plan)
  const unpruned = options.partitions ? await scansWithoutPruning(session, sql) : []
  const roots = await readRoots(session, [...found, ...unpruned])
  const scans = found.map((scan) => describeScan(scan, roots))
  return {
    scans,
    partitions: await readPartitionUse(
      session,
      scans,
      unpruned.map((scan) => describeScan(scan, roots)),
    ),
    durationMs: document['Execution Time'] ?? null,
    text: JSON.stringify(document, null, 2),
  }
}

async function explain(session: SqlSession, sql: string, options: readonly string[]): Promise<PlanDocument> {
  const [row] = await session.query(`EXPLAIN (${['VERBOSE', 'FORMAT JSON', ...options].join(', ')}) ${sql}`)
  const [document] = JSON.parse(row?.['QUERY PLAN'] ?? '[]') as readonly PlanDocument[]
  if (document === undefined) throw new TypeError('the server answered EXPLAIN without a plan: is it one single query?')
  return document
}

/** Tables of which every partition was pruned are in no plan but this. */
async function scansWithoutPruning(session: SqlSession, sql: string): Promise<readonly Found[]> {
  await session.query('SAVEPOINT without_pruning')
  await session.query(
    "SELECT set_config('enable_partition_pruning', 'off', true), set_config('constraint_exclusion', 'off', true)",
  )
  const document = await explain(session, sql, [])
  await session.query('ROLLBACK TO SAVEPOINT without_pruning')
  return findScans(document.Plan)
}

/** Every scan that was executed, as far as that is known; the index scans below a bitmap scan with the schema of its table. */
function findScans(node: PlanNode, around = ''): readonly Found[] {
  if (node['Actual Loops'] === 0) return []
  const schema = node.Schema ?? around
  const own = node['Node Type'].endsWith('Scan') && (node['Relation Name'] ?? node['Index Name']) !== undefined
  return [...(own ? [{ node, schema }] : []), ...(node.Plans ?? []).flatMap((child) => findScans(child, schema))]
}

function describeScan({ node, schema }: Found, roots: ReadonlyMap<string, NamedObject>): PlannedScan {
  const named = (name: string | undefined) => (name === undefined ? null : { schema, name })
  const rootOf = (object: NamedObject | null) => (object === null ? null : (roots.get(keyOf(object)) ?? null))
  const [relation, index] = [named(node['Relation Name']), named(node['Index Name'])]
  return { kind: kindOf(node), relation, root: rootOf(relation), index, rootIndex: rootOf(index) }
}

function kindOf(node: PlanNode): PlannedScan['kind'] {
  if (node['Node Type'] === 'Seq Scan') return 'sequential-scan'
  return node['Index Name'] === undefined ? 'other-scan' : 'index-scan'
}

/** The partitioned table or index above each partition of a plan. */
async function readRoots(session: SqlSession, scans: readonly Found[]): Promise<ReadonlyMap<string, NamedObject>> {
  const names = scans.flatMap(({ node, schema }) =>
    [node['Relation Name'], node['Index Name']].flatMap((name) => (name === undefined ? [] : [{ schema, name }])),
  )
  const rows = await session.query(ROOTS, [JSON.stringify(distinct(names))])
  return new Map(
    rows.map((row) => [
      keyOf({ schema: String(row.schema), name: String(row.name) }),
      { schema: String(row.root_schema), name: String(row.root_name) },
    ]),
  )
}

async function readPartitionUse(
  session: SqlSession,
  scans: readonly PlannedScan[],
  unpruned: readonly PlannedScan[],
): Promise<readonly PartitionUse[]> {
  const tables = distinct(unpruned.flatMap(({ root }) => (root === null ? [] : [root])))
  if (tables.length === 0) return []
  const rows = await session.query(LEAVES, [JSON.stringify(tables)])
  return rows.map((row) => {
    const table = { schema: String(row.schema), name: String(row.name) }
    const ofTable = scans.filter(({ root }) => root !== null && keyOf(root) === keyOf(table))
    const scanned = distinct(ofTable.flatMap(({ relation }) => (relation === null ? [] : [relation]))).length
    return { table, scanned, total: Number(row.leaves) }
  })
}

function distinct(objects: readonly NamedObject[]): readonly NamedObject[] {
  return [...new Map(objects.map((object) => [keyOf(object), object])).values()]
}

function keyOf({ schema, name }: NamedObject): string {
  return JSON.stringify([schema, name])
}
