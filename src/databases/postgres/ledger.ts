/** The journal's second home: a table inside the database, so that the next run learns what a vanished one had begun. */
import { ConnectionError, StatementError } from '../../domain/errors.ts'
import type { JournalEntry, JournalEvent } from '../../domain/journal.ts'
import type { Ledger, SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'

/** Runs of each migration history that are read back. */
const RUNS_READ = 20
/** Finished runs of each history whose snapshot is kept; it is by far the largest entry, and only the newest are ever compared with. */
const SNAPSHOTS_KEPT = 3

/** SQLSTATEs of a schema and of a table that are not there. */
const MISSING = new Set(['3F000', '42P01'])

const CREATE = `
  CREATE SCHEMA savepoint;
  COMMENT ON SCHEMA savepoint IS 'What runs of Savepoint announced and did; safe to drop between runs';
  CREATE TABLE savepoint.ledger (
    run_id text NOT NULL, sequence integer NOT NULL, at timestamptz NOT NULL, event jsonb NOT NULL,
    PRIMARY KEY (run_id, sequence)
  )`

const CREATE_TABLE_ONLY = CREATE.slice(CREATE.indexOf('CREATE TABLE'))

/** The runs, numbered within their migration history, the newest first. The first entry of a run names its history. */
const PLACED = `
  SELECT run_id, row_number() OVER (
           PARTITION BY max(event->>'history') FILTER (WHERE sequence = 1) ORDER BY min(at) DESC) AS place
    FROM savepoint.ledger GROUP BY run_id`

const READ = `
  SELECT run_id, sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, event
    FROM savepoint.ledger
   WHERE run_id IN (SELECT run_id FROM (${PLACED}) placed WHERE place <= ${RUNS_READ})
   ORDER BY min(at) OVER (PARTITION BY run_id), run_id, sequence`

/** One statement, so that either all entries are there or none; written again, an entry replaces itself. */
const WRITE = `
  INSERT INTO savepoint.ledger (run_id, sequence, at, event)
  SELECT run_id, sequence, at, event FROM jsonb_to_recordset($1) AS e (run_id text, sequence integer, at timestamptz, event jsonb)
  ON CONFLICT (run_id, sequence) DO UPDATE SET at = excluded.at, event = excluded.event`

const PRUNE = `
  DELETE FROM savepoint.ledger l USING (
    ${PLACED} HAVING bool_or(event->>'type' = 'run-finished')) finished
   WHERE l.run_id = finished.run_id AND finished.place > ${SNAPSHOTS_KEPT} AND l.event->>'type' = 'snapshot-taken'`

/** @param open - the session to use; asked for each time, because it may have been lost in between */
export function createLedger(open: () => Promise<SqlSession>): Ledger {
  // By session: after a swap the name leads to another database, which may have no ledger yet.
  const prepared = new WeakSet<SqlSession>()
  const told: JournalEntry[] = []
  const write = async (session: SqlSession, entries: readonly JournalEntry[]) => {
    if (!prepared.has(session)) await createMissing(session)
    prepared.add(session)
    await session.query(WRITE, [recordsOf(entries)])
  }
  /** A migration may have dropped the ledger with what lay around it: it is made anew, with all that this run has told. */
  const append = async (session: SqlSession, entry: JournalEntry) => {
    told.push(entry)
    try {
      await write(session, [entry])
    } catch (error) {
      if (!(error instanceof StatementError) || !MISSING.has(error.sqlState ?? '')) throw error
      prepared.delete(session)
      await write(session, told)
    }
  }
  return {
    read: () => withRetry(open, async (session) => ((await hasLedger(session)) ? (await session.query(READ)).map(entryOf) : [])),
    append: (entry) =>
      withRetry(open, async (session) => {
        await append(session, entry)
        if (entry.event.type === 'run-finished') await session.query(PRUNE)
      }),
    replace: (entries) => withRetry(open, (session) => write(session, entries)),
  }
}

/** Once more in a new session where the old one had been lost, as one that was idle during a long migration may be. */
async function withRetry<T>(open: () => Promise<SqlSession>, work: (session: SqlSession) => Promise<T>): Promise<T> {
  const session = await open()
  try {
    return await work(session)
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error
    return await work(await open())
  }
}

async function hasLedger(session: SqlSession): Promise<boolean> {
  const [row] = await session.query("SELECT to_regclass('savepoint.ledger') IS NOT NULL AS found")
  return row?.found === 't'
}

/** IF NOT EXISTS would ask for the right to create schemas even where there is nothing to create. */
async function createMissing(session: SqlSession): Promise<void> {
  if (await hasLedger(session)) return
  const schema = await session.query("SELECT FROM pg_namespace WHERE nspname = 'savepoint'")
  await session.query(schema.length === 0 ? CREATE : CREATE_TABLE_ONLY)
}

function recordsOf(entries: readonly JournalEntry[]): string {
  const records = entries.map(({ runId, sequence, at, event }) => ({ run_id: runId, sequence, at, event }))
  // jsonb takes neither NUL nor half a surrogate pair, and output of tools may hold both.
  return JSON.stringify(records, (_, value) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
  )
}

function entryOf(row: TextRow): JournalEntry {
  return {
    runId: String(row.run_id),
    sequence: Number(row.sequence),
    at: String(row.at),
    event: JSON.parse(String(row.event)) as JournalEvent,
  }
}
