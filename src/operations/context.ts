/** What every operation is handed: the plan, the adapters behind their ports, and the two ways to speak (journal and events). */
import type { Approvals } from '../domain/ports/approvals.ts'
import type { BackupStores } from '../domain/ports/backup-store.ts'
import type { Clock } from '../domain/ports/clock.ts'
import type { Database } from '../domain/ports/database.ts'
import type { Emit } from '../domain/ports/events.ts'
import type { Http } from '../domain/ports/http.ts'
import type { Migrator } from '../domain/ports/migrator.ts'
import type { Notifier } from '../domain/ports/notifier.ts'
import type { Processes } from '../domain/ports/processes.ts'
import type { RunStore } from '../domain/ports/run-store.ts'
import type { Plan } from '../plan/schema.ts'

/** What a person has confirmed or can be asked to. */
export interface Confirmations {
  /** As given with the command: `NAME` or `NAME=WHO`. */
  readonly given: readonly string[]
  /** Asks a person; `null` where there is nobody to ask, or where `--yes` said not to. */
  readonly ask: ((question: string) => Promise<boolean>) | null
}

export interface RunContext {
  /** Sorts by time: `20261121T093000Z-1f3a9c`. */
  readonly runId: string
  readonly operation: string
  readonly plan: Plan
  readonly database: Database
  readonly migrator: Migrator
  readonly store: RunStore
  readonly backupStores: BackupStores
  readonly processes: Processes
  readonly http: Http
  /** Reads a file that the plan names, as text. @throws ConfigurationError naming it where it cannot be read */
  readonly readText: (path: string) => Promise<string>
  /** Opens another database that the plan names by URL; the caller closes it. Its secrets are masked from then on. */
  readonly openOther: (url: string) => Promise<Database>
  readonly clock: Clock
  readonly emit: Emit
  /** Aborted by SIGINT and SIGTERM, with an InterruptedError as its reason. */
  readonly signal: AbortSignal
  /** Who runs it, for journal and sign-off: user, or the workflow's actor. */
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly toolVersion: string
  /** Asks a person; resolves to true where `--yes` was given. */
  readonly confirm: (question: string) => Promise<boolean>
  readonly confirmations: Confirmations
  /** `null` where there is nobody to ask who approved. */
  readonly approvals: Approvals | null
  readonly notifier: Notifier
  /** Flags that lead a later command to the same plan and environment, e.g. `--environment staging`. */
  readonly repeatFlags: readonly string[]
  /** Removes every known secret from a text. */
  readonly redact: (text: string) => string
}
