/** Asks the checks of a plan as a stage does, with real processes, real requests, a real run directory and a real database. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckResult } from '../../../src/domain/check.ts'
import type { Database } from '../../../src/domain/ports/database.ts'
import type { RunEvent } from '../../../src/domain/ports/events.ts'
import { checksAt, type EarlierResults } from '../../../src/operations/checks/plan-checks.ts'
import type { RunContext } from '../../../src/operations/context.ts'
import { StageScope } from '../../../src/operations/stages.ts'
import type { Moment } from '../../../src/plan/checks/attributes.ts'
import { parsePlan } from '../../../src/plan/loading.ts'
import { systemClock } from '../../../src/system/clock.ts'
import { systemHttp } from '../../../src/system/http.ts'
import { createProcesses } from '../../../src/system/processes.ts'
import { openRunDirectory } from '../../../src/system/run-directory.ts'
import { openDatabase } from '../../support/opened-database.ts'

export interface Asking extends AsyncDisposable {
  readonly directory: string
  readonly events: readonly RunEvent[]
  write(path: string, text: string): Promise<void>
  /** Asks the checks of a moment, written as the items of `validate`. */
  ask(checks: string, options?: AskOptions): Promise<readonly CheckResult[]>
}

export interface AskOptions {
  readonly moment?: Moment
  readonly signal?: AbortSignal
  readonly environment?: Readonly<Record<string, string>>
  /** What the same checks found before. */
  readonly before?: EarlierResults
}

/** @param database - left out: a check that asks for it fails */
export async function createAsking(database?: Database): Promise<Asking> {
  const directory = await mkdtemp(join(tmpdir(), 'savepoint-checks-'))
  const events: RunEvent[] = []
  const redact = (text: string) => text.replaceAll('s3cret', '***')
  const ask = (
    checks: string,
    { moment = 'after', signal = new AbortController().signal, environment = {}, before }: AskOptions = {},
  ) => {
    const plan = parsePlan({
      text: `version: 1\nvalidate:\n${checks}`,
      file: join(directory, 'savepoint.yml'),
      environmentName: undefined,
      environment: { DATABASE_URL: 'postgres://nowhere/x', ...environment },
    })
    const context = {
      runId: 'test-run',
      plan,
      database: database ?? { childEnvironment: { DATABASE_URL: 'postgres://app:s3cret@db/shop' } },
      migrator: { historyTables: ['public.history'] },
      store: openRunDirectory(join(directory, 'savepoint-run')),
      processes: createProcesses({ redact }),
      http: systemHttp,
      readText: (path: string) => readFile(path, 'utf8'),
      openOther: async (url: string) => openDatabase(url),
      clock: systemClock,
      emit: (event: RunEvent) => events.push(event),
      signal,
      redact,
    } as unknown as RunContext
    return new StageScope(context, 'validate').askAll(
      checksAt(context, moment, before === undefined ? null : { revision: [], before }),
    )
  }
  return {
    directory,
    events,
    write: (path, text) => writeFile(join(directory, path), text),
    ask,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}
