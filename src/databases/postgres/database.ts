/** The PostgreSQL database behind the port: assembles sessions, snapshots, dumps, copies, lock, ledger and checks. */

import type { Check } from '../../domain/check.ts'
import type { Difference } from '../../domain/difference.ts'
import type { Activity, ActivityLimits } from '../../domain/ports/activity.ts'
import type { Catalog } from '../../domain/ports/catalog.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type {
  Database,
  DatabaseFacts,
  DumpOptions,
  HealthLimits,
  Ledger,
  LockRequest,
  OtherSession,
  RestoreOptions,
  RunLock,
  SessionOptions,
  SnapshotView,
  SqlSession,
  StoredDump,
} from '../../domain/ports/database.ts'
import type { RowReader, RowSource } from '../../domain/ports/parity.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import type { ExplainOptions, QueryPlan } from '../../domain/query-plan.ts'
import { PostgresActivity } from './activity.ts'
import { childEnvironmentOf } from './child-environment.ts'
import { type ClientPrograms, findClientPrograms, type ProgramPlaces } from './client-programs.ts'
import { type CopyPurpose, copyNameOf } from './copy-names.ts'
import { dropCommandOf, dropCopyNamed } from './dropping.ts'
import { DUMP_FORMAT, dumpDatabase } from './dump.ts'
import { endRunSessions } from './ending-sessions.ts'
import { explainQuery } from './explain.ts'
import { readFacts } from './facts.ts'
import { ConnectTimeout, connectFailure } from './failures.ts'
import { createHealthChecks } from './health.ts'
import { withExportedInstant, withInstant } from './instant.ts'
import { createLedger } from './ledger.ts'
import { acquireRunLock } from './lock.ts'
import { openCatalog } from './open-catalog.ts'
import { endSessionsByPid, readOtherSessions } from './other-sessions.ts'
import { withReaders } from './parity/readers.ts'
import { readWholeDump } from './read-dump.ts'
import { restoreIntoCopy } from './restore.ts'
import { applicationNameOf, type SessionDefaults } from './session-defaults.ts'
import { PostgresSessions } from './sessions.ts'
import { maskedUrl, type PostgresSettings, withDatabase } from './settings.ts'
import { swapDatabases } from './swap.ts'
import { tryOut } from './trial.ts'

export interface PostgresOptions {
  readonly settings: PostgresSettings
  readonly session: SessionDefaults
  readonly processes: Processes
  readonly clock: Clock
  readonly programs: ProgramPlaces
}

/** Nothing is connected until something is asked. */
export function openPostgres(options: PostgresOptions): Database {
  return new PostgresDatabase(options)
}

class PostgresDatabase implements Database {
  readonly kind = 'postgres'
  readonly capabilities = { transactionalDdl: true, advisoryLock: true, copies: true, queryPlans: true }
  readonly dumpFormat = DUMP_FORMAT
  readonly name: string
  readonly maskedUrl: string
  readonly childEnvironment: Readonly<Record<string, string>>
  readonly ledger: Ledger
  readonly catalog: Catalog
  readonly #options: PostgresOptions
  readonly #sessions: PostgresSessions
  readonly #copies = new Map<string, Database>()
  #programs: Promise<ClientPrograms> | undefined
  #facts: Promise<DatabaseFacts> | undefined

  constructor(options: PostgresOptions) {
    const { settings, session } = options
    this.#options = options
    this.#sessions = new PostgresSessions(settings, session)
    this.name = settings.database
    this.maskedUrl = maskedUrl(settings)
    this.childEnvironment = childEnvironmentOf(settings, applicationNameOf(session.runId, 'tool'))
    this.ledger = createLedger(() => this.#sessions.shared())
    this.catalog = openCatalog(this.#sessions)
  }

  open(options: SessionOptions): Promise<SqlSession> {
    return this.#sessions.open(options)
  }

  async facts(): Promise<DatabaseFacts> {
    return readFacts(await this.#sessions.shared())
  }

  healthChecks(limits: HealthLimits): readonly Check[] {
    const facts = () => (this.#facts ??= this.facts())
    return createHealthChecks({
      runId: this.#options.session.runId,
      limits,
      session: () => this.#sessions.shared(),
      probe: (timeoutMs, signal) => this.#probe(timeoutMs, signal),
      programs: () => this.#clientPrograms(),
      serverMajor: () => this.#serverMajor(),
      databaseBytes: async () => (await facts()).sizeBytes,
    })
  }

  watchActivity(limits: ActivityLimits): Activity {
    return new PostgresActivity(this.#sessions, this.#options.clock, limits)
  }

  explain(session: SqlSession, sql: string, options: ExplainOptions): Promise<QueryPlan> {
    return explainQuery(session, sql, options)
  }

  changesOf(signal: AbortSignal, work: (session: SqlSession) => Promise<void>): Promise<readonly Difference[]> {
    return tryOut(this.#sessions, signal, work)
  }

  withSnapshot<T>(signal: AbortSignal, work: (view: SnapshotView) => Promise<T>): Promise<T> {
    return withInstant(this.#sessions, signal, work)
  }

  withRowSources<T>(
    sources: readonly RowSource[],
    signal: AbortSignal,
    work: (readers: readonly RowReader[]) => Promise<T>,
  ): Promise<T> {
    return withExportedInstant(this.#sessions, signal, (instant) => withReaders(this.#sessions, instant, sources, signal, work))
  }

  async clientVersion(): Promise<string> {
    return (await this.#clientPrograms()).version
  }

  async dump(options: DumpOptions): Promise<void> {
    const { settings, session, processes } = this.#options
    const [programs, { sizeBytes }] = await Promise.all([this.#clientPrograms(), this.facts()])
    const { runId, lockTimeoutMs } = session
    await dumpDatabase({ processes, programs, settings, runId, lockTimeoutMs, databaseBytes: sizeBytes }, options)
  }

  async readDump(dump: StoredDump, signal: AbortSignal): Promise<void> {
    await readWholeDump(this.#options.processes, await this.#clientPrograms(), dump, signal)
  }

  acquireLock(request: LockRequest): Promise<RunLock> {
    return acquireRunLock(this.#sessions, this.#options.clock, request)
  }

  endSessionsOf(runId: string): Promise<number> {
    return endRunSessions(this.#sessions, this.#options.clock, runId)
  }

  async otherSessions(signal: AbortSignal): Promise<readonly OtherSession[]> {
    signal.throwIfAborted()
    return readOtherSessions(this.#sessions)
  }

  endSessions(pids: readonly number[]): Promise<void> {
    return endSessionsByPid(this.#sessions, this.#options.clock, pids)
  }

  async restoreCopy(options: RestoreOptions): Promise<Database> {
    const context = { sessions: this.#sessions, processes: this.#options.processes, programs: await this.#clientPrograms() }
    await restoreIntoCopy(context, options)
    const copy = openPostgres({ ...this.#options, settings: withDatabase(this.#options.settings, options.copy) })
    this.#copies.set(options.copy, copy)
    return copy
  }

  copyName(purpose: CopyPurpose, runId: string): string {
    return copyNameOf(this.name, purpose, runId)
  }

  async dropCopy(name: string): Promise<void> {
    await this.#closeCopy(name)
    await dropCopyNamed(this.#sessions, name)
  }

  async swapIn(copy: string, failedName: string): Promise<void> {
    await this.#closeCopy(copy)
    await this.#sessions.closeSessionsIn(this.name)
    await swapDatabases(this.#sessions, { live: this.name, copy, failedName })
  }

  dropCommand(name: string): string {
    return dropCommandOf(this.#options.settings, name)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#copies.values()].map((copy) => copy.close()))
    this.#copies.clear()
    await this.#sessions.closeAll()
  }

  async #closeCopy(name: string): Promise<void> {
    await this.#copies.get(name)?.close()
    this.#copies.delete(name)
  }

  /** Through the shared session, so that the other checks find it open. */
  async #probe(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    const over = Promise.withResolvers<never>()
    limit.addEventListener('abort', () => over.reject(limit.reason), { once: true })
    const answer = this.#sessions.shared().then((session) => session.query('SELECT 1'))
    try {
      await Promise.race([answer, over.promise])
    } catch (error) {
      signal.throwIfAborted()
      throw limit.aborted ? connectFailure(new ConnectTimeout(), this.#options.settings, timeoutMs) : error
    }
  }

  async #serverMajor(): Promise<number> {
    return Number.parseInt((await this.#sessions.shared()).serverVersion, 10)
  }

  #clientPrograms(): Promise<ClientPrograms> {
    this.#programs ??= this.#findPrograms()
    return this.#programs
  }

  async #findPrograms(): Promise<ClientPrograms> {
    try {
      const { processes, programs } = this.#options
      return await findClientPrograms(processes, await this.#serverMajor(), programs)
    } catch (error) {
      // Asked again next time: a package may have been installed, a server come back.
      this.#programs = undefined
      throw error
    }
  }
}
