/** The plan's `monitor` section as it is written: what is watched after a migration, for how long, and what counts as an anomaly. */
import { z } from 'zod'
import { duration, flag, positiveDuration, span, text, word } from '../fields.ts'
import { refuseRepeated } from '../repeated-names.ts'
import { section } from '../section.ts'
import { bound, count, growth, pattern, status, timeBound, url } from './monitor-fields.ts'
import { watchedNames } from './monitor-settings.ts'

const strikesWords = 'must be a whole number from 1 to 1000'

const endpoint = z.union(
  [
    url,
    section(
      {
        name: text.optional().describe('As it should read in the report. Default: the address.'),
        get: url.describe('The address to ask for.'),
        status: status.optional(),
        within: positiveDuration.optional().describe('How long the answer may take.'),
        headers: z
          .record(z.string(), text, { error: 'must be a mapping of names to values' })
          .optional()
          .describe('Sent with it.'),
      },
      'An address that must answer.',
    ),
  ],
  { error: 'must be an address, or a mapping with get' },
)

const log = section(
  {
    name: text.optional().describe('As it should read in the report. Default: the command.'),
    command: text.describe('A shell line that prints what the log got since the last time, e.g. with `--since 1m`.'),
    'must-not-match': pattern.describe('A regular expression that no line may match; capitals do not matter.'),
  },
  'A log that must stay clean.',
)

const query = section(
  {
    name: text.describe('As it should read in the report.'),
    query: text.describe('A query that only reads.'),
    'at-most': timeBound.optional().describe('How long it may take, or a multiple of how long it took before the run.'),
  },
  'A query that is timed in every interval.',
)

const list = { error: 'must be a list' }

export const monitorSection = section(
  {
    for: span.optional().describe('How long it watches. Default `10m`.'),
    every: positiveDuration.optional().describe('Time from one sample to the next. Default `30s`.'),
    connections: section(
      { 'at-most': bound.describe('Sessions, or a multiple of those before.') },
      'Client sessions of the database.',
    ).optional(),
    'slow-queries': section(
      {
        over: positiveDuration.optional().describe('A statement that takes longer is slow. Default `1s`.'),
        'at-most': count.optional().describe('How many there may be in the whole watch. Default 0.'),
      },
      'Statements that take too long, those of other programs included.',
    ).optional(),
    'lock-waits': section(
      {
        over: duration.optional().describe('A wait for a lock that is longer counts. Default `5s`.'),
        'at-most': count.optional().describe('How many sessions may wait at the same time. Default 0.'),
      },
      'Sessions that wait for locks.',
    ).optional(),
    deadlocks: count.optional().describe('How many there may be in the whole watch. Default 0.'),
    rollbacks: section(
      { 'at-most': bound.describe('Per interval: a number, or a multiple of the average before.') },
      'Transactions that were rolled back.',
    ).optional(),
    'constraint-violations': count
      .optional()
      .describe("How many the server's log may tell of in the whole watch. Needs a role that may read the log."),
    'size-growth': section(
      { 'at-most': growth.describe('A percentage of the size before, or a size.') },
      'Growth of the database since before the run.',
    ).optional(),
    'replication-lag': section(
      { 'at-most': positiveDuration.describe('How far a standby may be behind.') },
      'How far standbys are behind.',
    ).optional(),
    queries: z.array(query, list).optional().describe('Queries that are timed.'),
    http: z.array(endpoint, list).optional().describe('Addresses that must answer.'),
    logs: z
      .union([log, z.array(log, list)], { error: 'must be a mapping with command and must-not-match, or a list of them' })
      .optional()
      .describe('Logs that must stay clean.'),
    'on-anomaly': word(['fail', 'warn']).optional().describe('What an anomaly does to the result. Default `fail`.'),
    strikes: z
      .int({ error: strikesWords })
      .min(1, { error: strikesWords })
      .max(1000, { error: strikesWords })
      .optional()
      .describe(
        'How many intervals in a row something must be out of bounds. Events (deadlocks, log lines, …) count at once. Default 1.',
      ),
    'stop-at-first': flag.optional().describe('End at the first anomaly instead of watching on. Default `false`.'),
  },
  'What is watched after a migration; a stage of the run, and `savepoint monitor`.',
).superRefine((written, context) => {
  for (const [key, watched] of Object.entries(watchedNames(written))) refuseRepeated(context, [key], watched)
})

export type MonitorSection = z.output<typeof monitorSection>
