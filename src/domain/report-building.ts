/** Builds the report of a run from what the run found; every text that may hold a secret passes the redactor here. */
import { createHash } from 'node:crypto'
import { type BackupManifest, backupSizeBytes } from './backup.ts'
import type { CheckResult } from './check.ts'
import { type Difference, isLoss } from './comparison.ts'
import type { Outcome } from './outcome.ts'
import type {
  Report,
  ReportBackup,
  ReportCheck,
  ReportDatabase,
  ReportDifference,
  ReportMigrator,
  ReportRun,
  ReportStage,
} from './report.ts'
import { describeCause } from './report-cause.ts'
import { describeRevisions, type MigrationRecord, type Revision } from './revision.ts'
import type { StageResult } from './stage.ts'

/** Everything a run knows about itself when it ends. */
export interface RunFacts {
  readonly run: ReportRun
  readonly database: ReportDatabase | null
  /** `from` and `to` are `null` where the history was not read. */
  readonly migrator: {
    readonly kind: ReportMigrator['kind']
    readonly from: readonly Revision[] | null
    readonly to: readonly Revision[] | null
    readonly applied: readonly MigrationRecord[]
  } | null
  readonly outcome: Outcome
  readonly reason: string
  readonly stages: readonly StageResult[]
  readonly differences: readonly (Difference & { readonly declared: string | null })[]
  /** `location` is the manifest's path. */
  readonly backup: { readonly manifest: BackupManifest; readonly location: string } | null
  /** What was thrown, where something was. */
  readonly error?: unknown
  readonly next: readonly string[]
}

type Redact = (text: string) => string

/** Definitions longer than this are cut: a report tells that something changed, the database tells it in full. */
const LONGEST_TEXT = 4000

/** The report of a run. Identifiers, digests, times and words of our own are kept as they are; the rest is redacted. */
export function buildReport(facts: RunFacts, redact: Redact): Report {
  const clean = (text: string) => cut(redact(text))
  return {
    schemaVersion: 1,
    run: describeRun(facts.run, clean),
    database: facts.database === null ? null : { ...facts.database, url: clean(facts.database.url) },
    migrator: facts.migrator === null ? null : describeMigrator(facts.migrator, clean),
    outcome: facts.outcome,
    reason: clean(facts.reason),
    stages: facts.stages.map((stage) => describeStage(stage, clean)),
    differences: facts.differences.map((difference) => describeDifference(difference, clean)),
    backup: facts.backup === null ? null : describeBackup(facts.backup.manifest, clean(facts.backup.location)),
    cause: facts.error === undefined ? null : describeCause(facts.error, clean),
    budgets: null,
    downtimeMs: null,
    signOff: { executedBy: clean(facts.run.actor), approvedBy: null },
    next: facts.next.map(clean),
  }
}

function describeRun(run: ReportRun, clean: Redact): ReportRun {
  return { ...run, environment: clean(run.environment), actor: clean(run.actor), durationMs: wholeMs(run.durationMs) }
}

function describeMigrator(migrator: NonNullable<RunFacts['migrator']>, clean: Redact): ReportMigrator {
  const at = (revisions: readonly Revision[] | null) => (revisions === null ? null : describeRevisions(revisions))
  return {
    kind: migrator.kind,
    fromRevision: at(migrator.from),
    toRevision: at(migrator.to),
    applied: migrator.applied.map(({ revision, description, durationMs, outcome }) => ({
      revision,
      description: clean(description),
      durationMs: wholeMs(durationMs),
      outcome,
    })),
  }
}

function describeStage(stage: StageResult, clean: Redact): ReportStage {
  return {
    name: stage.name,
    status: stage.status,
    startedAt: stage.startedAt,
    durationMs: wholeMs(stage.durationMs),
    message: stage.message === undefined ? null : clean(stage.message),
    checks: stage.checks.map((check) => describeCheck(check, clean)),
  }
}

function describeCheck(check: CheckResult, clean: Redact): ReportCheck {
  const orNull = (text: string | undefined) => (text === undefined ? null : clean(text))
  return {
    name: clean(check.name),
    kind: check.kind,
    status: check.status,
    expected: orNull(check.expected),
    actual: orNull(check.actual),
    durationMs: wholeMs(check.durationMs),
    message: orNull(check.message),
  }
}

function describeDifference(difference: RunFacts['differences'][number], clean: Redact): ReportDifference {
  return {
    object: clean(`${difference.object} ${difference.name}`),
    change: difference.change,
    before: difference.before === null ? null : clean(difference.before),
    after: difference.after === null ? null : clean(difference.after),
    loss: isLoss(difference),
    declared: difference.declared === null ? null : clean(difference.declared),
  }
}

function describeBackup(manifest: BackupManifest, location: string): ReportBackup {
  return {
    id: manifest.id,
    location,
    sizeBytes: backupSizeBytes(manifest),
    sha256: digestOfFiles(manifest.files),
    encrypted: false,
    verification: manifest.verification.level,
    restoreMs: manifest.verification.restoreMs === null ? null : wholeMs(manifest.verification.restoreMs),
  }
}

/** The digest of one file as it is; of several, the digest of their digests a line each. */
function digestOfFiles(files: BackupManifest['files']): string {
  const [only] = files
  if (files.length === 1 && only !== undefined) return only.sha256
  return createHash('sha256')
    .update(files.map((file) => `${file.sha256}\n`).join(''))
    .digest('hex')
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} … (${text.length - LONGEST_TEXT} characters more)`
}

function wholeMs(ms: number): number {
  return Math.max(0, Math.round(ms))
}
