/** What kind a statement is, by its first words: transaction control, or something that needs psql. */
import type { Statement } from './splitter.ts'

/** `chain` ends one transaction and begins the next. `prepared` is two-phase commit. */
export type TransactionControl = 'begin' | 'begin-with-options' | 'commit' | 'rollback' | 'chain' | 'prepared'

/** How a statement controls the transaction, or `null`. SAVEPOINT, RELEASE and ROLLBACK TO stay within it and are none. */
export function transactionControlOf({ words }: Statement): TransactionControl | null {
  const [first, second] = words
  if (first === 'begin' || (first === 'start' && second === 'transaction')) return beginningOf(words)
  if (first === 'prepare') return second === 'transaction' ? 'prepared' : null
  if (second === 'prepared' && (first === 'commit' || first === 'rollback')) return 'prepared'
  if (first === 'rollback' && words.includes('to')) return null
  if (words.includes('chain') && !words.includes('no') && isEnd(first)) return 'chain'
  if (first === 'commit' || first === 'end') return 'commit'
  return first === 'rollback' || first === 'abort' ? 'rollback' : null
}

export interface Refusal {
  readonly message: string
  readonly hint: string
}

/** Why a statement cannot run in any migration file, or `null`. */
export function refusalOf(statement: Statement): Refusal | null {
  const { words } = statement
  if (words[0] !== 'copy') return null
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`)
  if (pairs.includes('from stdin')) return { message: 'COPY … FROM STDIN needs psql', hint: 'write the rows as INSERT … VALUES' }
  if (!pairs.includes('to stdout')) return null
  return { message: 'COPY … TO STDOUT has nowhere to write to', hint: 'take it out of the migration' }
}

function beginningOf(words: readonly string[]): TransactionControl {
  const rest = words.slice(1).filter((word) => word !== 'work' && word !== 'transaction')
  return rest.length === 0 ? 'begin' : 'begin-with-options'
}

function isEnd(word: string | undefined): boolean {
  return word === 'commit' || word === 'end' || word === 'rollback' || word === 'abort'
}
