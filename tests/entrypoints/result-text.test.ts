import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { MigrationError } from '../../src/domain/errors.ts'
import type { RunResult } from '../../src/domain/run-result.ts'
import { resultLines } from '../../src/entrypoints/result-text.ts'
import { PLAIN_STYLE } from '../../src/entrypoints/style.ts'

const MIGRATED: RunResult = {
  runId: '20261121T093000Z-1f3a9c',
  operation: 'run',
  environment: 'staging',
  actor: 'ada',
  startedAt: '2026-11-21T09:30:00.000Z',
  finishedAt: '2026-11-21T09:30:12.000Z',
  durationMs: 12_000,
  database: { kind: 'postgres', maskedUrl: 'postgresql://app:***@db/shop', serverVersion: '16.4', sizeBytes: 1_500_000_000 },
  migrator: { kind: 'sql', from: ['013'], to: ['014'], migrations: [] },
  outcome: 'migrated',
  succeeded: true,
  reason: '1 migration (013 to 014) applied and checked',
  stages: [],
  differences: [],
  backup: {
    id: '20261121T093000Z-1f3a9c',
    location: join(process.cwd(), 'savepoint-run/backups/20261121T093000Z-1f3a9c/manifest.json'),
    sizeBytes: 120_000_000,
    sha256: '0'.repeat(64),
    encrypted: false,
    verification: 'restore',
    stores: [],
    restoreMs: 8200,
  },
  budgets: [],
  downtimeMs: null,
  confirmations: [],
  approval: null,
  notifications: [],
  cause: null,
  next: [],
  kept: [],
}

function textOf(result: RunResult, report: string | null = null): string {
  return resultLines(result, { style: PLAIN_STYLE, report }).join('\n')
}

describe('the end of a run', () => {
  test('that migrated says so, where the backup is and how far it is proven', () => {
    expect(textOf(MIGRATED, join(process.cwd(), 'savepoint-run/runs/20261121T093000Z-1f3a9c/report.md'))).toBe(`
✓ migrated: at the target revision, every check passed  12 s
  1 migration (013 to 014) applied and checked
  backup    savepoint-run/backups/20261121T093000Z-1f3a9c/manifest.json
            120 MB, proven by a restore in 8.2 s
  report    savepoint-run/runs/20261121T093000Z-1f3a9c/report.md`)
  })

  test('that stopped shows the cause with its place, what is kept, and the exact commands', () => {
    const cause = new MigrationError(
      'syntax error at or near "budgett"',
      { file: 'migrations/014.sql', line: 2, column: 5, sqlState: '42601', excerpt: '2 | add budgett\n  |     ^' },
      { hint: 'correct the file' },
    )
    const stopped: RunResult = {
      ...MIGRATED,
      outcome: 'stopped',
      succeeded: false,
      reason: 'no way back was proven',
      cause,
      backup: null,
      differences: [
        { object: 'table', name: 'public.new', change: 'added', before: null, after: null, loss: false, because: null },
        { object: 'rows', name: 'public.items', change: 'rows-lost', before: '500', after: '490', loss: true, because: null },
        { object: 'table', name: 'public.quests', change: 'removed', before: '', after: null, loss: true, because: 'unused' },
      ],
      kept: ['shop_failed'],
      next: ['savepoint status', 'savepoint rollback --to 013'],
    }

    expect(textOf(stopped)).toBe(`
! stopped: a person must decide; see the reason and the commands below
  no way back was proven
  migrations/014.sql:2:5  SQLSTATE 42601
    2 | add budgett
      |     ^
  What to do: correct the file
  changed:
    ✗ rows of public.items: 500 before, 490 after (not declared)
    · table public.quests is gone (declared: unused)
    · table public.new is new
  kept      shop_failed

What to do:
  savepoint status
  savepoint rollback --to 013`)
  })

  test('that lost something shows every loss, and of what is new only the first', () => {
    const added = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ object: 'index', name, change: 'added', loss: false }) as const)
    const lost = ['x', 'y'].map((name) => ({ object: 'table', name, change: 'removed', loss: true }) as const)
    const differences = [...added, ...lost].map((difference) => ({ ...difference, before: null, after: null, because: null }))

    const text = textOf({ ...MIGRATED, outcome: 'rolled-back', succeeded: false, backup: null, differences })

    expect(text).toContain(`
  had changed:
    ✗ table x is gone (not declared)
    ✗ table y is gone (not declared)
    · index a is new
    · index b is new
    · index c is new
    … and 2 more in the report`)
    expect(textOf({ ...MIGRATED, differences: differences.slice(0, 5) })).toContain('index e is new')
  })

  test('of a health check is told by whether it passed', () => {
    const healthy = {
      ...MIGRATED,
      operation: 'health',
      outcome: 'unchanged',
      reason: '16/16 checks passed',
      backup: null,
    } as const

    expect(textOf(healthy)).toBe('\n✓ 16/16 checks passed  12 s')
    expect(textOf({ ...healthy, succeeded: false, reason: '15/16 checks passed' })).toBe('\n✗ 15/16 checks passed  12 s')
  })
})
