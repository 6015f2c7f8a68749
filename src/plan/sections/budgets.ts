/** The `budgets` section: how long migrating, standing still and recovering may take. */
import { z } from 'zod'
import type { BudgetName } from '../../domain/budget.ts'
import { flag, positiveDuration } from '../fields.ts'
import { section } from '../section.ts'

export interface Budget {
  readonly atMostMs: number
  /** A broken budget is a warning and does not stop the run. */
  readonly warnOnly: boolean
}

/** `null`: no limit. */
export type Budgets = Readonly<Record<BudgetName, Budget | null>>

const weighted = section(
  {
    'at-most': positiveDuration.describe('The limit.'),
    'warn-only': flag.optional().describe('A broken budget is only a warning. Default `false`.'),
  },
  'A limit and its weight.',
)

const budget = z
  .union([positiveDuration, weighted], { error: 'must be a duration such as 500ms, or at-most and warn-only' })
  .transform(
    (written): Budget =>
      typeof written === 'number'
        ? { atMostMs: written, warnOnly: false }
        : { atMostMs: written['at-most'], warnOnly: written['warn-only'] ?? false },
  )

export const budgets = section(
  {
    migration: budget.optional().describe('All migrations of a run together; broken, the run is rolled back.'),
    downtime: budget
      .optional()
      .describe(
        'From the begin of `services.stop` until they run again; broken, the run stops for a person: nothing is rolled back.',
      ),
    recovery: budget
      .optional()
      .describe('The restore that proves the backup (`backup.verify: restore`); broken, nothing is changed.'),
  },
  'How long things may take. A broken budget fails the run, or warns with `warn-only`.',
)

export function completeBudgets(written: z.output<typeof budgets> | undefined): Budgets {
  return { migration: written?.migration ?? null, downtime: written?.downtime ?? null, recovery: written?.recovery ?? null }
}
