/** A run that failed in every way a report can show, with text that tries to break out of it. */
import { MigrationError, StatementError } from '../../src/domain/errors.ts'
import type { RunResult } from '../../src/domain/run-result.ts'
import type { StageResult } from '../../src/domain/stage.ts'

/** Text from a database that is up to no good. */
export const HOSTILE = 'a|b `c` <script>alert(1)</script>\n# heading\n```\n@octocat ![x](http://evil.example/x.png) ::error::boo'

function stage(name: StageResult['name'], second: number, durationMs: number, rest: Partial<StageResult> = {}): StageResult {
  const startedAt = `2026-11-21T09:30:${String(second).padStart(2, '0')}.000Z`
  return { name, status: 'passed', startedAt, durationMs, checks: [], ...rest }
}

export function failedRun(changes: Partial<RunResult> = {}): RunResult {
  const refused = new StatementError('column "titel" does not exist', { sqlState: '42703', position: 12 })
  return {
    runId: '20261121T093000Z-1f3a9c',
    operation: 'run',
    environment: 'staging',
    actor: 'ann',
    startedAt: '2026-11-21T09:30:00.000Z',
    finishedAt: '2026-11-21T09:30:31.250Z',
    durationMs: 31_250.4,
    database: {
      kind: 'postgres',
      maskedUrl: 'postgresql://app@db.example.org/shop',
      serverVersion: '17.2',
      sizeBytes: 454_000_000,
    },
    migrator: {
      kind: 'sql',
      from: ['011'],
      to: ['011'],
      migrations: [
        { revision: '012', description: 'drop quests', durationMs: 234.2, outcome: 'rolled-back' },
        { revision: '013', description: HOSTILE, durationMs: 3, outcome: 'failed' },
        { revision: '014', description: '', durationMs: 0, outcome: 'not-run' },
      ],
    },
    outcome: 'rolled-back',
    succeeded: false,
    reason: 'migration 013 failed: column "titel" does not exist',
    stages: [
      stage('health-check', 0, 310, {
        checks: [
          { name: 'connection', kind: 'connection', status: 'passed', expected: 'within 10 s', actual: '12 ms', durationMs: 12 },
          { name: 'free space', kind: 'free-space', status: 'warning', expected: '2x', actual: '1.5x', durationMs: 2 },
        ],
      }),
      stage('backup', 1, 4200),
      stage('verify-backup', 5, 12_800),
      stage('migrate', 18, 240, { status: 'failed', message: 'column "titel" does not exist' }),
      stage('validate', 19, 0, { status: 'skipped' }),
      stage('rollback', 19, 12_000, {
        checks: [
          { name: HOSTILE, kind: 'query', status: 'failed', expected: '43', actual: HOSTILE, durationMs: 5, message: HOSTILE },
          { name: 'late', kind: 'query', status: 'errored', durationMs: 5, message: 'timed out' },
        ],
      }),
    ],
    differences: [
      {
        object: 'rows',
        name: 'public.film',
        table: 'public.film',
        change: 'rows-lost',
        before: '1000',
        after: '997',
        loss: true,
        because: null,
      },
      {
        object: 'table',
        name: 'public.quests',
        change: 'removed',
        before: '12 rows',
        after: null,
        loss: true,
        because: 'unused feature',
      },
      { object: 'index', name: 'public.film_title', change: 'added', before: null, after: HOSTILE, loss: false, because: null },
    ],
    backup: {
      id: '20261121T093000Z-1f3a9c-1',
      location: 'savepoint-run/backups/20261121T093000Z-1f3a9c-1/manifest.json',
      sizeBytes: 61_234_567,
      sha256: 'ab'.repeat(32),
      encrypted: true,
      verification: 'restore',
      stores: [],
      restoreMs: 12_640.7,
    },
    budgets: [
      { name: 'migration', limitMs: 500, actualMs: 234.2, status: 'passed' },
      { name: 'downtime', limitMs: 10_000, actualMs: 28_400, status: 'warning' },
      { name: 'recovery', limitMs: 900_000, actualMs: null, status: 'skipped' },
    ],
    downtimeMs: 28_400.4,
    confirmations: [{ name: 'QA has tested', by: HOSTILE, at: '2026-11-21T09:29:00.000Z', how: 'given' }],
    approval: { by: ['octocat'], source: 'GitHub, environment staging' },
    notifications: [
      {
        event: 'start',
        target: 'https://hooks.slack.com/***',
        status: 'delivered',
        attempts: 1,
        durationMs: 120.5,
        message: null,
      },
      { event: 'failure', target: 'https://example.org/***', status: 'failed', attempts: 3, durationMs: 9000, message: HOSTILE },
    ],
    cause: new MigrationError(
      'migration 013 failed',
      {
        revision: '013',
        file: 'migrations/013_rename.sql',
        line: 7,
        column: 12,
        sqlState: '42703',
        excerpt: 'UPDATE film SET titel = title;\n                ^',
      },
      { hint: 'Correct the file and run again.', cause: refused },
    ),
    next: ['savepoint status', 'savepoint run --environment staging'],
    kept: ['shop_failed_20261121'],
    ...changes,
  }
}
