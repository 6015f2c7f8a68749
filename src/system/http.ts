/** Sends HTTP requests; redirects are not followed, because a check must see what the server says. */
import { ConnectionError } from '../domain/errors.ts'
import type { Http, HttpRequest, HttpResponse } from '../domain/ports/http.ts'

const LONGEST_BODY = 2 ** 20

export const systemHttp: Http = { send }

async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const { method, url, headers, body, timeoutMs } = request
  const limit = AbortSignal.timeout(timeoutMs)
  const started = performance.now()
  try {
    const options = {
      method,
      headers: { ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    } as const
    const response = await fetch(url, options)
    const text = await readBody(response)
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text,
      durationMs: performance.now() - started,
    }
  } catch (cause) {
    signal.throwIfAborted()
    const why = limit.aborted ? `did not answer within ${timeoutMs} ms` : `could not be asked: ${reasonOf(cause)}`
    throw new ConnectionError(`${method} ${withoutSecrets(url)} ${why}`, { cause })
  }
}

/** The rest of a longer body is not read. */
async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST_BODY) break
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString('utf8')
}

/** The useful sentence is in the cause: `fetch failed` says nothing. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = (inner as NodeJS.ErrnoException).code
  const message = inner instanceof Error ? inner.message : String(inner)
  return message === '' ? (code ?? 'no reason given') : message
}

/** Webhooks carry their secret in the path, others in the query or as user and password. */
function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'an address that is none'
}
