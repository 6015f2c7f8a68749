/** What came or went with a table is told with the table, not beside it. */
import { describe, expect, test } from '@jest/globals'
import { describeParts, wholeOf } from '../../src/domain/belonging.ts'
import type { ChangeKind, Difference } from '../../src/domain/difference.ts'

const difference = (object: string, name: string, change: ChangeKind, table?: string): Difference => ({
  object,
  name,
  change,
  before: null,
  after: null,
  ...(table === undefined ? {} : { table }),
})

const QUESTS = difference('table', 'public.quests', 'removed', 'public.quests')
const KEY = difference('constraint', 'public.quests quests_pkey', 'removed', 'public.quests')
const INDEX = difference('index', 'public.quests_pkey', 'removed', 'public.quests')
const POLICY = difference('policy', 'public.quests own', 'removed', 'public.quests')
const OTHER = difference('index', 'public.tasks_by_date', 'removed', 'public.tasks')

describe('a table that is gone', () => {
  const all = [QUESTS, KEY, INDEX, POLICY, OTHER]

  test('takes its objects with it', () => {
    expect([KEY, INDEX, POLICY].map((part) => wholeOf(part, all))).toEqual(Array(3).fill('public.quests'))
    expect(describeParts(QUESTS, all)).toBe('with 1 constraint, 1 index, 1 policy')
  })

  test('is not part of itself, and leaves the objects of other tables to themselves', () => {
    expect(wholeOf(QUESTS, all)).toBeNull()
    expect(wholeOf(OTHER, all)).toBeNull()
  })

  test('says nothing more where nothing went with it', () => {
    expect(describeParts(QUESTS, [QUESTS, OTHER])).toBe('')
  })
})

test('an index that went before its table came anew is told by itself', () => {
  const created = difference('table', 'public.quests', 'added', 'public.quests')
  expect(wholeOf(INDEX, [created, INDEX])).toBeNull()
})

test('several of a kind are counted', () => {
  const more = ['a', 'b'].map((name) => difference('index', `public.${name}`, 'removed', 'public.quests'))
  expect(describeParts(QUESTS, [QUESTS, ...more])).toBe('with 2 indexes')
})
