/** Tries work out in a transaction that is rolled back, and tells what it changed: schema, content of tables, sequences. */
import { compareFingerprints } from '../../domain/comparison.ts'
import type { Difference } from '../../domain/difference.ts'
import { type SchemaObject, type SequencePosition, sealFingerprint, type TableContent } from '../../domain/fingerprint.ts'
import type { SessionOptions, Sessions, SqlSession } from '../../domain/ports/database.ts'
import { readObjects, readSequences } from './catalog.ts'
import { digestContent, planContent } from './content.ts'
import { quoteText } from './names.ts'
import { readTables, readTypes } from './tables.ts'

/** Root tables of which this transaction has written rows. */
const WRITTEN = `
SELECT DISTINCT format('%I.%I', n.nspname, r.relname) AS name
FROM pg_stat_xact_user_tables s
JOIN pg_class r ON r.oid = coalesce(pg_partition_root(s.relid), s.relid) JOIN pg_namespace n ON n.oid = r.relnamespace
WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0 OR current_setting('track_counts') = 'off'`

/** What a table is stored in: other files mean that it was emptied, rewritten, or made anew, which no counter tells. */
const FILES = `
SELECT format('%I.%I', n.nspname, r.relname) AS name, string_agg(c.oid || ':' || pg_relation_filenode(c.oid), ',' ORDER BY c.oid) AS files
FROM pg_class c
JOIN pg_class r ON r.oid = coalesce(pg_partition_root(c.oid), c.oid) JOIN pg_namespace n ON n.oid = r.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' GROUP BY 1`

interface Shape {
  readonly objects: readonly SchemaObject[]
  readonly sequences: readonly SequencePosition[]
  readonly files: ReadonlyMap<string, string>
}

/** Thrown to have the transaction rolled back that went well. */
const ROLL_BACK = Symbol('roll back')

/**
 * Nothing of it stays but numbers drawn from sequences; one that was set back is set forward again. The tables written are
 * read twice, and locked as the work locks them until both readings are done.
 *
 * @throws whatever the work throws, after everything is rolled back
 */
export async function tryOut(
  sessions: Sessions,
  signal: AbortSignal,
  work: (session: SqlSession) => Promise<void>,
): Promise<readonly Difference[]> {
  let before: Shape | undefined
  let differences: readonly Difference[] = []
  try {
    await inSession(sessions, { purpose: 'trial', signal }, (session) =>
      session.transaction(async () => {
        await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        before = await reading(session, () => readShape(session))
        differences = await changesOf(session, before, () => work(session))
        throw ROLL_BACK
      }),
    )
  } catch (error) {
    if (error !== ROLL_BACK) throw error
  } finally {
    const sequences = before?.sequences ?? []
    // Not to be cut short by what may have ended the trial.
    if (sequences.length > 0) await inSession(sessions, { purpose: 'trial' }, (session) => setForward(session, sequences))
  }
  return differences
}

async function inSession<T>(sessions: Sessions, options: SessionOptions, work: (session: SqlSession) => Promise<T>): Promise<T> {
  const session = await sessions.open(options)
  return await work(session).finally(() => session.close())
}

async function changesOf(session: SqlSession, before: Shape, work: () => Promise<void>): Promise<readonly Difference[]> {
  await session.query('SAVEPOINT savepoint_trial')
  await work()
  await session.query('SET CONSTRAINTS ALL IMMEDIATE')
  await session.query('RESET ROLE')
  const after = await reading(session, () => readShape(session))
  const names = await touched(session, before, after)
  const contentAfter = await reading(session, () => readContent(session, names))
  await session.query('ROLLBACK TO SAVEPOINT savepoint_trial')
  const contentBefore = await reading(session, () => readContent(session, names))
  const differences = compareFingerprints(sealed(before, contentBefore), sealed(after, contentAfter), 'by-name')
  // Rows that were added are a change already; whether the others stayed the same is not asked then.
  return differences.filter(({ change }) => change !== 'unproven')
}

function sealed({ objects, sequences }: Shape, tables: readonly TableContent[]) {
  return sealFingerprint({ objects, sequences, tables })
}

/** Under settings by which names and values print the same whatever the work has set; the work finds its own again. */
async function reading<T>(session: SqlSession, read: () => Promise<T>): Promise<T> {
  await session.query('SAVEPOINT savepoint_reading')
  await session.query(
    "SELECT set_config('search_path', 'pg_catalog', true), set_config('row_security', 'off', true), set_config('statement_timeout', '0', true), set_config('lc_monetary', 'C', true)",
  )
  const result = await read()
  await session.query('ROLLBACK TO SAVEPOINT savepoint_reading')
  return result
}

async function readShape(session: SqlSession): Promise<Shape> {
  const objects = await readObjects(session)
  const sequences = await readSequences(session)
  const files = await session.query(FILES)
  return { objects, sequences, files: new Map(files.map((row) => [String(row.name), String(row.files)])) }
}

async function touched(session: SqlSession, before: Shape, after: Shape): Promise<ReadonlySet<string>> {
  const written = (await session.query(WRITTEN)).map((row) => String(row.name))
  const stored = [...after.files].filter(([name, files]) => before.files.get(name) !== files).map(([name]) => name)
  return new Set([...written, ...stored])
}

async function readContent(session: SqlSession, names: ReadonlySet<string>): Promise<readonly TableContent[]> {
  if (names.size === 0) return []
  const types = await readTypes(session)
  const contents: TableContent[] = []
  for (const table of await readTables(session)) {
    if (names.has(table.name)) contents.push(await digestContent(session, planContent(table, undefined, types), null, types))
  }
  return contents
}

/** `setval` is not undone by a rollback. What others have drawn meanwhile is only ever ahead. */
async function setForward(session: SqlSession, before: readonly SequencePosition[]): Promise<void> {
  await session.query("SELECT set_config('search_path', 'pg_catalog', false)")
  const now = new Map((await readSequences(session)).map((sequence) => [sequence.name, sequence]))
  for (const sequence of before) {
    const current = now.get(sequence.name)
    if (current === undefined || !isBehind(current, sequence)) continue
    await session.query(`SELECT setval(${quoteText(sequence.name)}, ${sequence.value}, ${sequence.called})`)
  }
}

function isBehind(current: SequencePosition, earlier: SequencePosition): boolean {
  const [now, then] = [BigInt(current.value), BigInt(earlier.value)]
  if (now === then) return earlier.called && !current.called
  return earlier.ascending ? now < then : now > then
}
