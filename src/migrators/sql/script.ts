/** One SQL file made ready to run: decoded, split, its transaction decided, and everything refused that cannot run here. */
import { createHash } from 'node:crypto'
import { MigrationError } from '../../domain/errors.ts'
import { excerptAt, placeAt } from '../../domain/excerpt.ts'
import { FAULT_WORDS } from '../../domain/sql-script/fault-words.ts'
import { type Statement, splitStatements } from '../../domain/sql-script/splitter.ts'
import { refusalOf, type TransactionControl, transactionControlOf } from '../../domain/sql-script/statements.ts'

export interface SqlScript {
  readonly revision: string
  /** As shown to people. */
  readonly file: string
  /** Without a byte order mark. */
  readonly text: string
  /** Without a BEGIN and COMMIT around all of them: the transaction is Savepoint's. */
  readonly statements: readonly Statement[]
  readonly transactional: boolean
}

const DIRECTIVE = /^[ \t]*--[ \t]*savepoint:[ \t]*(.*?)[ \t]*\r?$/im
const NO_TRANSACTION = 'no-transaction'

/** SHA-256 in hex of a file's text with line endings as on Unix: a checkout on Windows is no edit. */
export function checksumOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}

/** @throws MigrationError with file, line and hint where the file cannot be run as it is */
export function parseScript(revision: string, file: string, bytes: Uint8Array): SqlScript {
  const text = decode(revision, file, bytes)
  const refuse = (offset: number, message: string, hint: string): never => {
    throw scriptError({ revision, file, text }, offset, message, { hint })
  }
  const { statements, fault } = splitStatements(text)
  for (const statement of statements) {
    const refusal = refusalOf(statement)
    if (refusal !== null) refuse(statement.offset, refusal.message, refusal.hint)
  }
  if (fault !== null) refuse(fault.offset, ...FAULT_WORDS[fault.kind])
  if (statements.length === 0) refuse(0, 'the file holds no statement', 'write the migration, or delete the file')
  const transactional = !optsOut(text, statements[0] as Statement, refuse)
  const kept = transactional ? withoutOwnTransaction(statements, refuse) : statements
  if (!transactional) requireClosedBlocks(statements, refuse)
  return { revision, file, text, statements: kept, transactional }
}

/** A failure at an offset of a script, with the line shown. */
export function scriptError(
  script: Pick<SqlScript, 'revision' | 'file' | 'text'>,
  offset: number,
  message: string,
  details: { readonly hint?: string | undefined; readonly sqlState?: string | undefined; readonly cause?: unknown } = {},
): MigrationError {
  const place = placeAt(script.text, offset)
  const { hint, sqlState, cause } = details
  return new MigrationError(
    `${script.file}, line ${place.line}: ${message}`,
    {
      revision: script.revision,
      file: script.file,
      ...place,
      ...(sqlState === undefined ? {} : { sqlState }),
      excerpt: excerptAt(script.text, place),
    },
    { ...(hint === undefined ? {} : { hint }), ...(cause === undefined ? {} : { cause }) },
  )
}

function decode(revision: string, file: string, bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new MigrationError(`${file} is not valid UTF-8`, { revision, file }, { hint: 'save the file as UTF-8', cause })
  }
  const nul = text.indexOf('\0')
  if (nul < 0) return text
  throw scriptError({ revision, file, text }, nul, 'there is a NUL byte', { hint: 'save the file as plain UTF-8 text' })
}

type Refuse = (offset: number, message: string, hint: string) => never

/** Reads the `-- savepoint:` line among the comments before the first statement. */
function optsOut(text: string, first: Statement, refuse: Refuse): boolean {
  const match = DIRECTIVE.exec(text.slice(0, first.offset))
  if (match === null) return false
  if (match[1] === NO_TRANSACTION) return true
  return refuse(match.index, `"savepoint: ${match[1]}" is not known`, `the only such line is -- savepoint: ${NO_TRANSACTION}`)
}

/** BEGIN at the start and COMMIT at the end are left out; any other control of the transaction is refused. */
function withoutOwnTransaction(statements: readonly Statement[], refuse: Refuse): readonly Statement[] {
  const wrapped = controlAt(statements, 0) === 'begin' && controlAt(statements, -1) === 'commit'
  const kept = wrapped ? statements.slice(1, -1) : statements
  const control = kept.find((statement) => transactionControlOf(statement) !== null)
  if (control !== undefined) {
    const what = control.words.slice(0, 2).join(' ').toUpperCase()
    refuse(
      control.offset,
      `${what} inside a file that runs in one transaction`,
      `take it out, or begin the file with -- savepoint: ${NO_TRANSACTION}`,
    )
  }
  if (kept.length === 0) refuse(0, 'the file holds no statement but BEGIN and COMMIT', 'write the migration, or delete the file')
  return kept
}

function controlAt(statements: readonly Statement[], index: number): TransactionControl | null {
  const statement = statements.at(index)
  return statement === undefined ? null : transactionControlOf(statement)
}

/** A file outside a transaction may hold blocks of its own; one left open would swallow the record in the history. */
function requireClosedBlocks(statements: readonly Statement[], refuse: Refuse): void {
  let open: Statement | null = null
  for (const statement of statements) {
    const control = transactionControlOf(statement)
    if (control === 'begin' || control === 'begin-with-options') open ??= statement
    if (control === 'commit' || control === 'rollback') open = null
    if (control === 'prepared') refuse(statement.offset, 'two-phase commit cannot run in a migration', 'use COMMIT')
  }
  if (open !== null) refuse(open.offset, 'this transaction is not ended in the file', 'end it with COMMIT')
}
