/** Looks at a database for what its first plan should say: tables, relations, counts, columns that are always filled. Changes nothing. */
import type { InventoryItem, TableDescription } from '../domain/ports/catalog.ts'
import type { Database } from '../domain/ports/database.ts'
import { showTableName } from '../domain/table-name.ts'
import type { InventoryCheck } from '../plan/checks/inventory.ts'
import type { DatabaseSurvey } from '../plan/first-plan.ts'
import { foreignKeyFaults } from './checks/foreign-keys.ts'

/** Tables whose columns are counted; the largest are left out, because each costs a scan. */
const COUNTED_TABLES = 40
const LARGEST_COUNTED_BYTES = 200e6

/** Keys of the plan's inventory that are worth a suggestion. */
const SUGGESTED_COUNTS: readonly InventoryCheck['counts'][number]['key'][] = [
  'tables',
  'foreign-keys',
  'policies',
  'triggers',
  'views',
  'functions',
]

const KIND_OF: Readonly<Record<string, InventoryItem['kind']>> = {
  tables: 'table',
  'foreign-keys': 'foreign-key',
  policies: 'policy',
  triggers: 'trigger',
  views: 'view',
  functions: 'function',
}

/** @param historyTables - the migrator's own, left out */
export async function surveyDatabase(
  database: Database,
  historyTables: readonly string[],
  signal: AbortSignal,
): Promise<DatabaseSurvey> {
  const { catalog } = database
  const { serverVersion } = await database.facts()
  const isTeams = (name: { readonly schema: string; readonly table: string }) => !historyTables.includes(showTableName(name))
  const tables = (await catalog.tables(signal)).filter(isTeams)
  const items = (await catalog.inventory(signal)).filter(
    ({ schema, table, derived }) => !derived && (table === null || isTeams({ schema, table })),
  )
  const foreignKeys = await catalog.foreignKeys(signal)
  return {
    serverVersion,
    tables,
    foreignKeys,
    foreignKeyFaults: await foreignKeyFaults(catalog, foreignKeys, signal),
    counts: countsOf(items),
    filled: await filledColumns(database, tables, signal),
  }
}

function countsOf(items: readonly InventoryItem[]): Readonly<Record<string, number>> {
  return Object.fromEntries(SUGGESTED_COUNTS.map((key) => [key, items.filter(({ kind }) => kind === KIND_OF[key]).length]))
}

/** One scan for each table that has columns which may be null, the larger tables first. */
async function filledColumns(
  { catalog }: Database,
  tables: readonly TableDescription[],
  signal: AbortSignal,
): Promise<DatabaseSurvey['filled']> {
  const filled: { table: TableDescription; column: string }[] = []
  for (const table of tables.filter(isWorthCounting).slice(0, COUNTED_TABLES)) {
    const columns = table.columns.flatMap(({ name, nullable }) => (nullable ? [name] : []))
    const counts = await catalog.population({ schema: table.schema, table: table.table }, columns, signal)
    columns.forEach((column, index) => {
      const population = counts[index]
      if (population !== undefined && population.rows > 0n && population.filled === population.rows)
        filled.push({ table, column })
    })
  }
  return filled
}

function isWorthCounting({ kind, columns, sizeBytes }: TableDescription): boolean {
  return kind === 'table' && sizeBytes !== null && sizeBytes <= LARGEST_COUNTED_BYTES && columns.some(({ nullable }) => nullable)
}
