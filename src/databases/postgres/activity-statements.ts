/** What pg_stat_statements knows: which statements became slow since the look before, and how long they took on average. */
import { StatementError } from '../../domain/errors.ts'
import type { Source } from '../../domain/ports/activity.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { quoteName } from './names.ts'
import { statementText } from './statement-text.ts'
import { describeMs } from './units.ts'

/** Since this version of the extension its columns tell planning from execution (PostgreSQL 13 and newer bring it). */
const OLDEST_VERSION = [1, 8] as const
const MEANS_KEPT = 100

interface Known {
  readonly calls: number
  readonly totalMs: number
  readonly slowestMs: number
}

export interface SlowStatement {
  readonly queryId: string
  readonly line: string
}

/** Remembers between looks only statements that have ever been slow. */
export class StatementStatistics {
  readonly source: Source
  readonly #schema: string
  readonly #overMs: number
  readonly #meansBeforeMs: Readonly<Record<string, number>>
  #known: ReadonlyMap<string, Known> | null = null

  private constructor(source: Source, schema: string, overMs: number, meansBeforeMs: Readonly<Record<string, number>>) {
    this.source = source
    this.#schema = schema
    this.#overMs = overMs
    this.#meansBeforeMs = meansBeforeMs
  }

  /** Where the extension is not there, or does not answer, the source says why, and nothing is ever found. */
  static async open(
    session: SqlSession,
    overMs: number,
    meansBeforeMs: Readonly<Record<string, number>>,
  ): Promise<StatementStatistics> {
    const [row] = await session.query(
      `SELECT n.nspname AS schema, e.extversion AS version FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'pg_stat_statements'`,
    )
    const schema = quoteName(row?.schema ?? 'public')
    const source = await sourceOf(session, row, schema)
    return new StatementStatistics(source, schema, overMs, meansBeforeMs)
  }

  /** Those that took longer than the limit since the look before; none at the first look. */
  async slow(session: SqlSession): Promise<readonly SlowStatement[]> {
    if (!this.source.readable) return []
    const rows = await session.query(`${this.#grouped()} HAVING max(max_exec_time) > $1`, [this.#overMs])
    const now = new Map(rows.map((row) => [row.queryid ?? '', knownOf(row)]))
    const before = this.#known
    this.#known = now
    if (before === null) return []
    const grown = [...now].flatMap(([queryId, known]) => {
      const since = difference(known, before.get(queryId))
      return since !== null && this.#isSlow(known, since, before.get(queryId)) ? [{ queryId, known, since }] : []
    })
    return this.#described(session, grown)
  }

  /** Means of the statements that took the most time in all. */
  async means(session: SqlSession): Promise<Record<string, number>> {
    if (!this.source.readable) return {}
    const rows = await session.query(`${this.#grouped()} ORDER BY sum(total_exec_time) DESC LIMIT ${MEANS_KEPT}`)
    return Object.fromEntries(rows.map((row) => [row.queryid ?? '', meanOf(knownOf(row))]))
  }

  /** Without the texts, which the server reads from a file. */
  #grouped(): string {
    return `SELECT queryid, sum(calls) AS calls, sum(total_exec_time) AS total, max(max_exec_time) AS slowest
              FROM ${this.#schema}.pg_stat_statements(false)
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND queryid IS NOT NULL AND calls > 0
             GROUP BY queryid`
  }

  #isSlow(known: Known, since: Known, before: Known | undefined): boolean {
    return meanOf(since) > this.#overMs || before === undefined || known.slowestMs > before.slowestMs
  }

  async #described(
    session: SqlSession,
    grown: readonly { readonly queryId: string; readonly known: Known; readonly since: Known }[],
  ): Promise<readonly SlowStatement[]> {
    if (grown.length === 0) return []
    const rows = await session.query(
      `SELECT queryid, min(query) AS query FROM ${this.#schema}.pg_stat_statements WHERE queryid = ANY ($1::bigint[]) GROUP BY queryid`,
      [`{${grown.map(({ queryId }) => queryId).join(',')}}`],
    )
    const texts = new Map(rows.map((row) => [row.queryid, row.query ?? '']))
    return grown.flatMap(({ queryId, known, since }) => {
      const text = texts.get(queryId) ?? ''
      return text.startsWith(OWN) ? [] : [{ queryId, line: this.#lineOf(queryId, known, since, text) }]
    })
  }

  #lineOf(queryId: string, known: Known, since: Known, text: string): string {
    const before = this.#meansBeforeMs[queryId]
    const compared = before === undefined ? '' : `, mean before ${describeMs(before)}`
    // What had never been slow was not remembered: its calls are those of all time.
    const calls = `${since.calls} call${since.calls === 1 ? '' : 's'}${since === known ? ' in all' : ''}`
    return `slowest ${describeMs(known.slowestMs)}; ${calls}, mean ${describeMs(meanOf(since))}${compared}: ${statementText(text)}`
  }
}

/** Begins the statements that Savepoint itself times: they have a row of their own. */
const OWN = '/* savepoint */'

async function sourceOf(session: SqlSession, row: TextRow | undefined, schema: string): Promise<Source> {
  if (row === undefined) return { readable: false, reason: 'the extension pg_stat_statements is not in this database' }
  const [major = 0, minor = 0] = (row.version ?? '').split('.').map(Number)
  if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1])) {
    return { readable: false, reason: `pg_stat_statements ${row.version} is too old: ALTER EXTENSION pg_stat_statements UPDATE` }
  }
  try {
    await session.query(`SELECT 1 FROM ${schema}.pg_stat_statements(false) LIMIT 1`)
    return { readable: true, words: 'pg_stat_statements and, for statements still running, pg_stat_activity' }
  } catch (error) {
    if (!(error instanceof StatementError)) throw error
    return { readable: false, reason: error.message }
  }
}

function knownOf(row: TextRow): Known {
  return { calls: Number(row.calls), totalMs: Number(row.total), slowestMs: Number(row.slowest) }
}

/** What came since; `null` where nothing did. Counters that went back were reset, and count from nothing. */
function difference(known: Known, before: Known | undefined): Known | null {
  if (before === undefined || known.calls < before.calls) return known
  if (known.calls === before.calls) return null
  return { ...known, calls: known.calls - before.calls, totalMs: known.totalMs - before.totalMs }
}

function meanOf({ calls, totalMs }: Known): number {
  return totalMs / calls
}
