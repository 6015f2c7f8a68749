/** The fingerprint of a PostgreSQL database: catalogue and content read by several sessions that all see one instant. */
import {
  type Fingerprint,
  type SchemaObject,
  type SequencePosition,
  sealFingerprint,
  type TableContent,
} from '../../domain/fingerprint.ts'
import type { FingerprintOptions, Sessions, SqlSession } from '../../domain/ports/database.ts'
import type { SnapshotInstant } from '../../domain/snapshot.ts'
import { readDatabaseObject, readObjects } from './catalog.ts'
import { type ContentPlan, digestContent, planContent } from './content.ts'
import type { TypeCatalogue } from './hashing.ts'
import { readTables, readTypes } from './tables.ts'

export interface PostgresFingerprintOptions extends FingerprintOptions {
  /** Sessions that read side by side; each of them may use parallel workers of the server besides. */
  readonly jobs: number
  /** Positions read when the instant was opened. */
  readonly sequences: readonly SequencePosition[]
}

/**
 * Reads schema and content as of one exported instant, the largest table first, one scan for each.
 *
 * @throws StatementError when a table cannot be read whole, e.g. where row security would hide rows from the role
 */
export async function fingerprintDatabase(
  sessions: Sessions,
  instant: SnapshotInstant,
  options: PostgresFingerprintOptions,
): Promise<Fingerprint> {
  await using catalogue = await openReader(sessions, instant, options.signal)
  const types = await readTypes(catalogue.session)
  const tables = await readTables(catalogue.session)
  const plans = tables.toSorted((a, b) => b.pages - a.pages).map((table) => planContent(table, options.basis, types))
  const contents = readContents(sessions, instant, plans, types, options)
  const [digested, objects] = await Promise.all([contents, readSchema(catalogue.session)])
  return sealFingerprint({ tables: digested, objects, sequences: options.sequences })
}

async function readSchema(session: SqlSession): Promise<readonly SchemaObject[]> {
  return [...(await readObjects(session)), await readDatabaseObject(session)]
}

interface Reader extends AsyncDisposable {
  readonly session: SqlSession
}

/** A session inside the instant's transaction, with settings under which names and values print the same everywhere. */
async function openReader(sessions: Sessions, instant: SnapshotInstant, signal: AbortSignal): Promise<Reader> {
  const session = await sessions.open({ purpose: 'fingerprint', signal })
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await session.query(`SET TRANSACTION SNAPSHOT '${instant.id.replaceAll("'", "''")}'`)
    // Row security off makes the server refuse instead of hiding rows; a hidden row would be a row not compared.
    await session.query(
      "SELECT set_config('search_path', 'pg_catalog', true), set_config('row_security', 'off', true), set_config('statement_timeout', '0', true), set_config('jit', 'off', true), set_config('lc_monetary', 'C', true)",
    )
  } catch (error) {
    await session.close()
    throw error
  }
  return { session, [Symbol.asyncDispose]: () => session.close() }
}

/** Shares the tables out among the sessions: each takes the next one when it is done. */
async function readContents(
  sessions: Sessions,
  instant: SnapshotInstant,
  plans: readonly ContentPlan[],
  types: TypeCatalogue,
  options: PostgresFingerprintOptions,
): Promise<readonly TableContent[]> {
  const results: TableContent[] = []
  const queue = [...plans]
  const failure = new AbortController()
  const signal = AbortSignal.any([options.signal, failure.signal])
  const work = async () => {
    await using reader = await openReader(sessions, instant, signal)
    for (let plan = queue.shift(); plan !== undefined && !signal.aborted; plan = queue.shift()) {
      results.push(await digestContent(reader.session, plan, options.basisHorizon ?? null, types))
      options.onProgress?.(results.length, plans.length, plan.table.name)
    }
    signal.throwIfAborted()
  }
  const workers = Array.from({ length: Math.max(1, Math.min(options.jobs, plans.length)) }, () =>
    work().catch((error: unknown) => {
      failure.abort(error)
      throw error
    }),
  )
  // All of them end before the first failure is thrown, so that no session outlives its instant.
  await Promise.allSettled(workers)
  signal.throwIfAborted()
  return results
}
