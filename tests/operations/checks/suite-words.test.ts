/** Which rows and notices of a test script say PASS, FAIL or SKIP. */
import { describe, expect, test } from '@jest/globals'
import { judgeOf, resultOfNotice, resultsOfRow } from '../../../src/operations/checks/suite-words.ts'

const judge = judgeOf({ pass: null, fail: null })

describe('a line', () => {
  test.each([
    'PASS',
    'passed',
    'ok',
    'OK: an insert reaches the twin',
    'Passed - 3 rows',
    'PASS an insert reaches the twin',
    '✓ PASS',
    '✅ PASS: twin',
    '[PASS] twin',
    '  -- PASSED —',
    'ok 12 - twin',
  ])('%p passes', (line) => {
    expect(judge(line)).toBe('pass')
  })

  test.each([
    'FAIL',
    'Failed',
    'error',
    '✗ FAIL',
    'FAIL: 0',
    'FAIL 3 orphans',
    'Error: relation is missing',
    '[FAILED] twin',
    'not ok 3 - twin',
    'NOT OK: twin',
    'PASSED: 11, FAILED: 1',
    'FAILED: 2',
  ])('%p fails', (line) => {
    expect(judge(line)).toBe('fail')
  })

  test.each(['SKIP', 'skipped: no data', 'ok 4 - twin # SKIP not here'])('%p is skipped', (line) => {
    expect(judge(line)).toBe('skip')
  })

  test.each([
    '',
    'PASSPORT',
    'Passing rows',
    'error-free since May',
    'ok-ish',
    'failed logins',
    'relation "x" does not exist, skipping',
    'PASSED: 12, FAILED: 0',
    'Failed: 0',
    '12',
    't',
    '1..12',
  ])('%p is no result', (line) => {
    expect(judge(line)).toBeNull()
  })

  test('is judged by the words of the plan where it has its own', () => {
    const own = judgeOf({ pass: '^t$', fail: '^f$' })
    expect(['t', 'f', 'PASS', 'FAIL', 'SKIP'].map(own)).toEqual(['pass', 'fail', null, null, 'skip'])
    expect(['PASS', 'BAD', 'FAIL'].map(judgeOf({ pass: null, fail: 'BAD' }))).toEqual(['pass', 'fail', null])
  })
})

describe('a row', () => {
  test('is one result, told by its result column whatever else it says', () => {
    expect(resultsOfRow({ group: 'twins', name: 'FAIL is refused', result: 'PASS' }, judge)).toEqual([
      { verdict: 'pass', group: 'twins', text: 'FAIL is refused · PASS' },
    ])
  })

  test('without such a column is as good as its worst cell', () => {
    expect(resultsOfRow({ a: 'PASS', b: 'FAIL', c: null }, judge)).toMatchObject([{ verdict: 'fail' }])
  })

  test('whose cell has several lines has a result for each that says one', () => {
    const text = 'starting\nPASS: one\nFAIL: two\n'
    expect(resultsOfRow({ run_tests: text }, judge)).toEqual([
      { verdict: 'pass', group: null, text: 'PASS: one' },
      { verdict: 'fail', group: null, text: 'FAIL: two' },
    ])
  })

  test('that says nothing, or only in its group, is no result', () => {
    expect(resultsOfRow({ group: 'PASS', n: '3' }, judge)).toEqual([])
  })
})

test('a notice is judged without the severity before it', () => {
  expect(resultOfNotice('WARNING: FAIL: an update is lost', judge)).toEqual([
    { verdict: 'fail', group: null, text: 'FAIL: an update is lost' },
  ])
  expect(resultOfNotice('NOTICE: table "pass" does not exist, skipping', judge)).toEqual([])
})
