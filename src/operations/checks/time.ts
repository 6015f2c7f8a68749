/** Times a query or a command: the median of several runs, against limits and against the same before the migration. */
import type { Finding } from '../../domain/check.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import type { TimeCheck } from '../../plan/checks/time.ts'
import type { RunContext } from '../context.ts'
import type { Asked, CheckKind } from './kind.ts'
import { whileReading } from './reading.ts'
import { describeTiming, repeatedly, type Timing } from './timing.ts'

export const time: CheckKind<TimeCheck> = {
  lane: 'alone',
  ask: async (asked, signal) => {
    const timing = await measure(asked.context, asked.settings, signal)
    const found = { actual: describeTiming(timing), measured: timing.medianMs }
    if (asked.moment === 'before' && asked.settings.compare) return { ...found, ...judgeBefore(asked.settings, timing) }
    return { ...found, ...judgeAfter(asked, timing) }
  },
}

function measure(context: RunContext, settings: TimeCheck, signal: AbortSignal): Promise<Timing> {
  const { timed, runs, warmUp } = settings
  const { clock, database } = context
  const times = { clock, runs, warmUp }
  if ('query' in timed) {
    return whileReading(database, signal, (session) => repeatedly(times, async () => void (await session.receive(timed.query))))
  }
  return repeatedly(times, () => runCommand(context, timed.command, signal))
}

/** @throws CommandError with its exit code and last lines where it fails: what failed has no time */
async function runCommand({ processes, database, plan, emit }: RunContext, shell: string, signal: AbortSignal): Promise<void> {
  const command = { run: { shell }, cwd: plan.directory, env: database.childEnvironment }
  await processes.run(command, { signal, onLine: (line) => emit({ type: 'output', source: 'time', line }) })
}

type Judgement = Pick<Finding, 'status' | 'expected' | 'message' | 'before'>

/** Before the migration it is a measurement, and judged only where the plan says what it must be then. */
function judgeBefore({ before }: TimeCheck, { medianMs }: Timing): Judgement {
  if (before === null) return { status: 'passed', expected: 'measured, to be compared after the migration' }
  const { atLeastMs, atMostMs } = before
  const words = [
    ...(atLeastMs === null ? [] : [`at least ${formatDuration(atLeastMs)}`]),
    ...(atMostMs === null ? [] : [`at most ${formatDuration(atMostMs)}`]),
  ]
  const kept = medianMs >= (atLeastMs ?? 0) && medianMs <= (atMostMs ?? Number.POSITIVE_INFINITY)
  return { status: kept ? 'passed' : 'failed', expected: `${words.join(', ')} before the migration` }
}

/** What the limits come to in ms, and how they read. */
function judgeAfter({ settings, before }: Asked<TimeCheck>, { medianMs }: Timing): Judgement {
  const earlier = before?.measured
  const limits = [...absoluteLimits(settings), ...relativeLimits(settings, earlier)]
  const expected = limits.map((limit) => limit.words).join(', ')
  if (earlier === undefined && isRelative(settings)) {
    return { status: 'errored', expected, message: 'it was not measured before the migration: there is nothing to compare with' }
  }
  const status = limits.every((limit) => medianMs <= limit.ms) ? 'passed' : 'failed'
  return { status, expected, ...(before?.actual === undefined ? {} : { before: before.actual }) }
}

interface Limit {
  readonly ms: number
  readonly words: string
}

function absoluteLimits({ atMostMs }: TimeCheck): readonly Limit[] {
  return atMostMs === null ? [] : [{ ms: atMostMs, words: `at most ${formatDuration(atMostMs)}` }]
}

function relativeLimits({ atMostTimes, fasterBy }: TimeCheck, earlier = Number.NaN): readonly Limit[] {
  const inTime = (ms: number) => (Number.isNaN(ms) ? '' : ` (${formatDuration(ms)})`)
  const slower = earlier * (atMostTimes ?? 1)
  const faster = earlier / (fasterBy ?? 1)
  return [
    ...(atMostTimes === null ? [] : [{ ms: slower, words: `at most ${atMostTimes} times the time before${inTime(slower)}` }]),
    ...(fasterBy === null ? [] : [{ ms: faster, words: `${fasterBy} times faster than before${inTime(faster)}` }]),
  ]
}

function isRelative({ atMostTimes, fasterBy }: TimeCheck): boolean {
  return atMostTimes !== null || fasterBy !== null
}
