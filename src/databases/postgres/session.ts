/** One SQL session on PostgreSQL: values as text, known settings, cancellation in the server, typed errors. */
import type pg from 'pg'
import { StatementError } from '../../domain/errors.ts'
import type { Answer, SqlSession, SqlValue } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { type Client, connect } from './connect.ts'
import { lostSession, statementFailure } from './failures.ts'
import { askFirstRows } from './first-rows.ts'
import { applicationNameOf, type SessionDefaults } from './session-defaults.ts'
import type { PostgresSettings } from './settings.ts'
import { textRows } from './text-rows.ts'

/** How long a cancelled statement may take to end before its connection is cut. */
const CANCEL_GRACE_MS = 5_000

export class PostgresSession implements SqlSession {
  readonly settings: PostgresSettings
  /** As the server reports it, e.g. `15.4 (Debian 15.4-1)`. */
  readonly serverVersion: string
  readonly #client: Client
  readonly #defaults: SessionDefaults
  readonly #signal: AbortSignal | undefined
  #lost: unknown
  #queue: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(
    client: Client,
    settings: PostgresSettings,
    defaults: SessionDefaults,
    serverVersion: string,
    signal: AbortSignal | undefined,
  ) {
    this.#client = client
    this.settings = settings
    this.#defaults = defaults
    this.serverVersion = serverVersion
    this.#signal = signal
    client.on('error', (error: unknown) => {
      this.#lost ??= error
    })
  }

  /** The process that the server announced when the session started; behind a pooler not the one that serves it. */
  get announcedPid(): number | null {
    return this.#client.processID
  }

  async query(sql: string, values: readonly SqlValue[] = []): Promise<readonly TextRow[]> {
    return textRows(await this.#inTurn(() => this.#cancellable(() => this.#run(sql, values))))
  }

  answer(sql: string, most: number): Promise<Answer | null> {
    return this.#inTurn(() => this.#cancellable(() => this.#sending(() => askFirstRows(this.#client, sql, most))))
  }

  /** By COPY: the server plans the query as it does without, in parallel too, and the driver lets go of each row as it comes. */
  async receive(sql: string): Promise<number> {
    const results = await this.#inTurn(() => this.#cancellable(() => this.#run(`COPY (${withoutEnd(sql)}\n) TO STDOUT`, [])))
    return results.at(-1)?.rowCount ?? 0
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.query('BEGIN')
    let result: T
    try {
      result = await work()
    } catch (failure) {
      await this.#rollback(failure)
      throw failure
    }
    await this.#commit()
    return result
  }

  close(): Promise<void> {
    this.#closing ??= this.#client.end().catch(() => {})
    return this.#closing
  }

  /** Whether it can still be used, as far as is known without asking the server. */
  get isOpen(): boolean {
    return this.#lost === undefined && this.#closing === undefined
  }

  /** Cuts the connection at once, without waiting for the server. */
  destroy(reason = new Error('the connection was cut')): void {
    this.#lost ??= reason
    this.#client.connection.stream.destroy(reason)
  }

  async #commit(): Promise<void> {
    const results = await this.#inTurn(() => this.#run('COMMIT', []))
    // The server answers COMMIT of a transaction that failed inside with ROLLBACK, and no error.
    if (results.at(-1)?.command === 'COMMIT') return
    throw new StatementError('the transaction was rolled back: a statement in it had failed', { sqlState: '25P02' })
  }

  /** Not cancellable: it is the way out after a cancellation. */
  async #rollback(failure: unknown): Promise<void> {
    try {
      await this.#inTurn(() => this.#run('ROLLBACK', []))
    } catch (rollbackFailure) {
      // The server rolls back what a lost session left; the first failure tells what happened.
      if (this.#lost !== undefined) return
      this.destroy()
      const words = failure instanceof Error ? failure.message : String(failure)
      throw new AggregateError([failure, rollbackFailure], `${words}; and the rollback failed`, { cause: failure })
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => {})
    return turn
  }

  async #cancellable<T>(work: () => Promise<T>): Promise<T> {
    const signal = this.#signal
    signal?.throwIfAborted()
    if (signal === undefined) return work()
    let cancelling: Promise<void> | undefined
    let grace: NodeJS.Timeout | undefined
    const onAbort = () => {
      cancelling = this.#cancel()
      grace = setTimeout(() => this.destroy(), CANCEL_GRACE_MS)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      throw error
    } finally {
      signal.removeEventListener('abort', onAbort)
      clearTimeout(grace)
      // A cancellation still under way could hit the next statement, which may be the rollback.
      await cancelling
    }
  }

  async #cancel(): Promise<void> {
    try {
      const applicationName = applicationNameOf(this.#defaults.runId, 'cancel')
      const { client } = await connect(this.settings, { applicationName, timeoutMs: CANCEL_GRACE_MS })
      await client.query('SELECT pg_cancel_backend($1)', [this.#client.processID]).finally(() => client.end())
    } catch {
      // The connection is cut when the grace is over.
    }
  }

  #run(sql: string, values: readonly SqlValue[]): Promise<readonly pg.QueryArrayResult[]> {
    return this.#sending(async () => {
      const result: pg.QueryArrayResult | pg.QueryArrayResult[] = await this.#client.query({
        text: sql,
        values: [...values],
        rowMode: 'array',
      })
      return Array.isArray(result) ? result : [result]
    })
  }

  async #sending<T>(work: () => Promise<T>): Promise<T> {
    if (this.#lost !== undefined) throw lostSession(this.#lost, this.settings)
    try {
      return await work()
    } catch (error) {
      throw statementFailure(error, this.settings)
    }
  }
}

/** A query may end with its semicolon; inside of another statement it must not. */
function withoutEnd(sql: string): string {
  return sql.replace(/[\s;]+$/, '')
}
