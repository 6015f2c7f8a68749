/** Compares tables that differ with the proven copy of the state before: which rows are gone, new or changed, counted one by one. */
import { matchColumn, matchTable } from '../domain/content-comparison.ts'
import type { Difference } from '../domain/difference.ts'
import { CheckError, causeChain } from '../domain/errors.ts'
import type { ColumnDigest, Fingerprint, TableContent } from '../domain/fingerprint.ts'
import type { Database } from '../domain/ports/database.ts'
import { type ChangedRow, isOfContent, type RowEvidence } from '../domain/row-evidence.ts'
import type { TextRow } from '../domain/snapshot.ts'
import { namesTable, quoteIdentifier } from '../domain/table-name.ts'
import { describeRow, sameText } from '../plan/answers.ts'
import type { RowCounts } from '../plan/declared-changes.ts'
import type { RunContext } from './context.ts'
import { compareRows, type RowsCompared } from './parity.ts'

export interface RowFindings {
  /** By the table's name before. */
  readonly evidence: ReadonlyMap<string, RowEvidence>
  readonly counts: (table: string) => RowCounts
}

interface Sides {
  readonly before: Fingerprint
  readonly after: Fingerprint
}

/** The proven copy of the state before; `null` where there is none: then nothing is counted, and that is said. */
export type CopyBefore = () => Promise<Database | null>

export async function findRows(
  context: RunContext,
  copy: CopyBefore,
  sides: Sides,
  differences: readonly Difference[],
): Promise<RowFindings> {
  const evidence = new Map<string, RowEvidence>()
  const reasons = new Map<string, string>()
  const doubtful = sides.before.tables.filter(({ name }) => isDoubtful(context, name, differences))
  const once = openedOnce(copy)
  for (const [done, table] of doubtful.entries()) {
    const label = `comparing ${table.name} with its copy`
    context.emit({ type: 'progress', label, done, total: doubtful.length, unit: 'items' })
    try {
      evidence.set(table.name, await compareTable(context, once, table, sides))
    } catch (error) {
      context.signal.throwIfAborted()
      reasons.set(table.name, context.redact(error instanceof Error ? error.message : String(error)))
    }
  }
  return { evidence, counts: (table) => countsOf(table, evidence, reasons, differences) }
}

function countsOf(
  table: string,
  evidence: RowFindings['evidence'],
  reasons: ReadonlyMap<string, string>,
  differences: readonly Difference[],
): RowCounts {
  const found = evidence.get(table)
  if (found !== undefined) return { exact: true, added: found.added, removed: found.removed }
  const reason = reasons.get(table)
  if (reason !== undefined) return { exact: false, reason }
  const added = differences.find((difference) => difference.table === table && difference.change === 'rows-added')
  return { exact: true, removed: 0, added: added === undefined ? 0 : Number(added.after) - Number(added.before) }
}

/** Whether rows may be gone or changed in a way that the plan does not declare, or only within bounds. */
function isDoubtful({ plan }: RunContext, table: string, differences: readonly Difference[]): boolean {
  if (plan.snapshot.tables !== 'all' && !plan.snapshot.tables.some((written) => namesTable(written, table))) return false
  const declared = declaredColumns(plan.changes, table)
  return differences.some(
    (difference) =>
      difference.table === table &&
      isOfContent(difference) &&
      difference.change !== 'rows-added' &&
      !(difference.object === 'column' && declared.some((column) => difference.name === `${table}.${column}`)),
  )
}

function declaredColumns(changes: RunContext['plan']['changes'], table: string): readonly string[] {
  return changes
    .filter((change) => change.table !== undefined && namesTable(change.table, table))
    .flatMap(({ columns }) => columns ?? [])
}

/** A column by its names before and now. */
interface Surviving {
  readonly before: ColumnDigest
  readonly now: ColumnDigest
}

/** To make it takes a while; what could not be made for one table is not tried again for the next. */
function openedOnce(copy: CopyBefore): () => Promise<Database> {
  let opening: Promise<Database | null> | null = null
  return async () => {
    opening ??= copy()
    const opened = await opening.catch((error: unknown) => {
      throw new CheckError(
        `the state before could not be restored to compare with: ${causeChain(error)[0] ?? 'unknown failure'}`,
        {
          cause: error,
        },
      )
    })
    if (opened !== null) return opened
    throw new CheckError(
      'there is no copy of the state before to compare with: only `backup: { verify: restore }` keeps one, or a backup from which it can be made again',
    )
  }
}

/** @throws CheckError with the reason why its rows cannot be told one by one */
async function compareTable(
  context: RunContext,
  copy: () => Promise<Database>,
  table: TableContent,
  { after }: Sides,
): Promise<RowEvidence> {
  const now = matchTable(table, after.tables, 'same-database')
  if (now === undefined) throw new CheckError('the table is gone')
  const columns = comparedColumns(context, table, now)
  const database = await copy()
  const { plan, signal } = context
  const compared = await compareRows({
    left: {
      database,
      source: {
        query: selectFrom(
          table.name,
          columns.map(({ before }) => ({ name: before.name, as: before.name })),
        ),
      },
    },
    right: {
      database: context.database,
      source: {
        query: selectFrom(
          now.name,
          columns.map((column) => ({ name: column.now.name, as: column.before.name })),
        ),
      },
    },
    key: table.key,
    columns: null,
    sampleKeys: plan.snapshot.sampleKeys,
    showRows: true,
    signal,
  })
  requireSameRows(table, now, compared)
  return evidenceOf(context, table, now, columns, compared)
}

/** What is left of the columns and may not change. The key must be whole, or rows cannot be told apart. */
function comparedColumns({ plan }: RunContext, table: TableContent, now: TableContent): readonly Surviving[] {
  if (table.key.length === 0) throw new CheckError('the table has no key to tell its rows apart by')
  const declared = declaredColumns(plan.changes, table.name)
  const columns = table.columns.flatMap((before) => {
    const match = declared.includes(before.name) ? undefined : matchColumn(before, table, now, 'same-database')
    return match === undefined ? [] : [{ before, now: match }]
  })
  const lost = table.key.filter((name) => !columns.some(({ before }) => before.name === name))
  if (lost.length === 0) return columns
  throw new CheckError(`rows cannot be told apart any more: ${lost.join(', ')} of the key is gone or declared to change`)
}

function selectFrom(table: string, columns: readonly { readonly name: string; readonly as: string }[]): string {
  const list = columns.map(({ name, as }) => `${quoteIdentifier(name)} AS ${quoteIdentifier(as)}`).join(', ')
  return `SELECT ${list} FROM ${table}`
}

/** What was counted must be what the fingerprints saw, or somebody writes, or the table has heirs whose rows came along. */
function requireSameRows(table: TableContent, now: TableContent, { left, right }: RowsCompared): void {
  if (String(left.rows) !== table.rows || String(right.rows) !== now.rows)
    throw new CheckError(`its rows changed while they were counted: ${now.rows}, then ${right.rows}`)
}

function evidenceOf(
  context: RunContext,
  table: TableContent,
  now: TableContent,
  columns: readonly Surviving[],
  compared: RowsCompared,
): RowEvidence {
  const show = context.plan.snapshot.showRows
  const told = (key: TextRow, row: TextRow | null) => context.redact(describeRow(show && row !== null ? row : key))
  const of = (kind: RowsCompared['samples'][number]['kind']) => compared.samples.filter((sample) => sample.kind === kind)
  return {
    removed: compared.missingRight,
    added: compared.missingLeft,
    changed: compared.different,
    samples: {
      removed: of('missing-right').map(({ key, left }) => told(key, left)),
      added: of('missing-left').map(({ key, right }) => told(key, right)),
      changed: of('different').map((sample) => changedRow(context, sample)),
    },
    rowsBefore: table.rows,
    rowsAfter: now.rows,
    compared: columns.map(({ before }) => before.name).filter((name) => !table.key.includes(name)),
  }
}

function changedRow({ plan, redact }: RunContext, { key, left, right }: RowsCompared['samples'][number]): ChangedRow {
  const columns = Object.keys(left ?? {}).filter((column) => !sameText(left?.[column], right?.[column]))
  const values = columns.map((column) => `${column} ${left?.[column] ?? 'NULL'} -> ${right?.[column] ?? 'NULL'}`)
  const row = plan.snapshot.showRows ? `${describeRow(key)}: ${values.join(', ')}` : describeRow(key)
  return { row: redact(row), columns }
}
