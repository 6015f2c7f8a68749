/** Follows one watch over intervals: strikes, stretches, what could not be read, and how little it keeps. */
import { describe, expect, test } from '@jest/globals'
import type { Observation, Reading } from '../../../src/operations/monitor/reading.ts'
import { shrink, ValueSeries } from '../../../src/operations/monitor/series.ts'
import { Tracker } from '../../../src/operations/monitor/tracker.ts'
import type { Watch } from '../../../src/operations/monitor/watch.ts'

/** A watch that reads what the test hands it, over 10 being too much. */
function tracking(readings: readonly (Reading | number | null)[], strikes = 1): Tracker {
  let next = 0
  const watch: Watch = {
    name: 'connections',
    kind: 'activity',
    unit: 'count',
    expected: 'at most 10',
    limit: 10,
    baseline: 5,
    strikes,
    read: () => {
      const reading = readings[next++] ?? null
      return typeof reading === 'number' ? { value: reading, over: reading > 10, evidence: [`${reading} sessions`] } : reading
    },
    actual: ({ max }) => String(max),
  }
  const tracker = new Tracker(watch)
  readings.forEach((_reading, second) => {
    tracker.note(observedAt(second))
  })
  return tracker
}

function observedAt(second: number): Observation {
  const at = new Date(Date.UTC(2026, 10, 21, 9, 30, second)).toISOString()
  return { at, sample: null, previous: null, failure: null, sampleMs: 1, probes: new Map() }
}

describe('a tracker', () => {
  test('tells one anomaly for a stretch of intervals, with its worst value and its ends', () => {
    const tracker = tracking([1, 12, 15, 11, 2, 20])
    expect(tracker.anomalies()).toMatchObject([
      { from: '2026-11-21T09:30:01.000Z', until: '2026-11-21T09:30:03.000Z', intervals: 3, value: '15', baseline: '5' },
      { from: '2026-11-21T09:30:05.000Z', intervals: 1, value: '20' },
    ])
    expect(tracker.anomalyCount).toBe(2)
    expect(tracker.result('fail', 6000)).toMatchObject({ status: 'failed', actual: '20', measured: 20 })
  })

  test('forgives what lasts fewer intervals than the strikes', () => {
    expect(tracking([12, 12, 1, 12, 12, 1], 3).result('fail', 0)?.status).toBe('passed')
    const struck = tracking([12, 12, 12, 1], 3)
    expect(struck.result('fail', 0)?.status).toBe('failed')
    expect(struck.anomalies()).toMatchObject([{ intervals: 3, from: '2026-11-21T09:30:00.000Z' }])
  })

  test('only warns where an anomaly is meant to warn, but what could not be read stays errored', () => {
    expect(tracking([12]).result('warn', 0)?.status).toBe('warning')
    expect(tracking([1, { value: null, fault: 'permission denied' }]).result('warn', 0)).toMatchObject({
      status: 'errored',
      message: 'at 09:30:01 UTC: permission denied',
    })
  })

  test('that never read anything is errored, not green', () => {
    expect(tracking([null, null]).result('fail', 0)).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('never read'),
    })
  })
})

describe('a series', () => {
  test('of two hours and more keeps few points, and none of its extremes is lost', () => {
    const series = new ValueSeries()
    for (let second = 0; second < 100_000; second++) series.add(second === 77_777 ? 500 : second % 10)
    const { points, min, median, max, sum } = series.summary()
    expect(points).toHaveLength(240)
    expect([min, max]).toEqual([0, 500])
    expect(points.filter((point) => point === 500)).toHaveLength(1)
    expect(median).toBeLessThan(10)
    expect(sum).toBeGreaterThan(400_000)
  })

  test('keeps gaps where nothing could be read', () => {
    expect(shrink([1, null, null, 4], 2)).toEqual([1, 4])
    expect(shrink([null, null, 3, 4], 2)).toEqual([null, 4])
  })
})
