/** Counted rows take the place of what digests conclude, and of nothing else. */
import { describe, expect, test } from '@jest/globals'
import { type Difference, isLoss } from '../../src/domain/difference.ts'
import { type RowEvidence, refineDifferences } from '../../src/domain/row-evidence.ts'

const FILM: RowEvidence = {
  removed: 0,
  added: 0,
  changed: 0,
  samples: { removed: [], added: [], changed: [] },
  rowsBefore: '10',
  rowsAfter: '10',
  compared: ['title', 'year'],
}

function column(name: string): Difference {
  return {
    object: 'column',
    name: `public.film.${name}`,
    table: 'public.film',
    change: 'values-changed',
    before: 'a',
    after: 'b',
  }
}

const LOST: Difference = {
  object: 'rows',
  name: 'public.film',
  table: 'public.film',
  change: 'rows-lost',
  before: '10',
  after: '9',
}
const DROPPED: Difference = { ...column('length'), change: 'removed', after: null }

function refined(differences: readonly Difference[], evidence: Partial<RowEvidence>): readonly string[] {
  return refineDifferences(differences, new Map([['public.film', { ...FILM, ...evidence }]])).map(
    ({ object, name, change, rows, sample = [] }) => [object, name, change, rows ?? '-', ...sample].join(' '),
  )
}

describe('differences of a table whose rows were counted', () => {
  test.each<[string, readonly Difference[], Partial<RowEvidence>, readonly string[]]>([
    [
      'keep their columns where no row came or went, and gain keys',
      [column('title'), column('year')],
      {
        changed: 2,
        samples: {
          ...FILM.samples,
          changed: [
            { row: 'id=1', columns: ['title'] },
            { row: 'id=2', columns: ['year'] },
          ],
        },
      },
      ['column public.film.title values-changed - id=1', 'column public.film.year values-changed - id=2'],
    ],
    [
      'have exact counts where a row went and another came',
      [column('id'), column('title'), column('year')],
      {
        removed: 1,
        added: 1,
        compared: ['id', 'title', 'year'],
        samples: { ...FILM.samples, removed: ['id=3'], added: ['id=11'] },
      },
      ['rows public.film rows-lost 1 id=3', 'rows public.film rows-added 1 id=11'],
    ],
    [
      'tell of changed rows among lost ones',
      [LOST],
      { removed: 1, changed: 1, samples: { ...FILM.samples, changed: [{ row: 'id=4', columns: ['title'] }] } },
      ['rows public.film rows-lost 1', 'rows public.film rows-changed 1 id=4'],
    ],
    [
      'leave columns alone that are declared, and what is no content',
      [LOST, column('slug'), DROPPED],
      { removed: 1 },
      ['column public.film.slug values-changed -', 'column public.film.length removed -', 'rows public.film rows-lost 1'],
    ],
  ])('%s', (_name, differences, evidence, expected) => {
    expect(refined(differences, evidence)).toEqual(expected)
  })

  test('that only came are no loss, and those that changed are', () => {
    const found = refineDifferences([LOST], new Map([['public.film', { ...FILM, added: 1, changed: 1 }]]))
    expect(found.map((difference) => [difference.change, isLoss(difference)])).toEqual([
      ['rows-added', false],
      ['rows-changed', true],
    ])
  })

  test('of other tables stay as they are', () => {
    expect(refineDifferences([{ ...LOST, table: 'public.actor' }], new Map([['public.film', FILM]]))).toEqual([
      { ...LOST, table: 'public.actor' },
    ])
  })
})
