/** How many columns of a terminal a text takes. */

/** East Asian wide and full-width characters and pictographs take two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const COMBINING = /\p{Mark}/u

function columnsOf(character: string): number {
  if (COMBINING.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** The text cut to at most `columns`, with a mark where it was cut. */
export function cut(text: string, columns: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += columnsOf(character)
    if (used > columns) return `${text.slice(0, Math.max(0, end - 1))}…`
    end += character.length
  }
  return text
}
