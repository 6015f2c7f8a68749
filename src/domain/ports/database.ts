/** The port of a database server: sessions, facts, snapshots, dumps, copies, the lock and the ledger. */
import type { DatabaseIdentity } from '../backup.ts'
import type { Check } from '../check.ts'
import type { Difference } from '../difference.ts'
import type { Fingerprint } from '../fingerprint.ts'
import type { JournalEntry } from '../journal.ts'
import type { ExplainOptions, QueryPlan } from '../query-plan.ts'
import type { SnapshotInstant, TextRow } from '../snapshot.ts'
import type { Activity, ActivityLimits } from './activity.ts'
import type { Catalog } from './catalog.ts'
import type { RowSources } from './parity.ts'
import type { ByteStream } from './processes.ts'

export interface DatabaseCapabilities {
  /** DDL rolls back with its transaction. */
  readonly transactionalDdl: boolean
  /** A lock that ends with its session. */
  readonly advisoryLock: boolean
  /** Copies beside the database, swapped in by rename. */
  readonly copies: boolean
  /** It tells how it goes about a query. */
  readonly queryPlans: boolean
}

export type SqlValue = string | number | bigint | boolean | null

/** What a query answers: its first rows, and how many there are in all. */
export interface Answer {
  readonly rows: readonly TextRow[]
  readonly count: number
}

/** One connection. Every value comes back in the database's own text form. */
export interface SqlSession {
  /** @throws StatementError when the server refuses or fails the statement, ConnectionError when the session is lost */
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly TextRow[]>
  /** As {@link query}, but of the rows only the first are kept; `null` where no statement has an answer, not even an empty one. */
  answer(sql: string, most: number): Promise<Answer | null>
  /** Runs one query as it would be for a client, receives all its rows, keeps none, and returns how many they were. */
  receive(sql: string): Promise<number>
  /** Commits when `work` resolves, rolls back when it throws; both failures are kept. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface SessionOptions {
  /** What it is for, one word; shown in the server's list of sessions. */
  readonly purpose: string
  /** Cancels the running statement in the server. */
  readonly signal?: AbortSignal
  /** Notices and warnings of the server, a line each. */
  readonly onNotice?: (line: string) => void
}

/** Anything that opens sessions on one database: what migrators and checks need. */
export interface Sessions {
  open(options: SessionOptions): Promise<SqlSession>
}

/** A client session of the database that is none of this run's. What the server does not show to this role is `null`. */
export interface OtherSession {
  readonly pid: number
  /** By its own word; empty where it gives none. */
  readonly application: string
  readonly role: string
  /** Address, or `a socket`. */
  readonly client: string | null
  /** E.g. `active`, `idle in transaction`. */
  readonly state: string | null
  /** Since when it is in that state: ISO 8601, UTC. */
  readonly since: string | null
}

export interface DatabaseFacts {
  readonly identity: DatabaseIdentity
  readonly serverVersion: string
  readonly sizeBytes: number
}

/** What the health checks measure against; units in the names. */
export interface HealthLimits {
  readonly connectTimeoutMs: number
  /** Free space wanted where backups are written, in bytes or as a multiple of the database's size. */
  readonly freeSpace: { readonly bytes: number } | { readonly times: number }
  readonly maxTransactionAgeMs: number
  /** Directory that backups will be written to. */
  readonly backupDirectory: string
  /** Whether the run will make a backup and prove it by a restore: needs programs and privileges. */
  readonly backup: boolean
  readonly verifyByRestore: boolean
}

export interface FingerprintOptions {
  /** An earlier fingerprint to be compared with: the same keys, columns and types are digested where they still exist. */
  readonly basis?: Fingerprint
  /** The horizon of the instant of `basis`, where that was taken of this same database: tells rows added since from those before. */
  readonly basisHorizon?: string
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number, table: string) => void
}

/** The database as of one instant. Valid only inside {@link Database.withSnapshot}. */
export interface SnapshotView {
  readonly instant: SnapshotInstant
  fingerprint(options: FingerprintOptions): Promise<Fingerprint>
  query(sql: string): Promise<readonly TextRow[]>
}

export interface DumpOptions {
  readonly instant: SnapshotInstant
  /** Takes the dump. Only when `dump` resolves is it known to be whole. */
  readonly output: (dump: ByteStream) => Promise<void>
  readonly signal: AbortSignal
  /** Bytes dumped so far and the size of the database they come from. */
  readonly onProgress?: (bytes: number, databaseBytes: number) => void
}

/** A dump where it is stored. */
export interface StoredDump {
  /** Path of a file that holds nothing but the dump, and can be read at several places at once; `null` where there is none. */
  readonly plainFile: string | null
  /** The dump from its beginning. Ends with a BackupError where the file is not whole. */
  open(): ByteStream
}

export interface RestoreOptions {
  readonly dump: StoredDump
  /** Name of the copy to create; must not exist. */
  readonly copy: string
  /** Whether owner, settings and grants of the database itself are carried over: for a copy that will be swapped in. */
  readonly faithful: boolean
  /** Those of the backup: the definition of the object of kind `database` in its fingerprint. Left out: those of the live one. */
  readonly properties?: string | undefined
  readonly signal: AbortSignal
  readonly onLine?: (line: string) => void
}

/** A held run lock. */
export interface RunLock {
  /** Where it is held, e.g. `database postgres on localhost:5432`. */
  readonly place: string
  /** @throws LockError when the session that held it is gone */
  assertHeld(): Promise<void>
  release(): Promise<void>
}

export interface LockRequest {
  /** Names the database's migration history; two keys do not exclude each other. */
  readonly historyKey: string
  readonly waitMs: number
  readonly signal: AbortSignal
  readonly onWait?: (holder: string) => void
}

/** The journal's second home, inside the database. */
export interface Ledger {
  /** Entries of the newest runs, oldest first; empty where the ledger does not exist. */
  read(): Promise<readonly JournalEntry[]>
  append(entry: JournalEntry): Promise<void>
  /** Writes all entries of a run at once: for a copy that will be swapped in. */
  replace(entries: readonly JournalEntry[]): Promise<void>
}

export interface Database extends Sessions, RowSources {
  readonly kind: 'postgres' | 'sqlite'
  readonly capabilities: DatabaseCapabilities
  readonly name: string
  /** URL without secrets: for people and reports. */
  readonly maskedUrl: string
  /** Environment that leads a child process to this database: DATABASE_URL and the driver's own names. Holds secrets. */
  readonly childEnvironment: Readonly<Record<string, string>>
  readonly ledger: Ledger
  readonly catalog: Catalog

  facts(): Promise<DatabaseFacts>
  /** Checks of the server's health, independent of each other; the first one tells whether it can be reached at all. */
  healthChecks(limits: HealthLimits): readonly Check[]
  /** Watches sessions, statements, counters and size; nothing is connected until the first sample. The caller closes it. */
  watchActivity(limits: ActivityLimits): Activity
  /** In a transaction of the session. Only with capability `queryPlans`. @throws StatementError when the query is refused */
  explain(session: SqlSession, sql: string, options: ExplainOptions): Promise<QueryPlan>
  /**
   * Tries work out in a transaction that is rolled back, and returns what it changed in schema, content and sequences. Only
   * with capability `transactionalDdl`. @throws whatever the work throws
   */
  changesOf(signal: AbortSignal, work: (session: SqlSession) => Promise<void>): Promise<readonly Difference[]>
  withSnapshot<T>(signal: AbortSignal, work: (view: SnapshotView) => Promise<T>): Promise<T>
  /** Version of the client program that {@link dump} would use. @throws ConfigurationError naming the package to install */
  clientVersion(): Promise<string>
  /** How the dump is written, e.g. `pg_dump custom`. */
  readonly dumpFormat: string
  dump(options: DumpOptions): Promise<void>
  /** Reads a dump from its first byte to its last, as a restore does, and keeps nothing. @throws BackupError where it is not whole */
  readDump(dump: StoredDump, signal: AbortSignal): Promise<void>
  acquireLock(request: LockRequest): Promise<RunLock>
  /** Ends sessions that a vanished run left behind (its tools may still be at work) and returns how many. */
  endSessionsOf(runId: string): Promise<number>

  /** Client sessions of this database that are neither this run's own nor those of its tools. */
  otherSessions(signal: AbortSignal): Promise<readonly OtherSession[]>
  /** Ends sessions of this database and waits until they are gone. @throws ConnectionError when they do not end */
  endSessions(pids: readonly number[]): Promise<void>

  /** Only with capability `copies`. Creates the copy, restores the dump into it, and returns it as a database. */
  restoreCopy(options: RestoreOptions): Promise<Database>
  /** Name for a copy or a failed database that tells what it is; unique for the run. */
  copyName(purpose: 'verification' | 'restore' | 'failed', runId: string): string
  /** Drops a copy by a name that {@link copyName} made; refuses any other name. Missing is fine. */
  dropCopy(name: string): Promise<void>
  /** In one transaction: this database gets `failedName`, the copy gets this database's name. Ends other sessions first. */
  swapIn(copy: string, failedName: string): Promise<void>
  /** The command by which a person drops a kept database. */
  dropCommand(name: string): string
  close(): Promise<void>
}
