/** Delivers one message to one webhook: a few attempts within a bounded time. */
import { causeChain } from '../domain/errors.ts'
import type { NotificationRecord, Webhook } from '../domain/notice.ts'
import type { Clock } from '../domain/ports/clock.ts'
import type { Http, HttpResponse } from '../domain/ports/http.ts'

const ATTEMPTS = 3
/** For one attempt. */
const TIMEOUT_MS = 10_000
/** For all attempts and the pauses between them; and for everything that is still to be sent when a run has ended. */
export const ALL_MS = 30_000
const PAUSE_MS = 1_000

export interface DeliveryRequest {
  readonly webhook: Webhook
  /** JSON. */
  readonly body: string
  readonly http: Http
  readonly clock: Clock
  /** How long whoever sends will still wait, in ms. */
  readonly leftMs: () => number
}

type Delivery = Pick<NotificationRecord, 'status' | 'attempts' | 'durationMs' | 'message'>

/** What came of one attempt: nothing more to do, or worth another try after a pause. */
type Attempt =
  | { readonly done: true; readonly failure: string | null }
  | { readonly done: false; readonly failure: string; readonly pauseMs: number }

/** Never throws. */
export async function deliver(request: DeliveryRequest): Promise<Delivery> {
  const { clock } = request
  const started = clock.monotonicMs()
  const left = () => Math.min(ALL_MS - (clock.monotonicMs() - started), request.leftMs())
  if (left() <= 0) return { status: 'failed', attempts: 0, durationMs: 0, message: 'not sent: those before it took too long' }
  for (let attempts = 1; ; attempts++) {
    const attempt = await tryOnce(request, Math.min(TIMEOUT_MS, left()))
    const pauseMs = attempt.done ? 0 : attempt.pauseMs
    if (attempt.done || attempts === ATTEMPTS || pauseMs >= left()) {
      const { failure } = attempt
      const durationMs = clock.monotonicMs() - started
      return { status: failure === null ? 'delivered' : 'failed', attempts, durationMs, message: failure }
    }
    await clock.sleep(pauseMs)
  }
}

async function tryOnce({ webhook, body, http, clock }: DeliveryRequest, timeoutMs: number): Promise<Attempt> {
  const headers = { 'content-type': 'application/json', 'user-agent': 'savepoint', ...webhook.headers }
  const started = clock.monotonicMs()
  try {
    const signal = new AbortController().signal
    return judge(await http.send({ method: 'POST', url: webhook.url, headers, body, timeoutMs }, signal), clock)
  } catch (error) {
    const failure = causeChain(error)[0] ?? 'no answer'
    // Who took all the time there was would take it again.
    const timedOut = clock.monotonicMs() - started >= timeoutMs
    return timedOut ? { done: true, failure } : { done: false, failure, pauseMs: PAUSE_MS }
  }
}

/** The body of the answer is not told: it may hold what was sent. */
function judge({ status, headers }: HttpResponse, clock: Clock): Attempt {
  if (status >= 200 && status < 300) return { done: true, failure: null }
  const failure = `the server answered ${status}`
  if (status !== 429 && status < 500) return { done: true, failure }
  return { done: false, failure, pauseMs: retryAfterMs(headers['retry-after'], clock) ?? PAUSE_MS }
}

/** Seconds or a date (RFC 9110, section 10.2.3); `null` where it is neither. */
function retryAfterMs(text: string | undefined, clock: Clock): number | null {
  if (text === undefined) return null
  if (/^[0-9]+$/.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - clock.now().getTime())
}
