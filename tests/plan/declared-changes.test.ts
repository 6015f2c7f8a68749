/** What the plan declares must have happened, within its bounds; what is not known exactly is never green. */
import { describe, expect, test } from '@jest/globals'
import type { Difference } from '../../src/domain/difference.ts'
import { type Fingerprint, sealFingerprint, type TableContent } from '../../src/domain/fingerprint.ts'
import { judgeDeclared, type RowCounts } from '../../src/plan/declared-changes.ts'
import type { Change, RowsChange } from '../../src/plan/sections/changes.ts'

function fingerprint(rows: Readonly<Record<string, number>>): Fingerprint {
  const tables = Object.entries(rows).map(([name, count]): TableContent => {
    return { name: `public.${name}`, id: name, rows: String(count), key: ['id'], columns: [], rowDigest: null }
  })
  const objects = tables.map(({ name, id }) => ({ kind: 'table' as const, name, id, definition: 'r' }))
  return sealFingerprint({ tables, objects, sequences: [] })
}

const UNKNOWN: RowCounts = { exact: false, reason: 'the table has no key' }

function judge(change: Omit<Change, 'because'>, after: Fingerprint, counts: RowCounts, differences: readonly Difference[] = []) {
  const evidence = { before: fingerprint({ film: 10 }), after, differences, counts: () => counts }
  return judgeDeclared({ ...change, because: 'agreed' }, evidence).map(
    ({ name, finding }) => `${name}: ${finding.status}, ${finding.actual}`,
  )
}

function exactly(removed: number, added: number): RowCounts {
  return { exact: true, removed, added }
}

function bounds(
  removed: readonly [number | null, number | null] | null,
  added: readonly [number | null, number | null] | null,
): RowsChange {
  const bound = (pair: typeof removed) => (pair === null ? null : { atLeast: pair[0], atMost: pair[1] })
  return { removed: bound(removed), added: bound(added) }
}

describe('declared rows', () => {
  test.each<[RowsChange, RowCounts, string]>([
    ['any', exactly(3, 0), 'passed, 3 removed, 0 added'],
    ['any', exactly(0, 0), 'warning, 0 removed, 0 added'],
    [bounds([3, 3], null), exactly(3, 9), 'passed, 3 removed, 9 added'],
    [bounds([3, 3], null), exactly(2, 0), 'failed, 2 removed, 0 added'],
    [bounds([null, 2], null), exactly(3, 0), 'failed, 3 removed, 0 added'],
    [bounds(null, [1, null]), exactly(0, 0), 'failed, 0 removed, 0 added'],
    [bounds([0, 0], null), exactly(0, 4), 'passed, 0 removed, 4 added'],
    [bounds([null, 5], null), UNKNOWN, 'warning, 10 rows before, 7 after'],
    [bounds([null, 2], null), UNKNOWN, 'failed, 10 rows before, 7 after'],
  ])('%j with %j: %s', (rows, counts, expected) => {
    expect(judge({ table: 'film', rows }, fingerprint({ film: 7 }), counts)).toEqual([`declared: film rows: ${expected}`])
  })
})

describe('a table', () => {
  test.each<[string, Omit<Change, 'because'>, Readonly<Record<string, number>>, string]>([
    ['dropped and gone', { table: 'film', dropped: true }, {}, 'dropped: passed, gone'],
    [
      'dropped and still there',
      { table: 'film', dropped: true },
      { film: 10 },
      'dropped: failed, still there: table public.film',
    ],
    ['created and there', { table: 'actor', created: true }, { film: 10, actor: 0 }, 'created: passed, new'],
    ['created and not there', { table: 'actor', created: true }, { film: 10 }, 'created: failed, not there'],
    ['created that was there before', { table: 'film', created: true }, { film: 10 }, 'created: warning, was there before'],
    [
      'dropped that was never there',
      { table: 'actor', dropped: true },
      { film: 10 },
      'dropped: warning, was not there before either',
    ],
  ])('%s', (_name, change, after, expected) => {
    expect(judge(change, fingerprint(after), exactly(0, 0))).toEqual([`declared: ${change.table} ${expected}`])
  })

  test('dropped and only renamed is still there', () => {
    const renamed = fingerprint({ film: 10 })
    const after = { ...renamed, objects: renamed.objects.map((object) => ({ ...object, name: 'public.movie' })) }
    expect(judge({ table: 'film', dropped: true }, after, exactly(0, 0))).toEqual([
      'declared: film dropped: failed, still there: table public.movie',
    ])
  })
})
