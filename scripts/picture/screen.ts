/** What stays on a terminal of the bytes that a program wrote to it: lines of styled text, redrawn lines as they were left. */

/** Width of the terminal. */
export const COLUMNS = 80

export type Tone = 'plain' | 'good' | 'bad' | 'warning' | 'faint' | 'strong'

export interface Segment {
  readonly text: string
  readonly tone: Tone
}

/** The selections of graphic rendition that Savepoint writes. */
const TONES: Readonly<Record<string, Tone>> = { 0: 'plain', 1: 'strong', 2: 'faint', 31: 'bad', 32: 'good', 33: 'warning' }

const ESCAPE = '\u001b['
const CLEAR_LINE = `${ESCAPE}2K`

/**
 * Lines longer than the terminal go on in the next one, as they do there.
 *
 * @throws Error for a control sequence that it does not know, so that no picture shows what nobody saw
 */
export function linesOnScreen(written: string): readonly (readonly Segment[])[] {
  return written.replaceAll('\r\n', '\n').split('\n').map(lastDrawn).map(segmentsOf).flatMap(folded)
}

/** Progress is drawn over and over on one line: what follows the last clearing is what was left. */
function lastDrawn(line: string): string {
  return line.split(CLEAR_LINE).at(-1) ?? ''
}

function segmentsOf(line: string): readonly Segment[] {
  const [first = '', ...rest] = line.split(ESCAPE)
  const segments: Segment[] = [{ text: first, tone: 'plain' }]
  for (const part of rest) {
    const [, code = '', text = ''] = /^(\d+)m(.*)$/.exec(part) ?? []
    const tone = TONES[code]
    if (tone === undefined) throw new Error(`unknown control sequence: ${JSON.stringify(part.slice(0, 10))}`)
    segments.push({ text, tone })
  }
  return segments.filter(({ text }) => text !== '')
}

function folded(line: readonly Segment[]): readonly (readonly Segment[])[] {
  const cells = line.flatMap(({ text, tone }) => [...text].map((character) => ({ text: character, tone })))
  const rows = [cells.slice(0, COLUMNS)]
  for (let start = COLUMNS; start < cells.length; start += COLUMNS) rows.push(cells.slice(start, start + COLUMNS))
  return rows.map(joined)
}

/** Neighbours of one tone become one segment. */
function joined(cells: readonly Segment[]): readonly Segment[] {
  const segments: Segment[] = []
  for (const { text, tone } of cells) {
    const last = segments.at(-1)
    if (last?.tone === tone) segments[segments.length - 1] = { text: last.text + text, tone }
    else segments.push({ text, tone })
  }
  return segments
}
