/** What is different from before: losses and declared changes in full, what was only added folded below. */
import { formatCount } from '../domain/quantity-text.ts'
import { cell, codeCell, folded, table } from './markdown-text.ts'
import type { Report, ReportDifference } from './schema.ts'

const HEAD = ['object', 'change', 'before', 'after', 'rows', 'verdict']
/** As many additions as are read together with the rest. */
const UNFOLDED = 5
/** Words beside a change that help to find it. */
const CONTEXT = 2

/** Empty where nothing differs. What came or went with its table is told with that table. */
export function differencesSection({ differences }: Report): string {
  const own = differences.filter(({ partOf }) => partOf === null)
  if (own.length === 0) return ''
  const taken = own.filter(isTaken).toSorted((a, b) => Number(a.declared !== null) - Number(b.declared !== null))
  const rest = own.filter((difference) => !isTaken(difference))
  const title = '## What is different from before'
  if (rest.length <= UNFOLDED) return [title, table(HEAD, [...taken, ...rest], row)].join('\n\n')
  const additions = folded(`${formatCount(rest.length, 'difference')} that took nothing away`, table(HEAD, rest, row), false)
  return [title, ...(taken.length === 0 ? [] : [table(HEAD, taken, row)]), additions].join('\n\n')
}

function isTaken({ loss, declared }: ReportDifference): boolean {
  return loss || declared !== null
}

function row(difference: ReportDifference): readonly string[] {
  const [before, after] = whatDiffers(difference)
  return [
    `${codeCell(difference.object)} ${cell(difference.parts)}`.trim(),
    cell(difference.change),
    cell(before),
    cell(after),
    sampleText(difference),
    verdict(difference),
  ]
}

/** Of two long descriptions only the part in which they differ; a bracketed remark is one word. */
function whatDiffers({ before, after }: ReportDifference): readonly [string | null, string | null] {
  if (before === null || after === null) return [before, after]
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const from = Math.max(0, start - CONTEXT)
  const kept = Math.max(0, end - CONTEXT)
  const part = (words: readonly string[]) =>
    [...(from > 0 ? ['…'] : []), ...words.slice(from, words.length - kept), ...(kept > 0 ? ['…'] : [])].join(' ')
  return [part(old), part(now)]
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\[[^\]]*\]|\S+/g) ?? []
}

/** How many rows, and the keys of a few of them. */
function sampleText({ rows, sample }: ReportDifference): string {
  const more = rows !== null && sample.length > 0 && sample.length < rows ? ['…'] : []
  const keys = [...sample.map((key) => codeCell(key)), ...more].join(', ')
  return [...(rows === null ? [] : [String(rows)]), ...(keys === '' ? [] : [keys])].join(': ')
}

function verdict({ loss, declared }: ReportDifference): string {
  if (declared !== null) return `declared: ${cell(declared)}`
  return loss ? '❌ not declared: a loss' : 'no loss'
}
