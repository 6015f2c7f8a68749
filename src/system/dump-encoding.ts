/** What lies between a dump and the bytes of its file: compression, and after it encryption. */
import { availableParallelism } from 'node:os'
import type { Compression } from '../domain/backup.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import { compressFrames, decompressFrames } from './zstd-frames.ts'

/** One step on the way to the file. */
export interface Encoding {
  /** What the file's name ends with, so that a person sees how to open it. */
  readonly suffix: string
  encode(bytes: ByteStream): ByteStream
}

/** The same step on the way from it. */
export interface Decoding {
  /** Ends with an error where the bytes are not whole. */
  decode(bytes: ByteStream): ByteStream
}

/** Node works on so many things beside its main thread. */
const MOST_THREADS = 4

/**
 * zstd, by several threads.
 *
 * @param threads - `null`: as many as there are cores
 */
export function zstd(threads: number | null): Encoding & Decoding {
  const used = Math.min(threads ?? availableParallelism(), MOST_THREADS)
  return {
    suffix: '.zst',
    encode: (bytes) => compressFrames(bytes, used),
    decode: (bytes) => decompressFrames(bytes, used),
  }
}

/** The steps back, in the order of the way to the file. */
export function decodings(compression: Compression): readonly Decoding[] {
  return compression === 'zstd' ? [zstd(null)] : []
}
