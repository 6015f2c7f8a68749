/** The `idempotent` check: running migrations again changes nothing. */
import { z } from 'zod'
import { texts } from '../fields.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'

export interface IdempotentCheck extends CheckCommon {
  readonly kind: 'idempotent'
  /** `all` those of the run, or of the one migration that the check belongs to. */
  readonly revisions: 'all' | readonly string[]
}

export const idempotentCheck = checkSection(
  {
    idempotent: z
      .union([z.literal('all'), texts], { error: 'must be all, or a list of migrations such as ["011", "012"]' })
      .describe('Migrations that change nothing when they are run again: `all` of this run, or a list.'),
  },
  'Running migrations again changes nothing. They are run again in a transaction that is rolled back.',
)
  .refine((written) => written.when === undefined || written.when === 'after' || written.when === 'after-start', {
    error: 'can only be asked after the migrations',
  })
  .transform((written): IdempotentCheck => ({ ...commonOf(written), kind: 'idempotent', revisions: written.idempotent }))
