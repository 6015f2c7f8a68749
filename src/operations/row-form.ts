/** Agrees on what of the rows of two sources is compared: key, columns, and the types that values of both sides are cast to. */
import { CheckError } from '../domain/errors.ts'
import type { ComparedColumn, RowForm, RowReader, SourceColumn } from '../domain/ports/parity.ts'

export interface FormWanted {
  /** `null`: the primary key, where both sides have the same. */
  readonly key: readonly string[] | null
  /** Besides the key; `null`: all that both sides have. */
  readonly columns: readonly string[] | null
  readonly ignore?: readonly string[]
}

export interface AgreedForm {
  readonly form: RowForm
  /** Columns that only one side has, where all columns were to be compared. */
  readonly ownLeft: readonly string[]
  readonly ownRight: readonly string[]
}

/** @throws CheckError when there is no common key, or a column that is asked for does not exist */
export function agreeOnForm(left: RowReader, right: RowReader, wanted: FormWanted): AgreedForm {
  const key = wanted.key ?? commonKey(left, right)
  const ignored = new Set(wanted.ignore ?? [])
  const isValue = ({ name }: SourceColumn) => !ignored.has(name) && !key.includes(name)
  const [ownLeft, ownRight] = [namesBeside(left, right), namesBeside(right, left)]
  const common = left.facts.columns.filter(isValue).map(({ name }) => name)
  const columns = wanted.columns?.filter((name) => !key.includes(name)) ?? common.filter((name) => !ownLeft.includes(name))
  const compared = (names: readonly string[]) => names.map((name) => comparedColumn(name, left, right))
  const own = (names: readonly string[]) => (wanted.columns === null ? names.filter((name) => !ignored.has(name)) : [])
  return { form: { key: compared(key), values: compared(columns) }, ownLeft: own(ownLeft), ownRight: own(ownRight) }
}

function namesBeside(reader: RowReader, other: RowReader): readonly string[] {
  const others = new Set(other.facts.columns.map(({ name }) => name))
  return reader.facts.columns.map(({ name }) => name).filter((name) => !others.has(name))
}

function commonKey(left: RowReader, right: RowReader): readonly string[] {
  const [mine, others] = [left.facts.primaryKey, right.facts.primaryKey]
  if (mine.length > 0 && mine.length === others.length && mine.every((name) => others.includes(name))) return mine
  throw new CheckError(`rows cannot be matched: ${describeKey(left)}, ${describeKey(right)}`, {
    hint: 'name the columns that identify a row with `key`',
  })
}

function describeKey({ facts: { name, primaryKey } }: RowReader): string {
  return primaryKey.length === 0 ? `${name} has no primary key` : `the primary key of ${name} is (${primaryKey.join(', ')})`
}

function comparedColumn(name: string, left: RowReader, right: RowReader): ComparedColumn {
  const as = left.commonType(columnOf(left, name).type, columnOf(right, name).type)
  return { name, as }
}

function columnOf({ facts }: RowReader, name: string): SourceColumn {
  const column = facts.columns.find((candidate) => candidate.name === name)
  if (column !== undefined) return column
  throw new CheckError(`${facts.name} has no column ${name}`, {
    hint: `it has ${facts.columns.map((candidate) => candidate.name).join(', ')}`,
  })
}
