/** The output of a command as it is kept in a file: whole where it is short, its beginning and its end where it is not. */
import type { Finding } from '../../domain/check.ts'
import { formatBytes, formatCount } from '../../domain/quantity-text.ts'
import type { RunContext } from '../context.ts'

/** Characters of the beginning, and at least half as many of the end. */
const KEPT_LENGTH = 2 ** 20

interface Block {
  readonly lines: string[]
  length: number
}

/** Memory stays flat: of the end, two blocks are kept and the older one gives way. */
export class KeptOutput {
  readonly #beginning = emptyBlock()
  #older = emptyBlock()
  #newer = emptyBlock()
  #leftOut = { lines: 0, length: 0 }

  add(line: string): void {
    const room = this.#beginning.length + line.length < KEPT_LENGTH && this.#newer.lines.length === 0
    const block = room ? this.#beginning : this.#newer
    block.lines.push(line)
    block.length += line.length + 1
    if (this.#newer.length >= KEPT_LENGTH / 2) this.#turn()
  }

  text(): string {
    const { lines, length } = this.#leftOut
    const gap = lines === 0 ? [] : [`… ${formatCount(lines, 'line')} (${formatBytes(length)}) left out here by Savepoint …`]
    const all = [...this.#beginning.lines, ...gap, ...this.#older.lines, ...this.#newer.lines]
    return all.length === 0 ? '(no output)\n' : `${all.join('\n')}\n`
  }

  #turn(): void {
    const { lines, length } = this.#older
    this.#leftOut = { lines: this.#leftOut.lines + lines.length, length: this.#leftOut.length + length }
    this.#older = this.#newer
    this.#newer = emptyBlock()
  }
}

function emptyBlock(): Block {
  return { lines: [], length: 0 }
}

/** Keeps a text under the name of its check; what to add to the finding. A disk that is full does not change the verdict. */
export async function keepOutput(
  { store, runId }: RunContext,
  name: string,
  text: string,
): Promise<{ readonly output: string } | { readonly lost: string }> {
  try {
    return { output: await store.saveOutput(runId, name, text) }
  } catch (error) {
    return { lost: `its output could not be kept: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** What a check found, with where its output is or why it is nowhere. */
export function withOutput(finding: Finding, place: Awaited<ReturnType<typeof keepOutput>>): Finding {
  if ('output' in place) return { ...finding, output: place.output }
  return { ...finding, message: finding.message === undefined ? place.lost : `${finding.message}; ${place.lost}` }
}
