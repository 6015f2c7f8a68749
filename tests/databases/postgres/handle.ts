/** Opens the adapter on test databases with real processes and the real clock. */
import { openPostgres } from '../../../src/databases/postgres/database.ts'
import type { SessionDefaults } from '../../../src/databases/postgres/session-defaults.ts'
import { openSession } from '../../../src/databases/postgres/session-opening.ts'
import { resolveSettings } from '../../../src/databases/postgres/settings.ts'
import type { Database, HealthLimits, SessionOptions } from '../../../src/domain/ports/database.ts'
import { systemClock } from '../../../src/system/clock.ts'
import { createProcesses } from '../../../src/system/processes.ts'

export const RUN_ID = '20261121T093000Z-1f3a9c'

export const DEFAULTS: SessionDefaults = { runId: RUN_ID, lockTimeoutMs: 5_000, statementTimeoutMs: 0, connectTimeoutMs: 10_000 }

export const LIMITS: HealthLimits = {
  connectTimeoutMs: 10_000,
  freeSpace: { bytes: 1 },
  maxTransactionAgeMs: 300_000,
  backupDirectory: '/tmp',
  backup: true,
  verifyByRestore: true,
}

export function openTest(url: string, overrides: Partial<SessionDefaults> & { readonly directory?: string } = {}): Database {
  const { directory, ...session } = overrides
  return openPostgres({
    settings: resolveSettings({ url }),
    session: { ...DEFAULTS, ...session },
    processes: createProcesses({ redact: (text) => text }),
    clock: systemClock,
    programs: { directory },
  })
}

export function openTestSession(
  url: string,
  options: Partial<SessionOptions> = {},
  defaults: Partial<SessionDefaults> = {},
): ReturnType<typeof openSession> {
  return openSession(resolveSettings({ url }), { ...DEFAULTS, ...defaults }, { purpose: 'test', ...options })
}

/** The same server and database for another role. */
export function urlAs(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}

/** Waits until a condition holds; the test's own time limit ends what never comes. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await systemClock.sleep(20)
}

/** The error that a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { readonly hint?: string }> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }
  throw new Error('it was expected to fail')
}
