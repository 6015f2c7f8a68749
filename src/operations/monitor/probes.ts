/** Asks what lies outside of the database's statistics: timed queries, addresses and logs. A probe never throws. */
import { createHash } from 'node:crypto'
import { TOLD_LINES } from '../../domain/activity.ts'
import { causeChain } from '../../domain/errors.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import type { MonitorPlan, WatchedEndpoint, WatchedLog, WatchedQuery } from '../../plan/sections/monitor-settings.ts'
import type { RunContext } from '../context.ts'
import type { Reading } from './reading.ts'

/** Longest time that one probe may hold up an interval. */
const PATIENCE_MS = 30_000
/** Matching lines remembered from one interval to the next. */
const REMEMBERED = 10_000

export interface Probe {
  /** Of the watch that it is for. */
  readonly name: string
  ask(signal: AbortSignal): Promise<Reading>
}

/** By the name of a watched thing and its kind, so that a query and an address may share a name. */
export function probesOf(
  context: RunContext,
  { queries, http, logs }: MonitorPlan,
  limitsMs: ReadonlyMap<string, number | null>,
): readonly Probe[] {
  return [
    ...queries.map((query) => ({
      name: watchName('query', query.name),
      ask: (signal: AbortSignal) => timed(context, query, limitsMs.get(watchName('query', query.name)) ?? null, signal),
    })),
    ...http.map((endpoint) => ({
      name: watchName('http', endpoint.name),
      ask: (signal: AbortSignal) => answered(context, endpoint, signal),
    })),
    ...logs.map((log) => {
      const follower = new LogFollower(context, log)
      return { name: watchName('log', log.name), ask: (signal: AbortSignal) => follower.news(signal) }
    }),
  ]
}

export function watchName(kind: 'query' | 'http' | 'log', name: string): string {
  return `${kind} ${name}`
}

/**
 * Milliseconds that the query took, opening a session not included. Outside of a transaction block, because a rollback of ours
 * would be counted among those that are watched; the marker keeps the query from being told as slow as well.
 */
export async function timeQuery({ database, clock }: RunContext, query: WatchedQuery, signal: AbortSignal): Promise<number> {
  const session = await database.open({ purpose: 'monitor query', signal })
  try {
    await session.query('SET default_transaction_read_only = on')
    const started = clock.monotonicMs()
    await session.query(`/* savepoint */ ${query.query}`)
    return clock.monotonicMs() - started
  } finally {
    await session.close()
  }
}

async function timed(context: RunContext, query: WatchedQuery, limitMs: number | null, signal: AbortSignal): Promise<Reading> {
  const patience = AbortSignal.timeout(Math.max(PATIENCE_MS, 2 * (limitMs ?? 0)))
  try {
    const value = await timeQuery(context, query, AbortSignal.any([signal, patience]))
    return { value, over: limitMs !== null && value > limitMs }
  } catch (error) {
    signal.throwIfAborted()
    if (patience.aborted) return { value: null, over: true, words: 'no answer in time', evidence: [query.query] }
    return { value: null, fault: wordsOf(error) }
  }
}

async function answered(context: RunContext, endpoint: WatchedEndpoint, signal: AbortSignal): Promise<Reading> {
  const { url, status, withinMs, headers } = endpoint
  const timeoutMs = Math.max(PATIENCE_MS, withinMs ?? 0)
  try {
    const answer = await context.http.send({ method: 'GET', url, headers, body: null, timeoutMs }, signal)
    const right = status === null ? answer.status >= 200 && answer.status < 300 : answer.status === status
    const inTime = withinMs === null || answer.durationMs <= withinMs
    const words = `${answer.status} in ${formatDuration(answer.durationMs)}`
    return { value: answer.durationMs, over: !right || !inTime, words, evidence: [`GET ${endpoint.name}: ${words}`] }
  } catch (error) {
    signal.throwIfAborted()
    return { value: null, over: true, words: 'no answer', evidence: [wordsOf(error)] }
  }
}

/** Counts the lines that match and were not there the time before: what a command prints may overlap. */
class LogFollower {
  readonly #context: RunContext
  readonly #log: WatchedLog
  readonly #pattern: RegExp
  #seen = new Map<string, number>()

  constructor(context: RunContext, log: WatchedLog) {
    this.#context = context
    this.#log = log
    this.#pattern = new RegExp(log.mustNotMatch, 'iu')
  }

  async news(signal: AbortSignal): Promise<Reading> {
    const found = new Map<string, number>()
    const lines: string[] = []
    let count = 0
    const onLine = (line: string) => {
      if (!this.#pattern.test(line)) return
      const key = createHash('sha256').update(line).digest('base64')
      const times = (found.get(key) ?? 0) + 1
      if (found.size < REMEMBERED) found.set(key, times)
      if (times <= (this.#seen.get(key) ?? 0)) return
      count++
      if (lines.length < TOLD_LINES) lines.push(line)
    }
    try {
      await this.#read(onLine, signal)
    } catch (error) {
      signal.throwIfAborted()
      return { value: null, fault: wordsOf(error) }
    }
    this.#seen = found
    return { value: count, over: count > 0, evidence: lines }
  }

  async #read(onLine: (line: string) => void, signal: AbortSignal): Promise<void> {
    const { processes, database, plan } = this.#context
    const command = { run: { shell: this.#log.command }, env: database.childEnvironment, cwd: plan.directory }
    await processes.run(command, { signal, timeoutMs: PATIENCE_MS, onLine })
  }
}

function wordsOf(error: unknown): string {
  return causeChain(error)[0] ?? 'unknown failure'
}
