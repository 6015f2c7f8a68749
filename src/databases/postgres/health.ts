/** The health checks of a PostgreSQL database, in the order in which people read them; all ask through one shared session. */
import type { Check } from '../../domain/check.ts'
import type { HealthLimits, SqlSession } from '../../domain/ports/database.ts'
import type { ClientPrograms } from './client-programs.ts'
import { blockedSessionsCheck, longTransactionsCheck, preparedTransactionsCheck } from './health-activity.ts'
import { contentsCheck } from './health-contents.ts'
import { createDatabaseCheck, ledgerCheck, ownersCheck, readEveryTableCheck } from './health-privileges.ts'
import { clientProgramsCheck, connectionCheck, invalidIndexesCheck, serverVersionCheck, writableCheck } from './health-server.ts'
import { freeSpaceCheck } from './health-storage.ts'

export interface HealthContext {
  readonly runId: string
  readonly limits: HealthLimits
  /** One session for all checks, opened by the first that asks. */
  readonly session: () => Promise<SqlSession>
  /** Opens a session of its own, within the connect timeout given. */
  readonly probe: (timeoutMs: number, signal: AbortSignal) => Promise<void>
  readonly programs: () => Promise<ClientPrograms>
  readonly serverMajor: () => Promise<number>
  readonly databaseBytes: () => Promise<number>
}

/** `connection` first; what a run without a backup does not need is not asked. */
export function createHealthChecks(context: HealthContext): readonly Check[] {
  const { backup, verifyByRestore } = context.limits
  return [
    connectionCheck(context),
    serverVersionCheck(context),
    contentsCheck(context),
    writableCheck(context),
    ledgerCheck(context),
    ...(backup ? [clientProgramsCheck(context), readEveryTableCheck(context), freeSpaceCheck(context)] : []),
    ...(backup && verifyByRestore ? [createDatabaseCheck(context), ownersCheck(context)] : []),
    longTransactionsCheck(context),
    blockedSessionsCheck(context),
    preparedTransactionsCheck(context),
    invalidIndexesCheck(context),
  ]
}
