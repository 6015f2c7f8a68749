/** The sign-off of a run: who confirmed what, and who approved it. */

export interface Confirmation {
  /** What was confirmed, in the plan's words. */
  readonly name: string
  /** Who: as given with the command, else who ran it. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Asked on a terminal, or given with the command. */
  readonly how: 'asked' | 'given'
}

/** What the code host knows of the approval of a run. */
export interface Approval {
  /** Empty where nobody had to approve. */
  readonly by: readonly string[]
  /** Who says so, e.g. `GitHub, environment production`. */
  readonly source: string
}
