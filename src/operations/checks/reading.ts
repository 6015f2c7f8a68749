/** Reads for a check: the server refuses anything else. Checks asked side by side share a few sessions. */
import { CheckError, ConnectionError } from '../../domain/errors.ts'
import type { Sessions, SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'

/**
 * Runs work in a read-only transaction that is rolled back: what a query sets does not reach the next check. In a session of
 * its own, or within {@link keepingReaders} in one that an earlier check has left in order.
 */
export async function whileReading<Result>(
  database: Sessions,
  signal: AbortSignal,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const kept = KEPT.get(database)
  const reader = kept?.idle.pop() ?? new Reader(database)
  try {
    return await reader.read(signal, work)
  } finally {
    if (kept !== undefined && kept.users > 0 && reader.inOrder) kept.idle.push(reader)
    else await reader.close()
  }
}

export function readOnlyQuery(database: Sessions, sql: string, signal: AbortSignal): Promise<readonly TextRow[]> {
  return whileReading(database, signal, (session) => session.query(sql))
}

interface KeptReaders {
  users: number
  readonly idle: Reader[]
}

const KEPT = new WeakMap<Sessions, KeptReaders>()

/** While work is under way, sessions that a check is done with are kept for the next: opening one takes longer than most queries. */
export async function keepingReaders<Result>(database: Sessions, work: () => Promise<Result>): Promise<Result> {
  const kept = KEPT.get(database) ?? { users: 0, idle: [] }
  KEPT.set(database, kept)
  kept.users++
  try {
    return await work()
  } finally {
    kept.users--
    if (kept.users === 0) await Promise.all(kept.idle.splice(0).map((reader) => reader.close()))
  }
}

/** Thrown to have a transaction rolled back that went well. */
const ROLL_BACK = Symbol('roll back')

/** A setting that ends with its transaction. */
const MARK = 'savepoint.reading'

/** What outlives a rollback is taken back, too: locks of the session and prepared statements. @throws CheckError where a COMMIT stood in between */
async function requireOwnTransaction(session: SqlSession): Promise<void> {
  const [found] = await session.query(`DEALLOCATE ALL; SELECT pg_advisory_unlock_all(), current_setting('${MARK}', true) AS mark`)
  if (found?.mark === '1') return
  throw new CheckError('the check ended the read-only transaction that it is asked in', {
    hint: 'take COMMIT and ROLLBACK out of it',
  })
}

/** One session for checks, one after the other, each under its own signal. */
class Reader {
  readonly #database: Sessions
  /** Sessions are cancelled by the signal they were opened with; this one passes on that of the check being asked. */
  #abort = new AbortController()
  #session: SqlSession | undefined
  /** Whether it can be handed to another check: never after a failure, which may hide that the transaction was ended before it. */
  inOrder = true

  constructor(database: Sessions) {
    this.#database = database
  }

  async read<Result>(signal: AbortSignal, work: (session: SqlSession) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted()
    const passOn = () => {
      this.inOrder = false
      this.#abort.abort(signal.reason)
    }
    signal.addEventListener('abort', passOn, { once: true })
    try {
      await this.#makeReady()
      return await this.#readIn(this.#session as SqlSession, work)
    } catch (error) {
      this.inOrder = false
      throw error
    } finally {
      signal.removeEventListener('abort', passOn)
    }
  }

  async close(): Promise<void> {
    await this.#session?.close()
  }

  /** A session that was lost while nobody used it is no concern of the check that is asked next. */
  async #makeReady(): Promise<void> {
    if (this.#session === undefined) return this.#open()
    try {
      await this.#session.query('SELECT 1')
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error
      await this.#session.close()
      await this.#open()
    }
  }

  async #open(): Promise<void> {
    this.#session = await this.#database.open({ purpose: 'check', signal: this.#abort.signal })
    // Also for what comes after a COMMIT that stands among a check's statements.
    await this.#session.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY')
  }

  async #readIn<Result>(session: SqlSession, work: (session: SqlSession) => Promise<Result>): Promise<Result> {
    let result: { readonly value: Result } | undefined
    const reading = session.transaction(async () => {
      // Row security off makes the server refuse instead of hiding rows: no orphans would be found among hidden ones.
      await session.query(`SET TRANSACTION READ ONLY; SET LOCAL row_security = off; SET LOCAL ${MARK} = '1'`)
      const value = await work(session)
      await requireOwnTransaction(session)
      result = { value }
      throw ROLL_BACK
    })
    await reading.catch((error: unknown) => {
      if (error !== ROLL_BACK) throw error
    })
    return (result as { readonly value: Result }).value
  }
}
