/** The port through which requests go to HTTP servers: the team's application, webhooks, the code host. */

export interface HttpRequest {
  /** In capitals, e.g. `GET`. */
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** Time for the whole exchange, connecting and body included, in ms. */
  readonly timeoutMs: number
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As text, up to 1 MiB. */
  readonly body: string
  /** Whether the body went on beyond that. */
  readonly truncated: boolean
  /** From the first byte sent to the last byte received, in ms. */
  readonly durationMs: number
}

export interface Http {
  /** Any status is an answer. @throws ConnectionError when none came; the signal's reason when aborted */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>
}
