/** What holds for every kind of store, and what a store that fails is answered with. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { BackupFile } from '../../src/domain/backup.ts'
import { BackupError } from '../../src/domain/errors.ts'
import type { BackupStore, TransferOptions } from '../../src/domain/ports/backup-store.ts'
import type { S3Place } from '../../src/domain/store-place.ts'
import { openStore } from '../../src/storage/open-store.ts'
import { partSizeOf } from '../../src/storage/s3-upload.ts'
import { awsEnvironment, type S3Server, startS3Server } from '../support/s3-server.ts'

const BUCKET = 'backups'
const MANY_PARTS = 20_000_001

let server: S3Server
let directory: string
let stores = 0
const before = { ...process.env }
beforeAll(async () => {
  server = await startS3Server(BUCKET)
  Object.assign(process.env, awsEnvironment(server.endpoint))
  delete process.env.AWS_ENDPOINT_URL_S3
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  process.env = before
})
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'savepoint-store-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

function s3At(endpoint: string, prefix = ''): S3Place {
  return { kind: 's3', bucket: BUCKET, prefix, endpoint, region: null, forcePathStyle: null }
}

const options = (progress: number[] = []): TransferOptions => {
  return { signal: new AbortController().signal, onProgress: (bytes) => progress.push(bytes) }
}
const { signal } = options()

/** A file of bytes that repeat nowhere, and what a manifest says of it. */
async function fileOf(name: string, sizeBytes: number): Promise<{ source: string; file: BackupFile }> {
  const bytes = Buffer.alloc(sizeBytes)
  for (let at = 0; at + 4 <= sizeBytes; at += 4) bytes.writeUInt32LE(at, at)
  const source = join(directory, name.replaceAll('/', '-'))
  await writeFile(source, bytes)
  return { source, file: { path: name, sizeBytes, sha256: createHash('sha256').update(bytes).digest('hex') } }
}

const KINDS: readonly (readonly [string, () => Promise<BackupStore>])[] = [
  ['a directory', () => openStore({ kind: 'directory', path: join(directory, 'store') })],
  ['a bucket', () => openStore(s3At(server.endpoint, `team-${stores++}/shop/`))],
]

describe.each(KINDS)('%s', (_kind, open) => {
  test('is empty before anything is stored', async () => {
    const store = await open()

    expect(await store.list(signal)).toEqual([])
    expect(await store.readManifest('run-1', signal)).toBeNull()
  })

  test('gives back what was stored, however many parts it took, and tells how far it is', async () => {
    const store = await open()
    const progress: number[] = []
    for (const [name, size] of [
      ['database.dump', MANY_PARTS],
      ['data/empty.dat', 0],
      ['toc.dat', 5],
    ] as const) {
      const { file, source } = await fileOf(name, size)
      await store.put('run-1', file, source, options(progress))

      const back = join(directory, 'back')
      await store.get('run-1', file, back, options())

      const bytes = await readFile(back)
      expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
        size,
        sha256: file.sha256,
      })
    }
    expect(Math.max(...progress)).toBe(MANY_PARTS)
  })

  test('holds no whole backup before the manifest, and none after it is removed', async () => {
    const store = await open()
    const { file, source } = await fileOf('database.dump', 100)
    await store.put('run-1', file, source, options())
    await store.put('run-10', file, source, options())

    expect(await store.readManifest('run-1', signal)).toBeNull()
    await store.putManifest('run-1', '{"id":"run-1"}\n', signal)
    expect(await store.readManifest('run-1', signal)).toBe('{"id":"run-1"}\n')
    expect([...(await store.list(signal))].sort()).toEqual(['run-1', 'run-10'])

    await store.remove('run-1', signal)

    expect(await store.list(signal)).toEqual(['run-10'])
  })

  test('refuses bytes that are not those of the manifest', async () => {
    const store = await open()
    const { file, source } = await fileOf('database.dump', 100)
    await writeFile(source, 'something else entirely')

    await expect(store.put('run-1', { ...file, sizeBytes: 23 }, source, options())).rejects.toThrow(BackupError)
  })

  test.each([
    ['../run-1', 'database.dump'],
    ['run-1', '../database.dump'],
    ['.run', 'database.dump'],
    ['run-1', 'data//x'],
    ['run-1', '/etc/passwd'],
    ['a/b', 'x'],
  ])('refuses the names %s and %s, which lead elsewhere', async (id, path) => {
    const store = await open()
    const { file, source } = await fileOf('database.dump', 10)

    const storing = async () => store.put(id, { ...file, path }, source, options())

    await expect(storing()).rejects.toThrow(/cannot name a file of a backup/)
  })
})

describe('a directory', () => {
  test('is readable by nobody else', async () => {
    const store = await openStore({ kind: 'directory', path: join(directory, 'store') })
    const { file, source } = await fileOf('database.dump', 10)
    await store.put('run-1', file, source, options())
    await store.putManifest('run-1', '{}', signal)

    const modes = await Promise.all(
      ['', 'run-1', 'run-1/database.dump', 'run-1/manifest.json'].map((name) => stat(join(directory, 'store', name))),
    )

    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '700', '600', '600'])
  })

  test('that cannot be made is told with what to do, and leaves nothing', async () => {
    await writeFile(join(directory, 'file'), '')
    const store = await openStore({ kind: 'directory', path: join(directory, 'file', 'store') })
    const { file, source } = await fileOf('database.dump', 10)

    const failure = await store.put('run-1', file, source, options()).catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(BackupError)
    expect(failure).toMatchObject({
      message: expect.stringContaining(`the store ${join(directory, 'file', 'store')}/ cannot store run-1`),
      hint: expect.stringContaining('name another store'),
    })
  })

  test('that is interrupted half way keeps no half file', async () => {
    const store = await openStore({ kind: 'directory', path: join(directory, 'store') })
    const { file, source } = await fileOf('database.dump', MANY_PARTS)
    const abort = new AbortController()

    const storing = store.put('run-1', file, source, { signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) })

    await expect(storing).rejects.toThrow()
    expect(await readdir(join(directory, 'store', 'run-1'))).toEqual([])
  })
})

interface FakeServer extends AsyncDisposable {
  readonly endpoint: string
  readonly requests: readonly string[]
}

/** Answers every request by itself; bodies are read to their end. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<FakeServer> {
  const requests: string[] = []
  const fake = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`)
    request
      .resume()
      .on('end', () => answer(request, response))
      .on('error', () => undefined)
  })
  await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(fake.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      fake.closeAllConnections()
      await new Promise((resolve) => fake.close(resolve))
    },
  }
}

const xml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`

async function failureOf(work: Promise<unknown>): Promise<BackupError> {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(BackupError)
  return failure as BackupError
}

describe('a bucket', () => {
  test.each([
    [403, 'AccessDenied', /check the credentials/],
    [404, 'NoSuchBucket', /create the bucket/],
    [500, 'InternalError', /look at its state/],
    [503, 'SlowDown', /look at its state/],
  ])('that answers %i %s is told by its name, with what to do', async (status, code, hint) => {
    await using fake = await serve((_request, response) => response.writeHead(status).end(xml(code)))
    const store = await openStore(s3At(fake.endpoint, 'shop/'))
    const { file, source } = await fileOf('database.dump', 10)

    const failure = await failureOf(store.put('run-1', file, source, options()))

    expect(failure.message).toContain(`the store s3://${BUCKET}/shop/ cannot store run-1`)
    expect(failure.message).toContain(`it answered ${status} ${code}`)
    expect(failure.hint).toMatch(hint)
    expect(fake.requests).toHaveLength(status >= 500 ? 3 : 1)
  })

  test('that closes the connection half way through an upload is told, after more attempts', async () => {
    await using fake = await serve((request) => request.socket.destroy())
    const store = await openStore(s3At(fake.endpoint))
    const { file, source } = await fileOf('database.dump', 10)

    const failure = await failureOf(store.put('run-1', file, source, options()))

    expect(failure.message).toMatch(/cannot store run-1 after 3 attempts/)
    expect(failure.hint).toMatch(/this machine reaches it/)
  })

  test('that closes the connection half way through a download is told', async () => {
    await using fake = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      setImmediate(() => response.destroy())
    })
    const store = await openStore(s3At(fake.endpoint))

    const failure = await failureOf(
      store.get('run-1', { path: 'x', sizeBytes: 1000, sha256: '' }, join(directory, 'back'), options()),
    )

    expect(failure.message).toMatch(/cannot fetch run-1/)
  })

  test('that takes the bytes and holds others is caught by reading back', async () => {
    const { file, source } = await fileOf('database.dump', 10)
    await using fake = await serve((request, response) => {
      if (request.method === 'GET') response.end('otherbytes')
      else response.writeHead(200, { 'content-length': request.method === 'HEAD' ? '10' : '0', etag: '"x"' }).end()
    })
    const store = await openStore(s3At(fake.endpoint))

    const failure = await failureOf(store.put('run-1', file, source, options()))

    expect(failure.message).toMatch(/gave database.dump back with other bytes/)
    expect(fake.requests.map((request) => request.split(' ')[0])).toEqual(['PUT', 'HEAD', 'GET'])
  })

  test('that holds fewer bytes than were sent is caught', async () => {
    const { file, source } = await fileOf('database.dump', 10)
    await using fake = await serve((request, response) =>
      response.writeHead(200, { 'content-length': request.method === 'HEAD' ? '7' : '0', etag: '"x"' }).end(),
    )
    const store = await openStore(s3At(fake.endpoint))

    const failure = await failureOf(store.put('run-1', file, source, options()))

    expect(failure.message).toContain('holds 7 bytes of database.dump, 10 were sent')
  })

  test('that is not there is told', async () => {
    const store = await openStore(s3At('http://127.0.0.1:1'))

    const failure = await failureOf(store.list(signal))

    expect(failure.message).toMatch(/cannot list backups.*ECONNREFUSED/)
    expect(failure.hint).toMatch(/check the endpoint/)
  })

  test('leaves no parts of an upload that was interrupted', async () => {
    const { file, source } = await fileOf('database.dump', MANY_PARTS)
    const store = await openStore(s3At(server.endpoint, 'interrupted/'))
    const abort = new AbortController()

    const storing = store.put('run-1', file, source, { signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) })

    await expect(storing).rejects.toThrow('enough')
    const uploads = await (await fetch(`${server.endpoint}/${BUCKET}?uploads`)).text()
    expect(uploads).not.toContain('interrupted/')
    expect(await store.readManifest('run-1', signal)).toBeNull()
  })
})

describe('parts of an upload', () => {
  test('stay within the number that an object may have', () => {
    const terabyte = 1024 ** 4
    for (const size of [0, 1, 80 * 1024 ** 3, terabyte, 5 * terabyte])
      expect(Math.ceil(size / partSizeOf(size))).toBeLessThanOrEqual(10_000)
  })
})
