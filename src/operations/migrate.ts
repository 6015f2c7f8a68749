/** Applies migrations one at a time, announcing each before it starts and recording what became of it. */
import { MigrationError } from '../domain/errors.ts'
import type { RunLock } from '../domain/ports/database.ts'
import { BASE, describeRevisions, type Migration, type MigrationOutcome, type MigrationRecord } from '../domain/revision.ts'
import type { RunContext } from './context.ts'
import type { Journal } from './journal.ts'

/** What has become of each migration of a run; grows while it goes on, so that a failure leaves it telling. */
export class MigrationLog {
  readonly #path: readonly Migration[]
  readonly #records = new Map<string, { durationMs: number; outcome: MigrationOutcome }>()

  constructor(path: readonly Migration[]) {
    this.#path = path
  }

  record(revision: string, durationMs: number, outcome: MigrationOutcome): void {
    this.#records.set(revision, { durationMs, outcome })
  }

  /** After a proven rollback: what had been applied no longer is. */
  revert(): void {
    for (const [revision, record] of this.#records) {
      if (record.outcome === 'applied') this.#records.set(revision, { ...record, outcome: 'rolled-back' })
    }
  }

  get applied(): number {
    return [...this.#records.values()].filter((record) => record.outcome === 'applied').length
  }

  get records(): readonly MigrationRecord[] {
    return this.#path.map(({ revision, description }) => ({
      revision,
      description,
      ...(this.#records.get(revision) ?? { durationMs: 0, outcome: 'not-run' as const }),
    }))
  }
}

/**
 * @param afterEach - asked after each migration and before the next
 * @throws MigrationError of the first migration that fails, or what `afterEach` throws; those after it are not run
 */
export async function applyMigrations(
  context: RunContext,
  journal: Journal,
  lock: RunLock,
  path: readonly Migration[],
  log: MigrationLog,
  afterEach: (migration: Migration) => Promise<void>,
): Promise<void> {
  for (const [index, migration] of path.entries()) {
    context.signal.throwIfAborted()
    await lock.assertHeld()
    context.emit({
      type: 'progress',
      label: `migrating to ${migration.revision}`,
      done: index,
      total: path.length,
      unit: 'items',
    })
    await applyOne(context, journal, migration, log)
    await afterEach(migration)
  }
}

async function applyOne(
  context: RunContext,
  journal: Journal,
  { revision, atomic = false }: Migration,
  log: MigrationLog,
): Promise<void> {
  const { clock, migrator, signal, emit } = context
  await journal.announce({ type: 'migration-starting', revision, atomic })
  const started = clock.monotonicMs()
  const elapsed = () => clock.monotonicMs() - started
  try {
    await migrator.upgrade(revision, { signal, onLine: (line) => emit({ type: 'output', source: migrator.kind, line }) })
  } catch (error) {
    log.record(revision, elapsed(), 'failed')
    throw error
  }
  log.record(revision, elapsed(), 'applied')
  await journal.announce({ type: 'migration-finished', revision, outcome: 'applied' })
}

/** `3 migrations (base to 003)`. */
export function describePath(from: readonly string[], path: readonly Migration[]): string {
  const count = path.length === 1 ? '1 migration' : `${path.length} migrations`
  return `${count} (${describeRevisions(from)} to ${path.at(-1)?.revision ?? BASE})`
}

/** The SQL a run would execute, nothing executed. */
export async function previewMigrations(context: RunContext, target: string): Promise<string> {
  if (!context.migrator.capabilities.previewSql) {
    throw new MigrationError(
      `the ${context.migrator.kind} migrator cannot print the SQL it would run`,
      {},
      {
        hint: 'give it a `preview` command in the plan, or rehearse on a copy',
      },
    )
  }
  return context.migrator.preview(target, { signal: context.signal })
}
