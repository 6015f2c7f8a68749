/** Reads a Python traceback: what was raised, and through which files it came. */

export interface Frame {
  readonly file: string
  readonly line: number
}

export interface Traceback {
  /** The exception as Python prints it, one line: `sqlalchemy.exc.ProgrammingError: (…) relation "x" does not exist`. */
  readonly exception: string
  /** Outermost first. */
  readonly frames: readonly Frame[]
}

const START = /^Traceback \(most recent call last\):/
const FRAME = /^ {2}File "(.+)", line (\d+)/

/** The last traceback, which is what ended the program; `null` where there is none. */
export function parseTraceback(lines: readonly string[]): Traceback | null {
  const start = lines.findLastIndex((line) => START.test(line))
  if (start < 0) return null
  const end = lines.findIndex((line, index) => index > start && /^\S/.test(line))
  const exception = lines[end]
  if (end < 0 || exception === undefined) return null
  return { exception: exception.trim(), frames: lines.slice(start + 1, end).flatMap(parseFrame) }
}

function parseFrame(line: string): readonly Frame[] {
  const match = FRAME.exec(line)
  return match === null ? [] : [{ file: match[1] as string, line: Number(match[2]) }]
}
