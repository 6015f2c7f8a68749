/** Text of strangers (databases, migrations, tools) inside Markdown: it can be read, and it cannot become markup. */

/** Longest text in a cell of a table. */
const CELL_LENGTH = 160
const MOST_ROWS = 100

/** One line in which nothing is markup: neither Markdown, nor HTML, nor a mention, nor a link. */
export function inline(text: string, length = 600): string {
  return (
    shorten(oneLine(text), length)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_{}[\]|~#!]/g, '\\$&')
      // A zero-width space keeps a name from notifying a person and an address from becoming a link.
      .replace(/@(?=\w)/g, '@\u200B')
      .replace(/\b(https?|ftp):\/\//gi, '$1:\u200B//')
      .replace(/^(\d*)([-+=.)])(?=\s|$|[-=])/, '$1\\$2')
  )
}

/** A cell of a table. */
export function cell(text: string | null): string {
  return text === null || text === '' ? '' : inline(text, CELL_LENGTH)
}

/** One line in a fixed-width font. Backticks in it are given longer fences. */
export function code(text: string, length = 300): string {
  const line = shorten(oneLine(text), length)
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = /^`|`$/.test(line) ? ' ' : ''
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`
}

/** The same in a cell, where a pipe would end the cell even inside of code. */
export function codeCell(text: string): string {
  return code(text, CELL_LENGTH).replace(/\|/g, '\\|')
}

/** Lines in a fixed-width font; the newest are kept where there are too many. */
export function fenced(lines: readonly string[], language = 'text', limit = 40): string {
  const kept = lines.slice(-limit).map((line) => shorten(visible(line), 400))
  const dropped = lines.length > limit ? [`… (${lines.length - limit} lines before)`] : []
  const fence = '`'.repeat(Math.max(3, longestRun(kept.join('\n')) + 1))
  return [`${fence}${language}`, ...dropped, ...kept, fence].join('\n')
}

/**
 * A table that stops where nobody reads on; `items` become rows only as far as they are shown.
 * A column in which no row says anything is left out.
 */
export function table<Item>(head: readonly string[], items: readonly Item[], rowOf: (item: Item) => readonly string[]): string {
  const rows = items.slice(0, MOST_ROWS).map(rowOf)
  const told = head.map((_, column) => rows.some((row) => row[column] !== ''))
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => told[column]).join(' | ')} |`
  const more = items.length > MOST_ROWS ? ['', `… and ${items.length - MOST_ROWS} more, all of them in report.json.`] : []
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ...more].join('\n')
}

/** A part that opens at a click. The empty lines make what is inside Markdown again. */
export function folded(summary: string, content: string, open: boolean): string {
  return `<details${open ? ' open' : ''}><summary>${inline(summary)}</summary>\n\n${content}\n\n</details>`
}

const MARKS: Readonly<Record<string, string>> = { passed: '✅', failed: '❌', errored: '❌', warning: '⚠️', skipped: '⏭️' }

/** The status of a check, stage or budget, to be seen from afar. */
export function statusText(status: string): string {
  return `${MARKS[status] ?? ''} ${status}`.trim()
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim())
}

/**
 * Control characters and those that turn the direction of writing are shown, not obeyed. A report that a workflow prints is no
 * command to its runner either, which takes `##[` anywhere and `::` at the start of a line for one.
 */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  const shown = text.replace(/\t/g, '  ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�')
  return shown.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [')
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
