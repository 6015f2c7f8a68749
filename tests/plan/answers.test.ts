/** Answers of named queries are compared as their author meant: by key, in order or as a multiset, numbers as numbers. */
import { describe, expect, test } from '@jest/globals'
import type { TextRow } from '../../src/domain/snapshot.ts'
import { compareAnswers, describeAnswerDifference, missingKeyColumns } from '../../src/plan/answers.ts'
import type { SnapshotQuery } from '../../src/plan/sections/snapshot.ts'

type Pairing = Pick<SnapshotQuery, 'key' | 'ordered' | 'tolerance'>

const LOOSE: Pairing = { key: [], ordered: false, tolerance: null }
const BY_PHASE: Pairing = { ...LOOSE, key: ['phase'] }
const CENT: Pairing = { ...LOOSE, tolerance: { kind: 'absolute', amount: '0.01' } }
const PERCENT: Pairing = { ...LOOSE, tolerance: { kind: 'relative', percent: '1' } }

function row(phase: string | null, count: string | null): TextRow {
  return { phase, count }
}

function differences(pairing: Pairing, before: readonly TextRow[], after: readonly TextRow[]): readonly string[] {
  return compareAnswers(pairing, before, after).map(describeAnswerDifference)
}

describe('answers are the same', () => {
  test.each<[string, Pairing, readonly TextRow[], readonly TextRow[]]>([
    ['whose rows come in another order', LOOSE, [row('a', '1'), row('b', '2')], [row('b', '2'), row('a', '1')]],
    ['whose numbers have other trailing zeros', LOOSE, [row('a', '1.0'), row('b', '0')], [row('a', '1.00'), row('b', '-0.0')]],
    ['whose numbers are written with an exponent', LOOSE, [row('a', '1e3')], [row('a', '1000')]],
    ['that hold one row twice, on both sides', LOOSE, [row('a', '1'), row('a', '1')], [row('a', '1'), row('a', '1')]],
    ['whose NULL is a NULL', BY_PHASE, [row(null, null)], [row(null, null)]],
    ['whose sum moved by no more than the amount', CENT, [row('a', '10.00')], [row('a', '10.01')]],
    [
      'whose numbers moved by no more than the percentage',
      PERCENT,
      [row('a', '200'), row('b', '-1')],
      [row('b', '-1.01'), row('a', '198')],
    ],
    [
      'whose numbers moved in the column that has a tolerance',
      { ...LOOSE, tolerance: { count: { kind: 'absolute', amount: '5' } } },
      [row('1', '10'), row('2', '20')],
      [row('2', '25'), row('1', '5')],
    ],
    [
      'whose rows of one key are near each other',
      CENT,
      [row('a', '1.00'), row('a', '2.00'), row('a', '10.00')],
      [row('a', '10.01'), row('a', '0.99'), row('a', '2.01')],
    ],
  ])('%s', (_name, pairing, before, after) => {
    expect(differences(pairing, before, after)).toEqual([])
  })
})

describe('a difference is told by row, column, before and after', () => {
  test.each<[string, Pairing, readonly TextRow[], readonly TextRow[], readonly string[]]>([
    [
      'of a row found by its key',
      BY_PHASE,
      [row('a', '12'), row('b', '3')],
      [row('b', '3'), row('a', '11')],
      ['phase=a: count 12 -> 11'],
    ],
    ['of the only row', LOOSE, [row('a', '12.50')], [row('a', '12.51')], ['count 12.50 -> 12.51']],
    [
      'of the only row that is another',
      LOOSE,
      [row('a', '1'), row('b', '2')],
      [row('a', '1'), row('b', '9')],
      ['phase=b: count 2 -> 9'],
    ],
    ['of a row that is gone', BY_PHASE, [row('a', '1'), row('b', '2')], [row('a', '1')], ['row phase=b count=2 is missing']],
    ['of a row that is new', BY_PHASE, [], [row('b', null)], ['row phase=b count=NULL is new']],
    [
      'of a row that is there once less',
      LOOSE,
      [row('a', '1'), row('a', '1')],
      [row('a', '1')],
      ['row phase=a count=1 is missing'],
    ],
    [
      'of two values swapped between rows',
      BY_PHASE,
      [row('a', '1'), row('b', '2')],
      [row('a', '2'), row('b', '1')],
      ['phase=a: count 1 -> 2', 'phase=b: count 2 -> 1'],
    ],
    [
      'of the order where it matters',
      { ...LOOSE, ordered: true },
      [row('a', '1'), row('b', '1')],
      [row('b', '1'), row('a', '1')],
      ['row 1: phase a -> b', 'row 2: phase b -> a'],
    ],
    ['beyond the tolerance', CENT, [row('a', '10.00')], [row('a', '10.011')], ['phase=a: count 10.00 -> 10.011']],
    ['beyond the percentage', PERCENT, [row('a', '200')], [row('a', '197.9')], ['phase=a: count 200 -> 197.9']],
    [
      'in the twentieth digit',
      LOOSE,
      [row('a', '90071992547409931234.01')],
      [row('a', '90071992547409931234.02')],
      ['count 90071992547409931234.01 -> 90071992547409931234.02'],
    ],
    ['of leading zeros, which numbers do not have', LOOSE, [row('007', '1')], [row('7', '1')], ['phase 007 -> 7']],
    ['of NULL and nothing', LOOSE, [row('', '1')], [row(null, '1')], ["phase '' -> NULL"]],
    ['of NULL and the text NULL', LOOSE, [row('NULL', '1')], [row(null, '1')], ["phase 'NULL' -> NULL"]],
    ['of a column that is gone', LOOSE, [{ a: '1', b: '2' }], [{ a: '1' }], ['b 2 -> (no such column)']],
  ])('%s', (_name, pairing, before, after, expected) => {
    expect(differences(pairing, before, after)).toEqual(expected)
  })
})

test('a key that the answer does not have is named', () => {
  expect(missingKeyColumns({ ...LOOSE, key: ['phase', 'kind'] }, [row('a', '1')])).toEqual(['kind'])
})
