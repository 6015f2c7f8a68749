/** The port through which a database's activity is watched, sample by sample. */
import type { ActivitySample } from '../activity.ts'

export interface ActivityLimits {
  /** A statement that takes longer is slow. */
  readonly slowOverMs: number
  /** A session that waits longer for a lock is told. */
  readonly lockWaitOverMs: number
  /** Mean duration of statements before, by the server's identifier: told beside those that are slow. */
  readonly meansBeforeMs: Readonly<Record<string, number>>
  /** For one sample; a server that does not answer in time has failed the sample. */
  readonly timeoutMs: number
}

/** Where a watch learns of something, and why not from a better place; or why it cannot learn of it at all. */
export type Source = { readonly readable: true; readonly words: string } | { readonly readable: false; readonly reason: string }

export interface ActivitySources {
  /** Slow statements. */
  readonly statements: string
  /** Constraint violations: the server's log. */
  readonly serverLog: Source
}

/** A watch that has been opened; samples are taken one after the other. */
export interface Activity {
  /**
   * Reads the levels of now and what happened since the sample before; the first sample has no events of the past. A lost session
   * fails one sample, so that it is known; the next one opens another.
   *
   * @throws ConnectionError, StatementError; the signal's reason when aborted
   */
  sample(signal: AbortSignal): Promise<ActivitySample>
  /** Known after the first sample. */
  readonly sources: ActivitySources
  close(): Promise<void>
}
