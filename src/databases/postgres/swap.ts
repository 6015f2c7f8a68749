/** Puts a copy in the place of the live database: two renames in one transaction, other sessions ended, nothing in between. */
import { RollbackError, StatementError } from '../../domain/errors.ts'
import { type Ended, sessionsIn, terminateSessions } from './ending-sessions.ts'
import { quoteName } from './names.ts'
import type { PostgresSession } from './session.ts'
import type { PostgresSessions } from './sessions.ts'

/** The server waits 5 s for sessions to leave each time it is asked to rename. */
const ATTEMPTS = 6
const TERMINATE_EVERY_MS = 100
const IN_USE = '55006'

export interface Swap {
  readonly live: string
  readonly copy: string
  readonly failedName: string
}

/**
 * Renames the live database to `failedName` and the copy to the live name.
 *
 * A rename takes a lock on the database before it waits for the sessions inside, and whoever connects then waits for that
 * lock: so sessions are ended while the rename waits, and none can come in. Nothing outlives the transaction, so a run that
 * vanishes here leaves everything as it was.
 *
 * @throws RollbackError naming who is in the way; the names are then as before
 */
export async function swapDatabases(sessions: PostgresSessions, swap: Swap): Promise<void> {
  await sessions.withMaintenance({ purpose: 'swap' }, (renamer) =>
    sessions.withMaintenance({ purpose: 'swap-end' }, async (ender) => {
      await refusePrepared(renamer, swap)
      await renamer.query('SET statement_timeout = 0; SET synchronous_commit = on')
      for (let attempt = 1; ; attempt++) {
        const refusals = await renameWhileEnding(renamer, ender, swap)
        if (refusals === null) return
        if (refusals.length > 0 || attempt === ATTEMPTS) throw inTheWay(swap, refusals)
      }
    }),
  )
}

/** A prepared transaction belongs to no session that could be ended, and what it holds would be lost with the live database. */
async function refusePrepared(session: PostgresSession, swap: Swap): Promise<void> {
  const [row] = await session.query('SELECT gid, database FROM pg_prepared_xacts WHERE database IN ($1, $2)', [
    swap.live,
    swap.copy,
  ])
  if (row === undefined) return
  throw new RollbackError(`cannot rename ${row.database}: the prepared transaction ${row.gid} is open in it`, [], {
    hint: 'COMMIT PREPARED or ROLLBACK PREPARED it; then run the rollback again. Nothing was renamed.',
  })
}

/** `null` when renamed; otherwise why sessions stayed, as far as the server said. */
async function renameWhileEnding(
  renamer: PostgresSession,
  ender: PostgresSession,
  swap: Swap,
): Promise<readonly string[] | null> {
  const renaming = rename(renamer, swap).then(
    () => ({ done: true as const, error: null }),
    (error: unknown) => ({ done: false as const, error }),
  )
  let last: Ended = { count: 0, refusals: [] }
  const ending = setInterval(() => {
    terminateSessions(ender, sessionsIn([swap.live, swap.copy])).then(
      (ended) => {
        last = ended
      },
      () => {},
    )
  }, TERMINATE_EVERY_MS)
  try {
    const { done, error } = await renaming
    if (done) return null
    if (error instanceof StatementError && error.sqlState === IN_USE) return last.refusals
    throw error
  } finally {
    clearInterval(ending)
  }
}

async function rename(session: PostgresSession, swap: Swap): Promise<void> {
  await session.transaction(async () => {
    await session.query(`ALTER DATABASE ${quoteName(swap.live)} RENAME TO ${quoteName(swap.failedName)}`)
    await session.query(`ALTER DATABASE ${quoteName(swap.copy)} RENAME TO ${quoteName(swap.live)}`)
  })
}

function inTheWay(swap: Swap, refusals: readonly string[]): RollbackError {
  const who = refusals[0] ?? 'sessions keep coming back'
  return new RollbackError(`cannot rename ${swap.live}, sessions in it do not end: ${who}`, [], {
    hint: 'Stop the application, or GRANT pg_signal_backend to the role; then run the rollback again. Nothing was renamed.',
  })
}
