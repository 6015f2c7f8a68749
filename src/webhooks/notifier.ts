/** Sends notices to webhooks, beside the run and never in its way. */
import type { Notice, NotificationRecord, Webhook } from '../domain/notice.ts'
import type { Clock } from '../domain/ports/clock.ts'
import type { Http } from '../domain/ports/http.ts'
import type { Notifier } from '../domain/ports/notifier.ts'
import { ALL_MS, deliver } from './delivery.ts'
import { noticeDocument } from './document.ts'
import { slackMessage } from './slack.ts'

export interface NotifierSettings {
  readonly webhooks: readonly Webhook[]
  readonly http: Http
  readonly clock: Clock
  readonly redact: (text: string) => string
  /** Address of the workflow run, where there is one. */
  readonly workflowRun: string | null
}

export function createNotifier(settings: NotifierSettings): Notifier {
  return new WebhookNotifier(settings)
}

class WebhookNotifier implements Notifier {
  readonly #settings: NotifierSettings
  /** The last delivery to each target, which the next one waits for. */
  readonly #lines = new Map<Webhook, Promise<unknown>>()
  readonly #records: Promise<NotificationRecord>[] = []
  /** On the monotonic clock: until when the end of the run waits. */
  #untilMs = Number.POSITIVE_INFINITY

  constructor(settings: NotifierSettings) {
    this.#settings = settings
  }

  send(notice: Notice): void {
    const { webhooks, redact } = this.#settings
    const harmless = redacted(notice, redact)
    for (const webhook of webhooks.filter(({ on }) => on.includes(notice.event))) {
      const earlier = this.#lines.get(webhook) ?? Promise.resolve()
      const record = earlier.then(() => this.#deliver(webhook, harmless))
      this.#lines.set(webhook, record)
      this.#records.push(record)
    }
  }

  /** A server that hangs must not hold up the end of a run once for each message that it was sent. */
  settle(): Promise<readonly NotificationRecord[]> {
    this.#untilMs = this.#settings.clock.monotonicMs() + ALL_MS
    return Promise.all(this.#records)
  }

  async #deliver(webhook: Webhook, notice: Notice): Promise<NotificationRecord> {
    const { http, clock, redact, workflowRun } = this.#settings
    const body = webhook.format === 'slack' ? slackMessage(notice, workflowRun) : noticeDocument(notice, workflowRun)
    const leftMs = () => this.#untilMs - clock.monotonicMs()
    const delivery = await deliver({ webhook, body: JSON.stringify(body), http, clock, leftMs })
    const message = delivery.message === null ? null : redact(delivery.message)
    return { event: notice.event, target: maskedTarget(webhook.url), ...delivery, message }
  }
}

function redacted(notice: Notice, redact: (text: string) => string): Notice {
  const { reason, database, actor, environment, next } = notice
  return {
    ...notice,
    reason: redact(reason),
    database: redact(database),
    actor: redact(actor),
    environment: redact(environment),
    next: next.map(redact),
  }
}

function maskedTarget(url: string): string {
  return `${new URL(url).origin}/***`
}
