/** Looks whether foreign keys are validated and enforced, and reads the tables for orphans, which a constraint may have let in. */
import type { Finding } from '../../domain/check.ts'
import type { Catalog, ForeignKey, Orphans, Relation } from '../../domain/ports/catalog.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import { type ColumnName, quoteWhereNeeded, showTableName, type TableName } from '../../domain/table-name.ts'
import type { ForeignKeysCheck } from '../../plan/checks/foreign-keys.ts'
import type { CheckKind, UsedName } from './kind.ts'

/** Keys of orphans that a message shows. */
const SAMPLE_KEYS = 5
/** Relations that a message tells of. */
const SHOWN_FAULTS = 10

export const foreignKeys: CheckKind<ForeignKeysCheck> = {
  lane: 'reading',
  names: ({ tables, also }) => [
    ...(tables === 'all' ? [] : tables.map((table, index) => ({ table, path: ['foreign-keys', index] }))),
    ...also.flatMap(({ from, to }, index) => [usedColumn(from, ['also', index, 'from']), usedColumn(to, ['also', index, 'to'])]),
  ],
  ask: async ({ context, settings }, signal) => {
    const { catalog } = context.database
    const known = await catalog.foreignKeys(signal)
    const keys = settings.tables === 'all' ? known : known.filter(({ child }) => isListed(child, settings.tables))
    const relations: readonly Relation[] = [...keys, ...settings.also.map(relationOf)]
    const orphans = await catalog.orphans(relations, SAMPLE_KEYS, signal)
    const faults = relations.flatMap((relation, index) => faultsOf(relation, orphans[index]))
    return judge(settings, keys, relations, [...withoutKeys(settings, keys), ...faults.map(context.redact)])
  },
}

function judge(
  { tables, also }: ForeignKeysCheck,
  keys: readonly ForeignKey[],
  relations: readonly Relation[],
  faults: readonly string[],
): Finding {
  const expected = 'validated, enforced, no orphans'
  const found = [formatCount(keys.length, 'foreign key'), ...(also.length === 0 ? [] : [`${also.length} given by hand`])].join(
    ', ',
  )
  if (relations.length === 0 && tables === 'all') {
    return { status: 'warning', expected, actual: found, measured: 0, message: 'there is nothing to check' }
  }
  const shown = faults.slice(0, SHOWN_FAULTS)
  const more = faults.length > shown.length ? [`and ${faults.length - shown.length} more`] : []
  return {
    status: faults.length === 0 ? 'passed' : 'failed',
    expected,
    actual: faults.length === 0 ? `${found}: all hold` : `${found}: ${formatCount(faults.length, 'fault')}`,
    measured: relations.length,
    ...(faults.length === 0 ? {} : { message: [...shown, ...more].join('; ') }),
  }
}

/** A table without its schema means every table of that name. */
function isListed(child: TableName, listed: ForeignKeysCheck['tables']): boolean {
  return (
    listed === 'all' || listed.some(({ schema, table }) => table === child.table && (schema === null || schema === child.schema))
  )
}

/** The plan says that it has some. */
function withoutKeys({ tables }: ForeignKeysCheck, keys: readonly ForeignKey[]): readonly string[] {
  if (tables === 'all') return []
  const bare = tables.filter((table) => !keys.some(({ child }) => isListed(child, [table])))
  return bare.map((table) => `${showTableName(table)} has no foreign key`)
}

/** What is wrong with these foreign keys, in words; `null` where all of them hold. */
export async function foreignKeyFaults(
  catalog: Catalog,
  keys: readonly ForeignKey[],
  signal: AbortSignal,
): Promise<string | null> {
  const orphans = await catalog.orphans(keys, SAMPLE_KEYS, signal)
  const faults = keys.flatMap((key, index) => faultsOf(key, orphans[index]))
  return faults.length === 0 ? null : faults.join('; ')
}

function faultsOf(relation: Relation, orphans: Orphans | undefined): readonly string[] {
  const states = relation.constraint === null ? [] : stateFaults(relation as ForeignKey)
  const count = orphans?.count ?? 0n
  const told = [...states, ...(count === 0n ? [] : [describeOrphans(relation, orphans as Orphans)])]
  return told.length === 0 ? [] : [`${describe(relation)}: ${told.join(', ')}`]
}

function stateFaults({ validated, enforced }: ForeignKey): readonly string[] {
  return [...(validated ? [] : ['not validated']), ...(enforced ? [] : ['not enforced (its triggers are disabled)'])]
}

function describe({ constraint, child, childColumns, parent, parentColumns }: Relation): string {
  const columns = (names: readonly string[]) => names.map(quoteWhereNeeded).join(', ')
  const path = `${showTableName(child)} (${columns(childColumns)}) -> ${showTableName(parent)} (${columns(parentColumns)})`
  return constraint === null ? path : `${quoteWhereNeeded(constraint)} ${path}`
}

/** Keys only: what else is in the row is nobody's business here. */
function describeOrphans({ childColumns }: Relation, { count, samples }: Orphans): string {
  const keys = samples.map((key) => key.map((value) => value ?? 'null').join(', '))
  const shown = childColumns.length > 1 ? keys.map((key) => `(${key})`) : keys
  return `${formatCount(count, 'orphan')}, without a parent: ${shown.join(', ')}${BigInt(samples.length) < count ? ', …' : ''}`
}

function relationOf({ from, to }: { readonly from: ColumnName; readonly to: ColumnName }): Relation {
  const { column: childColumn, ...child } = from
  const { column: parentColumn, ...parent } = to
  return { constraint: null, child, childColumns: [childColumn], parent, parentColumns: [parentColumn] }
}

function usedColumn({ column, ...table }: ColumnName, path: readonly PropertyKey[]): UsedName {
  return { table, column, path }
}
