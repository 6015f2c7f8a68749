/** Notices: what people outside are told of a run, where to, and what became of the telling. */
import type { Outcome } from './outcome.ts'

export const NOTICE_EVENTS = ['start', 'success', 'failure', 'anomaly'] as const

export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

export interface Notice {
  readonly event: NoticeEvent
  readonly runId: string
  readonly operation: string
  readonly environment: string
  /** Masked URL. */
  readonly database: string
  readonly actor: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** `null` until the run has ended. */
  readonly outcome: Outcome | null
  /** One sentence. */
  readonly reason: string
  /** Exact commands a person can go on or back with. */
  readonly next: readonly string[]
}

/** Where notices go. The address and the headers are secrets. */
export interface Webhook {
  readonly url: string
  readonly on: readonly NoticeEvent[]
  readonly format: 'slack' | 'json'
  readonly headers: Readonly<Record<string, string>>
}

export interface NotificationRecord {
  readonly event: NoticeEvent
  /** Scheme and host: the rest of a webhook's address is its secret. */
  readonly target: string
  readonly status: 'delivered' | 'failed'
  readonly attempts: number
  readonly durationMs: number
  /** Why it was not delivered. */
  readonly message: string | null
}
