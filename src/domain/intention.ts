/** What a run is about to do: what a person is shown before saying yes. */
import type { Migration, Revision } from './revision.ts'

export interface AffectedTable {
  readonly name: string
  /** With indexes; `null` where it could not be read. */
  readonly sizeBytes: number | null
  /** The planner's estimate; `null` where there is none yet. */
  readonly estimatedRows: number | null
}

export interface Intention {
  /** Masked URL. */
  readonly database: string
  readonly sizeBytes: number | null
  readonly environment: string
  readonly production: boolean
  readonly from: readonly Revision[]
  readonly migrations: readonly Migration[]
  /** The SQL that would run; or why it is not known. */
  readonly sql: { readonly statements: number; readonly bytes: number } | { readonly unknown: string }
  /** Tables that exist now and that the SQL names, largest first; `null` where it is not known. */
  readonly tables: readonly AffectedTable[] | null
  /** Shell line that stops the services; `null`: nothing is stopped. */
  readonly stops: string | null
  /** What happens when something fails, one sentence. */
  readonly wayBack: string
}
