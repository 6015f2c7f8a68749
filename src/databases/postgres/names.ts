/** Quoting of names and text for SQL and for a shell, and cutting to the length that the server keeps. */

/** Bytes that PostgreSQL keeps of a name. */
export const NAME_BYTES = 63

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text literal that means the same whatever `standard_conforming_strings` says. */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? ` E${quoted}` : quoted
}

/** One word of a POSIX shell line, for commands that a person will paste. */
export function quoteShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The longest beginning of a text that fits into so many bytes of UTF-8, no character cut in half. */
export function cutToBytes(text: string, bytes: number): string {
  let size = 0
  let cut = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    cut += character
  }
  return cut
}
