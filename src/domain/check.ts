/** A check: one question about the database or its surroundings, its answer, and how a group of answers adds up. */

/** `errored` and `skipped` are not passes: a check that did not run is never green. */
export type CheckStatus = 'passed' | 'failed' | 'warning' | 'errored' | 'skipped'

export interface CheckResult {
  readonly name: string
  /** The kind of check, e.g. `connection`, `rows`, `query`. */
  readonly kind: string
  /** The heading under which the plan puts it, e.g. `data integrity`. */
  readonly group?: string
  readonly status: CheckStatus
  readonly expected?: string
  readonly actual?: string
  /** What the same check found before the migration, where it was asked then. */
  readonly before?: string
  /** The number behind `actual`, to be compared with the same check at another moment: ms of a timing, rows of a count. */
  readonly measured?: number
  readonly durationMs: number
  /** What a person needs to know beyond expected and actual; for a failure, what to do. */
  readonly message?: string
  /** Path of the output that was kept. */
  readonly output?: string
}

/** What a check finds before its duration is known. */
export type Finding = Omit<CheckResult, 'name' | 'kind' | 'group' | 'durationMs'>

/**
 * How a check may share its time: `reading` side by side with readers beside it in the plan; `acting` one after the other,
 * because what it does others may see; `alone`, because what else runs would spoil its timing.
 */
export type Lane = 'reading' | 'acting' | 'alone'

/** A check that can be asked. `ask` may throw: that is `errored`. */
export interface Check {
  readonly name: string
  readonly kind: string
  readonly group?: string
  /** Left out: `reading`. */
  readonly lane?: Lane
  ask(signal: AbortSignal): Promise<Finding>
}

/** Whether results allow the run to go on: no check failed, errored or was skipped. */
export function allPassed(results: readonly CheckResult[]): boolean {
  return blocking(results).length === 0
}

/** The results that stop a run. */
export function blocking<Result extends { readonly status: CheckStatus }>(results: readonly Result[]): readonly Result[] {
  return results.filter((result) => result.status !== 'passed' && result.status !== 'warning')
}

/** `12/12`: how many of the checks passed, a warning counting as passed. */
export function tally(results: readonly { readonly status: CheckStatus }[]): string {
  return `${results.length - blocking(results).length}/${results.length}`
}

/** The results of each group in the order in which the groups are first met; those without a group are left out. */
export function byGroup<Result extends { readonly group?: string | null | undefined }>(
  results: readonly Result[],
): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    if (typeof result.group !== 'string') continue
    const members = groups.get(result.group)
    if (members === undefined) groups.set(result.group, [result])
    else members.push(result)
  }
  return groups
}
