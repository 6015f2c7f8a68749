/** Opens sources of rows at one instant of a PostgreSQL database, a session for each, and reads their digests. */
import type { Sessions, SqlSession } from '../../../domain/ports/database.ts'
import { type DigestRequest, KEY_DEPTH, type RangeDigest, type RowReader, type RowSource } from '../../../domain/ports/parity.ts'
import type { SnapshotInstant, TextRow } from '../../../domain/snapshot.ts'
import { quoteText } from '../names.ts'
import { readTypes } from '../tables.ts'
import { type DescribedSource, describeSource } from './description.ts'
import { digestStatement, rowsStatement } from './statements.ts'
import { commonType } from './types.ts'

/** More digests than these come through a cursor, so many at a time; a statement with a cursor uses no parallel workers. */
const PORTION = 20_000

/**
 * Row security off makes the server refuse instead of hiding rows. Grouping must go by hashing: sorting all rows of a
 * table would write them to temporary files, while the groups asked for fit into this memory.
 */
const SETTINGS = [
  "set_config('row_security', 'off', true)",
  "set_config('statement_timeout', '0', true)",
  "set_config('jit', 'off', true)",
  "set_config('lc_monetary', 'C', true)",
  "set_config('work_mem', '64MB', true)",
  "set_config('enable_sort', 'off', true)",
  "set_config('enable_hashagg', 'on', true)",
]

/** Reads with one session for each source, so that the sources of one server are read side by side. */
export async function withReaders<Result>(
  sessions: Sessions,
  instant: SnapshotInstant,
  sources: readonly RowSource[],
  signal: AbortSignal,
  work: (readers: readonly RowReader[]) => Promise<Result>,
): Promise<Result> {
  const opened: SqlSession[] = []
  try {
    const readers: RowReader[] = []
    for (const source of sources) {
      const session = await sessions.open({ purpose: 'parity', signal })
      opened.push(session)
      readers.push(await openReader(session, instant, source))
    }
    return await work(readers)
  } finally {
    await Promise.all(opened.map((session) => session.close()))
  }
}

async function openReader(session: SqlSession, instant: SnapshotInstant, source: RowSource): Promise<RowReader> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await session.query(`SET TRANSACTION SNAPSHOT ${quoteText(instant.id)}`)
  await session.query(`SELECT ${SETTINGS.join(', ')}`)
  const described = await describeSource(session, source, await readTypes(session))
  return {
    facts: described.facts,
    commonType,
    digests: (request) => readDigests(session, described, request),
    rowsOf: async (form, keys, columns, most) => {
      const rows = await session.query(rowsStatement(described, form, keys, columns, most))
      return rows.map(({ 'range of the key': range, ...row }) => ({ range: String(range), row }))
    },
  }
}

async function* readDigests(
  session: SqlSession,
  source: DescribedSource,
  request: DigestRequest,
): AsyncGenerator<readonly RangeDigest[]> {
  const statement = digestStatement(source, request.form, request.depth, request.within)
  if (request.depth < KEY_DEPTH || request.atMost <= PORTION) {
    yield parse(await session.query(statement))
    return
  }
  await session.query(`DECLARE digests NO SCROLL CURSOR FOR ${statement}`)
  for (;;) {
    const rows = await session.query(`FETCH ${PORTION} FROM digests`)
    if (rows.length > 0) yield parse(rows)
    if (rows.length < PORTION) break
  }
  await session.query('CLOSE digests')
}

function parse(rows: readonly TextRow[]): readonly RangeDigest[] {
  return rows.map(({ range, rows, digest }) => ({ range: String(range), rows: Number(rows), digest: String(digest) }))
}
