/** Finds the names that a piece of SQL mentions, so that people can be told which tables it is about. */

/** A name as written, its parts as the database would read them: `film`, or `archive` and `film`. */
export type MentionedName = readonly string[]

const COMMENT = /--[^\r\n]*|\/\*[\s\S]*?\*\//y
/** Strings hold values, not names; what stands between dollars is a body of statements and is read. */
const STRING = /[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'/y
const NAME = /"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*)/y
const DOT = /\s*\.\s*/y

/** Every name in the order of its first mention, once; of words in capitals the lower case, as SQL reads them. */
export function mentionedNames(sql: string): readonly MentionedName[] {
  const found = new Map<string, MentionedName>()
  for (let at = 0; at < sql.length; ) {
    const skipped = matchAt(COMMENT, sql, at) ?? matchAt(STRING, sql, at)
    const name = skipped === null ? qualifiedNameAt(sql, at) : null
    if (name !== null) found.set(JSON.stringify(name.parts), name.parts)
    at = skipped === null ? (name?.end ?? at + 1) : at + skipped[0].length
  }
  return [...found.values()]
}

function qualifiedNameAt(sql: string, start: number): { readonly parts: MentionedName; readonly end: number } | null {
  const parts: string[] = []
  let end = start
  for (let match = matchAt(NAME, sql, start); match !== null; ) {
    parts.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').toLowerCase())
    end += match[0].length
    const dot = matchAt(DOT, sql, end)
    match = dot === null ? null : matchAt(NAME, sql, end + dot[0].length)
    if (dot !== null && match !== null) end += dot[0].length
  }
  return parts.length === 0 ? null : { parts, end }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
