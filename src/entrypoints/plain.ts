/** The presenter of logs and pipes: whole lines, and progress at most every few seconds. */
import type { RunEvent } from '../domain/ports/events.ts'
import { eventLines } from './event-text.ts'
import { harmlessWord } from './harmless.ts'
import { WIDTH } from './layout.ts'
import type { Presenter, PresenterSettings } from './present.ts'
import { Progress } from './progress.ts'
import { PLAIN_STYLE } from './style.ts'
import { watchLine } from './watch-text.ts'

const PROGRESS_EVERY_MS = 5000
/** A watch may last for hours. */
const WATCH_EVERY_MS = 60_000
/** Logs do not wrap at 80 columns, and a tool's line is easier to search when it stays whole. */
const LOG_WIDTH = 160

export function createPlainPresenter({ page, redact, now, allChecks }: PresenterSettings): Presenter {
  const options = { style: PLAIN_STYLE, width: page.isTTY === true ? (page.columns ?? WIDTH) : LOG_WIDTH, allChecks }
  const progress = new Progress()
  let shownAtMs = now()
  const lines = (all: readonly string[]) => {
    for (const line of all) page.write(`${redact(line)}\n`)
  }
  const watchIsDue = ({ samples, news, elapsedMs, plannedMs }: Extract<RunEvent, { type: 'watched' }>) => {
    const due = samples === 1 || news || elapsedMs >= plannedMs || now() - shownAtMs >= WATCH_EVERY_MS
    if (due) shownAtMs = now()
    return due
  }
  const emit = (event: RunEvent) => {
    lines(eventLines(event, options))
    if (event.type === 'stage-started') {
      lines([`… ${event.stage}`])
      shownAtMs = now()
    }
    if (event.type === 'watched' && watchIsDue(event)) lines([harmlessWord(watchLine(event))])
    if (event.type !== 'progress') return
    progress.update(event, now())
    if (now() - shownAtMs < PROGRESS_EVERY_MS) return
    shownAtMs = now()
    lines([`    ${harmlessWord(progress.describe())}`])
  }
  return {
    emit,
    lines,
    pause: () => undefined,
    close: () => undefined,
  }
}
