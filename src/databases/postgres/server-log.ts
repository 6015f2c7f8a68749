/** Follows the server's log through the server itself, where the role may: violations of constraints and deadlocks are told only there. */
import { TOLD_LINES, type Told } from '../../domain/activity.ts'
import { StatementError } from '../../domain/errors.ts'
import type { Source } from '../../domain/ports/activity.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { csvEntries, type EntryReader, jsonEntries, type LoggedError, namesDatabase, textEntries } from './server-log-entries.ts'
import { statementText } from './statement-text.ts'

/** Read at once, and at most in one sample: a log that grows faster is caught up with in the samples that follow. */
const CHUNK_BYTES = 2 ** 20
const MOST_CHUNKS = 16

const GRANTS =
  'GRANT EXECUTE ON FUNCTION pg_current_logfile(text), pg_stat_file(text), pg_read_binary_file(text, bigint, bigint) to the role'

interface Place {
  readonly format: 'jsonlog' | 'csvlog' | 'stderr'
  file: string
  offset: number
}

/** Class 23 of SQLSTATE, or the server's English words where the log does not write it. */
const VIOLATION = /violates (?:not-null|foreign key|unique|check|exclusion|partition) constraint|conflicting key value violates/
const DEADLOCK = '40P01'

export interface LogNews {
  readonly violations: Told
  readonly deadlocks: Told
}

/** A log that was found, or why there is none. */
interface Found {
  readonly source: Source
  readonly place: Place | null
  readonly entries: EntryReader
}

export class ServerLog {
  readonly source: Source
  readonly #database: string
  readonly #place: Place | null
  readonly #entries: EntryReader
  readonly #decoder = new TextDecoder()

  private constructor({ source, place, entries }: Found, database: string) {
    this.source = source
    this.#database = database
    this.#place = place
    this.#entries = entries
  }

  /** Begins at the log's end. Where it cannot be read, the source says why. */
  static async open(session: SqlSession, database: string): Promise<ServerLog> {
    return new ServerLog(await findLog(session), database)
  }

  /** What was written since the last time; `null` where the log cannot be read. */
  async news(session: SqlSession): Promise<LogNews | null> {
    if (this.#place === null) return null
    const ours: LoggedError[] = []
    for await (const text of this.#chunks(session, this.#place)) {
      ours.push(...this.#entries.read(text).filter((entry) => this.#isOurs(entry)))
    }
    const isDeadlock = ({ sqlState, message }: LoggedError) => sqlState === DEADLOCK || message === 'deadlock detected'
    return { violations: told(ours.filter(isViolation)), deadlocks: told(ours.filter(isDeadlock)) }
  }

  #isOurs({ database, sqlState, message }: LoggedError): boolean {
    const matters = isViolation({ sqlState, message }) || sqlState === DEADLOCK || message === 'deadlock detected'
    return matters && (database === null || database === this.#database)
  }

  /** The rest of the file, and where the server has begun another one, that too. */
  async *#chunks(session: SqlSession, place: Place): AsyncGenerator<string> {
    for (let count = 0; count < MOST_CHUNKS; count++) {
      const current = await currentFile(session, place.format)
      const bytes = await readBytes(session, place)
      if (bytes.length > 0) yield this.#decoder.decode(bytes, { stream: true })
      if (bytes.length === CHUNK_BYTES) continue
      if (current === null || current === place.file) return
      Object.assign(place, { file: current, offset: 0 })
    }
  }
}

function unreadable(reason: string): Found {
  return { source: { readable: false, reason }, place: null, entries: { read: () => [] } }
}

async function findLog(session: SqlSession): Promise<Found> {
  try {
    const [settings = {}] = await session.query(
      `SELECT current_setting('server_version_num')::int >= 150000 AS has_json, current_setting('log_line_prefix') AS prefix,
              current_setting('lc_messages') AS language, current_setting('log_min_messages') AS least`,
    )
    const { least } = settings
    if (/^(log|fatal|panic)$/.test(least ?? '')) return unreadable(`the server logs no errors: log_min_messages = ${least}`)
    const place = await findPlace(session, settings.has_json === 't')
    return place === null
      ? unreadable('the server keeps no log that can be read from inside: logging_collector is off')
      : readable(place, settings)
  } catch (error) {
    if (!(error instanceof StatementError)) throw error
    return unreadable(`the server's log cannot be read: ${error.message}${error.sqlState === '42501' ? `; ${GRANTS}` : ''}`)
  }
}

/** The end of the best of the logs that are written now. @throws StatementError where the role may not read it */
async function findPlace(session: SqlSession, hasJson: boolean): Promise<Place | null> {
  for (const format of hasJson ? (['jsonlog', 'csvlog', 'stderr'] as const) : (['csvlog', 'stderr'] as const)) {
    const file = await currentFile(session, format)
    if (file === null) continue
    await readBytes(session, { format, file, offset: 0 })
    const [row] = await session.query('SELECT (pg_stat_file($1)).size', [file])
    return { format, file, offset: Number(row?.size) }
  }
  return null
}

function readable(place: Place, { language, prefix }: TextRow): Found {
  if (place.format === 'jsonlog') return { source: whole('JSON'), place, entries: jsonEntries() }
  if (place.format === 'csvlog') return { source: whole('CSV'), place, entries: csvEntries() }
  if (!/^(C|POSIX|en)/.test(language || 'C')) {
    const instead = 'with log_destination = csvlog it could be read'
    return unreadable(`the server's log is text in another language (lc_messages = ${language}); ${instead}`)
  }
  const source = namesDatabase(prefix ?? '') ? whole('text') : ofAllDatabases()
  return { source, place, entries: textEntries(prefix ?? '') }
}

function whole(format: string): Source {
  return { readable: true, words: `the server's log (${format})` }
}

function ofAllDatabases(): Source {
  return { readable: true, words: "the server's log (text), of all databases of the server: log_line_prefix does not name them" }
}

async function currentFile(session: SqlSession, format: string): Promise<string | null> {
  const [row] = await session.query('SELECT pg_current_logfile($1) AS file', [format])
  return row?.file ?? null
}

/** As bytes: a character may be cut in half at the end of what has been written. Moves the place on. */
async function readBytes(session: SqlSession, place: Place): Promise<Buffer> {
  try {
    const sql = "SELECT encode(pg_read_binary_file($1, $2::bigint, $3::bigint), 'base64') AS bytes"
    const [row] = await session.query(sql, [place.file, place.offset, CHUNK_BYTES])
    const bytes = Buffer.from(row?.bytes ?? '', 'base64')
    place.offset += bytes.length
    return bytes
  } catch (error) {
    // A rotated file that somebody has removed holds nothing more.
    if (error instanceof StatementError && error.sqlState === '58P01') return Buffer.alloc(0)
    throw error
  }
}

function isViolation({ sqlState, message }: Pick<LoggedError, 'sqlState' | 'message'>): boolean {
  return sqlState?.startsWith('23') ?? VIOLATION.test(message)
}

function told(errors: readonly LoggedError[]): Told {
  const lines = errors.slice(0, TOLD_LINES).map(({ message, statement }) => {
    return statement === null ? message : `${message}: ${statementText(statement)}`
  })
  return { count: errors.length, lines }
}
