/** Judges a migrated database, stage by stage: after each migration, after all, once services run, and how long they did not. */
import { HEAD, type Migration, type Revision } from '../domain/revision.ts'
import { recordBudget } from './budgets.ts'
import { checksAt } from './checks/plan-checks.ts'
import type { RunContext } from './context.ts'
import type { Proceedings } from './proceedings.ts'
import type { StageScope } from './stages.ts'
import { validate } from './validate.ts'

export interface JudgeOptions {
  readonly validation: boolean
}

/** The checks that belong to one migration, before the next begins. */
export async function checkedAfter(context: RunContext, scope: StageScope, revision: Revision): Promise<void> {
  await scope.askAll(checksAt(context, { afterMigration: revision }))
  scope.requirePassed()
}

export async function validated(
  context: RunContext,
  options: JudgeOptions,
  proceedings: Proceedings,
  path: readonly Migration[],
): Promise<void> {
  if (!options.validation) return proceedings.stages.skip('validate', 'left out by --skip-validation')
  await proceedings.stages.run('validate', async (scope) => {
    const expected = await expectedRevisions(context, path.at(-1))
    const { baseline, copy } = proceedings
    proceedings.differences = await validate(context, scope, { baseline, expected, copy: copy?.database ?? null })
    scope.requirePassed()
  })
}

/** Checks that need the services running. */
export async function smokeTested(context: RunContext, options: JudgeOptions, { stages, baseline }: Proceedings): Promise<void> {
  const checks = checksAt(context, 'after-start', baseline)
  if (checks.length === 0) return
  if (!options.validation) return stages.skip('smoke-test', 'left out by --skip-validation')
  await stages.run('smoke-test', async (scope) => {
    await scope.askAll(checks)
    scope.requirePassed()
  })
}

/** Judged once users are at work again: to roll back for it would only add to it. */
export async function judgeDowntime({ plan }: RunContext, { stages, services, measured }: Proceedings): Promise<void> {
  if (plan.budgets.downtime === null || services.downtimeMs === null) return
  await stages.run('downtime', async (scope) => {
    recordBudget(scope, 'downtime', plan.budgets, measured)
    scope.requirePassed()
  })
}

/** The last migration applied; on branches, everything current where that includes it. A migrator that only knows `head` names none. */
async function expectedRevisions(context: RunContext, last: Migration | undefined): Promise<readonly Revision[] | null> {
  if (last === undefined || last.revision === HEAD) return null
  const { current } = await context.migrator.state({ signal: context.signal })
  return current.includes(last.revision) ? current : [last.revision]
}
