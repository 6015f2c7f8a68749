/** Finds the names of a plan that are not in the database, or not in the migrator's history. */
import type { TableDescription } from '../domain/ports/catalog.ts'
import { HEAD } from '../domain/revision.ts'
import { nameParts, namesTable, quoteWhereNeeded, showTableName, type TableName } from '../domain/table-name.ts'
import { namesObject } from '../plan/changes.ts'
import { nearest } from '../plan/nearest.ts'
import { namesOf } from './checks/plan-checks.ts'
import type { RunContext } from './context.ts'

/** A name that is not in the database now. */
export interface Missing {
  readonly path: readonly PropertyKey[]
  /** E.g. `there is no table fillm`. */
  readonly message: string
  readonly near: string | undefined
  /** Identifiers that a pending migration must mention for the name to come from it. */
  readonly identifiers: readonly string[]
  /**
   * What is known of it at the time: `now` it must be there; `later` it may come from a pending migration; `whenever` it may also be
   * gone already, as what the last migration dropped and the plan still declares.
   */
  readonly wanted: 'now' | 'later' | 'whenever'
}

/** @param migrating - whether migrations will be applied */
export async function missingFromDatabase(context: RunContext, migrating: boolean): Promise<readonly Missing[]> {
  const { plan, database, signal } = context
  const used = plan.validate.flatMap((check, index) => usedBy(check, index))
  const listed = migrating && plan.snapshot.tables !== 'all' ? plan.snapshot.tables : []
  const changes = migrating ? plan.changes : []
  if (used.length + listed.length + changes.length === 0) return []
  const tables = await database.catalog.tables(signal)
  return [
    ...listed.flatMap((written, index) => missingTable(tables, written, ['snapshot', 'tables', index], 'now')),
    ...changes.flatMap((change, index) => missingOfChange(tables, change, ['changes', index])),
    ...used.flatMap((name) => missingOfCheck(tables, name)),
    ...(await missingObjects(context, changes)),
  ]
}

type Change = RunContext['plan']['changes'][number]
type Tables = readonly TableDescription[]

/** A name in the plan's own way of writing: quotes may be left out, and the schema where it is `public`. */
function missingTable(
  tables: Tables,
  written: string,
  path: readonly PropertyKey[],
  wanted: Missing['wanted'],
): readonly Missing[] {
  if (tables.some(({ name }) => namesTable(written, name))) return []
  const near = nearest(written, tables.flatMap(waysToWrite))
  return [{ path, message: `there is no table ${written}`, near, identifiers: nameParts(written).slice(-1), wanted }]
}

function missingOfChange(
  tables: Tables,
  { table, columns, dropped, created }: Change,
  path: readonly PropertyKey[],
): readonly Missing[] {
  if (table === undefined) return []
  const found = tables.find(({ name }) => namesTable(table, name))
  if (found === undefined)
    return missingTable(tables, table, [...path, 'table'], created === true || dropped !== true ? 'later' : 'whenever')
  return (columns ?? []).flatMap((column, index) => {
    const own = nameParts(column).at(-1) ?? column
    if (found.columns.some(({ name }) => name === own)) return []
    const near = nearest(
      own,
      found.columns.map(({ name }) => name),
    )
    const message = `there is no column ${column} in ${found.name}`
    return [{ path: [...path, 'columns', index], message, near, identifiers: [own], wanted: 'whenever' as const }]
  })
}

async function missingObjects({ database, signal }: RunContext, changes: readonly Change[]): Promise<readonly Missing[]> {
  if (changes.every(({ object }) => object === undefined)) return []
  const known = await database.catalog.objectNames(signal)
  return changes.flatMap(({ object }, index) => {
    if (object === undefined || known.some(({ kind, name }) => namesObject(object, kind, name))) return []
    const near = nearest(
      object,
      known.flatMap(({ kind, name }) => [name, `${kind} ${name}`, name.split(/[ .]/).at(-1) ?? name]),
    )
    const identifiers = [object.split(/[ .]/).at(-1)?.replaceAll('"', '') ?? object]
    return [
      { path: ['changes', index, 'object'], message: `there is no ${object}`, near, identifiers, wanted: 'whenever' as const },
    ]
  })
}

interface UsedByCheck {
  readonly table: TableName
  readonly column?: string
  readonly path: readonly PropertyKey[]
  readonly wanted: Missing['wanted']
}

function usedBy(check: RunContext['plan']['validate'][number], index: number): readonly UsedByCheck[] {
  const early = check.moment === 'before' || check.moment === 'before-and-after'
  return namesOf(check).map((name) => ({ ...name, path: ['validate', index, ...name.path], wanted: early ? 'now' : 'later' }))
}

/** A name as SQL reads it: without its schema only where a statement finds it so. */
function missingOfCheck(tables: Tables, { table, column, path, wanted }: UsedByCheck): readonly Missing[] {
  const found = tables.find(
    (known) => known.table === table.table && (table.schema === null ? known.visible : known.schema === table.schema),
  )
  if (found === undefined) {
    const elsewhere = tables.find((known) => known.table === table.table)
    const near = elsewhere?.name ?? nearest(showTableName(table), tables.flatMap(waysToWrite))
    const identifiers = [table.table, ...(column === undefined ? [] : [column])]
    return [{ path, message: `there is no table ${showTableName(table)}`, near, identifiers, wanted }]
  }
  if (column === undefined || found.columns.some(({ name }) => name === column)) return []
  const near = nearest(
    quoteWhereNeeded(column),
    found.columns.map(({ name }) => quoteWhereNeeded(name)),
  )
  return [
    { path, message: `there is no column ${quoteWhereNeeded(column)} in ${found.name}`, near, identifiers: [column], wanted },
  ]
}

function waysToWrite({ name, table, visible }: TableDescription): readonly string[] {
  return visible ? [quoteWhereNeeded(table), name] : [name]
}

/** A check that belongs to a migration nobody knows would never be asked. */
export async function missingFromHistory({ plan, migrator, signal }: RunContext): Promise<readonly Missing[]> {
  const attached = plan.validate.flatMap(({ moment }, index) => (typeof moment === 'object' ? [{ moment, index }] : []))
  if (attached.length === 0) return []
  const { current, heads, pending, applied } = await migrator.state({ signal })
  const known = [...new Set([...[...applied, ...pending].map(({ revision }) => revision), ...current, ...heads, HEAD])]
  const unknown = attached.filter(({ moment }) => !known.includes(moment.afterMigration))
  return unknown.map(({ moment: { afterMigration }, index }) => ({
    path: ['validate', index, 'after-migration'],
    message: `the migrator knows no migration ${afterMigration}`,
    near: nearest(afterMigration, known),
    identifiers: [],
    wanted: 'now',
  }))
}
