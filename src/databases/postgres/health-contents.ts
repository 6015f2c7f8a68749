/** What the database holds, shown before anything starts: how many tables, and the largest with their rows and sizes. */
import type { Check } from '../../domain/check.ts'
import { formatBytes, formatCount } from '../../domain/quantity-text.ts'
import type { HealthContext } from './health.ts'
import { type LargestTables, readLargestTables } from './table-descriptions.ts'

/** Tables that are shown; the others are counted. */
const SHOWN_TABLES = 10

/** Never fails: it tells, so that a person sees at once whether this is the database that was meant. */
export function contentsCheck({ session }: HealthContext): Check {
  return {
    name: 'contents',
    kind: 'contents',
    ask: async () => {
      const largest = await readLargestTables(await session(), SHOWN_TABLES)
      const actual = `${formatCount(largest.count, 'table')}, ${formatBytes(largest.totalBytes)}`
      return { status: 'passed', expected: 'shown', actual, ...described(largest) }
    },
  }
}

function described({ count, tables }: LargestTables): { readonly message?: string } {
  if (count === 0) return {}
  const more = count > tables.length ? [`and ${formatCount(count - tables.length, 'smaller table')}`] : []
  return { message: [...tables.map(describeTable), ...more].join(';\n') }
}

function describeTable({ name, estimatedRows, sizeBytes }: LargestTables['tables'][number]): string {
  const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${formatCount(estimatedRows, 'row')}`
  return `${name}: ${rows}, ${sizeBytes === null ? 'locked by another session' : formatBytes(sizeBytes)}`
}
