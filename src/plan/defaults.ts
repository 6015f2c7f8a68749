/** Fills in what a plan leaves out, and gives the parsed sections the names and shapes that operations use. */
import { resolve } from 'node:path'
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import { defined } from './database-settings.ts'
import type { MigratorSection } from './migrator-settings.ts'
import type { DatabaseSettings, Plan, PlanSections } from './schema.ts'
import { completeBackup } from './sections/backup.ts'
import { completeBudgets } from './sections/budgets.ts'
import { completeChange } from './sections/changes.ts'
import { completeChecks } from './sections/checks.ts'
import { completeMonitor } from './sections/monitor-settings.ts'
import { completeNotify } from './sections/notify.ts'
import { completeRequirements } from './sections/require.ts'
import { completeServices } from './sections/services.ts'
import { completeSnapshot } from './sections/snapshot.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The plan of one environment. `directory` is the plan's own, which working directories are relative to. */
export function completePlan(environment: string, sections: PlanSections, database: DatabaseSettings, directory: string): Plan {
  return {
    directory: resolve(directory),
    environment,
    production: sections.production ?? false,
    database,
    migrator: sections.migrator === undefined ? null : migratorSettings(sections.migrator, directory),
    lockWaitMs: sections['lock-wait'] ?? 60 * SECOND,
    session: {
      lockTimeoutMs: sections.session?.['lock-timeout'] ?? 5 * SECOND,
      statementTimeoutMs: sections.session?.['statement-timeout'] ?? 0,
    },
    health: healthLimits(sections.health),
    services: completeServices(sections.services, directory),
    backup: completeBackup(sections.backup, directory),
    snapshot: completeSnapshot(sections.snapshot),
    changes: (sections.changes ?? []).map(completeChange),
    checks: completeChecks(sections.checks),
    validate: sections.validate ?? [],
    require: completeRequirements(sections.require),
    notify: completeNotify(sections.notify),
    monitor: sections.monitor === undefined ? null : completeMonitor(sections.monitor),
    budgets: completeBudgets(sections.budgets),
    rollback: { by: sections.rollback?.by ?? 'auto' },
    losses: sections.losses ?? 'fail',
  }
}

function healthLimits(health: PlanSections['health']): Plan['health'] {
  return {
    connectTimeoutMs: health?.['connect-timeout'] ?? 10 * SECOND,
    expectRevision: health?.['expect-revision'] ?? null,
    freeSpace: health?.['free-space'] ?? { times: 2 },
    maxTransactionAgeMs: health?.['max-transaction-age'] ?? 5 * MINUTE,
    warnOnly: health?.['warn-only'] ?? [],
  }
}

function migratorSettings(section: MigratorSection, directory: string): MigratorSettings {
  const workingDirectory = resolve(directory, section['working-directory'] ?? '.')
  switch (section.kind) {
    case 'alembic':
      return {
        kind: 'alembic',
        workingDirectory,
        ...defined({ config: section.config, versionTable: section['version-table'] }),
        command: section.command ?? ['alembic'],
      }
    case 'sql':
      return {
        kind: 'sql',
        workingDirectory,
        directory: section.directory ?? 'migrations',
        historyTable: section['history-table'] ?? DEFAULT_HISTORY_TABLE,
      }
    case 'command': {
      const { kind, current, upgrade, heads, pending, downgrade, preview, generate, stamp } = section
      const optional = defined({ heads, pending, downgrade, preview, generate, stamp })
      return { kind, workingDirectory, current, upgrade, ...optional, historyTables: section['history-tables'] ?? [] }
    }
  }
}

/** Where the `sql` migrator records what it applied, unless the plan says otherwise. */
export const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations'
