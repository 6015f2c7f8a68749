/** The watch as a person reads it: lines of bars, limits, anomalies with their times. */
import { describe, expect, test } from '@jest/globals'
import type { MonitorRecord } from '../../src/domain/monitoring.ts'
import { buildReport } from '../../src/report/building.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { report } from '../../src/report/schema.ts'
import { sparkline } from '../../src/report/sparkline.ts'
import { failedRun, HOSTILE } from './example.ts'

const RECORD: MonitorRecord = {
  startedAt: '2026-11-21T09:31:00.000Z',
  durationMs: 60_000.4,
  plannedMs: 7_200_000,
  everyMs: 30_000,
  samples: 3,
  baseline: { from: 'the state before this run changed anything', at: '2026-11-21T09:30:00.000Z' },
  sources: ['slow queries: pg_stat_statements'],
  series: [
    { name: 'connections', unit: 'count', points: [1, null, 8], min: 1, median: 1, max: 8, limit: 4, baseline: 2 },
    { name: 'size', unit: 'bytes', points: [8e6, 8.5e6, 9e6], min: 8e6, median: 8.5e6, max: 9e6, limit: null, baseline: 8e6 },
  ],
  anomalies: [
    {
      watch: 'connections',
      from: '2026-11-21T09:32:00.000Z',
      until: '2026-11-21T09:32:00.000Z',
      intervals: 1,
      value: '8',
      limit: 'at most 4 (2x of 2)',
      baseline: '2',
      evidence: [HOSTILE, 'password=hunter2'],
    },
  ],
  anomalyCount: 1,
  interrupted: true,
}

const built = buildReport(failedRun({ monitor: RECORD }), { toolVersion: '1', commit: null, workflowRun: null }, (text) =>
  text.replaceAll('hunter2', '***'),
)

describe('the monitor in a report', () => {
  test('keeps to the schema, without secrets', () => {
    expect(report.safeParse(built).error).toBeUndefined()
    expect(JSON.stringify(built)).not.toContain('hunter2')
  })

  test('shows each series as a line of bars with its limits, and each anomaly with its time and evidence', () => {
    const text = renderMarkdown(built)
    expect(text).toContain('Interrupted after 1 min of 2 h, a sample every 30 s, 3 in all: ❌ 1 anomaly.')
    expect(text).toContain('| connections | `▂·█` | 1 | 1 | 8 | 4 | 2 |')
    expect(text).toContain('| size | `▁▅█` | 8.0 MB | 8.5 MB | 9.0 MB |  | 8.0 MB |')
    expect(text).toContain('| 09:32:00 | connections | 8 | at most 4 (2x of 2) | 2 |')
    const evidence = text.split('\n').find((line) => line.includes('password=***'))
    expect(evidence).toMatch(/^\| 09:32:00 .*\|$/)
  })
})

test('a line of bars keeps the largest value of each stretch', () => {
  expect(sparkline([0, 0, 0, 8, 0, 0, 4, 0], 4)).toBe('▁█▁▅')
  expect(sparkline([0, 0], 40)).toBe('▁▁')
  expect(sparkline([], 40)).toBe('')
})
