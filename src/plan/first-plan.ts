/** Writes the first plan of a repository, with comments that say what was found and why each check is suggested. */
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import type { ForeignKey, TableDescription } from '../domain/ports/catalog.ts'
import { formatBytes, formatCount } from '../domain/quantity-text.ts'
import { quoteWhereNeeded } from '../domain/table-name.ts'

/** What a database holds that a plan can be made from. */
export interface DatabaseSurvey {
  readonly serverVersion: string
  readonly tables: readonly TableDescription[]
  readonly foreignKeys: readonly ForeignKey[]
  /** What is wrong with them today; empty where all of them hold. */
  readonly foreignKeyFaults: string | null
  /** Key of the plan's inventory to how many there are. */
  readonly counts: Readonly<Record<string, number>>
  /** Columns that may be null, and have a value in every row. */
  readonly filled: readonly { readonly table: TableDescription; readonly column: string }[]
}

/** What was found, each half by itself; where it was not, why. */
export interface Findings {
  readonly migrator: MigratorSettings | { readonly missing: string }
  readonly database: DatabaseSurvey | { readonly missing: string }
  /** How the environment gives the address: by `DATABASE_URL`, or by parts. */
  readonly address: 'url' | 'parts'
}

/** Tables that a comment lists. */
const LISTED_TABLES = 30
/** Begins with a letter, so that it is no number, flag or mark of YAML; words in a row need no quotes either. */
const PLAIN = /^[a-z][a-z0-9_./-]*(?: [a-z][a-z0-9_./-]*)*$/
/** Columns that a check is suggested for. */
const SUGGESTED_COLUMNS = 10

/** The text of `savepoint.yml`. Every value that came from a database is quoted, and no comment ends early. */
export function writeFirstPlan(findings: Findings): string {
  const { database } = findings
  return `${[
    '# How this database is migrated safely. Every key is optional: docs/plan.md of',
    '# Savepoint tells them all.',
    'version: 1',
    ...addressLines(findings),
    ...migratorLines(findings),
    '',
    ...('missing' in database ? [comment(`The database was not looked at: ${database.missing}`)] : tableLines(database)),
    '',
    '# What a migration is meant to take away: a table, a column, rows.',
    '# Any other loss fails the run and is taken back.',
    '# changes:',
    '#   - { table: quests, dropped: true, because: unused feature }',
    '',
    ...('missing' in database ? EXAMPLE_CHECKS : checkLines(database)),
  ].join('\n')}\n`
}

const EXAMPLE_CHECKS = [
  '# Checks that are asked after the migrations, e.g.',
  '# validate:',
  '#   - { name: references, foreign-keys: all }',
]

function addressLines({ address }: Findings): readonly string[] {
  if (address === 'parts')
    return ['# database: its address comes from DB_HOST, DB_NAME and their kin, or PGHOST, PGDATABASE and theirs']
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the plan's own syntax
  return ['database: { url: "${DATABASE_URL}" }']
}

function migratorLines({ migrator }: Findings): readonly string[] {
  if ('missing' in migrator) {
    return [comment(`No migrator yet: ${migrator.missing}`), '# migrator: { kind: sql, directory: migrations }']
  }
  const where = migrator.workingDirectory === '.' ? [] : [`working-directory: ${quoted(migrator.workingDirectory)}`]
  const directory = migrator.kind === 'sql' ? [`directory: ${quoted(migrator.directory)}`] : []
  return [`migrator: { ${[`kind: ${migrator.kind}`, ...where, ...directory].join(', ')} }`]
}

function tableLines({ serverVersion, tables }: DatabaseSurvey): readonly string[] {
  const own = tables.filter(({ kind }) => kind === 'table')
  const bytes = own.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0)
  const width = Math.max(0, ...own.slice(0, LISTED_TABLES).map(({ name }) => name.length))
  const more = own.length > LISTED_TABLES ? [`#   … and ${formatCount(own.length - LISTED_TABLES, 'smaller table')}`] : []
  const head = `Found: PostgreSQL ${serverVersion}, ${formatCount(own.length, 'table')}, ${formatBytes(bytes)}`
  return [comment(head), ...own.slice(0, LISTED_TABLES).map((table) => comment(`  ${tableWords(table, width)}`)), ...more]
}

function tableWords({ name, estimatedRows, sizeBytes }: TableDescription, width: number): string {
  const rows = estimatedRows === null ? 'rows not estimated yet' : `about ${formatCount(estimatedRows, 'row')}`
  return `${name.padEnd(width)}  ${rows}, ${sizeBytes === null ? 'size unknown' : formatBytes(sizeBytes)}`
}

function checkLines(database: DatabaseSurvey): readonly string[] {
  const checks = [...referenceLines(database), ...inventoryLines(database), ...populatedLines(database)]
  return checks.length === 0 ? EXAMPLE_CHECKS : ['validate:', ...checks]
}

function referenceLines({ foreignKeys, foreignKeyFaults }: DatabaseSurvey): readonly string[] {
  if (foreignKeys.length === 0) return []
  if (foreignKeyFaults === null) return ['  # All of them hold today.', '  - { name: references, foreign-keys: all }']
  return [
    comment(`Not all of them hold today, so this only warns: ${foreignKeyFaults}`, '  '),
    '  - { name: references, foreign-keys: all, warn-only: true }',
  ]
}

function inventoryLines({ counts }: DatabaseSurvey): readonly string[] {
  const counted = Object.entries(counts).filter(([, count]) => count > 0)
  if (counted.length === 0) return []
  return [
    '  # What there is today. It only warns; with the numbers that a migration should',
    '  # lead to, take warn-only out.',
    '  - name: inventory',
    '    when: before-and-after',
    '    warn-only: true',
    `    inventory: { ${counted.map(([key, count]) => `${key}: ${count}`).join(', ')} }`,
  ]
}

function populatedLines({ filled }: DatabaseSurvey): readonly string[] {
  if (filled.length === 0) return []
  const shown = filled.slice(0, SUGGESTED_COLUMNS)
  const more =
    filled.length > shown.length
      ? [comment(`… and ${formatCount(filled.length - shown.length, 'more column')} like these`, '  ')]
      : []
  return [
    '  # These may be null, and never are: candidates for NOT NULL. Where that is a',
    '  # rule, take warn-only out.',
    ...shown.map(({ table, column }) => {
      const name = `${table.name}.${quoteWhereNeeded(column)}`
      return `  - { name: ${quoted(`${name} is filled`)}, populated: ${quoted(name)}, warn-only: true }`
    }),
    ...more,
  ]
}

/** A YAML scalar, quoted where it must be, in which nothing is substituted. */
function quoted(text: string): string {
  if (PLAIN.test(text) && !/^(true|false|null)$/.test(text)) return text
  // Quoted names of the database are easier to read in single quotes.
  const scalar = /^[ -&(-~]*$/.test(text) ? `'${text}'` : JSON.stringify(text)
  return scalar.replaceAll('${', () => '$${')
}

/** One line, whatever a name in it holds. */
function comment(text: string, indent = ''): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what would end a comment, or confuse a terminal
  return `${indent}# ${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`
}
