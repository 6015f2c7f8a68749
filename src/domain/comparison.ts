/** Comparing two fingerprints: what was lost, what was added, and what only moved. */
import { compareTables } from './content-comparison.ts'
import type { ChangeKind, Difference, Matching } from './difference.ts'
import type { Fingerprint } from './fingerprint.ts'
import { compareObjects, compareSequences } from './object-comparison.ts'

/** Every difference between two fingerprints, tables first, in the order of their names. */
export function compareFingerprints(before: Fingerprint, after: Fingerprint, matching: Matching): readonly Difference[] {
  const tables = new Set([...before.tables, ...after.tables].map((table) => table.name))
  const objects = compareObjects(before.objects, after.objects, matching)
  return [
    ...compareTables(before.tables, after.tables, matching),
    ...objects.filter((difference) => !isToldByContent(difference, tables)),
    ...compareSequences(before, after, matching),
  ]
}

/** Changes that only the definition shows. */
const ABOUT_DEFINITION: ReadonlySet<ChangeKind> = new Set(['changed', 'disabled', 'weakened'])

/** Kinds whose loss is already told by the comparison of content. */
const TOLD_BY_CONTENT: ReadonlySet<string> = new Set(['table', 'column'])

/** Tables and columns whose content was compared have been told; partitions and foreign tables have not. */
function isToldByContent(difference: Difference, tables: ReadonlySet<string>): boolean {
  return TOLD_BY_CONTENT.has(difference.object) && !ABOUT_DEFINITION.has(difference.change) && tables.has(difference.table ?? '')
}
