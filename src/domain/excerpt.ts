/** Places in a text: offsets turned into lines and columns, and the line shown with a caret under the place. */

export interface Place {
  /** Counts from 1. */
  readonly line: number
  /** Characters from 1, not UTF-16 units. */
  readonly column: number
}

const WIDEST = 120
const BEFORE_CARET = 80

/** Line and column of an offset in UTF-16 units. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 }
}

/** The UTF-16 offset of a character counted from 1, as servers count; the end of the text at most. */
export function offsetOfCharacter(text: string, character: number): number {
  let offset = 0
  for (let index = 1; index < character && offset < text.length; index++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1
  }
  return offset
}

/**
 * The line of a place with a caret under its column; a long line is cut to the part around the caret.
 *
 *     12 | alter table films add
 *        |             ^
 */
export function excerptAt(text: string, { line, column }: Place): string {
  const source = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ')
  const characters = [...source].map((character) => (isControl(character) ? '\u{fffd}' : character))
  const from = characters.length > WIDEST ? Math.max(0, column - 1 - BEFORE_CARET) : 0
  const shown = characters.slice(from, from + WIDEST).join('')
  const gutter = String(line)
  return `${gutter} | ${shown}\n${' '.repeat(gutter.length)} | ${' '.repeat(column - 1 - from)}^`
}

/** A line's place at its first character that is not white space. */
export function startOfLine(text: string, line: number): Place {
  const source = text.split('\n')[line - 1] ?? ''
  return { line, column: Math.max(0, source.search(/\S/)) + 1 }
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) as number
  return code < 0x20 || (code >= 0x7f && code < 0xa0)
}
