/** Waits until other sessions have left the database, and ends those that stay where the plan says so. */
import type { Finding } from '../domain/check.ts'
import type { OtherSession } from '../domain/ports/database.ts'
import { formatDuration } from '../domain/quantity-text.ts'
import type { Services } from '../plan/sections/services.ts'
import { counted } from './comparing.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'

const POLL_MS = 250
/** Sessions named in one sentence. */
const SHOWN = 5

/**
 * Judges whether at most `max-connections` other sessions are left once the wait is over.
 *
 * @param otherwise - what sessions that stay are: a failure, or on the way back a warning
 */
export async function drain(
  context: RunContext,
  journal: Journal,
  services: Services,
  signal: AbortSignal,
  otherwise: 'failed' | 'warning',
): Promise<Finding> {
  const { maxConnections, terminate } = services
  const expected = maxConnections === 0 ? 'no other session' : `at most ${counted(maxConnections, 'other session')}`
  const left = await waitForOthers(context, services, signal)
  if (left.length <= maxConnections) return { status: 'passed', expected, actual: namesOf(context, left) }
  if (!terminate) return { status: otherwise, expected, actual: namesOf(context, left), message: HOW_TO_END }
  const ended = namesOf(context, left)
  const stayed = await terminateAll(context, journal, left, signal)
  if (stayed.length <= maxConnections)
    return { status: 'passed', expected, actual: namesOf(context, stayed), message: `ended: ${ended}` }
  return { status: otherwise, expected, actual: namesOf(context, stayed), message: `ended: ${ended}; these came back or stayed` }
}

const HOW_TO_END = 'Let them leave, give them longer with `services.wait`, or end them with `services.terminate: true`.'

/** Those that are left once few enough are, or the time is over. */
async function waitForOthers(context: RunContext, services: Services, signal: AbortSignal): Promise<readonly OtherSession[]> {
  const { clock, database, emit } = context
  const deadline = clock.monotonicMs() + services.waitMs
  let most = 0
  for (;;) {
    const others = await database.otherSessions(signal)
    const remainingMs = deadline - clock.monotonicMs()
    if (others.length <= services.maxConnections || remainingMs <= 0) return others
    if (most === 0)
      emit({
        type: 'note',
        text: `waiting up to ${formatDuration(services.waitMs)} for other sessions to leave: ${namesOf(context, others)}`,
      })
    most = Math.max(most, others.length)
    const label = `waiting for ${counted(others.length, 'session')} to leave: ${namesOf(context, others)}`
    emit({ type: 'progress', label, done: most - others.length, total: most, unit: 'items' })
    await clock.sleep(Math.min(POLL_MS, remainingMs), signal)
  }
}

/** Returns who is there afterwards. */
async function terminateAll(
  context: RunContext,
  journal: Journal,
  sessions: readonly OtherSession[],
  signal: AbortSignal,
): Promise<readonly OtherSession[]> {
  context.emit({ type: 'note', text: `ending those that stayed: ${namesOf(context, sessions)}` })
  await journal.announce({ type: 'sessions-terminating', sessions: sessions.map((session) => nameOf(context, session)) })
  await context.database.endSessions(sessions.map(({ pid }) => pid))
  return context.database.otherSessions(signal)
}

function namesOf(context: RunContext, sessions: readonly OtherSession[]): string {
  if (sessions.length === 0) return 'none'
  const rest = sessions.length - SHOWN
  const shown = sessions.slice(0, SHOWN).map((session) => nameOf(context, session))
  return `${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`
}

/** `shop-backend (session 4711 of app, from 10.0.0.7, idle since 2026-11-21T09:30:00Z)`; what the server hides is left out. */
function nameOf(context: RunContext, { pid, application, role, client, state, since }: OtherSession): string {
  const from = client === null ? '' : `, from ${client}`
  const doing = state === null ? '' : `, ${state}${since === null ? '' : ` since ${since}`}`
  const who = application === '' ? 'unnamed' : application
  return context.redact(`${who} (session ${pid} of ${role}${from}${doing})`)
}
