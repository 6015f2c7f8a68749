/** What a run is about to do, as a person reads it before saying yes: one fact a line, in 80 columns. */
import type { AffectedTable, Intention } from '../domain/intention.ts'
import { formatBytes, formatCount } from '../domain/quantity-text.ts'
import { describeRevisions, type Migration } from '../domain/revision.ts'
import { cut } from './display-width.ts'
import { harmlessWord } from './harmless.ts'
import { indented } from './layout.ts'
import type { Style } from './style.ts'

const LABEL_WIDTH = 15
/** More than this nobody reads at night; `--dry-run` shows all. */
const LISTED_AT_MOST = 12

type Page = { readonly style: Style; readonly width: number }

export function intentionLines(intention: Intention, { style, width }: Page): readonly string[] {
  const size = intention.sizeBytes === null ? '' : ` (${formatBytes(intention.sizeBytes)})`
  const fact = (label: string, words: string) => labelled(label, words, width)
  return [
    '',
    style.paint('strong', 'This is about to happen:'),
    ...fact('database', `${intention.database}${size}`),
    ...fact('environment', `${intention.environment}${intention.production ? ' (production)' : ''}`),
    ...migrationLines(intention, width),
    ...fact('SQL', sqlWords(intention)),
    ...tableLines(intention, width),
    ...fact('services', intention.stops === null ? 'keep running' : `stopped with: ${intention.stops}`),
    ...fact('way back', intention.wayBack),
  ]
}

function labelled(label: string, words: string, width: number): readonly string[] {
  const [first = '', ...rest] = indented(harmlessWord(words), LABEL_WIDTH, width)
  return [`  ${label.padEnd(LABEL_WIDTH - 2)}${first.trimStart()}`, ...rest]
}

function migrationLines({ from, migrations }: Intention, width: number): readonly string[] {
  const last = migrations.at(-1)?.revision ?? describeRevisions(from)
  const row = ({ revision, description }: Migration) => `${revision}  ${description}`.trimEnd()
  return [
    ...labelled('migrations', `${migrations.length}, from ${describeRevisions(from)} to ${last}`, width),
    ...listed(migrations.map(row), width),
  ]
}

function sqlWords({ sql }: Intention): string {
  if ('unknown' in sql) return `not known: ${sql.unknown}`
  return `${formatCount(sql.statements, 'statement')}, ${formatBytes(sql.bytes)}; --dry-run prints it`
}

function tableLines({ tables }: Intention, width: number): readonly string[] {
  if (tables === null) return labelled('tables', 'not known', width)
  if (tables.length === 0) return labelled('tables', 'none that exists is named in the SQL', width)
  const nameWidth = Math.min(40, Math.max(...tables.map(({ name }) => name.length)))
  return [
    ...labelled('tables', `${formatCount(tables.length, 'existing one')} named in the SQL`, width),
    ...listed(
      tables.map((table) => tableWords(table, nameWidth)),
      width,
    ),
  ]
}

function tableWords({ name, sizeBytes, estimatedRows }: AffectedTable, nameWidth: number): string {
  const size = sizeBytes === null ? 'size unknown' : formatBytes(sizeBytes)
  const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${formatCount(Math.round(estimatedRows), 'row')}`
  return `${name.padEnd(nameWidth)}  ${size.padStart(9)}  ${rows}`
}

/** One row a line, cut where it is too long: a table must stay one. */
function listed(rows: readonly string[], width: number): readonly string[] {
  const shown = rows
    .slice(0, LISTED_AT_MOST)
    .map((row) => `${' '.repeat(LABEL_WIDTH)}${cut(harmlessWord(row), width - LABEL_WIDTH)}`)
  const more = rows.length - shown.length
  return more === 0 ? shown : [...shown, `${' '.repeat(LABEL_WIDTH)}… and ${more} more`]
}
