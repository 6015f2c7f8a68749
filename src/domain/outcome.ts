/** The four outcomes of a run, one of which holds after every run, and the exit codes they map to. */

export type Outcome = 'migrated' | 'unchanged' | 'rolled-back' | 'stopped'

/** Exit code of wrong configuration or usage: nothing was touched. */
export const USAGE_EXIT_CODE = 2

/**
 * The exit code of an outcome.
 *
 * @param succeeded - whether the operation did all that it was asked to: `unchanged` where there was nothing to do,
 *   `rolled-back` where a person asked for the rollback
 */
export function exitCodeOf(outcome: Outcome, succeeded: boolean): 0 | 1 | 3 {
  if (outcome === 'stopped') return 3
  return succeeded ? 0 : 1
}

/** What each outcome means, in the words used by every report. */
export const OUTCOME_MEANING: Readonly<Record<Outcome, string>> = {
  migrated: 'at the target revision, every check passed',
  unchanged: 'nothing was applied; the database is as it was before',
  'rolled-back': 'something was applied and reverted; the fingerprint equals the one before',
  stopped: 'a person must decide; see the reason and the commands below',
}
