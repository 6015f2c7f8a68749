/** Finds out what a source of rows holds: its columns, their types, and its primary key. */
import { CheckError } from '../../../domain/errors.ts'
import type { SqlSession } from '../../../domain/ports/database.ts'
import type { RowSource, SourceFacts } from '../../../domain/ports/parity.ts'
import type { TypeCatalogue } from '../hashing.ts'
import { quoteName } from '../names.ts'
import type { ReadSource } from './statements.ts'
import { comparedAs } from './types.ts'

export interface DescribedSource extends ReadSource {
  readonly facts: SourceFacts
}

const RELATION = `
SELECT format('%I.%I', n.nspname, c.relname) AS name,
  (SELECT json_agg(json_build_array(a.attname, a.atttypid::text) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(a.attname ORDER BY place)
    FROM pg_constraint k CROSS JOIN unnest(k.conkey) WITH ORDINALITY AS part (number, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = part.number
    WHERE k.conrelid = c.oid AND k.contype = 'p') AS key
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`

/** @throws CheckError when there is no such table */
export async function describeSource(session: SqlSession, source: RowSource, types: TypeCatalogue): Promise<DescribedSource> {
  return 'table' in source ? describeTable(session, source.table, types) : describeQuery(session, source.query, types)
}

async function describeTable(session: SqlSession, table: string, types: TypeCatalogue): Promise<DescribedSource> {
  const [row] = await session.query(RELATION, [table])
  if (row === undefined) {
    throw new CheckError(`there is no table ${table} in the database`, {
      hint: 'check its name and its schema; a name in capitals needs double quotes',
    })
  }
  const columns = JSON.parse(row.columns ?? '[]') as (readonly [string, string])[]
  const key = JSON.parse(row.key ?? '[]') as string[]
  return described(String(row.name), `${row.name} AS source`, columns, key, types)
}

/** Asks for the columns alone: the planner knows that no row will come, and does not run the query. */
async function describeQuery(session: SqlSession, query: string, types: TypeCatalogue): Promise<DescribedSource> {
  // On lines of its own: it may end in a comment.
  const from = `(\n${query.replace(/;\s*$/, '')}\n) AS source`
  const nothing = `FROM (SELECT 1 AS "one row") AS anyway LEFT JOIN ${from} ON false`
  const [named] = await session.query(`SELECT source.* ${nothing}`)
  const names = Object.keys(named ?? {})
  const asked = names.map((name, index) => `pg_typeof(source.${quoteName(name)})::oid AS t${index}`)
  const [typed] = await session.query(`SELECT ${asked.join(', ')} ${nothing}`)
  const columns = names.map((name, index) => [name, String(typed?.[`t${index}`])] as const)
  return described('the query', from, columns, [], types)
}

function described(
  name: string,
  from: string,
  columns: readonly (readonly [name: string, typeId: string])[],
  primaryKey: readonly string[],
  types: TypeCatalogue,
): DescribedSource {
  const facts = { name, columns: columns.map(([name, typeId]) => ({ name, type: comparedAs(typeId, types) })), primaryKey }
  return { facts, from, typeIds: new Map(columns), types }
}
