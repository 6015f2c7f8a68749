/** What each kind of check is to the operations: how it shares its time, and how it is asked. */
import type { CheckResult, Finding, Lane } from '../../domain/check.ts'
import type { Revision } from '../../domain/revision.ts'
import type { TableName } from '../../domain/table-name.ts'
import type { Moment } from '../../plan/checks/attributes.ts'
import type { PlanCheck } from '../../plan/checks/check.ts'
import type { RunContext } from '../context.ts'

/** What one attempt of a check is handed. */
export interface Asked<Settings extends PlanCheck> {
  readonly context: RunContext
  readonly settings: Settings
  /** When it is asked: a check for before and after may only measure the first time. */
  readonly moment: Moment
  /** Revisions that were current before the run's migrations; `null` where that is not known. */
  readonly from: readonly Revision[] | null
  /** What the same check found before the migration, where it was asked then. */
  readonly before: CheckResult | null
  /** Values that earlier checks of the same stage captured from their answers, as JSON text, by name. Written by checks that capture. */
  readonly captured: Map<string, string>
}

/** A table or a column that a check relies on, and the keys below the check that lead to it in the plan. */
export interface UsedName {
  readonly table: TableName
  /** Left out: any. */
  readonly column?: string
  readonly path: readonly PropertyKey[]
}

export interface CheckKind<Settings extends PlanCheck> {
  readonly lane: Lane
  /** Why it can never be asked here, whatever the database holds; told before anything starts. Left out: it always can. */
  objection?(context: RunContext, settings: Settings): string | null | Promise<string | null>
  /** What must be in the database for it to be asked: a person is told before anything starts where it is not. */
  names?(settings: Settings): readonly UsedName[]
  /** One attempt; patience, repetition and `warn-only` are not its concern. May throw: that is `errored`. */
  ask(asked: Asked<Settings>, signal: AbortSignal): Promise<Finding>
}
