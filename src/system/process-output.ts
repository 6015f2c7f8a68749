/** What a child process writes: cut into lines as it comes, with a bounded part of it kept. */
import { StringDecoder } from 'node:string_decoder'

/** A line is gathered up to here, so that a secret in it is redacted whole, and then cut to {@link SHOWN_LINE_LENGTH}. */
const GATHERED_LINE_LENGTH = 64 * 1024
const SHOWN_LINE_LENGTH = 8 * 1024

/** Cuts chunks of bytes into lines. Of text rewritten by carriage returns (progress bars) the last version counts. */
export class LineCutter {
  readonly #decoder = new StringDecoder('utf8')
  readonly #onLine: (line: string) => void
  #rest = ''

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  write(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n')
    this.#rest = (lines.pop() ?? '').slice(0, GATHERED_LINE_LENGTH)
    for (const line of lines) this.#onLine(lastVersion(line))
  }

  /** Hands over what came after the last line break. */
  end(): void {
    const rest = this.#rest + this.#decoder.end()
    this.#rest = ''
    if (rest !== '') this.#onLine(lastVersion(rest))
  }
}

function lastVersion(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  return text.slice(text.lastIndexOf('\r') + 1).slice(0, GATHERED_LINE_LENGTH)
}

/** Shortens a line that is too long to show; call it after redaction. */
export function shorten(line: string): string {
  return line.length > SHOWN_LINE_LENGTH ? `${line.slice(0, SHOWN_LINE_LENGTH)}…` : line
}

/** Keeps the first `limit` bytes of a stream. */
export class Head {
  readonly #limit: number
  readonly #chunks: Buffer[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  write(chunk: Buffer): void {
    const kept = chunk.subarray(0, this.#limit - this.#size)
    if (kept.length === 0) return
    this.#chunks.push(kept)
    this.#size += kept.length
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8')
  }
}

/** Keeps the last `limit` lines. */
export class Tail {
  readonly #limit: number
  readonly #lines: string[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length > this.#limit) this.#lines.shift()
  }

  lines(): readonly string[] {
    return [...this.#lines]
  }
}
