/** The sign-off of a report: who ran it, who confirmed what, who approved it, and who was told. */
import { formatDuration } from '../domain/quantity-text.ts'
import { cell, inline, table } from './markdown-text.ts'
import type { Report } from './schema.ts'

export function signOff(report: Report): string {
  const { signOff, run } = report
  const rows = [
    ['Executed by', `${cell(signOff.executedBy)}, with Savepoint ${cell(run.toolVersion)}`],
    ['When', `${timeText(signOff.startedAt)}, for ${formatDuration(signOff.durationMs)}`],
    ...signOff.confirmations.map(({ name, by, at, how }) => {
      const way = how === 'asked' ? 'when asked' : 'given with the command'
      return [`Confirmed: ${cell(name)}`, `${cell(by)}, ${timeText(at)}, ${way}`]
    }),
    ['Approved by', approvalText(signOff)],
  ]
  return ['## Sign-off', table(['', ''], rows, (row) => row), ...told(report)].join('\n\n')
}

function approvalText({ approvedBy, approvalSource }: Report['signOff']): string {
  if (approvedBy === null || approvalSource === null) return 'not known here'
  const who = approvedBy.length === 0 ? 'nobody had to' : approvedBy.map((name) => cell(name)).join(', ')
  return `${who} (${cell(approvalSource)})`
}

function told({ notifications }: Report): readonly string[] {
  if (notifications.length === 0) return []
  const lines = notifications.map(({ event, target, status, message }) => {
    return `- ${status === 'delivered' ? '✅' : '⚠️'} ${event}: ${inline(target)} ${status}${message === null ? '' : `, ${inline(message)}`}`
  })
  return ['### Notifications', lines.join('\n')]
}

function timeText(at: string): string {
  return `${at.slice(0, 19).replace('T', ' ')} UTC`
}
