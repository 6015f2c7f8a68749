/** Comparing two fingerprints: what was lost, what was added, and what only moved. */
import type { ColumnDigest, Fingerprint, SchemaObject, SequencePosition, TableContent } from './fingerprint.ts'

/**
 * How objects of the two sides are matched: within one database by its own identifiers first, so that a rename is no loss;
 * between a database and its restored copy by name alone.
 */
export type Matching = 'same-database' | 'by-name'

export type ChangeKind =
  | 'removed'
  | 'added'
  | 'changed'
  | 'renamed'
  | 'rows-lost'
  | 'rows-added'
  | 'values-changed'
  | 'disabled'
  | 'moved-back'
  | 'moved-on'
  | 'unproven'

export interface Difference {
  /** `table`, `column`, `rows`, `sequence`, or a kind of schema object. */
  readonly object: string
  readonly name: string
  /** Qualified table it concerns, by its name before, where it concerns one. */
  readonly table?: string
  readonly change: ChangeKind
  readonly before: string | null
  readonly after: string | null
}

/** What a migration takes away, and what needs a word in the plan. Additions and renames are no loss. */
const LOSSES: ReadonlySet<ChangeKind> = new Set(['removed', 'rows-lost', 'values-changed', 'disabled', 'moved-back', 'unproven'])

export function isLoss(difference: Difference): boolean {
  return LOSSES.has(difference.change)
}

/** Whether the differences leave two fingerprints equal: a sequence that moved on is what every reverted insert leaves. */
export function provesEqual(differences: readonly Difference[]): boolean {
  return differences.every((difference) => difference.change === 'moved-on')
}

/** Every difference between two fingerprints, tables first, in the order of their names. */
export function compareFingerprints(before: Fingerprint, after: Fingerprint, matching: Matching): readonly Difference[] {
  const tables = new Set([...before.tables, ...after.tables].map((table) => table.name))
  const objects = compareObjects(before.objects, after.objects, matching)
  return [
    ...compareTables(before.tables, after.tables, matching),
    ...objects.filter((difference) => !isToldByContent(difference, tables)),
    ...compareSequences(before.sequences, after.sequences),
  ]
}

/** The table of the other side that is the same one: by identifier, else by name. */
export function matchTable(table: TableContent, others: readonly TableContent[], matching: Matching): TableContent | undefined {
  const byId = matching === 'same-database' ? others.find((other) => other.id === table.id) : undefined
  return byId ?? others.find((other) => other.name === table.name)
}

/** The column of the other side that is the same one: by number where the table is the same one, else by name. */
export function matchColumn(
  column: ColumnDigest,
  table: TableContent,
  other: TableContent,
  matching: Matching,
): ColumnDigest | undefined {
  if (matching === 'by-name' || table.id !== other.id) return other.columns.find((candidate) => candidate.name === column.name)
  return other.columns.find((candidate) => candidate.id === column.id)
}

function compareTables(before: readonly TableContent[], after: readonly TableContent[], matching: Matching): Difference[] {
  const found = new Set<TableContent>()
  const differences = before.flatMap((table) => {
    const other = matchTable(table, after, matching)
    if (other === undefined) return [tableDifference(table, 'removed', `${table.rows} rows`, null)]
    found.add(other)
    return compareContent(table, other, matching)
  })
  const added = after
    .filter((table) => !found.has(table))
    .map((table) => tableDifference(table, 'added', null, `${table.rows} rows`))
  return [...differences, ...added]
}

function tableDifference(table: TableContent, change: ChangeKind, before: string | null, after: string | null): Difference {
  return { object: 'table', name: table.name, table: table.name, change, before, after }
}

function compareContent(table: TableContent, other: TableContent, matching: Matching): Difference[] {
  const renamed = table.name === other.name ? [] : [tableDifference(table, 'renamed', table.name, other.name)]
  const columns = table.columns.flatMap((column) => compareColumn(column, table, other, matching))
  const addedColumns = other.columns
    .filter((column) => !table.columns.some((earlier) => matchColumn(earlier, table, other, matching) === column))
    .map((column) => columnDifference(table, column, 'added', null, column.type))
  return [...renamed, ...compareRows(table, other), ...columns, ...addedColumns]
}

function compareRows(table: TableContent, other: TableContent): Difference[] {
  const delta = BigInt(other.rows) - BigInt(table.rows)
  const rows = { object: 'rows', name: table.name, table: table.name, before: table.rows, after: other.rows }
  if (delta < 0n) return [{ ...rows, change: 'rows-lost' }]
  if (delta > 0n)
    return [
      { ...rows, change: 'rows-added' },
      ...(earlierRowsIntact(table, other) ? [] : [{ ...rows, change: 'unproven' } as const]),
    ]
  if (table.rowDigest !== null && other.rowDigest !== null && table.rowDigest !== other.rowDigest) {
    return [{ ...rows, change: 'values-changed', before: `digest ${table.rowDigest}`, after: `digest ${other.rowDigest}` }]
  }
  return []
}

/** Whether the rows that were there before are all there still, unchanged; those added since are left out of these measures. */
function earlierRowsIntact(table: TableContent, other: TableContent): boolean {
  if (other.earlier === undefined || other.earlier.rows !== table.rows || other.earlier.rowDigest !== table.rowDigest)
    return false
  const digests = new Map(other.columns.map((column, index) => [column.name, other.earlier?.columnDigests[index]]))
  return table.columns.every((column) => {
    const match = matchColumn(column, table, other, table.id === other.id ? 'same-database' : 'by-name')
    return match === undefined || (column.digest !== null && digests.get(match.name) === column.digest)
  })
}

function compareColumn(column: ColumnDigest, table: TableContent, other: TableContent, matching: Matching): Difference[] {
  const match = matchColumn(column, table, other, matching)
  if (match === undefined) return [columnDifference(table, column, 'removed', column.type, null)]
  const renamed = match.name === column.name ? [] : [columnDifference(table, column, 'renamed', column.name, match.name)]
  if (column.digest === match.digest && column.digest !== null) return renamed
  // A sum over other rows differs for that reason alone; the rows are judged first, and added rows are proven separately.
  if (table.rows !== other.rows) return renamed
  return [...renamed, columnDifference(table, column, 'values-changed', digestText(column), digestText(match))]
}

function digestText(column: ColumnDigest): string {
  return column.digest === null ? `${column.type}, not comparable` : `${column.type}, digest ${column.digest}`
}

function columnDifference(
  table: TableContent,
  column: ColumnDigest,
  change: ChangeKind,
  before: string | null,
  after: string | null,
): Difference {
  return { object: 'column', name: `${table.name}.${column.name}`, table: table.name, change, before, after }
}

/** Changes that only the definition shows. */
const ABOUT_DEFINITION: ReadonlySet<ChangeKind> = new Set(['changed', 'disabled'])

/** Kinds whose loss is already told by the comparison of content. */
const TOLD_BY_CONTENT: ReadonlySet<string> = new Set(['table', 'column'])

function compareObjects(before: readonly SchemaObject[], after: readonly SchemaObject[], matching: Matching): Difference[] {
  const index = new ObjectIndex(after, matching)
  const differences = before.flatMap((object) => compareObject(object, index))
  const added = index.unmatched().map((object) => objectDifference(object, 'added', null, object.definition))
  return [...differences, ...added]
}

/** Tables and columns whose content was compared have been told; partitions and foreign tables have not. */
function isToldByContent(difference: Difference, tables: ReadonlySet<string>): boolean {
  return TOLD_BY_CONTENT.has(difference.object) && !ABOUT_DEFINITION.has(difference.change) && tables.has(difference.table ?? '')
}

function compareObject(object: SchemaObject, index: ObjectIndex): Difference[] {
  const other = index.take(object)
  if (other === undefined) return [objectDifference(object, 'removed', object.definition, null)]
  const renamed = other.name === object.name ? [] : [objectDifference(object, 'renamed', object.name, other.name)]
  if (other.definition === object.definition) return renamed
  const change = wasDisabled(object, other) ? 'disabled' : 'changed'
  return [...renamed, objectDifference(object, change, object.definition, other.definition)]
}

/** Definitions of triggers, foreign keys and row security end in their state, in brackets. */
function wasDisabled(before: SchemaObject, after: SchemaObject): boolean {
  return (
    /\[(enabled|validated|row security on)\]/.test(before.definition) &&
    /\[(disabled|not validated|row security off)\]/.test(after.definition)
  )
}

function objectDifference(object: SchemaObject, change: ChangeKind, before: string | null, after: string | null): Difference {
  const table = object.table === undefined ? {} : { table: object.table }
  return { object: object.kind, name: object.name, ...table, change, before, after }
}

/** Finds the same object on the other side: by identifier, by name, or (renamed by recreation) by an equal definition. */
class ObjectIndex {
  readonly #left: Set<SchemaObject>
  readonly #byId = new Map<string, SchemaObject>()
  readonly #byName = new Map<string, SchemaObject>()
  readonly #byDefinition = new Map<string, SchemaObject[]>()

  constructor(objects: readonly SchemaObject[], matching: Matching) {
    this.#left = new Set(objects)
    for (const object of objects) {
      if (object.id !== undefined && matching === 'same-database') this.#byId.set(`${object.kind} ${object.id}`, object)
      this.#byName.set(`${object.kind} ${object.name}`, object)
      const same = definitionKey(object)
      this.#byDefinition.set(same, [...(this.#byDefinition.get(same) ?? []), object])
    }
  }

  take(object: SchemaObject): SchemaObject | undefined {
    const candidates = [
      object.id === undefined ? undefined : this.#byId.get(`${object.kind} ${object.id}`),
      this.#byName.get(`${object.kind} ${object.name}`),
      ...(object.kind === 'constraint' || object.kind === 'foreign-key'
        ? (this.#byDefinition.get(definitionKey(object)) ?? [])
        : []),
    ]
    const match = candidates.find((candidate) => candidate !== undefined && this.#left.has(candidate))
    if (match !== undefined) this.#left.delete(match)
    return match
  }

  unmatched(): readonly SchemaObject[] {
    return [...this.#left]
  }
}

function definitionKey(object: SchemaObject): string {
  return `${object.kind} ${object.table ?? ''} ${object.definition}`
}

function compareSequences(before: readonly SequencePosition[], after: readonly SequencePosition[]): Difference[] {
  return before.flatMap((sequence) => {
    const other = after.find((candidate) => candidate.name === sequence.name)
    // A dropped sequence is told by the comparison of schema objects.
    if (other === undefined || (other.value === sequence.value && other.called === sequence.called)) return []
    const back = position(other) < position(sequence)
    const change = back ? 'moved-back' : 'moved-on'
    return [{ object: 'sequence', name: sequence.name, change, before: sequence.value, after: other.value } satisfies Difference]
  })
}

/** How far it has come in its own direction; a value that was handed out is further than the same value still to come. */
function position(sequence: SequencePosition): bigint {
  return BigInt(sequence.value) * (sequence.ascending ? 2n : -2n) + (sequence.called ? 1n : 0n)
}
