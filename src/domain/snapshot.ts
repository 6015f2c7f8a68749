/** The snapshot: what was true of a database at one instant, to be compared with later. */
import type { ActivityBaseline } from './activity.ts'
import type { CheckResult } from './check.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Revision } from './revision.ts'

export interface Snapshot {
  readonly version: 1
  readonly runId: string
  /** Masked URL of the database it was taken of; absent in one made from a backup's manifest. */
  readonly database?: string
  /** ISO 8601, UTC. */
  readonly takenAt: string
  /** The server's own name of the instant; on PostgreSQL the exported snapshot and what it could see. */
  readonly instant: SnapshotInstant
  readonly revision: readonly Revision[]
  readonly fingerprint: Fingerprint
  /** Rows of each named query of the plan, cell by cell as text. */
  readonly queries: Readonly<Record<string, readonly TextRow[]>>
  /** Levels of activity before the run, where the plan watches the database after it. */
  readonly activity?: ActivityBaseline
  /** What the checks of the plan found at this time, by name: those asked before and after, and timings to be compared. */
  readonly before?: Readonly<Record<string, CheckResult>>
}

export interface SnapshotInstant {
  /** Identifier under which other sessions can see the same instant, while it is open. */
  readonly id: string
  /** What the instant could see (`pg_current_snapshot()`): tells rows written later from rows that were there. */
  readonly horizon: string
}

/** One row, every value in the database's own text form; `null` is NULL. */
export type TextRow = Readonly<Record<string, string | null>>
