/** Writes a run's journal in both its homes, the run directory and the database's ledger, before each side effect. */
import type { JournalEntry, JournalEvent } from '../domain/journal.ts'
import type { RunContext } from './context.ts'

export class Journal {
  readonly #context: RunContext
  readonly #entries: JournalEntry[] = []
  #announcing: Promise<void> = Promise.resolve()

  constructor(context: RunContext) {
    this.#context = context
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries
  }

  /** Returns once both homes hold the entry. Entries are written one after the other, in the order of the calls. */
  announce(event: JournalEvent): Promise<void> {
    const written = this.#announcing.then(() => this.#write(event))
    this.#announcing = written.catch(() => undefined)
    return written
  }

  /** Records it wherever it can: neither a lost database nor a full disk may keep a run from ending in order. */
  async conclude(event: JournalEvent): Promise<void> {
    const entry = this.#nextEntry(event)
    await this.#context.store.appendJournal(entry).catch((error: unknown) => this.#noteUnwritten(event, 'journal', error))
    await this.#context.database.ledger
      .append(entry)
      .catch((error: unknown) => this.#noteUnwritten(event, 'ledger in the database', error))
  }

  #noteUnwritten({ type }: JournalEvent, home: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error)
    const what = type === 'run-finished' ? 'the outcome' : type
    this.#context.emit({ type: 'note', text: `${what} could not be written to the ${home}: ${this.#context.redact(why)}` })
  }

  start(): Promise<void> {
    const { operation, plan, database, migrator, actor, host, pid } = this.#context
    return this.announce({
      type: 'run-started',
      operation,
      environment: plan.environment,
      database: database.maskedUrl,
      databaseName: database.name,
      history: migrator.historyKey,
      actor,
      host,
      pid,
    })
  }

  async #write(event: JournalEvent): Promise<void> {
    const entry = this.#nextEntry(event)
    await this.#context.store.appendJournal(entry)
    await this.#context.database.ledger.append(entry)
  }

  #nextEntry(event: JournalEvent): JournalEntry {
    const { runId, clock } = this.#context
    const entry = { runId, sequence: this.#entries.length + 1, at: clock.now().toISOString(), event }
    this.#entries.push(entry)
    return entry
  }
}

/** The journal of an operation that changes nothing, and so announces nothing. */
export type MaybeJournal = Journal | null
