/** Watches the activity of a PostgreSQL database through one session of its own, opened again when it is lost. */
import { type ActivityEvents, type ActivitySample, TOLD_LINES, type Told } from '../../domain/activity.ts'
import { ConnectionError } from '../../domain/errors.ts'
import type { Activity, ActivityLimits, ActivitySources } from '../../domain/ports/activity.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import { type RunningStatement, readLevels, readLockWaits, readRunning } from './activity-queries.ts'
import { type SlowStatement, StatementStatistics } from './activity-statements.ts'
import { ServerLog } from './server-log.ts'
import type { PostgresSession } from './session.ts'
import type { PostgresSessions } from './sessions.ts'

const NOTHING_YET: ActivitySources = {
  statements: 'nothing was read yet',
  serverLog: { readable: false, reason: 'nothing was read yet' },
}

export class PostgresActivity implements Activity {
  readonly #sessions: PostgresSessions
  readonly #clock: Clock
  readonly #limits: ActivityLimits
  #session: PostgresSession | null = null
  #statistics: StatementStatistics | null = null
  #log: ServerLog | null = null
  /** Statements told while they were running: they are not told again when they have ended. */
  #told: ReadonlySet<string> = new Set()
  #toldIds: Set<string> = new Set()

  constructor(sessions: PostgresSessions, clock: Clock, limits: ActivityLimits) {
    this.#sessions = sessions
    this.#clock = clock
    this.#limits = limits
  }

  get sources(): ActivitySources {
    if (this.#statistics === null || this.#log === null) return NOTHING_YET
    const { source } = this.#statistics
    const statements = source.readable ? source.words : `pg_stat_activity, looked at in every sample (${source.reason})`
    return { statements, serverLog: this.#log.source }
  }

  async sample(signal: AbortSignal): Promise<ActivitySample> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#limits.timeoutMs)])
    const over = Promise.withResolvers<never>()
    const onAbort = () => over.reject(limit.reason)
    limit.addEventListener('abort', onAbort, { once: true })
    try {
      limit.throwIfAborted()
      return await Promise.race([this.#read(), over.promise])
    } catch (error) {
      // What the server still does with a session that failed nobody waits for.
      this.#abandon()
      signal.throwIfAborted()
      if (limit.aborted)
        throw new ConnectionError(`the database did not answer within ${this.#limits.timeoutMs} ms`, { cause: error })
      throw error
    } finally {
      limit.removeEventListener('abort', onAbort)
      over.promise.catch(() => undefined)
    }
  }

  async close(): Promise<void> {
    await this.#session?.close()
    this.#session = null
  }

  #abandon(): void {
    this.#session?.destroy()
    this.#session = null
  }

  async #read(): Promise<ActivitySample> {
    const session = await this.#open()
    const at = this.#clock.now().toISOString()
    const { hiddenSessions, ...levels } = await readLevels(session)
    const { statistics, log } = await this.#opened(session)
    const first = this.#statistics === null
    this.#statistics = statistics
    this.#log = log
    const statementMeansMs = first ? await statistics.means(session) : {}
    const events = await this.#events(session, statistics, log)
    return { at, ...levels, statementMeansMs, hiddenSessions, ...events }
  }

  async #open(): Promise<PostgresSession> {
    this.#session ??= await this.#sessions.open({ purpose: 'monitor' })
    return this.#session
  }

  async #opened(session: PostgresSession) {
    const { slowOverMs, meansBeforeMs } = this.#limits
    return {
      statistics: this.#statistics ?? (await StatementStatistics.open(session, slowOverMs, meansBeforeMs)),
      log: this.#log ?? (await ServerLog.open(session, this.#sessions.settings.database)),
    }
  }

  async #events(session: PostgresSession, statistics: StatementStatistics, log: ServerLog): Promise<ActivityEvents> {
    const running = await readRunning(session, this.#limits.slowOverMs)
    const ended = await statistics.slow(session)
    const news = await log.news(session)
    return {
      slowStatements: this.#slow(running, ended),
      lockWaits: await readLockWaits(session, this.#limits.lockWaitOverMs),
      violations: news?.violations ?? null,
      deadlocksLogged: news?.deadlocks ?? null,
    }
  }

  #slow(running: readonly RunningStatement[], ended: readonly SlowStatement[]): Told {
    const newlyRunning = running.filter(({ key }) => !this.#told.has(key))
    const notTold = ended.filter(({ queryId }) => !this.#toldIds.delete(queryId))
    this.#told = new Set(running.map(({ key }) => key))
    for (const { queryId } of newlyRunning) if (queryId !== null) this.#toldIds.add(queryId)
    const lines = [...newlyRunning, ...notTold].map(({ line }) => line)
    return { count: lines.length, lines: lines.slice(0, TOLD_LINES) }
  }
}
