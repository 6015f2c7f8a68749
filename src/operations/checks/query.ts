/** Asks a query and judges its answer. */
import type { QueryCheck } from '../../plan/checks/query.ts'
import { judge } from '../../plan/query-check.ts'
import type { CheckKind } from './kind.ts'
import { readOnlyQuery } from './reading.ts'

export const query: CheckKind<QueryCheck> = {
  lane: 'reading',
  ask: async ({ context, settings }, signal) =>
    judge(settings.expect, await readOnlyQuery(context.database, settings.query, signal)),
}
