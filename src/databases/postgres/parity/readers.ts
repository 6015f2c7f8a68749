/** Opens sources of rows at one instant of a PostgreSQL database, a session for each, and reads their digests. */
import type { Sessions, SqlSession } from '../../../domain/ports/database.ts'
import {
  type DigestRequest,
  KEY_DEPTH,
  type Portion,
  type RangeDigest,
  type RowReader,
  type RowSource,
} from '../../../domain/ports/parity.ts'
import type { SnapshotInstant, TextRow } from '../../../domain/snapshot.ts'
import { quoteText } from '../names.ts'
import { readTypes } from '../tables.ts'
import { type DescribedSource, describeSource } from './description.ts'
import { digestStatement, namedKeysStatement, packedKeysStatement, rowsStatement } from './statements.ts'
import { commonType } from './types.ts'

/** More keys than these come packed and through a cursor: little by little, but without parallel workers of the server. */
const MOST_AT_ONCE = 20_000

/** Packs that are fetched at a time. */
const FETCHED = 8

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
  { form, depth, within, atMost }: DigestRequest,
): AsyncGenerator<Portion> {
  if (depth < KEY_DEPTH) {
    const rows = await session.query(digestStatement(source, form, depth, within))
    yield { number: 0, digests: rows.map(parseDigest) }
  } else if (atMost <= MOST_AT_ONCE) {
    const rows = await session.query(namedKeysStatement(source, form, within))
    const named = (row: TextRow) => Object.fromEntries(form.key.map(({ name }, index) => [name, row[`key ${index}`] ?? null]))
    yield { number: 0, digests: rows.map((row) => ({ ...parseDigest(row), key: named(row) })) }
  } else {
    yield* readPacks(session, packedKeysStatement(source, form, within))
  }
}

function parseDigest({ range, rows, digest }: TextRow): RangeDigest {
  return { range: String(range), rows: Number(rows), digest: String(digest) }
}

async function* readPacks(session: SqlSession, statement: string): AsyncGenerator<Portion> {
  await session.query(`DECLARE packs NO SCROLL CURSOR FOR ${statement}`)
  for (;;) {
    const rows = await session.query(`FETCH ${FETCHED} FROM packs`)
    for (const { number, pack } of rows) yield { number: Number(number), digests: unpack(pack ?? '') }
    if (rows.length < FETCHED) break
  }
  await session.query('CLOSE packs')
}

function unpack(pack: string): readonly RangeDigest[] {
  return pack.split(',').map((entry) => {
    const [range = '', rows = '', digest = ''] = entry.split(' ')
    return { range, rows: Number(rows), digest }
  })
}
