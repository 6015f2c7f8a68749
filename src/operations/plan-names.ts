/** Tells, before anything starts, which tables, columns, objects and revisions the plan names that are not there. */

import { ConfigurationError, type Problem } from '../domain/errors.ts'
import type { Revision } from '../domain/revision.ts'
import { placeIn } from '../plan/places.ts'
import { pathText } from '../plan/problems.ts'
import type { RunContext } from './context.ts'
import { type Missing, missingFromDatabase, missingFromHistory } from './missing-names.ts'
import { queryProblems } from './plan-queries.ts'

export interface NamesRequest {
  readonly to: Revision
  /** Whether migrations will be applied: what is measured before, and may change, matters only then. */
  readonly migrating: boolean
}

/**
 * @throws ConfigurationError listing every name that is unknown, with the nearest known one, and every query of before the
 *   migrations that cannot be right, each with its place in the plan
 */
export async function requireKnownNames(context: RunContext, request: NamesRequest): Promise<void> {
  const names = await nameProblems(context, request)
  const problems = [...names, ...(request.migrating ? await queryProblems(context) : [])]
  if (problems.length > 0)
    throw refusal(
      problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      names.length,
    )
}

async function nameProblems(context: RunContext, request: NamesRequest): Promise<readonly Problem[]> {
  const missing = [...(await missingFromDatabase(context, request.migrating)), ...(await missingFromHistory(context))]
  if (missing.length === 0) return []
  const sql = missing.some(({ wanted }) => wanted !== 'now') ? await previewOf(context, request.to) : ''
  const problems: Problem[] = []
  for (const name of missing) {
    const verdict = judge(name, sql)
    if (verdict === 'unknown') problems.push(problemOf(context, name))
    else if (verdict === 'untold') context.emit({ type: 'note', text: `${pathText(name.path)}: ${name.message} now` })
  }
  return problems
}

/** Where no SQL of the pending migrations is known, what may come is believed, aloud. */
function judge({ wanted, identifiers, near }: Missing, sql: string | null): 'unknown' | 'coming' | 'untold' {
  if (wanted === 'now') return 'unknown'
  if (sql !== null && identifiers.every((identifier) => mentions(sql, identifier))) return 'coming'
  if (sql === null) return 'untold'
  return wanted === 'whenever' && near === undefined ? 'untold' : 'unknown'
}

function mentions(sql: string, identifier: string): boolean {
  const literal = identifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}_$])${literal}(?![\\p{L}\\p{N}_$])`, 'iu').test(sql)
}

/** `null` where the migrator cannot tell. */
async function previewOf({ migrator, signal, emit }: RunContext, to: Revision): Promise<string | null> {
  if (!migrator.capabilities.previewSql) return null
  try {
    return await migrator.preview(to, { signal })
  } catch (error) {
    signal.throwIfAborted()
    const why = error instanceof Error ? error.message : String(error)
    emit({
      type: 'note',
      text: `the SQL of the pending migrations cannot be shown, so names in the plan are not checked by it: ${why}`,
    })
    return null
  }
}

function problemOf({ plan }: RunContext, { path, message, near }: Missing): Problem {
  const hint = near === undefined ? {} : { hint: `Did you mean ${near}?` }
  return { message: `${pathText(path)}: ${message}`, ...placeIn(plan, path), ...hint }
}

/** @param names - how many of the problems are names; the others are queries */
function refusal(problems: readonly Problem[], names: number): ConfigurationError {
  const [first] = problems
  const many = problems.length === names ? `names ${names} things that are not there` : `has ${problems.length} mistakes`
  const words = problems.length === 1 ? (first?.message ?? '') : `the plan ${many}`
  return new ConfigurationError(words, { problems, hint: 'nothing was touched; correct the plan' })
}
