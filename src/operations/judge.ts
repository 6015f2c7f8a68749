/** Judges a migrated database, stage by stage: after each migration, after all, once services run, and how long they did not. */
import type { Database } from '../domain/ports/database.ts'
import { HEAD, type Migration, type Revision } from '../domain/revision.ts'
import { restoreBeside } from './backup-proof.ts'
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
    const { baseline } = proceedings
    const copy = () => stateBefore(context, proceedings)
    proceedings.differences = await validate(context, scope, { baseline, expected, copy })
    scope.requirePassed()
  })
}

/**
 * The proven copy of the state before. A run that carries on an interrupted one has none, but may have its backup: restored
 * only where there is something to look up, because users wait for it.
 */
async function stateBefore(context: RunContext, proceedings: Proceedings): Promise<Database | null> {
  const { copy, backup, journal } = proceedings
  if (copy !== null || backup?.manifest.verification.level !== 'restore') return copy?.database ?? null
  context.emit({ type: 'note', text: `restoring the backup ${backup.manifest.id} beside the database, to compare rows with it` })
  const restored = await restoreBeside(context, journal, backup)
  proceedings.keep(restored)
  return restored.database
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
