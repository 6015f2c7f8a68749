/** A table is recognised however the plan writes it, and no other one is. */
import { expect, test } from '@jest/globals'
import { namesTable, quoteParts } from '../../src/plan/table-name.ts'

test.each([
  ['film', 'public.film', true],
  ['public.film', 'public.film', true],
  ['order', 'public."order"', true],
  ['"order"', 'public."order"', true],
  ['sales.Order', 'sales."Order"', true],
  ['"a.b"', 'public."a.b"', true],
  ['film', 'archive.film', false],
  ['a.b', 'public."a.b"', false],
  ['film', 'public.film_actor', false],
])('%s and %s: %s', (written, qualified, same) => {
  expect(namesTable(written, qualified)).toBe(same)
})

test('a name with a quote in it cannot end its quotes', () => {
  expect(quoteParts(['a"; DROP TABLE b; --', 'c'])).toBe('"a""; DROP TABLE b; --"."c"')
})
