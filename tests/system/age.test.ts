/** Encryption in the format of age: what it seals the program opens, and the other way round; what is damaged is never accepted. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BackupError } from '../../src/domain/errors.ts'
import { openerOf, sealFor } from '../../src/system/age.ts'
import { type AgeKey, ageDecrypt, ageEncrypt, ageKey } from '../support/age.ts'

const CHUNK = 64 * 1024
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_003]

let directory: string
let first: AgeKey
let second: AgeKey
let stranger: AgeKey

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'savepoint-age-'))
  first = ageKey(join(directory, 'first.key'))
  second = ageKey(join(directory, 'second.key'))
  stranger = ageKey(join(directory, 'stranger.key'))
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** In chunks of a size that is no divisor of anything. */
async function* streamed(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 10_007) yield bytes.subarray(from, from + 10_007)
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function sealed(plain: Buffer, ...keys: readonly AgeKey[]): Promise<Buffer> {
  return gathered(sealFor(keys.map(({ recipient }) => recipient)).seal(streamed(plain)))
}

function opened(bytes: Buffer, ...keys: readonly AgeKey[]): Promise<Buffer> {
  const opener = openerOf(
    keys.map(({ identity }) => identity),
    [first.recipient, second.recipient],
  )
  return gathered(opener.open(streamed(bytes)))
}

describe('a sealed stream', () => {
  test.each(SIZES)('of %i bytes opens with the program age and the private key of each recipient', async (size) => {
    const plain = randomBytes(size)
    const bytes = await sealed(plain, first, second)
    expect(ageDecrypt(bytes, first).equals(plain)).toBe(true)
    expect(ageDecrypt(bytes, second).equals(plain)).toBe(true)
  })

  test.each(SIZES)('of %i bytes made by the program age opens', async (size) => {
    const plain = randomBytes(size)
    const bytes = ageEncrypt(plain, [first.recipient, second.recipient])
    expect((await opened(bytes, second)).equals(plain)).toBe(true)
  })

  test('opens with any fitting key among several', async () => {
    const plain = randomBytes(1000)
    expect(await opened(await sealed(plain, first), stranger, second, first)).toEqual(plain)
  })

  test('opens in the process that sealed it without a private key, and that alone', async () => {
    const plain = randomBytes(200_000)
    const seal = sealFor([first.recipient])
    const bytes = await gathered(seal.seal(streamed(plain)))
    expect((await gathered(seal.opener.open(streamed(bytes)))).equals(plain)).toBe(true)
    const another = await sealed(plain, first)
    await expect(gathered(seal.opener.open(streamed(another)))).rejects.toThrow(BackupError)
  })

  test('names nobody but its recipients', async () => {
    const header = (await sealed(Buffer.from('x'), first, second)).toString('latin1').split('\n---')[0] ?? ''
    expect(header.match(/^-> \w+/gm)).toEqual(['-> X25519', '-> X25519'])
  })

  test('tells for whom it is where none of the keys fits, and repeats no key', async () => {
    const bytes = await sealed(randomBytes(100), first, second)
    const error: BackupError = await opened(bytes, stranger).then(
      () => expect(undefined).toBe('refused'),
      (error) => error,
    )
    expect(error).toBeInstanceOf(BackupError)
    expect(error.message).toBe(
      `the backup is encrypted for ${first.recipient}, ${second.recipient}, and no private key that was given is for any of these`,
    )
    expect(`${error.stack}${error.hint}`).not.toContain('AGE-SECRET-KEY')
  })

  test('passes on why its source failed, and does not call that damage', async () => {
    const bytes = await sealed(randomBytes(200_000), first)
    const failure = new Error('the disk cannot be read')
    const failing = async function* () {
      yield* streamed(bytes.subarray(0, 100_000))
      throw failure
    }
    await expect(gathered(openerOf([first.identity], []).open(failing()))).rejects.toBe(failure)
    await expect(gathered(sealFor([first.recipient]).seal(failing()))).rejects.toBe(failure)
  })
})

describe('a damaged file is not accepted', () => {
  const size = 2 * CHUNK + 1234

  test('whichever byte has one bit flipped: all of the header, and 300 places of the rest', async () => {
    const seal = sealFor([first.recipient, second.recipient])
    const bytes = await gathered(seal.seal(streamed(randomBytes(size))))
    const header = bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 17
    const rest = Array.from({ length: 300 }, (_, index) => header + Math.floor((index * (bytes.length - header)) / 300))
    const accepted: number[] = []
    for (const place of [...Array(header).keys(), ...rest, bytes.length - 1]) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place)
      if (await isAccepted(opened(flipped, first))) accepted.push(place)
      if (await isAccepted(gathered(seal.opener.open(streamed(flipped))))) accepted.push(place)
    }
    expect(accepted).toEqual([])
  }, 60_000)

  test('wherever it is cut short, at the seams of its chunks too', async () => {
    const bytes = await sealed(randomBytes(size), first)
    const payload = bytes.length - size - 3 * 16
    const seams = [0, 1, 2].flatMap((count) => [-1, 0, 1, 16].map((by) => payload + count * (CHUNK + 16) + by))
    const lengths = [...Array.from({ length: 200 }, (_, index) => Math.floor((index * bytes.length) / 200)), ...seams]
    const accepted: number[] = []
    for (const length of lengths) if (await isAccepted(opened(bytes.subarray(0, length), first))) accepted.push(length)
    expect(accepted).toEqual([])
  }, 60_000)

  test('with something behind its end', async () => {
    const bytes = await sealed(randomBytes(size), first)
    expect(await isAccepted(opened(Buffer.concat([bytes, Buffer.from('x')]), first))).toBe(false)
    expect(await isAccepted(opened(Buffer.concat([bytes, bytes]), first))).toBe(false)
  })
})

/** Anything else than a refusal on purpose is a defect. */
async function isAccepted(opening: Promise<Buffer>): Promise<boolean> {
  try {
    await opening
    return true
  } catch (error) {
    if (error instanceof BackupError) return false
    throw error
  }
}

test('a stream of 256 MiB is on its way in small parts, sealed and opened again', async () => {
  const count = 4096
  const chunk = randomBytes(CHUNK)
  const bytes = { given: 0, received: 0, onTheWay: 0 }
  const source = async function* () {
    for (let index = 0; index < count; index++) {
      bytes.given += chunk.length
      bytes.onTheWay = Math.max(bytes.onTheWay, bytes.given - bytes.received)
      yield chunk
    }
  }
  const seal = sealFor([first.recipient])

  for await (const part of seal.opener.open(seal.seal(source()))) bytes.received += part.length

  expect(bytes.received).toBe(count * CHUNK)
  expect(bytes.onTheWay).toBeLessThan(2 * 1024 * 1024)
}, 120_000)
