/** Lines of a given width: breaks at spaces, but not between a number and its unit. */
import { expect, test } from '@jest/globals'
import { pieces, wrap } from '../../src/entrypoints/layout.ts'

test('a number stays with its unit', () => {
  expect(wrap('a database of 9.9 MB in 12 ms', 17)).toEqual(['a database of', '9.9 MB in 12 ms'])
})

test('a number before any other word may end a line', () => {
  expect(wrap('there were 12 migrations', 14)).toEqual(['there were 12', 'migrations'])
})

test('a line of a tool is broken at a space where there is one near the end', () => {
  expect(pieces('policy does not exist, skipping', 20)).toEqual(['policy does not', 'exist, skipping'])
})

test('a long word of a tool is broken within, and nothing of it is lost', () => {
  expect(pieces('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
})
