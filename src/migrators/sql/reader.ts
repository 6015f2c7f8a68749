/** One session for all questions to the history: a run asks often, and connecting takes longer than answering. */
import { ConnectionError } from '../../domain/errors.ts'
import type { Sessions, SqlSession } from '../../domain/ports/database.ts'

export class HistoryReader {
  readonly #sessions: Sessions
  #kept: { readonly signal: AbortSignal; readonly session: SqlSession } | undefined

  /** @param sessions - close the session that is kept, together with all others */
  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  /** The work must leave no transaction open and no settings changed. */
  async ask<T>(signal: AbortSignal, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const kept = this.#kept
    // A session is cancelled by the signal that it was opened with.
    if (kept?.signal !== signal) return work(await this.#open(signal))
    try {
      return await work(kept.session)
    } catch (error) {
      // It may have been lost in a long migration, or closed because the database was swapped.
      if (!(error instanceof ConnectionError)) throw error
      signal.throwIfAborted()
      return work(await this.#open(signal))
    }
  }

  async #open(signal: AbortSignal): Promise<SqlSession> {
    const earlier = this.#kept
    this.#kept = undefined
    await earlier?.session.close()
    const session = await this.#sessions.open({ purpose: 'history', signal })
    this.#kept = { signal, session }
    return session
  }
}
