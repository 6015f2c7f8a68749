/** Lays text out in lines of a given width. */

/** The width that every terminal has. */
export const WIDTH = 80

/** Spaces, but not the one between a number and its unit. */
const GAP = /(?<!\d)\s+|\s+(?!(?:bytes|[kMGT]B|ms|s|min|h|d|%)(?![\w-]))/

/** Breaks a text at spaces into lines of at most `width`; a longer word stands alone on its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(GAP).filter((word) => word !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Breaks a line of a tool where it has a space near the end of the room, else within a word; nothing of it is lost. */
export function pieces(line: string, room: number): readonly string[] {
  if (line.length <= room) return [line]
  const space = line.lastIndexOf(' ', room)
  const end = space > room / 2 ? space + 1 : room
  return [line.slice(0, end).trimEnd(), ...pieces(line.slice(end), room)]
}

/** Wraps a text with every line indented. */
export function indented(text: string, indent: number, width = WIDTH): readonly string[] {
  return wrap(text, width - indent).map((line) => ' '.repeat(indent) + line)
}

/** Two columns: terms on the left, wrapped words on the right; a term that is too long stands on its own line. */
export function table(rows: readonly (readonly [term: string, words: string])[], width = WIDTH): readonly string[] {
  const left = Math.min(28, Math.max(0, ...rows.map(([term]) => term.length + 4)))
  return rows.flatMap(([term, words]) => {
    const lines = indented(words, left, width)
    const head = `  ${term}`
    if (head.length + 2 > left) return [head, ...lines]
    return [head.padEnd(left) + (lines[0] ?? '').trimStart(), ...lines.slice(1)]
  })
}
