import { expect, test } from '@jest/globals'
import type { CheckResult } from '../../src/domain/check.ts'
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

test('a stage tells the tally of each group, and where the output of a check that failed was kept', () => {
  const check = (group: string, status: 'passed' | 'failed', rest: Partial<CheckResult> = {}): CheckResult => {
    return { name: `one of ${group}`, kind: 'query', group, status, durationMs: 1, ...rest }
  }
  const checks = [
    check('data integrity', 'passed'),
    check('triggers', 'failed', { output: '/elsewhere/output/triggers.log' }),
    check('data integrity', 'passed'),
    { name: 'of no group', kind: 'query', status: 'passed', durationMs: 1 },
  ] as const
  const result = { name: 'validate', status: 'failed', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 12, checks } as const

  const lines = eventLines({ type: 'stage-finished', result }, { style: PLAIN_STYLE, width: 80, allChecks: false })

  expect(lines[0]).toContain('3/4 checks')
  expect(lines[1]).toBe('    data integrity 2/2 · triggers 0/1')
  expect(lines.at(-1)).toBe('      output: /elsewhere/output/triggers.log')
})
