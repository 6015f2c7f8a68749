/** The proven copy of the state before: kept until the migrated database has been judged by it, dropped before the run ends. */
import type { Database } from '../domain/ports/database.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'

export class KeptCopy {
  readonly name: string
  readonly database: Database
  readonly #context: RunContext
  readonly #journal: Journal

  constructor(context: RunContext, journal: Journal, name: string, database: Database) {
    this.#context = context
    this.#journal = journal
    this.name = name
    this.database = database
  }

  drop(): Promise<void> {
    return dropAnnounced(this.#context, this.#journal, this.name)
  }
}

/** Its making was announced, so that the next run drops it where this one cannot. */
export async function dropAnnounced(context: RunContext, journal: Journal, copy: string): Promise<void> {
  await context.database.dropCopy(copy)
  await journal.announce({ type: 'copy-dropped', copy })
}
