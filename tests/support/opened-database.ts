/** Opens the real PostgreSQL adapter on a test database, as the command line does. */

import { openPostgres } from '../../src/databases/postgres/database.ts'
import { resolveSettings } from '../../src/databases/postgres/settings.ts'
import type { Database } from '../../src/domain/ports/database.ts'
import { systemClock } from '../../src/system/clock.ts'
import { createProcesses } from '../../src/system/processes.ts'

/** The caller closes it. */
export function openDatabase(url: string, runId = 'test-run'): Database {
  return openPostgres({
    settings: resolveSettings({ url }),
    session: { runId, connectTimeoutMs: 10_000, lockTimeoutMs: 5_000, statementTimeoutMs: 0 },
    processes: createProcesses({ redact: (text) => text }),
    clock: systemClock,
    programs: {},
  })
}
