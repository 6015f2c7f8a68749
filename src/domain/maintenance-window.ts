/** Maintenance windows: hours of the week in a time zone, and where a moment stands to them. Holds through changes of the clock. */

/** Hours that begin on certain days. Where `to` is not after `from` they end on the next day. */
export interface MaintenanceWindow {
  /** As it stands in the plan. */
  readonly written: string
  /** Days of the week on which it opens; 0 is Sunday. */
  readonly days: readonly number[]
  /** Minutes after midnight, by the clock on the wall. */
  readonly from: number
  readonly to: number
}

/** `until`: when it closes; or when the next one opens, `null` where none does within two weeks. */
export type WindowStanding = { readonly open: true; readonly until: Date } | { readonly open: false; readonly until: Date | null }

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const DAY = DAYS.join('|')
const TIME = '([01][0-9]|2[0-3]):([0-5][0-9])'
/** `02:00-06:00`, `Sat 02:00-06:00`, `Mon-Thu,Sat 22:00-04:00`, `00:00-24:00`; shared with the JSON Schema. */
export const WINDOW_PATTERN = new RegExp(
  `^(?:((?:${DAY})(?:-(?:${DAY}))?(?:,(?:${DAY})(?:-(?:${DAY}))?)*) )?${TIME}-(?:${TIME}|(24:00))$`,
)

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const LAST_MINUTE = 24 * 60
/** A window may fall into the hour that a clock skips: then it opens a week later. */
const DAYS_AHEAD = 15

/** `null` when the text is not a window, or opens and closes at the same time. */
export function parseWindow(written: string): MaintenanceWindow | null {
  const match = WINDOW_PATTERN.exec(written)
  if (match === null) return null
  const [, days, fromHour, fromMinute, toHour, toMinute, midnight] = match
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = midnight === undefined ? Number(toHour) * 60 + Number(toMinute) : LAST_MINUTE
  return from === to ? null : { written, days: days === undefined ? [0, 1, 2, 3, 4, 5, 6] : daysOf(days), from, to }
}

/** `Fri-Mon` goes over the end of the week. */
function daysOf(text: string): readonly number[] {
  const indexOf = (name: string) => DAYS.indexOf(name as (typeof DAYS)[number])
  const days = text.split(',').flatMap((range) => {
    const [first = '', last = first] = range.split('-')
    const length = ((indexOf(last) - indexOf(first) + 7) % 7) + 1
    return Array.from({ length }, (_, step) => (indexOf(first) + step) % 7)
  })
  return [...new Set(days)].sort()
}

/** Whether this runtime knows a time zone by its IANA name, e.g. `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    // An offset such as +02:00 is accepted as a zone by Intl, and knows no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Where `now` stands to the windows together: those that touch are one. */
export function standingAt(windows: readonly MaintenanceWindow[], timeZone: string, now: Date): WindowStanding {
  const clock = new WallClock(timeZone)
  const spans = windows.flatMap((window) => spansAround(window, clock, now.getTime())).toSorted((a, b) => a.from - b.from)
  const inside = spans.filter((span) => span.from <= now.getTime() && now.getTime() < span.to)
  if (inside.length === 0) {
    const next = spans.find((span) => span.from > now.getTime())
    return { open: false, until: next === undefined ? null : new Date(next.from) }
  }
  let until = Math.max(...inside.map((span) => span.to))
  for (const span of spans) if (span.from <= until && span.to > until) until = span.to
  return { open: true, until: new Date(until) }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The openings from the day before `now`, as one may last over midnight. */
function spansAround({ days, from, to }: MaintenanceWindow, clock: WallClock, now: number): readonly Span[] {
  const today = Math.floor(clock.read(now) / DAY_MS) * DAY_MS
  const spans: Span[] = []
  for (let step = -1; step <= DAYS_AHEAD; step++) {
    const midnight = today + step * DAY_MS
    if (!days.includes(new Date(midnight).getUTCDay())) continue
    const closing = midnight + to * MINUTE_MS + (to <= from ? DAY_MS : 0)
    const span = { from: clock.firstInstantAt(midnight + from * MINUTE_MS), to: clock.firstInstantAt(closing) }
    if (span.from < span.to) spans.push(span)
  }
  return spans
}

/** The clock on the wall of a time zone. Its readings are numbers: the instant at which a clock in UTC shows the same. */
class WallClock {
  readonly #format: Intl.DateTimeFormat

  constructor(timeZone: string) {
    const numeric = 'numeric'
    this.#format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
      timeZone,
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  }

  read(instant: number): number {
    const part = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }

  /** The first instant of that day at which the clock shows `reading` or, where it skips that time, a later one. */
  firstInstantAt(reading: number): number {
    const offsets = [reading - DAY_MS, reading + DAY_MS].map((instant) => this.read(instant) - instant)
    let earliest = reading - Math.max(...offsets)
    if (this.read(earliest) >= reading) return earliest
    let latest = reading - Math.min(...offsets)
    while (latest - earliest > MINUTE_MS) {
      const middle = earliest + Math.floor((latest - earliest) / 2 / MINUTE_MS) * MINUTE_MS
      if (this.read(middle) >= reading) latest = middle
      else earliest = middle
    }
    return latest
  }
}
