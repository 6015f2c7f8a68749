/** Finds out what a run is about to do, to show it before anything starts. Never fails a run: what is not known is said. */
import { causeChain } from '../domain/errors.ts'
import type { AffectedTable, Intention } from '../domain/intention.ts'
import type { TableDescription } from '../domain/ports/catalog.ts'
import type { Migration, Revision } from '../domain/revision.ts'
import { type MentionedName, mentionedNames } from '../domain/sql-script/mentioned-names.ts'
import { splitStatements } from '../domain/sql-script/splitter.ts'
import type { RunContext } from './context.ts'

export interface IntentionRequest {
  readonly to: Revision
  readonly from: readonly Revision[]
  readonly path: readonly Migration[]
  /** Whether the run has or makes a backup. */
  readonly backup: boolean
  /** Whether a failure is rolled back where the environment allows it. */
  readonly rollBack: boolean
}

export async function findIntention(context: RunContext, request: IntentionRequest): Promise<Intention> {
  const { plan, database, signal } = context
  const [preview, tables, facts] = await Promise.all([
    previewed(context, request.to),
    database.catalog.tables(signal).catch(() => null),
    database.facts().catch(() => null),
  ])
  signal.throwIfAborted()
  const known = 'sql' in preview
  return {
    database: database.maskedUrl,
    sizeBytes: facts?.sizeBytes ?? null,
    environment: plan.environment,
    production: plan.production,
    from: request.from,
    migrations: request.path,
    sql: known
      ? { statements: splitStatements(preview.sql).statements.length, bytes: Buffer.byteLength(preview.sql) }
      : { unknown: preview.unknown },
    tables: known && tables !== null ? affectedTables(context, tables, mentionedNames(preview.sql)) : null,
    stops: plan.services?.stop ?? null,
    wayBack: wayBackOf(context, request),
  }
}

async function previewed(context: RunContext, to: Revision): Promise<{ readonly sql: string } | { readonly unknown: string }> {
  const { migrator, signal } = context
  if (!migrator.capabilities.previewSql) return { unknown: `the ${migrator.kind} migrator has no preview` }
  try {
    return { sql: await migrator.preview(to, { signal }) }
  } catch (error) {
    return { unknown: context.redact(causeChain(error)[0] ?? 'the preview failed') }
  }
}

/** The migrator's own history is in every migration and is no news. */
function affectedTables(
  { migrator }: RunContext,
  tables: readonly TableDescription[],
  names: readonly MentionedName[],
): readonly AffectedTable[] {
  return tables
    .filter(({ kind, name }) => kind !== 'view' && !migrator.historyTables.includes(name))
    .filter((table) => names.some((name) => isNamed(table, name)))
    .map(({ name, sizeBytes, estimatedRows }) => ({ name, sizeBytes, estimatedRows }))
}

/** A column may follow: `film.title`, `public.film.title`. */
function isNamed({ schema, table, visible }: TableDescription, [first, second]: MentionedName): boolean {
  return (first === schema && second === table) || (visible && first === table)
}

/** As `waysBack` would go, in words. */
function wayBackOf({ plan, migrator, database }: RunContext, { backup, rollBack, path }: IntentionRequest): string {
  const { by } = plan.rollback
  const downgrade = by !== 'restore' && migrator.capabilities.downgrade && path.every(({ reversible }) => reversible)
  const restore = by !== 'downgrade' && backup && database.capabilities.copies
  const ways = [...(downgrade ? ['downgrade'] : []), ...(restore ? ['restore of the backup made first'] : [])]
  if (ways.length === 0) return 'none: no backup, and the migrations cannot be reverted'
  const told = `${ways.join(', else ')}${plan.rollback.by === 'auto' && ways.length > 1 ? '; whichever is proven equal' : ''}`
  if (plan.production) return `not by itself (production): it stops, and a person chooses ${ways.join(' or ')}`
  return rollBack ? `automatic: ${told}` : `not by itself: it stops, and a person chooses ${ways.join(' or ')}`
}
