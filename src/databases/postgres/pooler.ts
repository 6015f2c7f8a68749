/** Tells whether a connection pooler hands out another server session for each transaction: no lock can hold behind one. */
import { randomUUID } from 'node:crypto'
import { LockError } from '../../domain/errors.ts'
import type { PostgresSession } from './session.ts'

const ROUNDS = 3
/** In session mode a question is answered at once; a starved pool answers late or never. */
const PATIENCE_MS = 2_000

/**
 * Asks only where the server process that was announced is not the one that answers, which a pooler alone does.
 *
 * @param openAnother - opens a second session in the same database, through the same pooler
 * @throws LockError behind a pooler in transaction or statement mode
 */
export async function refuseTransactionPooler(
  session: PostgresSession,
  openAnother: (database: string) => Promise<PostgresSession>,
): Promise<void> {
  const pid = await backendPid(session)
  if (pid === String(session.announcedPid)) return
  for (let round = 0; round < ROUNDS; round++) {
    if (await keepsItsBackend(session, openAnother)) continue
    throw new LockError('the connection goes through a pooler in transaction mode, behind which the run lock cannot hold', {
      hint: 'Connect to the server itself, or through a pool in session mode (often another port of the same host).',
    })
  }
}

/** Lets a second session take whatever server session is free, and sees whether the first one still has its own. */
async function keepsItsBackend(
  session: PostgresSession,
  openAnother: (database: string) => Promise<PostgresSession>,
): Promise<boolean> {
  const mark = randomUUID()
  const [before] = await session.query(`SELECT pg_backend_pid() AS pid, set_config('savepoint.probe', $1, false)`, [mark])
  // A pool with no second server session to give keeps the first one's: that is session mode.
  const other = await inTime(openAnother(session.settings.database), (late) => late.close())
  if (other === null) return true
  try {
    if ((await inTime(other.query('BEGIN'))) === null) return true
    await inTime(other.query('SELECT 1'))
    const after = await inTime(session.query(`SELECT pg_backend_pid() AS pid, current_setting('savepoint.probe', true) AS mark`))
    return after?.[0]?.pid === before?.pid && after?.[0]?.mark === mark
  } finally {
    other.destroy()
  }
}

async function backendPid(session: PostgresSession): Promise<string | null> {
  const [row] = await session.query('SELECT pg_backend_pid() AS pid')
  return row?.pid ?? null
}

/** The answer, or `null` when it fails or takes too long. */
async function inTime<T>(answer: Promise<T>, whenLate?: (value: T) => unknown): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  let over = false
  const timer = setTimeout(() => {
    over = true
    late.resolve(null)
  }, PATIENCE_MS)
  answer.then(
    (value) => over && whenLate?.(value),
    () => {},
  )
  try {
    return await Promise.race([answer.catch(() => null), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
