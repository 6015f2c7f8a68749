/** What lies between a dump and the bytes of its file: compression, and whatever a backup is sealed with after it. */
import { availableParallelism } from 'node:os'
import type { Duplex } from 'node:stream'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { Compression } from '../domain/backup.ts'

/** One step. Steps are taken in order on the way to the file, and backwards on the way from it. */
export interface Encoding {
  /** What the file's name ends with, so that a person sees how to open it. */
  readonly suffix: string
  encode(): Duplex
  decode(): Duplex
}

/** Measured on two cores with a dump of 1.5 GB: faster than `pg_dump` can write, and no larger than its own default. */
const LEVEL = 3

/** More threads than this hold more memory than they save time: `pg_dump` writes with one. */
const MOST_THREADS = 8

/** Bytes handed on at a time. */
const CHUNK = 256 * 1024

/**
 * zstd, by several threads, with a checksum of the content at its end.
 *
 * @param threads - `null`: as many as there are cores
 */
export function zstd(threads: number | null): Encoding {
  return {
    suffix: '.zst',
    encode: () =>
      createZstdCompress({
        chunkSize: CHUNK,
        params: {
          [constants.ZSTD_c_compressionLevel]: LEVEL,
          [constants.ZSTD_c_checksumFlag]: 1,
          [constants.ZSTD_c_nbWorkers]: Math.min(threads ?? availableParallelism(), MOST_THREADS),
        },
      }),
    decode: () => createZstdDecompress({ chunkSize: CHUNK }),
  }
}

/** The steps back, from the file to the dump, in the order of the way there. */
export function decodings(compression: Compression): readonly Encoding[] {
  return compression === 'zstd' ? [zstd(null)] : []
}
