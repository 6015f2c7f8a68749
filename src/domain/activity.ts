/** What goes on in a database at one moment, and since the moment before: what a watch after a migration looks at. */

/** What grows for as long as the server counts. */
export interface ActivityCounters {
  readonly commits: number
  readonly rollbacks: number
  readonly deadlocks: number
  readonly temporaryFiles: number
}

/** Levels of one moment: they can be kept, and compared with those of a later moment. */
export interface ActivityLevels {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Client sessions of the database, without those of Savepoint itself. */
  readonly sessions: { readonly total: number; readonly active: number; readonly idleInTransaction: number }
  readonly counters: ActivityCounters
  /** For how long the counters have counted, in ms; `null` where the server does not say. */
  readonly countedForMs: number | null
  readonly sizeBytes: number
  /** Of the standby that is furthest behind, in ms; `null` where no standby is connected or the role may not see it. */
  readonly replicationLagMs: number | null
  /** Mean duration in ms of the statements that took the most time so far, by the server's own identifier. */
  readonly statementMeansMs: Readonly<Record<string, number>>
}

/** Things that happened, and the first of them in words, a line each. */
export interface Told {
  readonly count: number
  /** At most {@link TOLD_LINES}. */
  readonly lines: readonly string[]
}

export const TOLD_LINES = 10

/** What happened since the sample before. Texts of statements hold no values. */
export interface ActivityEvents {
  /** Statements that took longer than the limit; each is told once. */
  readonly slowStatements: Told
  /** Sessions that have waited for a lock longer than the limit, now. */
  readonly lockWaits: Told
  /** Violations of constraints in the server's log; `null` where the log cannot be read. */
  readonly violations: Told | null
  /** What the server's log says of deadlocks; `null` where it cannot be read. */
  readonly deadlocksLogged: Told | null
}

export interface ActivitySample extends ActivityLevels, ActivityEvents {
  /** Sessions of other roles whose statements this role may not see. */
  readonly hiddenSessions: number
}

/** The levels before a run, and how long the plan's watched queries took then, in ms by name. */
export interface ActivityBaseline {
  readonly levels: ActivityLevels
  readonly queriesMs: Readonly<Record<string, number>>
}
