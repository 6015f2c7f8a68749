/** What each command does: calls its operation, loaded when it is asked for, and turns the result into an answer. */
import { ConfigurationError } from '../domain/errors.ts'
import { exitCodeOf } from '../domain/outcome.ts'
import type { Retention } from '../domain/retention.ts'
import type { Migration } from '../domain/revision.ts'
import type { RunResult } from '../domain/run-result.ts'
import type { RunContext } from '../operations/context.ts'
import type { RollbackTarget } from '../operations/rollback.ts'
import { parseDuration } from '../plan/quantities.ts'
import type { Answer } from './answer.ts'
import { listLines, pruneLines } from './backups-text.ts'
import type { CommandName } from './commands.ts'
import { harmlessLines, harmlessWord } from './harmless.ts'
import type { Values } from './inputs.ts'
import type { SavedReport } from './reporting.ts'
import { resultLines } from './result-text.ts'
import { shortPath } from './short-path.ts'
import { pendingLines, statusLines } from './standing-text.ts'

/** What a command is handed beside its context. */
export interface Task {
  readonly context: RunContext
  readonly values: Values
  readonly argument: string
  readonly saveReport: (result: RunResult) => Promise<SavedReport>
}

type Perform = (task: Task) => Promise<Answer>

/** `demo` and `init` need no plan and no database, and are not among them. */
export const PERFORM: Readonly<Record<Exclude<CommandName, 'demo' | 'init'>, Perform>> = {
  health: async (task) => reported(task, (await import('../operations/single.ts')).healthCheck(task.context)),
  backup: async (task) => reported(task, (await import('../operations/single.ts')).backup(task.context)),
  'backup list': listBackups,
  'backup verify': verifyBackup,
  'backup fetch': fetchBackup,
  'backup prune': pruneBackups,
  snapshot: async (task) => reported(task, (await import('../operations/single.ts')).snapshot(task.context)),
  validate: async (task) => reported(task, (await import('../operations/single.ts')).validation(task.context)),
  monitor,
  migrate,
  run,
  rollback,
  status,
  heads,
  check,
  generate,
}

async function reported({ context, saveReport }: Task, running: Promise<RunResult>): Promise<Answer> {
  const { closeOff } = await import('../operations/closing.ts')
  const ended = await running
  // Who is told may take long to answer, and whoever waits may lose patience: how it ended stands written before.
  const [result] = await Promise.all([closeOff(context, ended), saveReport(ended)])
  const { document, path, failure } = await saveReport(result)
  if (failure !== null) {
    const why = failure instanceof Error ? failure.message : String(failure)
    context.emit({ type: 'note', text: `the report could not be written: ${context.redact(why)}` })
  }
  return {
    exitCode: exitCodeOf(result.outcome, result.succeeded),
    document,
    lines: (page) => resultLines(result, { ...page, report: path }),
  }
}

async function monitor(task: Task): Promise<Answer> {
  const { context, values } = task
  const times = { forMs: duration('for', values.watchFor), everyMs: duration('every', values.watchEvery) }
  const { monitoring } = await import('../operations/monitor.ts')
  return reported(task, monitoring(context, times))
}

/** @throws ConfigurationError */
function duration(flag: string, written: string | null): number | null {
  if (written === null) return null
  const ms = parseDuration(written)
  if (ms !== null && ms > 0) return ms
  throw new ConfigurationError(`--${flag} must be a duration longer than nothing, not ${JSON.stringify(written)}`, {
    hint: 'write it as in 500ms, 10s, 5m, 2h or 1h30m',
  })
}

async function run(task: Task): Promise<Answer> {
  const { context, values } = task
  if (values.dryRun) return preview(task)
  const { run, WHOLE_RUN } = await import('../operations/run.ts')
  return reported(task, run(context, { ...WHOLE_RUN, to: values.to, adopt: values.adopt, evidence: values.evidence }))
}

/** One stage of a run by hand: what fails is not rolled back, it stops and says how to go on or back. */
async function migrate(task: Task): Promise<Answer> {
  const { context, values } = task
  if (values.dryRun) return preview(task)
  const { run } = await import('../operations/run.ts')
  const options = {
    to: values.to,
    backup: values.backupFirst,
    healthChecks: !values.skipHealthChecks,
    validation: !values.skipValidation,
    monitor: false,
    rollBack: false,
    adopt: values.adopt,
    evidence: values.evidence,
  }
  return reported(task, run(context, options))
}

async function preview({ context, values }: Task): Promise<Answer> {
  const { previewMigrations } = await import('../operations/migrate.ts')
  const sql = await previewMigrations(context, values.to)
  return { exitCode: 0, document: { sql }, lines: () => sqlLines(sql) }
}

/** A line that begins with a cast keeps its meaning as SQL, and is no workflow command. */
function sqlLines(sql: string): readonly string[] {
  return harmlessLines(sql.replace(/^(\s*)::/gm, '$1/**/::').trimEnd())
}

async function rollback(task: Task): Promise<Answer> {
  const { rollbackOnRequest } = await import('../operations/rollback.ts')
  return reported(task, rollbackOnRequest(task.context, targetOf(task.values)))
}

function targetOf({ rollbackTo, backupManifest }: Values): RollbackTarget {
  if (backupManifest !== null) return { kind: 'backup', named: backupManifest }
  return rollbackTo === null ? { kind: 'before-last-run' } : { kind: 'revision', revision: rollbackTo }
}

async function listBackups({ context }: Task): Promise<Answer> {
  const { listBackups } = await import('../operations/backup-list.ts')
  const list = await listBackups(context)
  return { exitCode: list.failures.length === 0 ? 0 : 1, document: list, lines: (page) => listLines(list, page) }
}

async function verifyBackup(task: Task): Promise<Answer> {
  const { context, values, argument } = task
  const { verifyAgain } = await import('../operations/verify-again.ts')
  return reported(task, verifyAgain(context, argument, values.proveByRestore ? 'restore' : 'read'))
}

async function fetchBackup({ context, values, argument }: Task): Promise<Answer> {
  const { fetchBackup } = await import('../operations/finding-backup.ts')
  const { manifest, path } = await fetchBackup(context, argument, values.fetchFrom)
  return { exitCode: 0, document: { id: manifest.id, manifest: path }, lines: () => [harmlessWord(shortPath(path))] }
}

async function pruneBackups({ context, values }: Task): Promise<Answer> {
  const { pruneBackups } = await import('../operations/prune.ts')
  const report = await pruneBackups(context, { retention: retention(values.keep), really: values.yes })
  const failed = report.places.some(({ failure }) => failure !== null)
  return { exitCode: failed ? 1 : 0, document: report, lines: (page) => pruneLines(report, page) }
}

/** @throws ConfigurationError */
function retention(keep: string | null): Retention {
  const written = keep ?? ''
  const count = /^[1-9][0-9]{0,5}$/.test(written) ? Number(written) : null
  const ageMs = /^[0-9]+$/.test(written) ? null : parseDuration(written)
  if (count !== null) return { count }
  if (ageMs !== null && ageMs > 0) return { ageMs }
  const was = keep === null ? 'is missing' : `must be a number of backups from 1, or a duration, not ${JSON.stringify(keep)}`
  throw new ConfigurationError(`--keep ${was}`, { hint: 'write it as in --keep 7 or --keep 30d' })
}

async function status({ context, values }: Task): Promise<Answer> {
  const { readStatus } = await import('../operations/status.ts')
  const report = await readStatus(context)
  const exitCode = values.exitCode && report.next.length > 0 ? 1 : 0
  return { exitCode, document: report, lines: (page) => statusLines(report, page) }
}

async function heads({ context }: Task): Promise<Answer> {
  const { heads } = await context.migrator.state({ signal: context.signal })
  return { exitCode: 0, document: { heads }, lines: () => heads.map(harmlessWord) }
}

async function check({ context }: Task): Promise<Answer> {
  const { current, heads, pending } = await context.migrator.state({ signal: context.signal })
  return { exitCode: pending.length === 0 ? 0 : 1, document: { current, heads, pending }, lines: () => checkText(pending) }
}

function checkText(pending: readonly Migration[]): readonly string[] {
  return pending.length === 0 ? ['nothing is pending'] : pendingLines(pending)
}

async function generate({ context, argument }: Task): Promise<Answer> {
  const { migrator, signal, emit } = context
  if (!migrator.capabilities.generate) {
    throw new ConfigurationError(`the ${migrator.kind} migrator cannot generate migrations here`, {
      hint: 'write the file by hand, or give the plan a `generate` command under `migrator`',
    })
  }
  const onLine = (line: string) => emit({ type: 'output', source: migrator.kind, line })
  const files = await migrator.generate(argument, { signal, onLine })
  return { exitCode: 0, document: { files }, lines: () => files.map((file) => harmlessWord(shortPath(file))) }
}
