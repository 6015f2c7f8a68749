/** A notice as a Slack message: a text for those that show no more, and blocks. Others speak the same (Mattermost, Discord at `/slack`). */
import type { Notice, NoticeEvent } from '../domain/notice.ts'

const MARKS: Readonly<Record<NoticeEvent, string>> = { start: '🟡', success: '✅', failure: '❌', anomaly: '⚠️' }

/** Slack takes 3,000 characters in a block, 150 in a header (https://docs.slack.dev/reference/block-kit/blocks). */
const LONGEST_BLOCK = 2500
const LONGEST_HEADER = 140
const LONGEST_TEXT = 1000

/** Text of databases and tools stands in blocks of plain text only, where nothing is markup. */
export function slackMessage(notice: Notice, workflowRun: string | null) {
  const { reason, next } = notice
  const title = titleOf(notice)
  const link = workflowRun === null ? '' : `\n<${escaped(workflowRun)}|workflow run>`
  return {
    text: harmless(`${title}: ${reason}`, LONGEST_TEXT),
    mrkdwn: false,
    unfurl_links: false,
    blocks: [
      { type: 'header', text: plain(title, LONGEST_HEADER) },
      { type: 'section', text: plain(reason, LONGEST_BLOCK) },
      { type: 'section', text: plain(factsOf(notice), LONGEST_BLOCK) },
      ...(next.length === 0 ? [] : [{ type: 'section', text: plain(`What to do:\n${next.join('\n')}`, LONGEST_BLOCK) }]),
      ...(link === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: link.trim() } }]),
    ],
  }
}

function titleOf({ event, operation, environment, outcome }: Notice): string {
  const what = event === 'start' ? 'started' : event === 'anomaly' ? 'anomaly' : (outcome ?? event)
  return `${MARKS[event]} savepoint ${operation}, ${environment}: ${what}`
}

function factsOf({ database, actor, runId, at }: Notice): string {
  return `${database}\nby ${actor}, run ${runId}, ${at.slice(0, 19).replace('T', ' ')} UTC`
}

/** Mentions (`<!channel>`, `<@U1>`) are written with angle brackets, and `@here` may be read by others that take such messages. */
function plain(text: string, length: number) {
  return { type: 'plain_text', text: withoutMentions(cut(text, length)), emoji: false }
}

/** Where markup may be read: a zero-width space keeps its signs from meaning anything, and addresses from becoming links. */
function harmless(text: string, length: number): string {
  return withoutMentions(cut(text, length))
    .replace(/([*_~`[\]])/g, '\u200B$1')
    .replace(/:\/\//g, ':\u200B//')
}

function withoutMentions(text: string): string {
  return escaped(text).replace(/@(?=\w)/g, '@\u200B')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
