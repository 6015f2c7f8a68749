/** Finds errors in the server's log as it grows: JSON, CSV, or text by the server's own line prefix. */

/** What one error in the log says. */
export interface LoggedError {
  /** `null` where the log does not say. */
  readonly database: string | null
  /** SQLSTATE; `null` where the log does not say. */
  readonly sqlState: string | null
  readonly message: string
  /** `null` where the log does not say. */
  readonly statement: string | null
}

/** Takes the log in pieces; keeps what is not yet a whole entry. */
export interface EntryReader {
  read(text: string): readonly LoggedError[]
}

/** An entry that never ends is given up at this length. */
const LONGEST_ENTRY = 2 ** 20

/** Cuts a growing text into entries. `endOf` finds the end of the entry that begins at `from`, or -1. */
class Cutter {
  readonly #endOf: (text: string, from: number) => number
  #rest = ''

  constructor(endOf: (text: string, from: number) => number) {
    this.#endOf = endOf
  }

  cut(text: string): readonly string[] {
    const all = this.#rest + text
    const entries: string[] = []
    let from = 0
    for (let end = this.#endOf(all, from); end !== -1; end = this.#endOf(all, from)) {
      entries.push(all.slice(from, end))
      from = end + 1
    }
    this.#rest = all.length - from > LONGEST_ENTRY ? '' : all.slice(from)
    return entries
  }
}

const endOfLine = (text: string, from: number) => text.indexOf('\n', from)

/** One JSON object per line (https://www.postgresql.org/docs/current/runtime-config-logging.html, table of keys). */
export function jsonEntries(): EntryReader {
  const cutter = new Cutter(endOfLine)
  return { read: (text) => cutter.cut(text).flatMap(fromJson) }
}

function fromJson(line: string): readonly LoggedError[] {
  try {
    const entry = JSON.parse(line) as Readonly<Record<string, string | undefined>>
    const { dbname, state_code, message, statement } = entry
    return [{ database: dbname ?? null, sqlState: state_code ?? null, message: message ?? '', statement: statement ?? null }]
  } catch {
    // The first line may have been cut where the watch began.
    return []
  }
}

/** Places of columns in csvlog, the same in every version. */
const CSV = { database: 2, sqlState: 12, message: 13, statement: 19 } as const

export function csvEntries(): EntryReader {
  const cutter = new Cutter(endOfRecord)
  return { read: (text) => cutter.cut(text).flatMap(fromCsv) }
}

/** A line break inside of quotes is part of the record. */
function endOfRecord(text: string, from: number): number {
  let quoted = false
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === '\n' && !quoted) return at
  }
  return -1
}

function fromCsv(record: string): readonly LoggedError[] {
  const fields = [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
  const message = fields[CSV.message]
  if (message === undefined) return []
  const known = (place: number) => fields[place] || null
  return [{ database: known(CSV.database), sqlState: known(CSV.sqlState), message, statement: known(CSV.statement) }]
}

/** Text. Each line begins with `log_line_prefix`, and says in English what it is. */
export function textEntries(linePrefix: string): EntryReader {
  const cutter = new Cutter(endOfLine)
  const pattern = new RegExp(`^${prefixPattern(linePrefix)}(?:ERROR|FATAL|PANIC): {1,2}(?<message>.*)$`)
  return { read: (text) => cutter.cut(text).flatMap((line) => fromText(pattern.exec(line)?.groups)) }
}

function fromText(groups: Readonly<Record<string, string | undefined>> | undefined): readonly LoggedError[] {
  if (groups === undefined) return []
  const { database, sqlState, message } = groups
  return [{ database: database ?? null, sqlState: sqlState ?? null, message: message ?? '', statement: null }]
}

/** Whether a line's prefix names the database it is about. */
export function namesDatabase(linePrefix: string): boolean {
  return /%-?\d*d/.test(linePrefix)
}

/** Matches what the server makes of `log_line_prefix`; the first of each escape is captured. */
function prefixPattern(linePrefix: string): string {
  const seen = new Set<string>()
  const group = (name: string, pattern: string) => {
    if (seen.has(name)) return ` *${pattern} *`
    seen.add(name)
    return ` *(?<${name}>${pattern}) *`
  }
  return linePrefix.replace(/%(-?\d+)?([a-zA-Z%])|[^%]/g, (written, _padding, letter: string | undefined) => {
    if (letter === undefined) return written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    if (letter === 'q') return ''
    if (letter === '%') return '%'
    if (letter === 'd') return group('database', '.*?')
    return letter === 'e' ? group('sqlState', '[0-9A-Z]{5}') : ' *.*? *'
  })
}
