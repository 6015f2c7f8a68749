/**
 * Compresses a stream by zstd on several cores, as frames of their own that follow each other: `zstd -d` opens them as one.
 *
 * Node's own stream can do neither: told to use workers it loses what they have not finished, and it stops reading at the end
 * of the first frame (measured with Node 24.21). So every frame is compressed as a whole, with a checksum of its content.
 */
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { BackupError } from '../domain/errors.ts'
import type { ByteStream } from '../domain/ports/processes.ts'
import { inPieces, PieceReader } from './byte-pieces.ts'

/** Content of a frame in bytes. Larger ones took more memory and made the files no smaller: 0.9 % larger with 4 MiB. */
const FRAME_BYTES = 1024 * 1024

/** Output is taken in pieces of this size: each is allocated whole, however little is in it. */
const OUTPUT_BYTES = 512 * 1024

/** Within 2 % of what `pg_dump` makes by its own default, larger or smaller by what the tables hold, and far less work. */
const LEVEL = 3

/** Before each frame stands another that every reader of zstd skips: its magic number, 4, and the size of the frame. */
const SIZE_MAGIC = 0x184d2a50
/** The same at the end, with the number of frames: what is cut between two frames is seen as well. */
const END_MAGIC = 0x184d2a51
const HEADER_BYTES = 12

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** @param threads - how many frames are compressed at a time */
export async function* compressFrames(bytes: ByteStream, threads: number): AsyncGenerator<Uint8Array> {
  let frames = 0
  for await (const frame of sideBySide(inPieces(bytes, FRAME_BYTES), threads, compressFrame)) {
    frames += 1
    yield header(SIZE_MAGIC, frame.byteLength)
    yield frame
  }
  yield header(END_MAGIC, frames)
}

function compressFrame(content: Uint8Array): Promise<Uint8Array> {
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 }
  return compress(content, { chunkSize: OUTPUT_BYTES, pledgedSrcSize: content.byteLength, params })
}

function header(magic: number, value: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.writeUInt32LE(magic, 0)
  bytes.writeUInt32LE(4, 4)
  bytes.writeUInt32LE(value, 8)
  return bytes
}

/** @throws BackupError where the frames are not whole or anything follows them */
export async function* decompressFrames(bytes: ByteStream, threads: number): AsyncGenerator<Uint8Array> {
  yield* sideBySide(readFrames(bytes), threads, (frame) =>
    decompress(frame, { chunkSize: OUTPUT_BYTES, maxOutputLength: FRAME_BYTES }),
  )
}

async function* readFrames(bytes: ByteStream): AsyncGenerator<Uint8Array> {
  const reader = new PieceReader(bytes)
  try {
    for (let frames = 0; ; frames++) {
      const { magic, value } = readHeader(await reader.take(HEADER_BYTES))
      if (magic === END_MAGIC) return await requireEnd(reader, frames, value)
      // What cannot be compressed grows a little.
      if (magic !== SIZE_MAGIC || value > 2 * FRAME_BYTES)
        throw new BackupError('it is no compressed dump of Savepoint from there on')
      yield await reader.take(value)
    }
  } finally {
    await reader.close()
  }
}

function readHeader(bytes: Buffer): { readonly magic: number; readonly value: number } {
  if (bytes.byteLength < HEADER_BYTES || bytes.readUInt32LE(4) !== 4) return { magic: 0, value: 0 }
  return { magic: bytes.readUInt32LE(0), value: bytes.readUInt32LE(8) }
}

async function requireEnd(reader: PieceReader, frames: number, expected: number): Promise<void> {
  if (frames !== expected) throw new BackupError(`it has ${frames} frames, its end says ${expected}`)
  if ((await reader.take(1)).byteLength > 0) throw new BackupError('something follows its end')
}

/** Works on so many at a time, and hands the results on in order; no more are begun than are taken. */
async function* sideBySide(
  pieces: ByteStream,
  threads: number,
  work: (piece: Uint8Array) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const begun: Promise<Uint8Array>[] = []
  for await (const piece of pieces) {
    const working = work(piece)
    // Its failure is met where its turn comes.
    working.catch(() => undefined)
    begun.push(working)
    if (begun.length >= threads) yield (await begun.shift()) as Uint8Array
  }
  for (const last of begun) yield await last
}
