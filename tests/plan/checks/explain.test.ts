/** What a plan may demand of the plan of a query, and what it is told where it says it wrongly. */
import { describe, expect, test } from '@jest/globals'
import { checkIn, problemsIn } from './plan-of-check.ts'

describe('an explain check', () => {
  test('takes true, one name or several', () => {
    expect(checkIn('explain: q, uses-index: true, no-sequential-scan: film')).toMatchObject({
      indexes: [],
      notSequential: ['film'],
      mostPartitions: null,
      analyze: true,
    })
    expect(checkIn('explain: q, uses-index: [a, b], prunes-partitions: { at-most: 2 }')).toMatchObject({
      indexes: ['a', 'b'],
      mostPartitions: 2,
      notSequential: null,
    })
    expect(checkIn('explain: q, prunes-partitions: true, faster-than: { query: r, by: 1.5 }')).toMatchObject({
      mostPartitions: 'fewer',
      fasterThan: { query: 'r', by: 1.5 },
      runs: 3,
    })
  })

  test.each([
    ['explain: q', 'must demand something: uses-index'],
    ['explain: q, uses-index: false', 'must be true, the name of an index, or a list of names'],
    ['explain: q, no-sequential-scan: []', 'must not be an empty list'],
    ['explain: q, prunes-partitions: { at-least: 2 }', 'prunes-partitions'],
    ['explain: q, faster-than: q', 'must be a mapping'],
    ['explain: q, at-most: 1s, analyze: false', 'cannot time a query that is not run'],
    ['explain: q, use-index: true', 'Did you mean uses-index?'],
  ])('%s is refused: %s', (keys, problem) => {
    expect(problemsIn(keys)).toContain(problem)
  })
})
