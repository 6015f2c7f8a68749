/** Quantities as people write them. */
import { expect, test } from '@jest/globals'
import { parseDuration, parseMultiple, parsePercentage, parseSize } from '../../src/plan/quantities.ts'

test.each([
  ['500ms', 500],
  ['10s', 10_000],
  ['1.5s', 1500],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['1h30m', 5_400_000],
  ['0', 0],
  ['10', null],
  ['10 s', null],
  ['-1s', null],
  ['1y', null],
  ['', null],
])('the duration %j is %j ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each([
  ['10MB', 10_000_000],
  ['2GiB', 2_147_483_648],
  ['1.5 kB', 1500],
  ['512B', 512],
  ['10', null],
  ['10mb', null],
])('the size %j is %j bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes)
})

test('a multiple and a percentage are plain numbers', () => {
  expect([parseMultiple('2x'), parseMultiple('1.5x'), parseMultiple('x')]).toEqual([2, 1.5, null])
  expect([parsePercentage('98%'), parsePercentage('0.5 %'), parsePercentage('98')]).toEqual([0.98, 0.005, null])
})
