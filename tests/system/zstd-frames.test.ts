import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { compressFrames, decompressFrames } from '../../src/system/zstd-frames.ts'

const MEGABYTE = 1024 * 1024

/** Random, then repetitive, in chunks of a size that fits nothing. */
function content(bytes: number): Buffer {
  return Buffer.concat([randomBytes(bytes - Math.floor(bytes / 2)), Buffer.alloc(Math.floor(bytes / 2), 'a line of text\n')])
}

async function* inChunks(bytes: Uint8Array, size = 65_521): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function compressed(bytes: Uint8Array, threads = 3): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(compressFrames(inChunks(bytes), threads)))
}

async function decompressed(bytes: Uint8Array, chunk?: number): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(decompressFrames(inChunks(bytes, chunk), 3)))
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a stream in frames', () => {
  test.each([0, 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 21 * MEGABYTE])(
    'of %i bytes comes back as it was, in whatever chunks it is read',
    async (bytes) => {
      const original = content(bytes)
      const frames = await compressed(original)

      expect(digest(await decompressed(frames))).toBe(digest(original))
      expect(digest(await decompressed(frames, 8 * MEGABYTE))).toBe(digest(original))
      if (existsSync('/usr/bin/zstd')) {
        expect(digest(execFileSync('zstd', ['-dc'], { input: frames, maxBuffer: 64 * MEGABYTE }))).toBe(digest(original))
      }
    },
  )

  test('is the same whatever the number of threads', async () => {
    const original = content(10 * MEGABYTE)

    expect(digest(await compressed(original, 1))).toBe(digest(await compressed(original, 4)))
  })

  test.each([
    ['cut at the end of a frame', (frames: Buffer) => frames.subarray(0, 12 + frames.readUInt32LE(8)), 'no compressed dump'],
    ['without a frame in its middle', withoutSecond, 'it has 2 frames, its end says 3'],
    ['with something after it', (frames: Buffer) => Buffer.concat([frames, Buffer.from('x')]), 'something follows its end'],
    ['that is twice there', (frames: Buffer) => Buffer.concat([frames, frames]), 'something follows its end'],
    ['that claims a frame beyond all measure', (frames: Buffer) => frames.with(11, 255), 'no compressed dump'],
  ])('%s is refused', async (_what, damage, why) => {
    const frames = await compressed(content(2.5 * MEGABYTE))

    await expect(decompressed(Buffer.from(damage(frames)))).rejects.toThrow(why)
  })

  test('whose source fails, fails with the same', async () => {
    async function* lost(): AsyncGenerator<Uint8Array> {
      yield randomBytes(9 * MEGABYTE)
      throw new Error('the connection was lost')
    }

    await expect(Array.fromAsync(compressFrames(lost(), 2))).rejects.toThrow('the connection was lost')
  })
})

function withoutSecond(frames: Buffer): Buffer {
  const second = 12 + frames.readUInt32LE(8)
  const third = second + 12 + frames.readUInt32LE(second + 8)
  return Buffer.concat([frames.subarray(0, second), frames.subarray(third)])
}
