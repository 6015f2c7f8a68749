/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Requests to a real server: what they send, how the answer is judged, what one takes from another, and what nobody may see. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import { InterruptedError } from '../../../src/domain/errors.ts'
import { type Asking, type AskOptions, createAsking } from './asking.ts'

interface Request {
  readonly line: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let asking: Asking
let server: Server
let base: string
let requests: Request[] = []
let answer: RequestListener

beforeAll(async () => {
  asking = await createAsking()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    requests.push({
      line: `${request.method} ${request.url}`,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  requests = []
  answer = (_request, response) => response.end('fine')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await asking[Symbol.asyncDispose]()
})

function json(body: unknown, status = 200): RequestListener {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body))
}

function askAll(checks: string, options: AskOptions = {}): Promise<readonly CheckResult[]> {
  return asking.ask(checks, { moment: 'after-start', ...options, environment: { BASE: base, ...options.environment } })
}

async function ask(keys: string, options: AskOptions = {}): Promise<CheckResult> {
  const [result] = await askAll(`  - { name: call, ${keys} }`, options)
  return result as CheckResult
}

const GET = 'http: { get: "${BASE}/x" }'

describe('a request', () => {
  test('carries its method, headers, bearer token and JSON body, and passes with any status of success', async () => {
    answer = json({}, 201)
    const keys =
      'http: { put: "${BASE}/phases/7?x=1" }, token: "${TOKEN}", headers: { X-Team: phases }, json: { name: "Ä", n: [1, 2.50, true], at: "${TOKEN}" }'
    const result = await ask(keys, { environment: { TOKEN: 'a-token\n' } })

    expect(result).toMatchObject({ status: 'passed', expected: 'status 2xx' })
    expect(result.measured).toBeGreaterThan(0)
    expect(requests).toMatchObject([
      {
        line: 'PUT /phases/7?x=1',
        headers: { authorization: 'Bearer a-token', 'x-team': 'phases', 'content-type': 'application/json', connection: 'close' },
        body: '{"name":"Ä","n":[1,2.5,true],"at":"a-token\\n"}',
      },
    ])
  })

  test.each(['get', 'post', 'put', 'patch', 'delete', 'head'])('by %s is what its key says', async (method) => {
    expect(await ask(`http: { ${method}: "\${BASE}/x" }`)).toMatchObject({ status: 'passed' })
    expect(requests[0]?.line).toBe(`${method.toUpperCase()} /x`)
  })

  test('may have any other method, and a text as body', async () => {
    expect(await ask('http: { method: options, url: "${BASE}/x" }, body: "a=1"')).toMatchObject({ status: 'passed' })
    expect(requests[0]).toMatchObject({ line: 'OPTIONS /x', body: 'a=1' })
  })

  test('proves itself with user and password of its address', async () => {
    const url = base.replace('http://', 'http://ann:p%40ss@')
    expect(await ask(`http: { get: "${url}/x" }`)).toMatchObject({ status: 'passed' })
    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ann:p@ss').toString('base64')}`)
  })
})

describe('an answer', () => {
  test.each([
    ['another status', 'status: 200', json({}, 500), 'status 500'],
    ['a redirect, which is not followed', 'status: 200', (_q, r) => r.writeHead(302, { location: '/login' }).end(), 'status 302'],
    ['none of the listed', 'status: [201, 4xx]', json({}, 200), 'status 200'],
    ['a body that does not match', 'body-matches: "^OK$"', json({}), 'status 200'],
    ['a value that differs', 'json-path: { "$.a.b[1]": 5 }', json({ a: { b: [4, 6] } }), '$.a.b[1] is 6'],
    ['a number where a text is expected', 'json-path: { $.a: "5" }', json({ a: 5 }), '$.a is 5'],
    ['a place that is not there', 'json-path: { $.a.c: { exists: true } }', json({ a: null }), '$.a.c is not there'],
    ['too few items', 'json-path: { $.items: { length: 3 } }', json({ items: [1] }), '$.items is [1]'],
    ['a number out of range', 'json-path: { $.n: { at-least: 1, at-most: 2 } }', json({ n: 2.5 }), '$.n is 2.5'],
    ['a text of another form', 'json-path: { $.n: { matches: "^x" } }', json({ n: 'yx' }), '$.n is "yx"'],
  ] as readonly (readonly [string, string, RequestListener, string])[])(
    'that is %s fails',
    async (_what, keys, listener, actual) => {
      answer = listener
      const result = await ask(`${GET}, ${keys}`)

      expect(result).toMatchObject({ status: 'failed' })
      expect(result.actual).toContain(actual)
    },
  )

  test('passes with every expectation met, to the last digit', async () => {
    answer = json('{"id":12345678901234567890,"items":[{"odd key":"x1"},2,3],"none":null,"ok":true}')
    const paths =
      '{ $.id: 12345678901234567890, "$.items[0][\'odd key\']": { matches: "^x" }, $.items: { length: 3 }, $.none: { exists: true }, $.gone: { exists: false }, $.ok: true }'

    expect(await ask(`${GET}, status: [2xx], within: 30s, body-matches: odd, json-path: ${paths}`)).toMatchObject({
      status: 'passed',
    })
    expect((await ask(`${GET}, json-path: { $.id: 12345678901234567891 }`)).status).toBe('failed')
  })

  test.each([
    ['0.30000000000000000001', '0.3', '0.30000000000000000001'],
    ['9007199254740993.0', '9007199254740992', '9007199254740993'],
    ['1e400', '{ length: 0 }', '{ at-least: 1e399 }'],
    ['0.30000000000000000001', '{ at-most: 0.3 }', '{ matches: "1$" }'],
    ['2.50', '2.51', '2.5'],
  ])('that is the number %s is not %s but %s', async (written, wrong, right) => {
    answer = json(`{"n":${written}}`)
    expect((await ask(`${GET}, json-path: { $.n: ${wrong} }`)).status).toBe('failed')
    expect((await ask(`${GET}, json-path: { $.n: ${right} }`)).status).toBe('passed')
  })

  test('that passes tells what was found too, but neither what is taken from it nor what need only be there', async () => {
    answer = json({ state: 'ready', n: 2.5, token: 'issued-just-now', key: 'private' })
    const { status, actual } = await ask(
      `${GET}, json-path: { $.state: ready, $.n: { at-least: 1 }, $.token: { matches: "^i" }, $.key: { exists: true } }, capture: { token: $.token }`,
    )

    expect(status).toBe('passed')
    expect(actual).toMatch(
      /^status 200 in .*, \$\.state is "ready", \$\.n is 2\.5, \$\.token is as expected, \$\.key is as expected$/,
    )
  })

  test('that is slower than it may be fails', async () => {
    answer = (_request, response) => setTimeout(() => response.end('late'), 50)
    expect(await ask(`${GET}, within: 10ms`)).toMatchObject({ status: 'failed', expected: 'status 2xx within 10 ms' })
  })

  test.each([
    ['not JSON', (_q, r) => r.end('<html>'), 'the body of the answer is not JSON'],
    ['empty', (_q, r) => r.end(), 'the body of the answer is empty'],
    ['too long', (_q, r) => r.end(`"${'x'.repeat(2 ** 20)}"`), 'longer than 1 MiB'],
  ] as readonly (readonly [string, RequestListener, string])[])(
    'that is %s fails where JSON is wanted',
    async (_what, listener, message) => {
      answer = listener
      const result = await ask(`${GET}, json-path: { $.a: 1 }`)

      expect(result.status).toBe('failed')
      expect(result.message).toContain(message)
    },
  )

  test('that is not as expected is kept as evidence, without what anyone proves himself with', async () => {
    answer = (_request, response) =>
      response
        .writeHead(500, { 'set-cookie': 'session=c00kie', 'x-request': 'r1' })
        .end(`broken for s3cret ${'y'.repeat(200_000)}`)
    const result = await ask('http: { get: "${BASE}/x?key=q1" }, token: s3cret')
    const kept = await readFile(result.output ?? '', 'utf8')

    expect(kept).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/x\?…\nstatus 500 in .*\n/)
    expect(kept).toContain('x-request: r1')
    expect(kept).toContain('broken for ***')
    expect(kept.length).toBeLessThan(70_000)
    expect(JSON.stringify(result) + kept).not.toMatch(/s3cret|c00kie|q1/)
  })
})

describe('a request that gets no answer is errored', () => {
  test.each([
    ['because nothing listens', 'http: { get: "http://127.0.0.1:9/x" }', 'could not be asked'],
    [
      'because the name is unknown',
      'http: { get: "http://no-such-host.invalid/" }',
      'http://no-such-host.invalid could not be asked',
    ],
  ])('%s, and says so', async (_why, keys, message) => {
    const result = await ask(`${keys}, warn-only: true`)

    expect(result.status).toBe('errored')
    expect(result.message).toContain(message)
  })

  test('because the connection is cut', async () => {
    answer = (request) => request.socket.destroy()
    const result = await ask(GET)

    expect(result.status).toBe('errored')
    expect(result.message).toContain('look into the log of the service')
  })

  test.each([
    ['silent', () => undefined],
    ['slow to end', (_q, r) => r.write('begun')],
  ] as readonly (readonly [string, RequestListener])[])(
    'because the server is %s for longer than the timeout',
    async (_how, listener) => {
      answer = listener
      const result = await ask(`${GET}, timeout: 200ms`)

      expect(result.status).toBe('errored')
      expect(result.message).toContain('200 ms')
    },
  )

  test('because a token cannot be sent, without showing it', async () => {
    answer = json({ token: 'line\nbreak-s3cr' })
    const results = await askAll(
      '  - { name: login, http: { get: "${BASE}/login" }, capture: { access: $.token } }\n' +
        '  - { name: use, http: { get: "${BASE}/x" }, token: "{{access}}" }',
    )

    expect(results.map(({ status }) => status)).toEqual(['passed', 'errored'])
    expect(JSON.stringify(results)).not.toContain('s3cr')
  })

  test('and an interrupt ends the wait at once', async () => {
    const interrupt = new AbortController()
    answer = () => interrupt.abort(new InterruptedError('SIGINT'))

    await expect(ask(GET, { signal: interrupt.signal })).rejects.toThrow('interrupted by SIGINT')
  })

  test('unless a later attempt gets one', async () => {
    answer = (request, response) => (requests.length < 3 ? request.socket.destroy() : response.end())
    expect(await ask(`${GET}, retries: 5, retry-delay: 1ms`)).toMatchObject({ status: 'passed' })
    expect(requests).toHaveLength(3)
  })
})

describe('values of an earlier answer', () => {
  const CREATE = '  - { name: create, http: { post: "${BASE}/phases" }, json: {}, capture: { id: $.id } }\n'

  test('are used in address, headers and body of later requests, each as that place needs it', async () => {
    answer = json('{"id":"a/b ?","n":12345678901234567890}')
    const results = await askAll(
      `${CREATE.replace('id: $.id', 'id: $.id, n: $.n')}` +
        '  - { name: change, http: { put: "${BASE}/phases/{{id}}" }, headers: { x-id: "<{{ id }}>" }, json: { n: "{{n}}", text: "no {{n}}", id: "{{id}}" } }\n' +
        '  - { name: remove, http: { delete: "${BASE}/phases/{{n}}" }, body: "{{id}}" }',
    )

    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed'])
    expect(requests.slice(1)).toMatchObject([
      {
        line: 'PUT /phases/a%2Fb%20%3F',
        headers: { 'x-id': '<a/b ?>' },
        body: '{"n":12345678901234567890,"text":"no 12345678901234567890","id":"a/b ?"}',
      },
      { line: 'DELETE /phases/12345678901234567890', body: 'a/b ?' },
    ])
  })

  test('that were not given leave the requests that need them skipped, and not sent', async () => {
    answer = json({ error: 'no' }, 500)
    const results = await askAll(
      `${CREATE}  - { name: remove, http: { delete: "\${BASE}/phases/{{id}}" }, retries: 9, retry-delay: 1h }`,
    )

    expect(results.map(({ status }) => status)).toEqual(['failed', 'skipped'])
    expect(results[1]?.message).toBe('{{id}} is missing: “create” did not give it')
    expect(requests).toHaveLength(1)
  })

  test.each([['""'], ['null'], ['{}'], ['[1]']])('that are %s are not taken', async (value) => {
    answer = json(`{"id":${value}}`)
    const results = await askAll(`${CREATE}  - { name: remove, http: { delete: "\${BASE}/phases/{{id}}" } }`)

    expect(results.map(({ status }) => status)).toEqual(['failed', 'skipped'])
    expect(results[0]?.message).toBe('nothing to capture as id at $.id')
  })

  test.each(['.', '..'])('that are %s do not move through an address', async (value) => {
    answer = json({ id: value })
    const results = await askAll(`${CREATE}  - { name: remove, http: { delete: "\${BASE}/phases/{{id}}" } }`)

    expect(results.map(({ status }) => status)).toEqual(['passed', 'errored'])
    expect(requests).toHaveLength(1)
  })

  test('may be a token, which is hidden in the answer that gave it too', async () => {
    answer = json({ access: 'issued-just-now', state: 'issued-just-now is odd' })
    const results = await askAll(
      '  - { name: login, http: { post: "${BASE}/login" }, capture: { access: $.access }, json-path: { $.state: fine, $.access: { length: 3 } } }\n' +
        '  - { name: use, http: { get: "${BASE}/x" }, headers: { X-Api-Key: "{{access}}" } }\n' +
        '  - { name: other, http: { get: "${BASE}/y" }, json-path: { $.state: fine } }',
    )

    expect(results.map(({ status }) => status)).toEqual(['failed', 'passed', 'failed'])
    expect(JSON.stringify(results)).not.toContain('issued')
    for (const { output } of [results[0], results[2]].flatMap((result) => result ?? []))
      expect(await readFile(output ?? '', 'utf8')).not.toContain('issued')
  })

  test('may be a token, which is then hidden like any other', async () => {
    answer = (request, response) =>
      request.url === '/login'
        ? json({ access: 'issued-just-now' })(request, response)
        : json('got issued-just-now', 403)(request, response)
    const results = await askAll(
      '  - { name: login, http: { post: "${BASE}/login" }, capture: { access: $.access } }\n' +
        '  - { name: use, http: { get: "${BASE}/x" }, token: "{{access}}" }',
    )

    expect(requests[1]?.headers.authorization).toBe('Bearer issued-just-now')
    expect(results[1]).toMatchObject({ status: 'failed', message: 'it answered got ***' })
    expect(await readFile(results[1]?.output ?? '', 'utf8')).not.toContain('issued')
  })
})
