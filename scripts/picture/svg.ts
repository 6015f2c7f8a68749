/** Draws lines of a terminal as an SVG that needs no font of its own and reads well on light and dark pages. */
import { COLUMNS, type Segment, type Tone } from './screen.ts'

/** Width of a character and height of a line, in pixels at the font size below. */
const CELL = { width: 8.4, height: 20 }
const FONT_SIZE = 14
const MARGIN = { side: 22, top: 58, bottom: 20 }

const FONTS = "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

const STYLES: Readonly<Record<Tone, string>> = {
  plain: 'fill:#d6dde6',
  good: 'fill:#4cc38a;font-weight:600',
  bad: 'fill:#ff8078;font-weight:600',
  warning: 'fill:#e3b341;font-weight:600',
  faint: 'fill:#8b97a5',
  strong: 'fill:#ffffff;font-weight:600',
}

export interface Picture {
  readonly title: string
  /** For people who cannot see the picture. */
  readonly description: string
  readonly lines: readonly (readonly Segment[])[]
}

export function drawTerminal({ title, description, lines }: Picture): string {
  const width = Math.round(COLUMNS * CELL.width + 2 * MARGIN.side)
  const height = MARGIN.top + lines.length * CELL.height + MARGIN.bottom
  const styles = Object.entries(STYLES).map(([tone, style]) => `.${tone}{${style}}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>text{font:${FONT_SIZE}px ${FONTS};white-space:pre}${styles.join('')}</style>`,
    ...frame(width, height, title),
    ...lines.flatMap(drawLine),
    '</svg>\n',
  ].join('\n')
}

function frame(width: number, height: number, title: string): readonly string[] {
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, index) => `<circle cx="${24 + index * 20}" cy="20" r="6" fill="${fill}"/>`,
  )
  return [
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="#11161d" stroke="#39424e"/>`,
    `<path d="M1 40H${width - 1}" stroke="#262e38"/>`,
    ...dots,
    `<text x="${width / 2}" y="25" text-anchor="middle" class="faint">${escaped(title)}</text>`,
  ]
}

function drawLine(segments: readonly Segment[], row: number): readonly string[] {
  let column = 0
  return segments.flatMap(({ text, tone }) => {
    const words = drawWords(text, tone, column, row)
    column += [...text].length
    return words
  })
}

/** Every word stands in its own column and is as wide as its cells, whatever font the reader has. */
function drawWords(text: string, tone: Tone, column: number, row: number): readonly string[] {
  const y = MARGIN.top + row * CELL.height + FONT_SIZE
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((match) => {
    const [words] = match
    const x = MARGIN.side + (column + [...text.slice(0, match.index)].length) * CELL.width
    const length = [...words].length * CELL.width
    return `<text x="${x.toFixed(1)}" y="${y}" textLength="${length.toFixed(1)}" class="${tone}">${escaped(words)}</text>`
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
