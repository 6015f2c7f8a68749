/** Judges the differences between two instants of one database by the plan: what is a loss, and what was meant. */
import { compareFingerprints } from '../domain/comparison.ts'
import { type ChangeKind, type Difference, isLoss, provesEqual } from '../domain/difference.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import type { JudgedDifference } from '../domain/run-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { becauseOf } from '../plan/changes.ts'
import type { RunContext } from './context.ts'

/** What changed since the baseline, the migrator's own history left out: that is compared as revisions. */
export function differencesSince(context: RunContext, baseline: Snapshot, now: Fingerprint): readonly Difference[] {
  const history = context.migrator.historyTables
  return compareFingerprints(baseline.fingerprint, now, 'same-database').filter(
    (difference) => !history.includes(difference.table ?? '') && !history.some((table) => difference.name === table),
  )
}

export function judge(context: RunContext, differences: readonly Difference[]): readonly JudgedDifference[] {
  return differences.map((difference) => ({
    ...difference,
    loss: isLoss(difference),
    because: becauseOf(difference, context.plan.changes),
  }))
}

/** Reads the fingerprint of now in a form that can be compared with the baseline's. */
export async function fingerprintNow(context: RunContext, baseline: Snapshot | null, signal: AbortSignal): Promise<Fingerprint> {
  return context.database.withSnapshot(signal, (view) =>
    view.fingerprint({
      ...(baseline === null ? {} : { basis: baseline.fingerprint, basisHorizon: baseline.instant.horizon }),
      signal,
      onProgress: (done, total, table) => {
        context.emit({ type: 'progress', label: `reading ${table}`, done, total, unit: 'items' })
      },
    }),
  )
}

/** Whether the database is as it was at the baseline, and what differs where it is not. */
export async function compareWithBaseline(context: RunContext, baseline: Snapshot, signal: AbortSignal) {
  const differences = differencesSince(context, baseline, await fingerprintNow(context, baseline, signal))
  return { equal: provesEqual(differences), differences }
}

/** A difference in words: `rows of public.film: 1000 before, 997 after (3 removed: id=7, id=8, id=9)`. */
export function describeDifference(difference: Difference): string {
  return `${describeChange(difference)}${describeRows(difference)}`
}

const COUNTED_AS: Readonly<Partial<Record<ChangeKind, string>>> = { 'rows-lost': 'removed', 'rows-added': 'added' }

/** Keys told in one sentence; the report has all that were sampled. */
const MOST_KEYS = 3

function describeRows({ change, rows, sample = [] }: Difference): string {
  const told = sample.slice(0, MOST_KEYS)
  if (rows === undefined) return told.length === 0 ? '' : ` (e.g. ${told.join(', ')})`
  const more = told.length > 0 && told.length < rows ? ', …' : ''
  const keys = told.length === 0 ? '' : `: ${told.join(', ')}${more}`
  return ` (${rows} ${COUNTED_AS[change] ?? 'changed'}${keys})`
}

function describeChange(difference: Difference): string {
  const what = difference.object === 'rows' ? `rows of ${difference.name}` : `${difference.object} ${difference.name}`
  switch (difference.change) {
    case 'removed':
      return `${what} is gone`
    case 'added':
      return `${what} is new`
    case 'rows-lost':
    case 'rows-added':
      return `${what}: ${difference.before} before, ${difference.after} after`
    case 'values-changed':
      return `${difference.object === 'rows' ? what : `values of ${what}`} changed`
    case 'rows-changed':
      return `${what} hold ${difference.after ?? 'other values'}`
    case 'weakened':
      return `${what} was weakened: ${difference.before} before, ${difference.after} after`
    case 'unproven':
      return `${what}: ${difference.before} before, ${difference.after} after, and the earlier ones are not all unchanged`
    case 'moved-back':
    case 'moved-on':
      return `${what} ${difference.change.replace('-', ' ')}: ${difference.before} before, ${difference.after} after`
    default:
      return `${what} was ${difference.change}`
  }
}

/** The first few differences in words, and how many more there are. */
export function describeDifferences(differences: readonly Difference[], most = 3): string {
  const told = differences.slice(0, most).map(describeDifference)
  const more = differences.length > most ? [`and ${differences.length - most} more`] : []
  return [...told, ...more].join('; ')
}

/** What keeps two states from being proven equal: a sequence that moved on does not. */
export function unequal(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter((difference) => difference.change !== 'moved-on')
}

/** `1 table`, `2 tables`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
