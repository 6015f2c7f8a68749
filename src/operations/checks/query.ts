/** Asks a query and judges its answer. */
import { CheckError } from '../../domain/errors.ts'
import type { QueryCheck } from '../../plan/checks/query.ts'
import { judge, SHOWN_ROWS } from '../../plan/query-check.ts'
import type { CheckKind } from './kind.ts'
import { whileReading } from './reading.ts'

export const query: CheckKind<QueryCheck> = {
  lane: 'reading',
  ask: async ({ context, settings }, signal) => {
    const answer = await whileReading(context.database, signal, (session) => session.answer(settings.query, SHOWN_ROWS))
    if (answer === null) {
      throw new CheckError('the query has no answer, not even an empty one', { hint: 'ask with SELECT, and not in a comment' })
    }
    return judge(settings.expect, answer.rows, answer.count)
  },
}
