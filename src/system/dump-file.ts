/** Writes a dump into its file and reads it back, as streams: memory stays flat whatever its size. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BackupError } from '../domain/errors.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import type { Decoding, Encoding } from './dump-encoding.ts'
import { PRIVATE_FILE } from './durable-files.ts'

const READ_AT_ONCE = 1024 * 1024

/** Writes and fsyncs a new private file. Returns size in bytes and SHA-256 in hex of what was written. */
export async function writeDumpFile(
  path: string,
  dump: ByteStream,
  encodings: readonly Encoding[],
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const digest = new Digest()
  const file = createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE, flush: true })
  const encoded = encodings.reduce((bytes, encoding) => encoding.encode(bytes), dump)
  await pipeline(encoded, digest, file)
  return digest.result()
}

/** Lets bytes by and digests them. */
class Digest extends Transform {
  readonly #hash = createHash('sha256')
  #sizeBytes = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk)
    this.#sizeBytes += chunk.byteLength
    done(null, chunk)
  }

  result(): { readonly sizeBytes: number; readonly sha256: string } {
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') }
  }
}

/**
 * Reads the dump out of its file. Ends with a BackupError where the file is not whole, or no key fits.
 *
 * @param decodings - in the order of the way to the file, so the last one first
 */
export async function* readDumpFile(path: string, decodings: readonly Decoding[]): AsyncGenerator<Uint8Array> {
  const file: ByteStream = createReadStream(path, { highWaterMark: READ_AT_ONCE })
  try {
    yield* decodings.reduceRight((bytes, decoding) => decoding.decode(bytes), file)
  } catch (cause) {
    // What says itself what to do is not damage.
    if (cause instanceof BackupError && cause.hint !== undefined) throw cause
    throw new BackupError(`${path} cannot be read to its end: ${cause instanceof Error ? cause.message : String(cause)}`, {
      hint: 'choose another backup: this one was changed or cut short',
      cause,
    })
  }
}
