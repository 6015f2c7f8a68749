/** Makes text from databases, tools and files harmless to a terminal and to the runner of a workflow. */
import { stripVTControlCharacters } from 'node:util'

/** C0, DEL, C1, and the marks by which text pretends to run in another direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The lines of a text, without escape sequences and control characters. */
export function harmlessLines(text: string): readonly string[] {
  return stripVTControlCharacters(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(harmlessLine)
}

function harmlessLine(line: string): string {
  return neutralise(line.replaceAll('\t', '    ').replace(CONTROL, ''))
}

/** A whole text in one harmless line. */
export function harmlessWord(text: string): string {
  return harmlessLines(text).join(' ')
}

/**
 * Breaks workflow commands. The runner takes `::` at the start of a line (after spaces), and `##[` anywhere in it, for a command
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
function neutralise(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [')
}

/** JSON text that holds the same values and no workflow command. */
export function harmlessJson(json: string): string {
  // `#` occurs only inside strings, where it may be written as an escape.
  return json.replaceAll('##[', String.raw`#\u0023[`)
}
