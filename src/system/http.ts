/** Sends HTTP requests; redirects are not followed, because a check must see what the server says. */
import { ConnectionError } from '../domain/errors.ts'
import type { Http, HttpRequest, HttpResponse } from '../domain/ports/http.ts'

const LONGEST_BODY = 2 ** 20

export const systemHttp: Http = { send }

async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const { method, url, body, timeoutMs } = request
  const limit = AbortSignal.timeout(timeoutMs)
  const started = performance.now()
  try {
    const { address, headers } = prepared(request)
    const options = { method, headers, body, redirect: 'manual', signal: AbortSignal.any([signal, limit]) } as const
    const response = await fetch(address, options)
    const answer = await readBody(response)
    const durationMs = performance.now() - started
    return { status: response.status, headers: Object.fromEntries(response.headers), ...answer, durationMs }
  } catch (cause) {
    signal.throwIfAborted()
    throw failure(`${method} ${withoutSecrets(url)}`, cause, limit.aborted ? timeoutMs : null)
  }
}

/** Of what is wrong with an address or a header nothing is repeated: it may be the secret. */
class UnfitRequest extends Error {}

/**
 * User and password of an address travel as a header, because `fetch` refuses them in the address. Each request has its own
 * connection: one that was kept could belong to a service that has been restarted since.
 */
function prepared({ url, headers: given }: HttpRequest): { readonly address: URL; readonly headers: Headers } {
  if (!URL.canParse(url)) throw new UnfitRequest('this is no address')
  const address = new URL(url)
  const headers = headersOf({ connection: 'close', ...given })
  const { username, password } = address
  if (username !== '' && !headers.has('authorization')) {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`)
  }
  address.username = ''
  address.password = ''
  return { address, headers }
}

function headersOf(given: Readonly<Record<string, string>>): Headers {
  try {
    return new Headers(given)
  } catch {
    throw new UnfitRequest('one of its headers cannot be sent: it holds a control character or a line break')
  }
}

/** The rest of a longer body is not read. */
async function readBody(response: Response): Promise<{ readonly body: string; readonly truncated: boolean }> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST_BODY) break
  }
  return { body: Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString('utf8'), truncated: length > LONGEST_BODY }
}

const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: check that the service is running, and its port',
  ENOTFOUND: 'this name is not known: check the host of the address',
  ECONNRESET: 'the connection was cut in the middle: look into the log of the service',
  UND_ERR_SOCKET: 'the connection was cut in the middle: look into the log of the service',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'give the certificate of its authority with NODE_EXTRA_CA_CERTS',
}

function failure(what: string, cause: unknown, outOfTimeMs: number | null): ConnectionError {
  if (outOfTimeMs !== null) return new ConnectionError(`${what} did not answer within ${outOfTimeMs} ms`, { cause })
  const { message, code } = reasonOf(cause)
  const hint = HINTS[code]
  return new ConnectionError(`${what} could not be asked: ${message}`, { cause, ...(hint === undefined ? {} : { hint }) })
}

/** The useful sentence is in the cause: `fetch failed` says nothing. */
function reasonOf(error: unknown): { readonly message: string; readonly code: string } {
  const { cause } = error as { readonly cause?: unknown }
  const inner = (cause ?? error) as { readonly message?: string; readonly code?: string }
  const code = inner.code ?? ''
  return { message: inner.message || code || 'no reason given', code }
}

/** Webhooks carry their secret in the path, others in the query or as user and password. */
function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'an address that is none'
}
