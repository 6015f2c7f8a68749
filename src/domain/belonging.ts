/** Tells which differences follow from another one: with a table come and go its columns, keys, indexes and triggers. */
import type { Difference } from './difference.ts'

/** The table with which the object came or went; `null` where it did so by itself. */
export function wholeOf(difference: Difference, all: readonly Difference[]): string | null {
  if (difference.object === 'table' || (difference.change !== 'added' && difference.change !== 'removed')) return null
  const table = all.find(
    ({ object, name, change }) => object === 'table' && name === difference.table && change === difference.change,
  )
  return table?.name ?? null
}

/** `with 4 columns, 1 index`: what came or went with a table; empty where nothing did. */
export function describeParts(table: Difference, all: readonly Difference[]): string {
  const counts = new Map<string, number>()
  for (const part of all) {
    if (table.object !== 'table' || part.change !== table.change || wholeOf(part, [table]) === null) continue
    counts.set(part.object, (counts.get(part.object) ?? 0) + 1)
  }
  const words = [...counts].map(([object, count]) => `${count} ${inWords(count === 1 ? object : plural(object))}`)
  return words.length === 0 ? '' : `with ${words.join(', ')}`
}

function plural(noun: string): string {
  return noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') && !noun.endsWith('ey') ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

/** `foreign-key` is a name of the catalogue. */
function inWords(object: string): string {
  return object.replaceAll('-', ' ')
}
