/** Judges the plan of a query by each demand that a check makes of it. */
import { formatDuration } from '../../domain/quantity-text.ts'
import { isNamed, type NamedObject, type PlannedScan, type QueryPlan, showName } from '../../domain/query-plan.ts'
import type { ExplainCheck } from '../../plan/checks/explain.ts'
import { describeTiming, type Timing } from './timing.ts'

export interface Explained {
  readonly plan: QueryPlan
  /** `null` where no time was asked for. */
  readonly timing: Timing | null
  readonly other: { readonly plan: QueryPlan; readonly timing: Timing } | null
}

export interface Demand {
  readonly met: boolean
  readonly expected: string
  readonly actual: string
}

const SHOWN_NAMES = 5

export function demandsOf(settings: ExplainCheck, { plan, timing, other }: Explained): readonly Demand[] {
  const { indexes, mostPartitions, notSequential, atMostMs, fasterThan } = settings
  return [
    ...(indexes === null ? [] : [usesIndexes(plan, indexes)]),
    ...(mostPartitions === null ? [] : [prunes(plan, mostPartitions)]),
    ...(notSequential === null ? [] : [scansNot(plan, notSequential)]),
    ...(atMostMs === null || timing === null ? [] : [keepsTime(timing, atMostMs)]),
    ...(fasterThan === null || timing === null || other === null ? [] : [isFaster(timing, other.timing, fasterThan.by)]),
  ]
}

function usesIndexes({ scans }: QueryPlan, wanted: readonly string[]): Demand {
  const used = scans.flatMap(({ index }) => (index === null ? [] : [index]))
  const isUsed = (name: string) => scans.some((scan) => isOneOf([scan.index, scan.rootIndex], name))
  return {
    met: wanted.length === 0 ? used.length > 0 : wanted.every(isUsed),
    expected: wanted.length === 0 ? 'uses an index' : `uses ${wanted.join(', ')}`,
    actual: used.length === 0 ? 'uses no index' : `uses ${list(used)}`,
  }
}

function prunes({ partitions }: QueryPlan, most: number | 'fewer'): Demand {
  const expected = most === 'fewer' ? 'reads fewer partitions than there are' : `reads at most ${most} partitions`
  if (partitions.length === 0) return { met: false, expected, actual: 'reads no partitioned table' }
  const used = partitions.map(({ table, scanned, total }) => `${scanned} of ${total} partitions of ${showName(table)}`)
  return {
    met: partitions.every(({ scanned, total }) => (most === 'fewer' ? scanned < total : scanned <= most)),
    expected,
    actual: `reads ${used.join(', ')}`,
  }
}

/** A table that the query does not read at all is told: most likely its name is mistaken. */
function scansNot({ scans }: QueryPlan, tables: readonly string[]): Demand {
  const isOf = (scan: PlannedScan, name: string) => isOneOf([scan.relation, scan.root], name)
  const found = scans.filter(
    (scan) => scan.kind === 'sequential-scan' && (tables.length === 0 || tables.some((name) => isOf(scan, name))),
  )
  const unread = tables.filter((name) => !scans.some((scan) => isOf(scan, name)))
  const expected = tables.length === 0 ? 'no sequential scan' : `no sequential scan of ${tables.join(', ')}`
  if (unread.length > 0) return { met: false, expected, actual: `does not read ${unread.join(', ')}` }
  // All of it may have been ruled out: nothing is known then of how the tables are read.
  if (scans.length === 0) return { met: false, expected, actual: 'reads no table' }
  const names = found.flatMap(({ relation }) => (relation === null ? [] : [relation]))
  return { met: found.length === 0, expected, actual: found.length === 0 ? expected : `sequential scan of ${list(names)}` }
}

function keepsTime(timing: Timing, atMostMs: number): Demand {
  const met = timing.medianMs <= atMostMs
  return { met, expected: `at most ${formatDuration(atMostMs)}`, actual: describeTiming(timing) }
}

function isFaster(timing: Timing, other: Timing, by: number): Demand {
  const times = timing.medianMs === 0 ? Number.POSITIVE_INFINITY : other.medianMs / timing.medianMs
  return {
    met: times >= by,
    expected: `${by} times faster than the other query`,
    actual: `${times.toPrecision(3)} times: ${describeTiming(timing)}, the other ${describeTiming(other)}`,
  }
}

function isOneOf(objects: readonly (NamedObject | null)[], name: string): boolean {
  return objects.some((object) => object !== null && isNamed(object, name))
}

function list(objects: readonly NamedObject[]): string {
  const names = [...new Set(objects.map(showName))]
  const more = names.length > SHOWN_NAMES ? `, and ${names.length - SHOWN_NAMES} more` : ''
  return `${names.slice(0, SHOWN_NAMES).join(', ')}${more}`
}
