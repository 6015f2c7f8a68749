/** Names the keys that differ; their values only where rows were read. */
import type { KeySample } from '../../domain/row-comparison.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { valueText } from '../../domain/value-text.ts'
import type { RowsCompared } from '../parity.ts'

/** Longest part of a value that is shown. */
const SHOWN_LENGTH = 60

/** One sentence, or none where nothing differs. */
export function describeSamples({ samples }: RowsCompared, differing: number): readonly string[] {
  if (samples.length === 0) return []
  const more = differing > samples.length ? [`and ${differing - samples.length} more`] : []
  return [[...samples.map(describeSample), ...more].join('; ')]
}

function describeSample(sample: KeySample): string {
  const key = Object.entries(sample.key).map(([name, value]) => `${name} = ${valueText(value, SHOWN_LENGTH)}`)
  return `${key.join(', ')} ${whatOf(sample)}`
}

function whatOf({ kind, leftRows, rightRows, left, right }: KeySample): string {
  if (kind === 'missing-left') return `is missing in the first${rowText(right)}`
  if (kind === 'missing-right') return `is missing in the second${rowText(left)}`
  if (leftRows !== rightRows) return `is there ${leftRows} and ${rightRows} times`
  return left === null || right === null ? 'differs' : `differs: ${differingValues(left, right)}`
}

function rowText(row: TextRow | null): string {
  if (row === null) return ''
  return ` (${Object.entries(row)
    .map(([name, value]) => `${name} = ${valueText(value, SHOWN_LENGTH)}`)
    .join(', ')})`
}

function differingValues(left: TextRow, right: TextRow): string {
  const different = Object.keys(left).filter((name) => left[name] !== right[name])
  return different
    .map((name) => `${name} = ${valueText(left[name], SHOWN_LENGTH)} and ${valueText(right[name], SHOWN_LENGTH)}`)
    .join(', ')
}
