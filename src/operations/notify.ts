/** Tells people outside what happens to a run; they are told beside it, and nothing that happens to the telling changes it. */
import type { Notice, NoticeEvent } from '../domain/notice.ts'
import type { RunContext } from './context.ts'

/** What an event adds to what is known of the run. */
export type News = Pick<Notice, 'reason'> & Partial<Pick<Notice, 'outcome' | 'next'>>

/** Returns at once. */
export function notify(context: RunContext, event: NoticeEvent, news: News): void {
  const { runId, operation, plan, database, actor, clock, notifier } = context
  const at = clock.now().toISOString()
  const known = { runId, operation, environment: plan.environment, database: database.maskedUrl, actor, at }
  notifier.send({ event, ...known, outcome: news.outcome ?? null, reason: news.reason, next: news.next ?? [] })
}
