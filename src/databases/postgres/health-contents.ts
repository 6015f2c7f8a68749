/** What the database holds, shown before anything starts: how many tables, and the largest with their rows and sizes. */
import type { Check } from '../../domain/check.ts'
import type { TableDescription } from '../../domain/ports/catalog.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import type { HealthContext } from './health.ts'
import { readTableDescriptions } from './table-descriptions.ts'
import { describeBytes } from './units.ts'

/** Tables that are shown; the others are counted. */
const SHOWN_TABLES = 10

/** Never fails: it tells, so that a person sees at once whether this is the database that was meant. */
export function contentsCheck({ session }: HealthContext): Check {
  return {
    name: 'contents',
    kind: 'contents',
    ask: async () => {
      const tables = (await readTableDescriptions(await session())).filter(({ kind }) => kind === 'table')
      const bytes = tables.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0)
      const actual = `${formatCount(tables.length, 'table')}, ${describeBytes(bytes)}`
      return { status: 'passed', expected: 'shown', actual, ...largest(tables) }
    },
  }
}

function largest(tables: readonly TableDescription[]): { readonly message?: string } {
  if (tables.length === 0) return {}
  const lines = tables.slice(0, SHOWN_TABLES).map(describeTable)
  const more = tables.length > SHOWN_TABLES ? [`and ${formatCount(tables.length - SHOWN_TABLES, 'smaller table')}`] : []
  return { message: [...lines, ...more].join(';\n') }
}

function describeTable({ name, estimatedRows, sizeBytes }: TableDescription): string {
  const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${formatCount(estimatedRows, 'row')}`
  return `${name}: ${rows}, ${sizeBytes === null ? 'locked by another session' : describeBytes(sizeBytes)}`
}
