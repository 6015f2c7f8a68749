/** Names of tables and columns as people write them in a plan, and as SQL wants them. */
import { ConfigurationError } from './errors.ts'

export interface TableName {
  readonly schema: string | null
  readonly table: string
}

export interface ColumnName extends TableName {
  readonly column: string
}

const PART = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y

/** Reads `schema.table` or `table`; parts without quotes fold to lower case as in SQL. @throws ConfigurationError */
export function parseTableName(text: string): TableName {
  const name = readTableName(text)
  if (name !== null) return name
  throw new ConfigurationError(`${JSON.stringify(text)} is not the name of a table`, {
    hint: 'write it as schema.table, with double quotes around names that hold anything but letters, digits and _',
  })
}

/** As {@link parseTableName}, or `null`. */
export function readTableName(text: string): TableName | null {
  const parts = readParts(text)
  const [first, second] = parts
  if (first === undefined || parts.length > 2) return null
  return second === undefined ? { schema: null, table: first } : { schema: first, table: second }
}

/** Reads `table.column` or `schema.table.column`; `null` where it is neither. */
export function readColumnName(text: string): ColumnName | null {
  const parts = readParts(text)
  const [column, table, schema] = parts.toReversed()
  if (column === undefined || table === undefined || parts.length > 3) return null
  return { schema: schema ?? null, table, column }
}

/** The parts of any name as they are written, without their quotes: `public."Order".Id` as `public`, `Order`, `Id`. */
export function nameParts(written: string): readonly string[] {
  const parts = written.match(/"(?:[^"]|"")*"|[^."]+/g) ?? []
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part))
}

/** Whether a text means the table of a qualified name: its schema may be left out where that is `public`. */
export function namesTable(text: string, qualified: string | undefined): boolean {
  if (qualified === undefined) return false
  const [named, whole] = [readTableName(text), readTableName(qualified)]
  if (named === null || whole === null) return text === qualified
  return named.table === whole.table && (named.schema ?? 'public') === whole.schema
}

/** `schema.table` with quotes only where SQL needs them. */
export function showTableName({ schema, table }: TableName): string {
  return schema === null ? quoteWhereNeeded(table) : `${quoteWhereNeeded(schema)}.${quoteWhereNeeded(table)}`
}

/** `"schema"."table"`, safe to put into a statement. */
export function quoteTableName({ schema, table }: TableName): string {
  return schema === null ? quoteIdentifier(table) : `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function quoteWhereNeeded(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name)
}

/** The parts between the dots; none where the text is not such a name. */
function readParts(text: string): readonly string[] {
  const parts: string[] = []
  for (PART.lastIndex = 0; ; ) {
    const match = PART.exec(text)
    if (match === null) return []
    parts.push(match[1]?.replaceAll('""', '"') ?? (match[2] as string).toLowerCase())
    if (match[3] === '') return parts
  }
}
