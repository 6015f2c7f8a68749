/** Evidence speaks for exactly the migrations and the plan it was made with, and for a while. */
import { describe, expect, test } from '@jest/globals'
import { digestData, digestParts, type Evidence, judgeEvidence } from '../../src/domain/evidence.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const DAY = 86_400_000
const MIGRATIONS = { revisions: ['001', '002'], sha256: 'a'.repeat(64), covers: 'files' } as const
const WANTED = { migrations: MIGRATIONS, plan: 'b'.repeat(64), maxAgeMs: 7 * DAY, now: NOW }

function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    version: 1,
    runId: '20261120T120000Z-1f3a9c',
    createdAt: '2026-11-20T12:00:00.000Z',
    verdict: 'go',
    reason: 'every check passed',
    migrations: MIGRATIONS,
    plan: 'b'.repeat(64),
    copy: { by: 'template copy', of: 'postgresql://app@db/shop', at: '2026-11-20T11:00:00.000Z' },
    durationsMs: { run: 4000 },
    recoveryMs: 900,
    ...over,
  }
}

test('is accepted for the same migrations and plan, while it is young', () => {
  expect(judgeEvidence(evidence(), WANTED)).toEqual({
    status: 'passed',
    expected: 'go for these migrations and this plan, at most 7 d old',
    actual: 'go on a template copy of postgresql://app@db/shop, 24 h ago',
  })
})

test.each<[string, Evidence | null, RegExp]>([
  ['none', null, /no evidence found/],
  ['a verdict of no-go', evidence({ verdict: 'no-go', reason: 'it took 3 h' }), /verdict was no-go: it took 3 h/],
  [
    'other migrations',
    evidence({ migrations: { ...MIGRATIONS, revisions: ['001'] } }),
    /other migrations \(001\), and 001, 002 would be/,
  ],
  ['a file edited since', evidence({ migrations: { ...MIGRATIONS, sha256: 'c'.repeat(64) } }), /what they do has changed since/],
  [
    'weaker knowledge',
    evidence({ migrations: { ...MIGRATIONS, covers: 'names' } }),
    /knows the migrations by their names, this run by their files/,
  ],
  ['another plan', evidence({ plan: 'c'.repeat(64) }), /the plan has changed since/],
  ['old age', evidence({ createdAt: '2026-11-14T11:59:59.000Z' }), /older than 7 d/],
  ['the future', evidence({ createdAt: '2026-11-21T12:06:00.000Z' }), /clocks of the two machines disagree/],
])('is refused for %s, precisely', (_why, found, reason) => {
  const finding = judgeEvidence(found, WANTED)
  expect(finding.status).toBe('failed')
  expect(finding.actual).toMatch(reason)
})

test('says where no more than names could be compared', () => {
  const names = { ...MIGRATIONS, covers: 'names' } as const
  const finding = judgeEvidence(evidence({ migrations: names }), { ...WANTED, migrations: names })
  expect(finding).toMatchObject({ status: 'passed', actual: expect.stringContaining('only the names') })
})

describe('digests', () => {
  test('of data do not depend on the order of keys, and do on that of lists', () => {
    expect(digestData({ a: 1, b: { c: [1, 2], d: null } })).toBe(digestData({ b: { d: null, c: [1, 2] }, a: 1 }))
    expect(digestData([1, 2])).not.toBe(digestData([2, 1]))
  })

  test('of parts tell apart what was moved from one into another', () => {
    const digests = [
      [['a', 'bc']],
      [['ab', 'c']],
      [
        ['a', 'b'],
        ['', 'c'],
      ],
      [
        ['a', 'bc'],
        ['', ''],
      ],
    ] as const
    expect(new Set(digests.map((parts) => digestParts(parts))).size).toBe(4)
  })
})
