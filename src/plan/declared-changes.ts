/** Judges whether what the plan declares did happen, and within its bounds. */
import type { Finding } from '../domain/check.ts'
import type { Difference } from '../domain/difference.ts'
import type { Fingerprint, SchemaObject, TableContent } from '../domain/fingerprint.ts'
import { namesTable } from '../domain/table-name.ts'
import { covers, isOfColumn, namesObject } from './changes.ts'
import type { Bound, Change, RowsChange } from './sections/changes.ts'

/** Rows of one table that came and went; what is not known exactly has a reason instead. */
export type RowCounts =
  | { readonly exact: true; readonly added: number; readonly removed: number }
  | { readonly exact: false; readonly reason: string }

export interface ChangeEvidence {
  readonly before: Fingerprint
  readonly after: Fingerprint
  readonly differences: readonly Difference[]
  /** Of a table by its name before. */
  readonly counts: (table: string) => RowCounts
}

export interface DeclaredCheck {
  readonly name: string
  readonly finding: Finding
}

/** One check for each thing that a change says. Named queries are judged with their answers. */
export function judgeDeclared(change: Change, evidence: ChangeEvidence): readonly DeclaredCheck[] {
  if (change.query !== undefined) return []
  const name = change.table ?? change.object ?? ''
  const told = (what: string, finding: Finding): DeclaredCheck => ({
    name: `declared: ${name} ${what}`,
    finding: { ...finding, message: [change.because, finding.message].filter((part) => part !== undefined).join('; ') },
  })
  return [
    ...(change.dropped === true ? [told('dropped', judgeDropped(change, evidence))] : []),
    ...(change.created === true ? [told('created', judgeCreated(change, evidence))] : []),
    ...(change.columns === undefined ? [] : [told('columns', judgeColumns(change.columns, change, evidence))]),
    ...(change.rows === undefined ? [] : [told('rows', judgeRows(change.rows, change, evidence))]),
    ...(saysOnlyObject(change) ? [told('changed', judgeObject(change, evidence))] : []),
  ]
}

function saysOnlyObject({ object, dropped, created }: Change): boolean {
  return object !== undefined && dropped !== true && created !== true
}

/** What a change names: a table, with partitions and foreign tables, or any other object. */
function named({ table, object }: Change, { objects }: Fingerprint): readonly SchemaObject[] {
  if (table !== undefined) return objects.filter(({ kind, name }) => kind === 'table' && namesTable(table, name))
  return objects.filter(({ kind, name }) => object !== undefined && namesObject(object, kind, name))
}

function judgeDropped(change: Change, { before, after }: ChangeEvidence): Finding {
  const was = named(change, before)
  const ids = new Set(was.flatMap(({ kind, id }) => (id === undefined ? [] : [`${kind} ${id}`])))
  const left = after.objects.find(({ kind, id }) => ids.has(`${kind} ${id}`)) ?? named(change, after)[0]
  if (left !== undefined) return { status: 'failed', expected: 'gone', actual: `still there: ${left.kind} ${left.name}` }
  if (was.length === 0) return { status: 'warning', expected: 'gone', actual: 'was not there before either' }
  return { status: 'passed', expected: 'gone', actual: 'gone' }
}

function judgeCreated(change: Change, { before, after }: ChangeEvidence): Finding {
  if (named(change, after).length === 0) return { status: 'failed', expected: 'new', actual: 'not there' }
  if (named(change, before).length > 0) return { status: 'warning', expected: 'new', actual: 'was there before' }
  return { status: 'passed', expected: 'new', actual: 'new' }
}

function judgeColumns(columns: readonly string[], change: Change, { differences }: ChangeEvidence): Finding {
  const expected = `changed: ${columns.join(', ')}`
  const about = differences.filter((difference) => change.table !== undefined && namesTable(change.table, difference.table))
  // A table without a key tells only that rows are others, not in which column.
  const rowsDiffer = about.some(({ object, change: kind }) => object === 'rows' && kind === 'values-changed')
  const same = columns.filter((column) => !rowsDiffer && !about.some((difference) => isOfColumn(column, difference)))
  if (same.length === 0) return { status: 'passed', expected, actual: 'changed' }
  // Where rows went too, the values of a column are compared only in those that stay, and declared columns not at all.
  if (about.some(({ object, change: kind }) => object === 'rows' && kind !== 'renamed'))
    return { status: 'passed', expected, actual: 'may have changed: rows came or went too' }
  return { status: 'warning', expected, actual: `not changed: ${same.join(', ')}` }
}

function judgeObject(change: Change, { differences }: ChangeEvidence): Finding {
  const found = differences.filter((difference) => covers(change, difference))
  if (found.length === 0) return { status: 'warning', expected: 'changed', actual: 'not changed' }
  return { status: 'passed', expected: 'changed', actual: [...new Set(found.map((difference) => difference.change))].join(', ') }
}

function judgeRows(rows: RowsChange, { table = '' }: Change, { before, after, counts }: ChangeEvidence): Finding {
  const bounds = rows === 'any' ? { added: ANY, removed: ANY } : rows
  const expected = [
    ...(bounds.removed === null ? [] : [`${describeBound(bounds.removed)} removed`]),
    ...(bounds.added === null ? [] : [`${describeBound(bounds.added)} added`]),
  ].join(', ')
  const was = before.tables.find(({ name }) => namesTable(table, name))
  if (was === undefined) return { status: 'warning', expected, actual: 'the table was not there before' }
  const counted = counts(was.name)
  if (!counted.exact) return unproven(expected, counted.reason, bounds, was, after)
  const actual = `${counted.removed} removed, ${counted.added} added`
  const kept = isWithin(counted.removed, bounds.removed) && isWithin(counted.added, bounds.added)
  if (!kept) return { status: 'failed', expected, actual }
  const nothing = [bounds.removed === null ? 0 : counted.removed, bounds.added === null ? 0 : counted.added].every((n) => n === 0)
  return { status: nothing && meansSome(bounds) ? 'warning' : 'passed', expected, actual }
}

const ANY: Bound = { atLeast: null, atMost: null }

type Bounds = Exclude<RowsChange, 'any'>

/** Zero rows are what was meant only where a bound says zero. */
function meansSome({ added, removed }: Bounds): boolean {
  return [added, removed].some((bound) => bound !== null && bound.atMost !== 0)
}

/** Counts before and after alone can break a bound, but not prove it kept: what was added hides what was removed. */
function unproven(expected: string, reason: string, bounds: Bounds, was: TableContent, after: Fingerprint): Finding {
  const now = after.tables.find(({ id }) => id === was.id) ?? after.tables.find(({ name }) => name === was.name)
  const rows = `${was.rows} rows before, ${now?.rows ?? 'none'} after`
  const delta = Number(now?.rows ?? 0) - Number(was.rows)
  const broken = isAbove(-delta, bounds.removed) || isAbove(delta, bounds.added)
  const message = `not proven: ${reason}`
  return { status: broken ? 'failed' : 'warning', expected, actual: rows, ...(broken ? {} : { message }) }
}

function isAbove(rows: number, bound: Bound | null): boolean {
  return bound !== null && bound.atMost !== null && rows > bound.atMost
}

function isWithin(rows: number, bound: Bound | null): boolean {
  return !isAbove(rows, bound) && rows >= (bound?.atLeast ?? 0)
}

function describeBound({ atLeast, atMost }: Bound): string {
  if (atLeast === null) return atMost === null ? 'any' : `at most ${atMost}`
  if (atMost === null) return `at least ${atLeast}`
  return atLeast === atMost ? `exactly ${atLeast}` : `from ${atLeast} to ${atMost}`
}
