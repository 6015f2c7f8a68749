/** Judging what a query answered. */
import { describe, expect, test } from '@jest/globals'
import type { Expectation } from '../../src/plan/plan.ts'
import { judge } from '../../src/plan/query-check.ts'

const one = (value: string | null) => [{ count: value }]
const value = (as: 'number' | 'text' | 'boolean', text: string): Expectation => ({ kind: 'value', as, value: text })
const range = (atLeast: string | null, atMost: string | null): Expectation => ({ kind: 'range', atLeast, atMost })

const verdicts: readonly (readonly [string, Expectation, string | null, 'passed' | 'failed'])[] = [
  ['a number equals itself with more zeros', value('number', '43'), '43.00', 'passed'],
  ['a number is compared to its last digit', value('number', '0.1'), '0.10000000000000000001', 'failed'],
  ['numbers beyond a float differ', value('number', '9007199254740993'), '9007199254740992', 'failed'],
  ['a number may be written with an exponent', value('number', '2000000'), '2e6', 'passed'],
  ['negative zero is zero', value('number', '0'), '-0.0', 'passed'],
  ['a text is no number', value('number', '43'), 'many', 'failed'],
  ['NaN equals nothing', value('number', '0'), 'NaN', 'failed'],
  ['NULL is no value', value('number', '0'), null, 'failed'],
  ['NULL is not the text NULL', value('text', 'NULL'), null, 'failed'],
  ['a text is compared exactly', value('text', '1.0'), '1.00', 'failed'],
  ['a database says t for true', value('boolean', 'true'), 't', 'passed'],
  ['false is not true', value('boolean', 'true'), 'f', 'failed'],
  ['the ends of a range belong to it', range('1', '2.5'), '2.50', 'passed'],
  ['just beside a range', range('1', '2.5'), '2.5000001', 'failed'],
  ['a range open above', range('-3', null), '12345678901234567890', 'passed'],
  ['a range open below', range(null, '-3'), '-3.1', 'passed'],
  ['NULL is in no range', range(null, '3'), null, 'failed'],
  ['a text is in no range', range('1', null), 'x', 'failed'],
  ['a pattern matches anywhere', { kind: 'matches', pattern: '^v1\\.' }, 'v1.2', 'passed'],
  ['a pattern that does not match', { kind: 'matches', pattern: '^v1$' }, 'v1.2', 'failed'],
]
test.each(verdicts)('%s', (_sentence, expectation, actual, status) => {
  expect(judge(expectation, one(actual)).status).toBe(status)
})

describe('the number of rows', () => {
  test('is compared, whatever they hold', () => {
    expect(
      judge({ kind: 'rows', count: 2 }, [
        { a: '1', b: '2' },
        { a: null, b: null },
      ]),
    ).toEqual({
      status: 'passed',
      expected: '2 rows',
      actual: '2 rows',
    })
  })

  test('none: the first row that is there is shown', () => {
    expect(
      judge({ kind: 'empty' }, [
        { id: '7', name: null },
        { id: '8', name: 'x' },
      ]),
    ).toEqual({
      status: 'failed',
      expected: 'no rows',
      actual: '2 rows, the first: id = 7, name = NULL',
    })
    expect(judge({ kind: 'empty' }, []).status).toBe('passed')
  })

  test.each([[[]], [[{ a: '43', b: '43' }]], [[{ a: '43' }, { a: '43' }]]])(
    'other than one row of one column is no value',
    (rows) => {
      const finding = judge(value('number', '43'), rows as Record<string, string>[])
      expect(finding).toMatchObject({ status: 'failed', message: expect.stringContaining('one row of one column') })
    },
  )
})

test('both sides are told in words', () => {
  expect(judge(range('1', '9'), one('10'))).toEqual({ status: 'failed', expected: 'from 1 to 9', actual: '10' })
  expect(judge(range('1', null), one(null))).toEqual({ status: 'failed', expected: 'at least 1', actual: 'NULL' })
})

test('a long value is cut', () => {
  expect(judge(value('text', 'x'), one('y'.repeat(5000))).actual).toHaveLength(201)
})
