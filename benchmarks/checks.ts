/** Fifty query checks of a stage beside the slowest of them alone. */
import { openPostgres } from '../src/databases/postgres/database.ts'
import { resolveSettings } from '../src/databases/postgres/settings.ts'
import { checksAt } from '../src/operations/checks/plan-checks.ts'
import type { RunContext } from '../src/operations/context.ts'
import { StageScope } from '../src/operations/stages.ts'
import { parsePlan } from '../src/plan/loading.ts'
import { systemClock } from '../src/system/clock.ts'
import { createProcesses } from '../src/system/processes.ts'
import { type Measured, sideBySide } from './measuring.ts'

const CHECKS = 50

/** The slowest stands last, where it has the fewest others to share its time with. */
const SLOWEST = '  - { name: slowest, query: "select count(*) from generate_series(1, 3000000)", expect: 3000000 }\n'
const QUICK = Array.from(
  { length: CHECKS - 1 },
  (_, index) => `  - { name: quick ${index}, query: "select count(*) > ${index} from pg_class", expect: true }\n`,
).join('')

export async function measureChecks(url: string, rounds: number): Promise<readonly Measured[]> {
  const redact = (text: string) => text
  const database = openPostgres({
    settings: resolveSettings({ url }),
    session: { runId: 'benchmark', lockTimeoutMs: 0, statementTimeoutMs: 0, connectTimeoutMs: 10_000 },
    processes: createProcesses({ redact }),
    clock: systemClock,
    programs: {},
  })
  const ask = async (checks: string) => {
    const text = `version: 1\nvalidate:\n${checks}`
    const plan = parsePlan({ text, file: 'savepoint.yml', environmentName: undefined, environment: { DATABASE_URL: url } })
    const { signal } = new AbortController()
    // As much of a context as query checks ask for.
    const context = { plan, database, clock: systemClock, emit: () => {}, signal, redact } as unknown as RunContext
    const results = await new StageScope(context, 'validate').askAll(checksAt(context, 'after'))
    const failed = results.find(({ status }) => status !== 'passed')
    if (failed !== undefined) throw new Error(`the check ${failed.name} ${failed.status}: ${failed.message}`)
  }
  const contestants = [
    { name: 'the slowest alone', run: () => ask(SLOWEST) },
    { name: '50 checks', run: () => ask(QUICK + SLOWEST) },
  ]
  return await sideBySide(contestants, rounds).finally(() => database.close())
}
