/** The part of the report that tells of a watch. */
import { z } from 'zod'

const text = z.string()
const time = z.iso.datetime().describe('ISO 8601, UTC.')
const ms = z.int().min(0).describe('Milliseconds.')
const number = z.number().nullable()

const series = z.strictObject({
  name: text,
  unit: z.enum(['count', 'ms', 'bytes']),
  points: z.array(number).describe('Largest value of each stretch of time, oldest first; null where nothing could be read.'),
  min: number,
  median: number,
  max: number,
  limit: number.describe('Null where it is only recorded, or where not a single value but the total has a limit.'),
  baseline: number.describe('What it was before.'),
})

const anomaly = z.strictObject({
  watch: text.describe('Name of the series and of the check.'),
  from: time,
  until: time,
  intervals: z.int().min(1).describe('How many in a row.'),
  value: text.describe('The worst one.'),
  limit: text,
  baseline: text.nullable(),
  evidence: z.array(text).describe('Statements without their values, log lines, addresses.'),
})

export const monitor = z
  .strictObject({
    startedAt: time,
    durationMs: ms,
    plannedMs: ms,
    everyMs: ms,
    samples: z.int().min(0),
    baseline: z.strictObject({ from: text.describe('Where it comes from.'), at: time }).nullable(),
    sources: z.array(text).describe('Where it learned of slow queries and constraint violations, or why it could not.'),
    series: z.array(series),
    anomalies: z.array(anomaly).describe('The first ones, in the order of time.'),
    anomalyCount: z.int().min(0),
    interrupted: z.boolean(),
  })
  .describe('A watch of the database: by itself, or after a migration.')

export type ReportMonitor = z.output<typeof monitor>
