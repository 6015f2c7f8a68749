/** Builds the report of a run from its result; every text that may hold a secret passes the redactor here. */
import { describeParts, wholeOf } from '../domain/belonging.ts'
import type { CheckResult } from '../domain/check.ts'
import type { NotificationRecord } from '../domain/notice.ts'
import { describeRevisions, type Revision } from '../domain/revision.ts'
import type { BackupSummary, JudgedDifference, RunResult } from '../domain/run-result.ts'
import type { StageResult } from '../domain/stage.ts'
import { describeCause } from './cause.ts'
import { describeMonitor } from './monitor-section.ts'
import type { Report, ReportCheck, ReportDifference, ReportStage } from './schema.ts'

/** What the surroundings know of a run and the run does not. */
export interface Provenance {
  readonly toolVersion: string
  readonly commit: string | null
  readonly workflowRun: string | null
}

type Redact = (text: string) => string

/** Texts longer than this are cut: a report tells that something changed, the database tells it in full. */
const LONGEST_TEXT = 4000

/** The report of a run. Identifiers, digests, times and words of our own are kept as they are; everything else is redacted. */
export function buildReport(result: RunResult, provenance: Provenance, redact: Redact): Report {
  const clean = (text: string) => cut(redact(text))
  return {
    schemaVersion: 1,
    run: describeRun(result, provenance, clean),
    database: describeDatabase(result.database, clean),
    migrator: describeMigrator(result.migrator, clean),
    outcome: result.outcome,
    succeeded: result.succeeded,
    reason: clean(result.reason),
    stages: result.stages.map((stage) => describeStage(stage, clean)),
    differences: result.differences.map((difference) => describeDifference(difference, result.differences, clean)),
    backup: result.backup === null ? null : describeBackup(result.backup, clean),
    cause: result.cause === null || result.cause === undefined ? null : describeCause(result.cause, clean),
    monitor: result.monitor == null ? null : describeMonitor(result.monitor, clean),
    budgets: result.budgets.map(({ name, limitMs, actualMs, status }) => {
      return { name, limitMs, actualMs: orWholeMs(actualMs), status }
    }),
    downtimeMs: orWholeMs(result.downtimeMs),
    signOff: describeSignOff(result, clean),
    notifications: result.notifications.map((told) => describeNotification(told, clean)),
    next: result.next.map(clean),
    kept: result.kept.map(clean),
  }
}

function describeRun(result: RunResult, provenance: Provenance, clean: Redact): Report['run'] {
  return {
    id: result.runId,
    operation: result.operation,
    environment: clean(result.environment),
    startedAt: result.startedAt,
    finishedAt: result.finishedAt,
    durationMs: wholeMs(result.durationMs),
    actor: clean(result.actor),
    toolVersion: provenance.toolVersion,
    commit: provenance.commit,
    workflowRun: provenance.workflowRun,
  }
}

function describeDatabase(database: RunResult['database'], clean: Redact): Report['database'] {
  const { kind, maskedUrl, serverVersion, sizeBytes } = database
  return { kind, url: clean(maskedUrl), serverVersion: serverVersion === null ? null : clean(serverVersion), sizeBytes }
}

function describeMigrator(migrator: RunResult['migrator'], clean: Redact): Report['migrator'] {
  const at = (revisions: readonly Revision[] | null) => (revisions === null ? null : clean(describeRevisions(revisions)))
  return {
    kind: migrator.kind,
    fromRevision: at(migrator.from),
    toRevision: at(migrator.to),
    applied: migrator.migrations.map(({ revision, description, durationMs, outcome }) => {
      return { revision: clean(revision), description: clean(description), durationMs: wholeMs(durationMs), outcome }
    }),
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
    group: orNull(check.group),
    status: check.status,
    expected: orNull(check.expected),
    actual: orNull(check.actual),
    before: orNull(check.before),
    measured: check.measured ?? null,
    durationMs: wholeMs(check.durationMs),
    message: orNull(check.message),
    output: orNull(check.output),
  }
}

function describeDifference(difference: JudgedDifference, all: readonly JudgedDifference[], clean: Redact): ReportDifference {
  const orNull = (text: string | null) => (text === null ? null : clean(text))
  return {
    object: clean(`${difference.object} ${difference.name}`),
    change: difference.change,
    before: orNull(difference.before),
    after: orNull(difference.after),
    loss: difference.loss,
    rows: difference.rows ?? null,
    sample: (difference.sample ?? []).map(clean),
    declared: orNull(difference.because),
    partOf: orNull(wholeOf(difference, all)),
    parts: clean(describeParts(difference, all)),
  }
}

function describeSignOff({ actor, startedAt, durationMs, confirmations, approval }: RunResult, clean: Redact): Report['signOff'] {
  return {
    executedBy: clean(actor),
    startedAt,
    durationMs: wholeMs(durationMs),
    confirmations: confirmations.map(({ name, by, at, how }) => ({ name: clean(name), by: clean(by), at, how })),
    approvedBy: approval === null ? null : approval.by.map(clean),
    approvalSource: approval === null ? null : clean(approval.source),
  }
}

function describeNotification(told: NotificationRecord, clean: Redact): Report['notifications'][number] {
  const { target, durationMs, message } = told
  return { ...told, target: clean(target), durationMs: wholeMs(durationMs), message: message === null ? null : clean(message) }
}

function describeBackup(backup: BackupSummary, clean: Redact): NonNullable<Report['backup']> {
  const { id, sizeBytes, sha256, encrypted, verification, restoreMs } = backup
  return {
    id,
    location: clean(backup.location),
    sizeBytes,
    sha256,
    encrypted,
    verification,
    restoreMs: orWholeMs(restoreMs),
    stores: backup.stores.map(({ location, status, durationMs }) => {
      return { location: clean(location), status, durationMs: wholeMs(durationMs) }
    }),
  }
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} … (${text.length - LONGEST_TEXT} characters more)`
}

function orWholeMs(ms: number | null): number | null {
  return ms === null ? null : wholeMs(ms)
}

function wholeMs(ms: number): number {
  return Math.max(0, Math.round(ms))
}
