/** All sessions of one database handle: opened with the run's settings, tracked, and closed together. */
import { ConnectionError } from '../../domain/errors.ts'
import type { SessionOptions, Sessions } from '../../domain/ports/database.ts'
import { oneLine } from './failures.ts'
import type { PostgresSession } from './session.ts'
import type { SessionDefaults } from './session-defaults.ts'
import { openSession } from './session-opening.ts'
import { type PostgresSettings, withDatabase } from './settings.ts'

/** Databases that every cluster has; a session there is in nobody's way. */
const MAINTENANCE_DATABASES = ['postgres', 'template1']

/** What the server, or a pooler, says when this role cannot enter a database that others may enter. */
const NO_ENTRY = new Set(['3D000', '42501', '28000', '55000', '08P01'])

export class PostgresSessions implements Sessions {
  readonly settings: PostgresSettings
  readonly defaults: SessionDefaults
  readonly #open = new Set<PostgresSession>()
  #shared: Promise<PostgresSession> | undefined

  constructor(settings: PostgresSettings, defaults: SessionDefaults) {
    this.settings = settings
    this.defaults = defaults
  }

  /** @param database - another database of the same server */
  async open(options: SessionOptions, database = this.settings.database): Promise<PostgresSession> {
    const session = await openSession(withDatabase(this.settings, database), this.defaults, options)
    for (const known of this.#open) if (!known.isOpen) this.#open.delete(known)
    this.#open.add(session)
    return session
  }

  /** The one session for short questions (facts, health, ledger), opened on first use and again when it was lost. */
  async shared(): Promise<PostgresSession> {
    const current = this.#shared
    if (current !== undefined) {
      const session = await current.catch(() => null)
      if (session?.isOpen) return session
      if (this.#shared === current) this.#shared = undefined
    }
    this.#shared ??= this.open({ purpose: 'control' })
    return this.#shared
  }

  /** A session in another database of the server: databases cannot be created, renamed or dropped from inside. */
  async withMaintenance<T>(options: SessionOptions, work: (session: PostgresSession) => Promise<T>): Promise<T> {
    const session = await this.#openMaintenance(options)
    try {
      return await work(session)
    } finally {
      await session.close()
    }
  }

  /**
   * A session in the first of the databases that this role may enter.
   *
   * @throws ConnectionError as for the last one, or at once when the failure is of the server and not of one database
   */
  async openFirst(databases: readonly string[], options: SessionOptions): Promise<PostgresSession> {
    for (const database of databases.slice(0, -1)) {
      try {
        return await this.open(options, database)
      } catch (error) {
        if (!isClosedToUs(error)) throw error
      }
    }
    return this.open(options, databases.at(-1))
  }

  /** Ends this process's own sessions in one database; the lock, held in another, stays. */
  async closeSessionsIn(database: string): Promise<void> {
    await this.#close([...this.#open].filter(({ settings }) => settings.database === database))
  }

  async closeAll(): Promise<void> {
    await this.#close([...this.#open])
  }

  async #close(sessions: readonly PostgresSession[]): Promise<void> {
    for (const session of sessions) this.#open.delete(session)
    await Promise.all(sessions.map((session) => session.close()))
  }

  async #openMaintenance(options: SessionOptions): Promise<PostgresSession> {
    const databases = MAINTENANCE_DATABASES.filter((name) => name !== this.settings.database)
    try {
      return await this.openFirst(databases, options)
    } catch (error) {
      if (!isClosedToUs(error)) throw error
      throw new ConnectionError(`${this.settings.user} may enter no maintenance database: ${oneLine((error as Error).message)}`, {
        hint: `GRANT CONNECT ON DATABASE ${databases[0]} to the role: databases are created and renamed from there.`,
        cause: error,
      })
    }
  }
}

function isClosedToUs(error: unknown): boolean {
  const code = error instanceof ConnectionError ? (error.cause as { code?: string } | undefined)?.code : undefined
  return code !== undefined && NO_ENTRY.has(code)
}
