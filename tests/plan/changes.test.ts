/** A declared change covers what it names, and nothing beside it. */
import { describe, expect, test } from '@jest/globals'
import type { Difference } from '../../src/domain/difference.ts'
import { becauseOf } from '../../src/plan/changes.ts'
import type { Change } from '../../src/plan/plan.ts'

const because = 'it was agreed'

function difference(over: Partial<Difference>): Difference {
  return { object: 'rows', name: 'public.film', table: 'public.film', change: 'rows-lost', before: '10', after: '9', ...over }
}

const ROWS = difference({})
const COLUMN = difference({ object: 'column', name: 'public.film.title', change: 'values-changed' })
const TABLE = difference({ object: 'table', change: 'removed' })
const INDEX = difference({ object: 'index', name: 'public.film_title', change: 'removed' })
const FUNCTION: Difference = { object: 'function', name: 'public.total(integer)', change: 'removed', before: 'x', after: null }

describe('a declared change', () => {
  test.each<[string, Change, Difference]>([
    ['rows of a table', { table: 'public.film', rows: 'any', because }, ROWS],
    ['a table without its schema, which is public', { table: 'film', rows: 'any', because }, ROWS],
    ['a column', { table: 'film', columns: ['title'], because }, COLUMN],
    ['a dropped table with all that belongs to it', { table: 'film', dropped: true, because }, TABLE],
    ['an index that goes with its table', { table: 'film', dropped: true, because }, INDEX],
    [
      'whole rows of a table without a key, where columns are declared',
      { table: 'film', columns: ['title'], because },
      difference({ change: 'values-changed' }),
    ],
    ['an object by its full name', { object: 'public.film_title', because }, INDEX],
    ['an object by its kind and name', { object: 'function public.total(integer)', because }, FUNCTION],
    ['an object by its last word', { object: 'film_title', because }, INDEX],
  ])('covers %s', (_name, change, found) => {
    expect(becauseOf(found, [change])).toBe(because)
  })

  test.each<[string, Change, Difference]>([
    [
      'another table of the same name in another schema',
      { table: 'film', rows: 'any', because },
      difference({ table: 'archive.film' }),
    ],
    ['lost rows where only a column is declared', { table: 'film', columns: ['title'], because }, ROWS],
    ['another column', { table: 'film', columns: ['year'], because }, COLUMN],
    ['a dropped table where only rows are declared', { table: 'film', rows: 'any', because }, TABLE],
    ['an index of a table of which only a column is declared', { table: 'film', columns: ['title'], because }, INDEX],
    ['another object', { object: 'film_year', because }, INDEX],
  ])('does not cover %s', (_name, change, found) => {
    expect(becauseOf(found, [change])).toBeNull()
  })
})
