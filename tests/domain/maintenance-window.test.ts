/** Maintenance windows: what may be written, and where a moment stands to them, through midnight and changes of the clock. */
import { describe, expect, test } from '@jest/globals'
import { isTimeZone, parseWindow, standingAt } from '../../src/domain/maintenance-window.ts'

function standing(written: string | readonly string[], timeZone: string, now: string): string {
  const windows = [written].flat().map((line) => {
    const window = parseWindow(line)
    if (window === null) throw new Error(`${line} is no window`)
    return window
  })
  const { open, until } = standingAt(windows, timeZone, new Date(now))
  return `${open ? 'open' : 'closed'} until ${until?.toISOString().slice(0, 16) ?? 'never'}`
}

describe('a window', () => {
  test.each([
    ['02:00-06:00', [0, 1, 2, 3, 4, 5, 6]],
    ['Sat 02:00-06:00', [6]],
    ['Fri-Mon 22:00-04:00', [0, 1, 5, 6]],
    ['Mon-Wed,Sat 00:00-24:00', [1, 2, 3, 6]],
  ])('may be written %s', (written, days) => {
    expect(parseWindow(written)?.days).toEqual(days)
  })

  test.each([
    '',
    '2:00-6:00',
    '02:00',
    'Sat',
    'sat 02:00-06:00',
    'Saturday 02:00-06:00',
    '25:00-26:00',
    '02:60-03:00',
    '24:00-02:00',
  ])('may not be written %j', (written) => expect(parseWindow(written)).toBeNull())

  test('does not open and close at the same time', () => {
    expect(parseWindow('02:00-02:00')).toBeNull()
  })
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['+02:00', false],
  ['', false],
])('%j is a time zone: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})

// 2026-11-21 is a Saturday. Berlin is one hour ahead of UTC in winter, two in summer.
const standings: readonly (readonly [string, string | readonly string[], string, string, string])[] = [
  ['inside', 'Sat 02:00-06:00', 'UTC', '2026-11-21T03:00Z', 'open until 2026-11-21T06:00'],
  ['in the first minute', 'Sat 02:00-06:00', 'UTC', '2026-11-21T02:00Z', 'open until 2026-11-21T06:00'],
  ['in the minute after the last', 'Sat 02:00-06:00', 'UTC', '2026-11-21T06:00Z', 'closed until 2026-11-28T02:00'],
  ['before it, on the same day', 'Sat 02:00-06:00', 'UTC', '2026-11-21T01:59Z', 'closed until 2026-11-21T02:00'],
  ['on another day', 'Sat 02:00-06:00', 'UTC', '2026-11-18T03:00Z', 'closed until 2026-11-21T02:00'],
  ['in another time zone', 'Sat 02:00-06:00', 'Europe/Berlin', '2026-11-21T01:30Z', 'open until 2026-11-21T05:00'],
  ['where the day is already another', 'Sat 02:00-06:00', 'Pacific/Auckland', '2026-11-20T14:00Z', 'open until 2026-11-20T17:00'],
  ['over midnight, before', 'Fri 22:00-04:00', 'UTC', '2026-11-20T23:00Z', 'open until 2026-11-21T04:00'],
  ['over midnight, after', 'Fri 22:00-04:00', 'UTC', '2026-11-21T03:59Z', 'open until 2026-11-21T04:00'],
  ['over midnight, on the night before', 'Fri 22:00-04:00', 'UTC', '2026-11-20T03:00Z', 'closed until 2026-11-20T22:00'],
  ['over the end of the week', 'Sat 22:00-04:00', 'UTC', '2026-11-22T01:00Z', 'open until 2026-11-22T04:00'],
  ['until midnight', '20:00-24:00', 'UTC', '2026-11-21T23:59Z', 'open until 2026-11-22T00:00'],
  ['the nearer of two', ['Sat 02:00-06:00', 'Wed 02:00-03:00'], 'UTC', '2026-11-21T12:00Z', 'closed until 2026-11-25T02:00'],
  ['two that touch are one', ['Sat 22:00-24:00', 'Sun 00:00-03:00'], 'UTC', '2026-11-21T23:00Z', 'open until 2026-11-22T03:00'],
  ['two that overlap', ['Sat 02:00-04:00', 'Sat 03:00-05:00'], 'UTC', '2026-11-21T02:30Z', 'open until 2026-11-21T05:00'],
  // Berlin, 2026-03-29: at 02:00 the clock goes to 03:00 (01:00 UTC).
  [
    'when the clock goes forward in it: an hour shorter',
    'Sun 01:00-04:00',
    'Europe/Berlin',
    '2026-03-29T00:30Z',
    'open until 2026-03-29T02:00',
  ],
  [
    'which would open in the hour skipped: opens after it',
    'Sun 02:30-06:00',
    'Europe/Berlin',
    '2026-03-29T00:59Z',
    'closed until 2026-03-29T01:00',
  ],
  [
    'which lies in the hour skipped: a week later',
    'Sun 02:15-02:45',
    'Europe/Berlin',
    '2026-03-29T00:30Z',
    'closed until 2026-04-05T00:15',
  ],
  ['across the change, seen from before', 'Sat 22:00-04:00', 'Europe/Berlin', '2026-03-28T21:30Z', 'open until 2026-03-29T02:00'],
  // Berlin, 2026-10-25: at 03:00 the clock goes back to 02:00 (01:00 UTC).
  [
    'when the clock goes back in it: an hour longer',
    'Sun 01:00-04:00',
    'Europe/Berlin',
    '2026-10-25T00:30Z',
    'open until 2026-10-25T03:00',
  ],
  [
    'which closes in the hour that comes twice: the first time',
    'Sun 01:00-02:30',
    'Europe/Berlin',
    '2026-10-25T00:00Z',
    'open until 2026-10-25T00:30',
  ],
  [
    'which closed in the hour that comes twice stays closed',
    'Sun 01:00-02:30',
    'Europe/Berlin',
    '2026-10-25T01:15Z',
    'closed until 2026-11-01T00:00',
  ],
  ['New York, going forward', 'Sun 01:00-05:00', 'America/New_York', '2026-03-08T07:30Z', 'open until 2026-03-08T09:00'],
]
test.each(standings)('%s', (_sentence, written, zone, now, expected) => {
  expect(standing(written, zone, now)).toBe(expected)
})
