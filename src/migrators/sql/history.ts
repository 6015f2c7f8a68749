/** The history table: which files were applied, as what content, when, by whom and for how long. */
import { StatementError } from '../../domain/errors.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import { quoteTableName, type TableName } from '../../domain/table-name.ts'

export interface HistoryEntry {
  readonly revision: string
  readonly name: string
  /** SHA-256 in hex, as {@link checksumOf} computes it. */
  readonly checksum: string
}

const NO_SUCH_TABLE = new Set(['42P01', '3F000'])

export class SqlHistory {
  readonly #table: string

  constructor(table: TableName) {
    this.#table = quoteTableName(table)
  }

  /** Every entry, in no order; empty where the table does not exist: before the first migration. */
  async read(session: SqlSession): Promise<readonly HistoryEntry[]> {
    return (await this.#select(session, 'revision, name, checksum')).map((row) => ({
      revision: row.revision ?? '',
      name: row.name ?? '',
      checksum: row.checksum ?? '',
    }))
  }

  /** Not inside a transaction: where the table is missing, asking fails. */
  async exists(session: SqlSession): Promise<boolean> {
    return (await this.#select(session, 'count(*) as entries')).length > 0
  }

  async create(session: SqlSession): Promise<void> {
    await session.query(`create table ${this.#table} (
  revision text primary key,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  duration_ms bigint not null,
  applied_by text not null default session_user
)`)
  }

  /** The primary key refuses what another run recorded in the meantime. */
  async record(session: SqlSession, entry: HistoryEntry, durationMs: number): Promise<void> {
    await session.query(`insert into ${this.#table} (revision, name, checksum, duration_ms) values ($1, $2, $3, $4)`, [
      entry.revision,
      entry.name,
      entry.checksum,
      Math.round(durationMs),
    ])
  }

  async remove(session: SqlSession, revision: string): Promise<void> {
    await session.query(`delete from ${this.#table} where revision = $1`, [revision])
  }

  /** Makes the table hold exactly these entries; what it says of those it knows (when, by whom) stays. */
  async replace(session: SqlSession, entries: readonly HistoryEntry[]): Promise<void> {
    const kept = new Set(entries.map((entry) => entry.revision))
    const known = new Set((await this.read(session)).map((entry) => entry.revision))
    for (const revision of known) if (!kept.has(revision)) await this.remove(session, revision)
    for (const entry of entries) {
      if (!known.has(entry.revision)) await this.record(session, entry, 0)
      else {
        await session.query(`update ${this.#table} set name = $2, checksum = $3 where revision = $1`, [
          entry.revision,
          entry.name,
          entry.checksum,
        ])
      }
    }
  }

  async #select(session: SqlSession, columns: string) {
    try {
      return await session.query(`select ${columns} from ${this.#table}`)
    } catch (error) {
      if (error instanceof StatementError && NO_SUCH_TABLE.has(error.sqlState ?? '')) return []
      throw error
    }
  }
}
