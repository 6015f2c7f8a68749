/** Names of tables as people write them in a plan, and as SQL wants them. */
import { ConfigurationError } from '../domain/errors.ts'

export interface TableName {
  readonly schema: string | null
  readonly table: string
}

const PART = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y

/** Reads `schema.table` or `table`; parts without quotes fold to lower case as in SQL. @throws ConfigurationError */
export function parseTableName(text: string): TableName {
  const parts: string[] = []
  for (PART.lastIndex = 0; ; ) {
    const match = PART.exec(text)
    if (match === null) break
    parts.push(match[1]?.replaceAll('""', '"') ?? (match[2] as string).toLowerCase())
    if (match[3] === '') return nameOf(parts, text)
  }
  throw notATable(text)
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

function nameOf(parts: readonly string[], text: string): TableName {
  const [first, second] = parts
  if (first === undefined || parts.length > 2) throw notATable(text)
  return second === undefined ? { schema: null, table: first } : { schema: first, table: second }
}

function quoteWhereNeeded(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name)
}

function notATable(text: string): ConfigurationError {
  return new ConfigurationError(`${JSON.stringify(text)} is not the name of a table`, {
    hint: 'write it as schema.table, with double quotes around names that hold anything but letters, digits and _',
  })
}
