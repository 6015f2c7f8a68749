/** A notice as a plain JSON document, for programs; keys may be added, and none is renamed or removed within a version. */
import type { Notice } from '../domain/notice.ts'

const LONGEST_REASON = 4000

export function noticeDocument(notice: Notice, workflowRun: string | null) {
  const { event, runId, operation, environment, database, actor, at, outcome, reason, next } = notice
  return {
    version: 1,
    event,
    at,
    run: { id: runId, operation, actor },
    environment,
    database,
    outcome,
    reason: reason.length <= LONGEST_REASON ? reason : `${reason.slice(0, LONGEST_REASON)}…`,
    next,
    links: { workflowRun },
  }
}
