/** The events of a run, as a presenter is handed them. */
import type { CheckResult } from '../../src/domain/check.ts'
import type { RunEvent } from '../../src/domain/ports/events.ts'
import type { StageName, StageResult } from '../../src/domain/stage.ts'

function passed(name: string, actual: string): CheckResult {
  return { name, kind: 'connection', status: 'passed', actual, durationMs: 3 }
}

function stage(name: StageName, durationMs: number, rest: Partial<StageResult> = {}): RunEvent {
  const result: StageResult = { name, status: 'passed', startedAt: '2026-11-21T09:30:00.000Z', durationMs, checks: [], ...rest }
  return { type: 'stage-finished', result }
}

export const STARTED: RunEvent = {
  type: 'run-started',
  runId: '20261121T093000Z-1f3a9c',
  operation: 'run',
  database: 'postgresql://app:***@db.internal:5432/shop',
  environment: 'staging',
}

/** A run whose migration loses rows and is rolled back. */
export const ROLLED_BACK: readonly RunEvent[] = [
  STARTED,
  { type: 'stage-started', stage: 'health-check' },
  stage('health-check', 231, {
    checks: [
      passed('connection', 'answers'),
      {
        name: 'long transactions',
        kind: 'transactions',
        status: 'warning',
        expected: 'none older than 5 min',
        actual: 'one of 6 min 12 s by reporting',
        durationMs: 4,
        message: 'it may hold locks that a migration waits for',
      },
    ],
  }),
  { type: 'stage-started', stage: 'backup' },
  { type: 'progress', label: 'writing the backup', done: 0, total: 100_000_000, unit: 'bytes' },
  { type: 'progress', label: 'writing the backup', done: 25_000_000, total: 100_000_000, unit: 'bytes' },
  stage('backup', 12_345),
  { type: 'stage-started', stage: 'migrate' },
  { type: 'output', source: 'alembic', line: 'INFO  [alembic.runtime.migration] Running upgrade 013 -> 014, drop empty phases' },
  stage('migrate', 88),
  { type: 'stage-started', stage: 'validate' },
  stage('validate', 1402, {
    status: 'failed',
    message: 'nothing lost: 12 rows of public.phases are gone',
    checks: [
      passed('connection', 'answers'),
      {
        name: 'nothing lost',
        kind: 'content',
        status: 'failed',
        expected: '43 tables',
        actual: '1 undeclared',
        durationMs: 1300,
      },
      { name: 'api', kind: 'query', status: 'errored', durationMs: 3, message: 'relation "api" does not exist' },
    ],
  }),
  { type: 'note', text: 'rolling back by downgrade' },
  { type: 'stage-started', stage: 'rollback' },
  stage('rollback', 912),
  { type: 'run-finished', outcome: 'rolled-back', reason: 'nothing lost: 12 rows of public.phases are gone' },
]
