import { expect, test } from '@jest/globals'
import { excerptAt, offsetOfCharacter, placeAt } from '../../src/domain/excerpt.ts'

test('an offset is placed by line and column, characters beyond 16 bits counting once', () => {
  expect(placeAt('a\nb😀c', 5)).toEqual({ line: 2, column: 3 })
  expect(offsetOfCharacter('b😀c', 3)).toBe(3)
  expect(offsetOfCharacter('ab', 9)).toBe(2)
})

test('the caret stands under the place', () => {
  expect(excerptAt('one\ntwo three\r\n', { line: 2, column: 5 })).toBe('2 | two three\n  |     ^')
})

test('a long line is cut to the part around the place', () => {
  const excerpt = excerptAt(`${'a'.repeat(500)}X${'b'.repeat(500)}`, { line: 1, column: 501 })
  const [source = '', caret = ''] = excerpt.split('\n')

  expect(source.length).toBeLessThan(130)
  expect(source[caret.indexOf('^')]).toBe('X')
})

test('control characters of a file do not reach the terminal', () => {
  expect(excerptAt('a\u001b[2Jb', { line: 1, column: 1 })).not.toContain('\u001b')
})
