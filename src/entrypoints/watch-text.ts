/** Turns the events of a watch into lines: how it stands, and what was found out of bounds. */
import type { RunEvent } from '../domain/ports/events.ts'
import { formatCount, formatDuration } from '../domain/quantity-text.ts'
import type { TextOptions } from './event-text.ts'
import { harmlessWord } from './harmless.ts'
import { indented } from './layout.ts'
import { MARKS } from './style.ts'

type Watched = Extract<RunEvent, { type: 'watched' }>
type Found = Extract<RunEvent, { type: 'anomaly' }>

const SHOWN_EVIDENCE = 3

/** For the line that moves: time left, and what there was until now. */
export function watchProgress(event: Watched): string {
  const left = `${formatDuration(Math.max(0, event.plannedMs - event.elapsedMs))} left`
  return [left, ...standing(event)].join(' · ')
}

/** For a log: how far it is, and what there was until now. */
export function watchLine(event: Watched): string {
  const { elapsedMs, plannedMs, samples } = event
  const far = `${formatDuration(elapsedMs)} of ${formatDuration(plannedMs)}, ${formatCount(samples, 'sample')}`
  return `    ${far}: ${standing(event).join(', ')}`
}

function standing({ sessions, slow, anomalies }: Watched): readonly string[] {
  const found = anomalies === 0 ? 'no anomaly' : formatCount(anomalies, 'anomaly', 'anomalies')
  return [sessions === null ? 'no answer' : formatCount(sessions, 'session'), `${slow} slow`, found]
}

/** When, what, against which limit; and the evidence. */
export function anomalyLines({ anomaly, gravity }: Found, { style, width }: TextOptions): readonly string[] {
  const { from, watch, value, limit, evidence } = anomaly
  const mark = MARKS[gravity === 'fail' ? 'failed' : 'warning']
  const words = harmlessWord(`${from.slice(11, 19)} UTC ${watch}: ${value}, expected ${limit}`)
  const [first = '', ...rest] = indented(words, 6, width)
  const lines = evidence.filter((line) => line !== value).slice(0, SHOWN_EVIDENCE)
  return [
    `    ${style.paint(mark.tone, mark.symbol)} ${first.trimStart()}`,
    ...rest,
    ...lines.flatMap((line) => indented(harmlessWord(line), 6, width)).map((line) => style.paint('faint', line)),
  ]
}
