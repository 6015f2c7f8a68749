/** The plan as operations see it: every default filled in, durations in milliseconds, sizes in bytes. */
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import type { Webhook } from '../domain/notice.ts'
import type { PlanCheck } from './checks/check.ts'
import type { BackupPlan } from './sections/backup.ts'
import type { Budgets } from './sections/budgets.ts'
import type { Change } from './sections/changes.ts'
import type { CheckSettings } from './sections/checks.ts'
import type { MonitorPlan } from './sections/monitor-settings.ts'
import type { Requirement } from './sections/require.ts'
import type { Services } from './sections/services.ts'
import type { SnapshotSettings } from './sections/snapshot.ts'

/** Where the database is. `url`, or parts; what is left out is left to the client libraries. Holds secrets. */
export interface DatabaseSettings {
  readonly url?: string
  /** Host name, address, or directory of a Unix socket. */
  readonly host?: string
  readonly port?: number
  readonly name?: string
  readonly user?: string
  readonly password?: string
  /** As in libpq: disable, allow, prefer, require, verify-ca, verify-full. */
  readonly sslMode?: string
  readonly sslRootCert?: string
  readonly sslCert?: string
  readonly sslKey?: string
}

/** What a query must answer. Numbers travel as decimal text, so that none loses a digit. */
export type Expectation =
  | { readonly kind: 'value'; readonly as: 'number' | 'text' | 'boolean'; readonly value: string }
  | { readonly kind: 'range'; readonly atLeast: string | null; readonly atMost: string | null }
  | { readonly kind: 'rows'; readonly count: number }
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'empty' }
  /** Any answer: it is recorded. */
  | { readonly kind: 'shown' }

export type { PlanCheck } from './checks/check.ts'
export type { Change } from './sections/changes.ts'
export type { Requirement } from './sections/require.ts'

export interface Plan {
  /** Absolute path of the directory that its paths are relative to: the plan's own. */
  readonly directory: string
  /** The environment chosen, or `default`. */
  readonly environment: string
  readonly production: boolean
  readonly database: DatabaseSettings
  /** `null`: detect it by its files. */
  readonly migrator: MigratorSettings | null
  readonly lockWaitMs: number
  /** 0 means no limit. */
  readonly session: { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number }
  readonly health: {
    readonly connectTimeoutMs: number
    readonly expectRevision: string | null
    readonly freeSpace: { readonly bytes: number } | { readonly times: number }
    readonly maxTransactionAgeMs: number
    /** Names of the health checks that only warn. */
    readonly warnOnly: readonly string[]
  }
  /** `null`: nothing is stopped. */
  readonly services: Services | null
  readonly backup: BackupPlan
  readonly snapshot: SnapshotSettings
  readonly changes: readonly Change[]
  readonly checks: CheckSettings
  readonly validate: readonly PlanCheck[]
  readonly require: readonly Requirement[]
  /** Addresses and headers are secrets. */
  readonly notify: readonly Webhook[]
  /** `null`: a run does not watch. */
  readonly monitor: MonitorPlan | null
  readonly budgets: Budgets
  readonly rollback: { readonly by: 'auto' | 'downgrade' | 'restore' }
  readonly losses: 'fail' | 'warn'
}
