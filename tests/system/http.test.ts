/** Requests over real sockets, plain and TLS: what is sent, what is told of a failure, and that nothing is left open. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ConnectionError, hintOf } from '../../src/domain/errors.ts'
import type { HttpRequest } from '../../src/domain/ports/http.ts'
import { systemHttp } from '../../src/system/http.ts'

const run = promisify(execFile)
const HTTP = join(import.meta.dirname, '../../src/system/http.ts')

let directory: string
let plain: Server
let secure: Server
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'savepoint-http-'))
  const names = ['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names, ...subject])
  const [key, cert] = await Promise.all([readFile(join(directory, 'key.pem')), readFile(join(directory, 'cert.pem'))])
  plain = createServer((request, response) => response.end(request.url === '/long' ? 'x'.repeat(3 * 2 ** 20) : 'fine'))
  secure = createTlsServer({ key, cert }, (_request, response) => response.end('secret and fine'))
  for (const server of [plain, secure]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const server of [plain, secure]) server.close()
  await rm(directory, { recursive: true })
})

function addressOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

function send(url: string, rest: Partial<HttpRequest> = {}) {
  return systemHttp.send(
    { method: 'GET', url, headers: {}, body: null, timeoutMs: 10_000, ...rest },
    new AbortController().signal,
  )
}

async function failureOf(url: string, rest: Partial<HttpRequest> = {}): Promise<ConnectionError> {
  const error = await send(url, rest).catch((error: unknown) => error)
  if (error instanceof ConnectionError) return error
  throw new Error(`expected a ConnectionError, got ${String(error)}`)
}

describe('an answer', () => {
  test('is read up to 1 MiB, and says that it went on', async () => {
    const [short, long] = await Promise.all([send(`http://${addressOf(plain)}/`), send(`http://${addressOf(plain)}/long`)])

    expect(short).toMatchObject({ status: 200, body: 'fine', truncated: false })
    expect(long).toMatchObject({ truncated: true })
    expect(long.body).toHaveLength(2 ** 20)
  })

  test('leaves nothing behind that keeps a process from ending', async () => {
    const request = { method: 'GET', url: `http://${addressOf(plain)}/long`, headers: {}, body: null, timeoutMs: 600_000 }
    const program = `import { systemHttp } from ${JSON.stringify(HTTP)}
      const { status } = await systemHttp.send(${JSON.stringify(request)}, new AbortController().signal)
      console.log(status)`

    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000 })

    expect(stdout).toBe('200\n')
  })
})

describe('a server with a certificate of its own', () => {
  test('is refused, with what to do', async () => {
    const failure = await failureOf(`https://${addressOf(secure)}/`)

    expect(failure.message).toContain('could not be asked: self-signed certificate')
    expect(hintOf(failure)).toContain('NODE_EXTRA_CA_CERTS')
  })

  test('is trusted once its authority is given to Node', async () => {
    const request = { method: 'GET', url: `https://${addressOf(secure)}/`, headers: {}, body: null, timeoutMs: 10_000 }
    const program = `import { systemHttp } from ${JSON.stringify(HTTP)}
      console.log((await systemHttp.send(${JSON.stringify(request)}, new AbortController().signal)).body)`
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(directory, 'cert.pem') }

    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { env })

    expect(stdout).toBe('secret and fine\n')
  })
})

describe('of a request that cannot be sent', () => {
  test.each([
    ['its address', 'http://ann:s3cret@127.0.0.1:1/hook-s3cret?key=s3cret', {}],
    ['its headers', 'http://127.0.0.1:1/', { headers: { authorization: 'Bearer s3cret\nx' } }],
    ['no address at all', 's3cret', {}],
  ])('nothing is told that may be secret: %s', async (_what, url, rest) => {
    const failure = await failureOf(url, rest)
    const chain = [failure, failure.cause].map((error) => String((error as Error).message))

    expect(chain.join()).not.toContain('s3cret')
  })

  test('the wait ends with the time limit', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const failure = await failureOf(`http://${addressOf(silent)}/`, { timeoutMs: 50 })
    silent.closeAllConnections()
    silent.close()

    expect(failure.message).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+ did not answer within 50 ms$/)
  })
})
