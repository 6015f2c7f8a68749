import { expect, test } from '@jest/globals'
import type { StageName } from '../../src/domain/stage.ts'
import { eventLines } from '../../src/entrypoints/event-text.ts'
import { PLAIN_STYLE } from '../../src/entrypoints/style.ts'

function linesOf(name: StageName): readonly string[] {
  const check = {
    name: 'restored to the state before',
    kind: 'fingerprint',
    status: 'passed',
    durationMs: 5,
    actual: 'the same',
  } as const
  const result = { name, status: 'passed', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 12, checks: [check] } as const
  return eventLines({ type: 'stage-finished', result }, { style: PLAIN_STYLE, width: 80, allChecks: false })
}

test('of checks that passed only those of a rollback are shown: they are the proof that it led back', () => {
  expect(linesOf('rollback')).toContain('    ✓ restored to the state before: the same')
  expect(linesOf('verify-backup')).toHaveLength(1)
})
