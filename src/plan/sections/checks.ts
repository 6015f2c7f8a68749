/** The `checks` section: how the checks of a plan are asked. */
import type { z } from 'zod'
import { wholeNumber } from '../fields.ts'
import { section } from '../section.ts'

export const checks = section(
  {
    'at-once': wholeNumber(1, 100)
      .optional()
      .describe('How many checks that only read are asked side by side, each in a session of its own. Default 8.'),
  },
  'How checks are asked.',
)

export interface CheckSettings {
  /** How many checks that only read are asked side by side. */
  readonly atOnce: number
}

export function completeChecks(written: z.output<typeof checks> | undefined): CheckSettings {
  return { atOnce: written?.['at-once'] ?? 8 }
}
