/** Makes an SQL script of tests ready to run: split, its own transactions fitted into the one that is rolled back. */
import { CheckError } from '../../domain/errors.ts'
import { placeAt } from '../../domain/excerpt.ts'
import { FAULT_WORDS } from '../../domain/sql-script/fault-words.ts'
import { onlyShows } from '../../domain/sql-script/psql.ts'
import { type Statement, splitStatements } from '../../domain/sql-script/splitter.ts'
import { refusalOf, type TransactionControl, transactionControlOf } from '../../domain/sql-script/statements.ts'

export interface SuiteScript {
  /** As the plan names it. */
  readonly file: string
  readonly text: string
  /** What is sent, and the offset of the statement that it stands for. */
  readonly steps: readonly { readonly sql: string; readonly offset: number }[]
  /** Whether one transaction around all of it is Savepoint's; otherwise the script has its own and they are kept. */
  readonly inTransaction: boolean
}

/** A block of the script inside of the transaction that is rolled back. */
const BLOCK = 'savepoint_suite_block'

/** @throws CheckError with line and hint where the script cannot be run as it is */
export function prepareSuite(file: string, source: string, keep: boolean): SuiteScript {
  const text = source.replace(/^\uFEFF/, '')
  const refuse = (offset: number, message: string, hint: string): never => {
    throw new CheckError(`${file}, line ${placeAt(text, offset).line}: ${message}`, { hint })
  }
  const { statements, fault } = splitStatements(text, onlyShows)
  for (const statement of statements) {
    const refusal = refusalOf(statement)
    if (refusal !== null) refuse(statement.offset, refusal.message, refusal.hint)
  }
  if (fault !== null) refuse(fault.offset, ...FAULT_WORDS[fault.kind])
  const controlled = statements.some((statement) => transactionControlOf(statement) !== null)
  const steps = keep && controlled ? asTheyAre(statements, refuse) : asBlocks(statements, keep, refuse)
  return { file, text, steps, inTransaction: !(keep && controlled) }
}

type Refuse = (offset: number, message: string, hint: string) => never
type Steps = SuiteScript['steps']

/** BEGIN … ROLLBACK of a script becomes a savepoint that is rolled back to. */
function asBlocks(statements: readonly Statement[], keep: boolean, refuse: Refuse): Steps {
  let open = false
  return statements.map((statement) => {
    const { text, offset } = statement
    const control = transactionControlOf(statement)
    if (control === null) return { sql: text, offset }
    const fault = blockFault(control, open)
    if (fault !== null) refuse(offset, `${fault} in a script that is ${keep ? 'committed' : 'rolled back'} as a whole`, HINT)
    open = control === 'begin'
    return { sql: open ? `SAVEPOINT ${BLOCK}` : `ROLLBACK TO SAVEPOINT ${BLOCK}`, offset }
  })
}

const HINT = 'take it out, or say `keep: true` to let the script end its own transactions'

function blockFault(control: TransactionControl, open: boolean): string | null {
  if (control === 'begin') return open ? 'BEGIN in a transaction' : null
  if (control === 'rollback') return open ? null : 'ROLLBACK without BEGIN'
  const words = { commit: 'COMMIT', 'begin-with-options': 'BEGIN with options', chain: 'AND CHAIN', prepared: 'two-phase commit' }
  return words[control]
}

/** Outside of its transactions each statement commits by itself; one left open would be lost in silence. */
function asTheyAre(statements: readonly Statement[], refuse: Refuse): Steps {
  let open: Statement | null = null
  for (const statement of statements) {
    const control = transactionControlOf(statement)
    if (control === 'begin' || control === 'begin-with-options') open ??= statement
    if (control === 'commit' || control === 'rollback') open = null
    if (control === 'prepared') refuse(statement.offset, 'two-phase commit cannot run here', 'use COMMIT')
  }
  if (open !== null) refuse(open.offset, 'this transaction is not ended in the file', 'end it with COMMIT or ROLLBACK')
  return statements.map(({ text, offset }) => ({ sql: text, offset }))
}
