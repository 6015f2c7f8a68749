/** Durations, sizes and counts as people read them. */
import { expect, test } from '@jest/globals'
import { formatBytes, formatCount, formatDuration } from '../../src/domain/quantity-text.ts'

test.each([
  [0, '0 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [2540, '2.5 s'],
  [9949, '9.9 s'],
  [12_400, '12 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [65_000, '1 min 05 s'],
  [3_599_600, '1 h'],
  [7_800_000, '2 h 10 min'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1400, '1.4 kB'],
  [999_999, '1.0 MB'],
  [23_400_000_000, '23 GB'],
  [5e15, '5.0 PB'],
  [5e18, '5000 PB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('counts have separators and a plural', () => {
  expect([formatCount(1, 'row'), formatCount(0, 'row'), formatCount(1_234_567n, 'row')]).toEqual([
    '1 row',
    '0 rows',
    '1,234,567 rows',
  ])
})
