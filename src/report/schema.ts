/** The report of a run: one plain document from which every rendering is made, and which other programs read as report.json. */
import { z } from 'zod'
import { monitor } from './monitor-schema.ts'

const text = z.string()
const time = z.iso.datetime().describe('ISO 8601, UTC.')
const ms = z.int().min(0).describe('Milliseconds.')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const run = z.strictObject({
  id: text.describe('Sorts by time.'),
  operation: text.describe('The command, e.g. `run` or `rollback`.'),
  environment: text,
  startedAt: time,
  finishedAt: time,
  durationMs: ms,
  actor: text.describe('Who ran it: the user, or the actor of the workflow.'),
  toolVersion: text.describe('Version of Savepoint.'),
  commit: text.nullable().describe('Commit of the repository that the run was made from.'),
  workflowRun: text.nullable().describe('Address of the workflow run.'),
})

const database = z.strictObject({
  kind: text.describe('`postgres` or `sqlite`.'),
  url: text.describe('Without secrets.'),
  serverVersion: text.nullable(),
  sizeBytes: z.int().min(0).nullable(),
})

const migration = z.strictObject({
  revision: text,
  description: text,
  durationMs: ms,
  outcome: z.enum(['applied', 'rolled-back', 'failed', 'not-run']),
})

const migrator = z.strictObject({
  kind: text.describe('`alembic`, `sql` or `command`.'),
  fromRevision: text
    .nullable()
    .describe('`base` before the first migration; several joined by a comma; null where it could not be read.'),
  toRevision: text.nullable().describe('Where the database stands at the end of the run.'),
  applied: z.array(migration).describe('Every migration that the run had to do with, and what became of it.'),
})

const check = z.strictObject({
  name: text,
  kind: text,
  group: text.nullable().describe('The heading under which the plan puts it.'),
  status: z.enum(['passed', 'failed', 'warning', 'errored', 'skipped']),
  expected: text.nullable(),
  actual: text.nullable(),
  before: text.nullable().describe('What the same check found before the migration, where it was asked then.'),
  measured: z.number().nullable().describe('The number behind `actual`: ms of a timing, rows of a count.'),
  durationMs: ms,
  message: text.nullable(),
  output: text.nullable().describe('Path of the output that was kept.'),
})

const stage = z.strictObject({
  name: text,
  status: z.enum(['passed', 'failed', 'skipped']),
  startedAt: time,
  durationMs: ms,
  message: text.nullable(),
  checks: z.array(check),
})

const difference = z.strictObject({
  object: text.describe('Kind and name, e.g. `column public.film.title`.'),
  change: text.describe('E.g. `removed`, `added`, `rows-lost`, `values-changed`.'),
  before: text.nullable(),
  after: text.nullable(),
  loss: z.boolean().describe('Whether something was taken away.'),
  rows: z.int().min(0).nullable().describe('Rows it is about, where they were counted one by one.'),
  sample: z.array(text).describe('Keys of a few of these rows.'),
  declared: text.nullable().describe('The reason that the plan gives for it; null where the plan does not declare it.'),
  partOf: text.nullable().describe('The table with which it came or went; null where it did so by itself.'),
  parts: text.describe('Of a table that came or went: what else did with it, in words; else empty.'),
})

const store = z.strictObject({
  location: text.describe('As the plan names it, e.g. `s3://bucket/prefix/`.'),
  status: z.enum(['stored', 'failed']).describe('`stored`: every byte is there and was compared.'),
  durationMs: ms,
})

const backup = z.strictObject({
  id: text,
  location: text.describe('Path of the manifest.'),
  sizeBytes: z.int().min(0),
  sha256,
  encrypted: z.boolean(),
  verification: z.enum(['restore', 'read', 'none']),
  restoreMs: ms.nullable().describe('How long the restore took that proved it: the recovery time to expect.'),
  stores: z.array(store).describe('Where else the plan wants it stored, and what became of that.'),
})

const cause = z.strictObject({
  code: text.describe('Kind of error, e.g. `MIGRATION` or `CONNECTION`.'),
  messages: z.array(text).describe('Nearest first, without repeats.'),
  hint: text.nullable().describe('What to do about it.'),
  file: text.nullable(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  sqlState: text.nullable(),
  excerpt: text.nullable().describe('The source line with a caret under the failing place, for a fixed-width font.'),
  output: z.array(text).describe('Last lines that the failing program wrote.'),
})

const budget = z.strictObject({
  name: z.enum(['migration', 'downtime', 'recovery']),
  limitMs: ms,
  actualMs: ms.nullable().describe('Null where the run did not come to it, or could not measure it.'),
  status: z.enum(['passed', 'failed', 'warning', 'errored', 'skipped']),
})

const confirmation = z.strictObject({
  name: text.describe('What was confirmed.'),
  by: text,
  at: time,
  how: z.enum(['asked', 'given']).describe('Asked on a terminal, or given with the command.'),
})

const signOff = z.strictObject({
  executedBy: text,
  startedAt: time,
  durationMs: ms,
  confirmations: z.array(confirmation),
  approvedBy: z.array(text).nullable().describe('Empty where nobody had to approve; null where it is not known.'),
  approvalSource: text.nullable().describe('Who says so, e.g. `GitHub, environment production`.'),
})

const notification = z.strictObject({
  event: z.enum(['start', 'success', 'failure', 'anomaly']),
  target: text.describe('Scheme and host; the rest of the address is secret.'),
  status: z.enum(['delivered', 'failed']),
  attempts: z.int().min(0),
  durationMs: ms,
  message: text.nullable().describe('Why it was not delivered.'),
})

export const report = z
  .strictObject({
    schemaVersion: z.literal(1),
    run,
    database,
    migrator,
    outcome: z.enum(['migrated', 'unchanged', 'rolled-back', 'stopped']),
    succeeded: z.boolean().describe('Whether the run did all that it was asked to.'),
    reason: text.describe('One sentence: why this outcome.'),
    stages: z.array(stage),
    differences: z
      .array(difference)
      .describe('What is different from before; empty where nothing was compared or nothing differs.'),
    backup: backup.nullable(),
    cause: cause.nullable().describe('What failed first; null where nothing did.'),
    monitor: monitor.nullable().describe('Null where nothing was watched.'),
    budgets: z.array(budget).describe('Those that the plan declares.'),
    downtimeMs: ms.nullable().describe('How long services were stopped, all stops together; null where none were.'),
    signOff,
    notifications: z.array(notification).describe('Who outside was told, and whether that worked.'),
    next: z.array(text).describe('Exact commands that a person can go on or back with, most likely first.'),
    kept: z.array(text).describe('Databases or files kept for a person to look at and drop.'),
  })
  .describe('The report of one run of Savepoint.')

export type Report = z.output<typeof report>
export type ReportCause = z.output<typeof cause>
export type ReportCheck = z.output<typeof check>
export type ReportDifference = z.output<typeof difference>
export type ReportStage = z.output<typeof stage>
