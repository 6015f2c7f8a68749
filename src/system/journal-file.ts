/** The journal's first home: a file of one entry per line, each on disk before its side effect begins. */
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { JournalEntry } from '../domain/journal.ts'
import { isMissing, makeDirectory, PRIVATE_FILE, storing, syncDirectory } from './durable-files.ts'

/** Closes a line that a crash or a full disk cut short, so that entries after it stand on lines of their own. */
const TORN_MARK = ' #torn\n'

export class JournalFile {
  readonly #path: string
  #queue: Promise<unknown> = Promise.resolve()
  #endsWhole = false

  constructor(path: string) {
    this.#path = path
  }

  /** Resolves once the entry is on disk. */
  append(entry: JournalEntry): Promise<void> {
    const appended = this.#queue.then(() => storing(this.#path, () => this.#write(entry)))
    this.#queue = appended.catch(() => undefined)
    return appended
  }

  async #write(entry: JournalEntry): Promise<void> {
    await makeDirectory(dirname(this.#path))
    const handle = await open(this.#path, 'a+', PRIVATE_FILE)
    try {
      const { size } = await handle.stat()
      const mark = this.#endsWhole || (await endsWhole(handle, size)) ? '' : TORN_MARK
      this.#endsWhole = false
      await handle.appendFile(`${mark}${JSON.stringify(entry)}\n`)
      await handle.sync()
      this.#endsWhole = true
      if (size === 0) await syncDirectory(dirname(this.#path))
    } finally {
      await handle.close()
    }
  }

  /**
   * All entries, oldest first; none where there is no file. A torn line is left out: its side effect never began.
   *
   * @throws ConfigurationError when a line is damaged, with its number
   */
  async read(): Promise<readonly JournalEntry[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return ''
      throw error
    })
    const lines = text.split('\n')
    lines.pop()
    return lines.flatMap((line, index) => (line.endsWith(TORN_MARK.trimEnd()) ? [] : [this.#parse(line, index + 1)]))
  }

  #parse(line: string, number: number): JournalEntry {
    try {
      const entry: unknown = JSON.parse(line)
      if (isEntry(entry)) return entry
    } catch {
      // Falls through to the error below, which says more than the parser's.
    }
    throw new ConfigurationError(`the journal is damaged: line ${number} of ${this.#path} cannot be read`, {
      problems: [{ message: 'not a journal entry', file: this.#path, line: number }],
      hint: 'restore the file, or move it aside: the database keeps a copy of the newest runs',
    })
  }
}

async function endsWhole(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString() === '\n'
}

function isEntry(value: unknown): value is JournalEntry {
  const entry = value as Partial<JournalEntry> | null
  return typeof entry?.runId === 'string' && typeof entry.sequence === 'number' && typeof entry.event?.type === 'string'
}
