/** Notices reach real HTTP servers: in order, within bounds, harmless, and without secrets. */
import { describe, expect, test } from '@jest/globals'
import type { Notice, Webhook } from '../../src/domain/notice.ts'
import type { Clock } from '../../src/domain/ports/clock.ts'
import type { Http } from '../../src/domain/ports/http.ts'
import { systemHttp } from '../../src/system/http.ts'
import { createRedactor } from '../../src/system/redaction.ts'
import { createNotifier } from '../../src/webhooks/notifier.ts'
import { startRecordingServer } from '../support/recording-server.ts'

const PATH = '/services/T000/B000/verysecretpath'

function notice(over: Partial<Notice> = {}): Notice {
  return {
    event: 'failure',
    runId: '20261121T093000Z-1f3a9c',
    operation: 'run',
    environment: 'staging',
    database: 'postgresql://app:***@db/shop',
    actor: 'ann',
    at: '2026-11-21T09:30:00.000Z',
    outcome: 'rolled-back',
    reason: 'rows were lost',
    next: ['savepoint status'],
    ...over,
  }
}

/** A clock that only moves when somebody sleeps. */
function testClock() {
  const slept: number[] = []
  let ms = 0
  const clock: Clock = {
    now: () => new Date(Date.parse('2026-11-21T09:30:00Z') + ms),
    monotonicMs: () => ms,
    sleep: async (pause) => {
      slept.push(pause)
      ms += pause
    },
  }
  const advance = (by: number) => {
    ms += by
  }
  return { clock, slept, advance }
}

function notifierFor(origin: string, over: Partial<Webhook> & { clock?: Clock; http?: Http; workflowRun?: string | null } = {}) {
  const { clock = testClock().clock, http = systemHttp, workflowRun = null, ...rest } = over
  const webhook: Webhook = {
    url: `${origin}${PATH}`,
    on: ['start', 'success', 'failure', 'anomaly'],
    format: 'slack',
    headers: {},
    ...rest,
  }
  return createNotifier({
    webhooks: [webhook],
    http,
    clock,
    redact: createRedactor([webhook.url, PATH, 'hunter22']),
    workflowRun,
  })
}

describe('a notice', () => {
  test('as Slack takes it holds what happened, where, and what to do', async () => {
    await using server = await startRecordingServer(() => ({ status: 200, body: 'ok' }))
    const notifier = notifierFor(server.origin, { workflowRun: 'https://github.com/o/r/actions/runs/7' })
    notifier.send(notice())
    expect(await notifier.settle()).toEqual([
      { event: 'failure', target: `${server.origin}/***`, status: 'delivered', attempts: 1, durationMs: 0, message: null },
    ])
    const [request] = server.requests
    expect([request?.method, request?.path, request?.headers['content-type']]).toEqual(['POST', PATH, 'application/json'])
    const message = JSON.parse(request?.body ?? '')
    expect(message.text).toBe('❌ savepoint run, staging: rolled-back: rows were lost')
    const texts = message.blocks.map((block: { text: { text: string } }) => block.text.text)
    expect(texts).toContain('What to do:\nsavepoint status')
    expect(texts).toContain('<https://github.com/o/r/actions/runs/7|workflow run>')
  })

  test('as JSON is the documented document, with the headers of the plan', async () => {
    await using server = await startRecordingServer(() => ({ status: 204 }))
    const notifier = notifierFor(server.origin, { format: 'json', headers: { Authorization: 'Bearer hunter22' } })
    notifier.send(notice())
    await notifier.settle()
    expect(server.requests[0]?.headers.authorization).toBe('Bearer hunter22')
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      version: 1,
      event: 'failure',
      at: '2026-11-21T09:30:00.000Z',
      run: { id: '20261121T093000Z-1f3a9c', operation: 'run', actor: 'ann' },
      environment: 'staging',
      database: 'postgresql://app:***@db/shop',
      outcome: 'rolled-back',
      reason: 'rows were lost',
      next: ['savepoint status'],
      links: { workflowRun: null },
    })
  })

  test('goes only to those that asked for its event', async () => {
    await using server = await startRecordingServer(() => ({ status: 200 }))
    const notifier = notifierFor(server.origin, { on: ['success'] })
    notifier.send(notice())
    expect(await notifier.settle()).toEqual([])
    expect(server.requests).toEqual([])
  })

  test.each(['slack', 'json'] as const)('as %s mentions nobody, is cut, and tells no secret', async (format) => {
    await using server = await startRecordingServer(() => ({ status: 200 }))
    const notifier = notifierFor(server.origin, { format })
    const hostile = `<!channel> <@U1> @here *bold* <http://evil|x> hunter22 ${'x'.repeat(9000)}`
    notifier.send(notice({ reason: hostile, actor: '<!here>', next: [hostile] }))
    await notifier.settle()
    const body = server.requests[0]?.body ?? ''
    expect(body).not.toContain('hunter22')
    if (format === 'slack') {
      expect(body).not.toMatch(/<!|<@|@here|<http/)
      const { text, blocks } = JSON.parse(body)
      expect(text.length).toBeLessThan(1100)
      expect(text).not.toMatch(/(?<!\u200B)\*/)
      for (const block of blocks) expect([block.text.type, block.text.text.length <= 3000]).toEqual(['plain_text', true])
    } else {
      expect(JSON.parse(body).reason.length).toBeLessThan(4100)
    }
  })
})

describe('a server that does not take it', () => {
  test.each([
    [[500, 503, 200], 'delivered', 3],
    [[429, 200], 'delivered', 2],
    [[500, 500, 500, 200], 'failed', 3],
    [[404, 200], 'failed', 1],
    [[302, 200], 'failed', 1],
  ])('and answers %j: %s after %d attempts', async (statuses, status, attempts) => {
    await using server = await startRecordingServer((_request, count) => ({ status: statuses[count - 1] ?? 200 }))
    const notifier = notifierFor(server.origin)
    notifier.send(notice())
    expect(await notifier.settle()).toMatchObject([{ status, attempts }])
    expect(server.requests).toHaveLength(attempts)
  })

  test.each([
    ['7', 7000],
    ['Sat, 21 Nov 2026 09:30:05 GMT', 5000],
    ['soon', 1000],
  ])('and says Retry-After %s is asked again then', async (after, pauseMs) => {
    const { clock, slept } = testClock()
    await using server = await startRecordingServer((_request, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': after } } : { status: 200 },
    )
    const notifier = notifierFor(server.origin, { clock })
    notifier.send(notice())
    expect(await notifier.settle()).toMatchObject([{ status: 'delivered' }])
    expect(slept).toEqual([pauseMs])
  })

  test('and wants to be asked again much later is given up', async () => {
    const { clock, slept } = testClock()
    await using server = await startRecordingServer(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const notifier = notifierFor(server.origin, { clock })
    notifier.send(notice())
    expect(await notifier.settle()).toMatchObject([{ status: 'failed', attempts: 1, message: 'the server answered 429' }])
    expect(slept).toEqual([])
  })

  test('and never answers is asked once, within its time', async () => {
    const { clock, advance } = testClock()
    await using server = await startRecordingServer(() => null)
    const http: Http = {
      send: (request, signal) => systemHttp.send({ ...request, timeoutMs: 50 }, signal).finally(() => advance(request.timeoutMs)),
    }
    const notifier = notifierFor(server.origin, { clock, http })
    notifier.send(notice())
    const [record] = await notifier.settle()
    expect(record).toMatchObject({ status: 'failed', attempts: 1, durationMs: 10_000 })
  })

  test('and is not there is tried again, and its address is not told', async () => {
    const server = await startRecordingServer(() => ({ status: 200 }))
    await server[Symbol.asyncDispose]()
    const notifier = notifierFor(server.origin)
    notifier.send(notice())
    const records = await notifier.settle()
    expect(records).toMatchObject([{ status: 'failed', attempts: 3 }])
    expect(JSON.stringify(records)).not.toContain('verysecretpath')
  })
})

test('what is sent to one target arrives in the order in which it was sent, although the first took longer', async () => {
  await using server = await startRecordingServer((_request, count) => ({ status: count === 1 ? 500 : 200 }))
  const notifier = notifierFor(server.origin, { format: 'json' })
  notifier.send(notice({ event: 'start', outcome: null }))
  notifier.send(notice({ event: 'success', outcome: 'migrated' }))
  await notifier.settle()
  expect(server.requests.map(({ body }) => JSON.parse(body).event)).toEqual(['start', 'start', 'success'])
})

test('however many messages a server lets hang, the end of a run waits for all of them together as long as for one', async () => {
  const { clock, advance } = testClock()
  let sent = 0
  const hanging: Http = {
    send: async ({ timeoutMs }) => {
      sent++
      advance(timeoutMs)
      throw new Error('no answer')
    },
  }
  const notifier = notifierFor('http://127.0.0.1:1', { clock, http: hanging })
  for (let count = 0; count < 50; count++) notifier.send(notice({ event: 'anomaly' }))
  const records = await notifier.settle()
  expect(clock.monotonicMs()).toBe(30_000)
  expect(sent).toBe(3)
  expect(records).toHaveLength(50)
  expect(records.at(-1)).toMatchObject({ status: 'failed', attempts: 0, message: 'not sent: those before it took too long' })
})
