/** Cuts a stream of bytes anew: into pieces of one size, or of a size that only the bytes before tell. */
import type { ByteStream } from '../domain/ports/processes.ts'

/** Pieces of exactly so many bytes, the last one of what is left; none of nothing. */
export async function* inPieces(bytes: ByteStream, size: number): AsyncGenerator<Uint8Array> {
  const reader = new PieceReader(bytes)
  try {
    for (let piece = await reader.take(size); piece.byteLength > 0; piece = await reader.take(size)) yield piece
  } finally {
    await reader.close()
  }
}

export class PieceReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)

  constructor(bytes: ByteStream) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** The next so many bytes; fewer only where the stream ends. */
  async take(size: number): Promise<Buffer> {
    const piece = Buffer.allocUnsafeSlow(size)
    let filled = 0
    while (filled < size) {
      if (this.#rest.byteLength === 0 && !(await this.#refill())) break
      const part = this.#rest.subarray(0, size - filled)
      piece.set(part, filled)
      filled += part.byteLength
      this.#rest = this.#rest.subarray(part.byteLength)
    }
    return piece.subarray(0, filled)
  }

  /** Lets go of the stream, also where it was not read to its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #refill(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#rest = next.value
    return true
  }
}
