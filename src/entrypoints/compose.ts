/** Wires adapters to ports: the only place that knows which database, migrator and directory stand behind an operation. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import type { BackupStores } from '../domain/ports/backup-store.ts'
import type { Clock } from '../domain/ports/clock.ts'
import type { Database } from '../domain/ports/database.ts'
import type { Notifier } from '../domain/ports/notifier.ts'
import type { Processes } from '../domain/ports/processes.ts'
import type { RunResult } from '../domain/run-result.ts'
import { createApprovals } from '../github/approvals.ts'
import type { RunContext } from '../operations/context.ts'
import type { Plan } from '../plan/plan.ts'
import { openDirectoryStore } from '../storage/directory.ts'
import { openStore } from '../storage/open-store.ts'
import { IDENTITY_VARIABLE, loadIdentities } from '../system/age-identities.ts'
import { BackupKeys } from '../system/backup-keys.ts'
import { systemClock } from '../system/clock.ts'
import { systemHttp } from '../system/http.ts'
import { createProcesses } from '../system/processes.ts'
import { createRedactor } from '../system/redaction.ts'
import { backupsOf, openRunDirectory } from '../system/run-directory.ts'
import type { Environment, Invocation } from './arguments.ts'
import { INPUTS, type Values } from './inputs.ts'
import type { Presenter } from './present.ts'
import { provenanceOf, type RenderedReport } from './reporting.ts'
import { Secrets } from './secrets.ts'
import { VERSION } from './version.ts'

export { listenForInterrupts } from '../system/signals.ts'

export const clock: Clock = systemClock

/** The database of the demo: on the named server, or on a throwaway one of our own. */
export async function openDemoDatabase(serverUrl: string | undefined, projectDirectory: string) {
  const demo = await import('../databases/postgres/demo-database.ts')
  return demo.openDemoDatabase(serverUrl, projectDirectory)
}

/** The masker of one process, which knows the secrets of its environment. */
export function createSecrets(environment: Environment): Secrets {
  return new Secrets(environment, createRedactor)
}

/** Every rendering of a run's report, without secrets. */
export async function renderReport(
  result: RunResult,
  environment: Environment,
  redact: (text: string) => string,
): Promise<RenderedReport> {
  const [{ buildReport }, { renderJson }, { renderMarkdown }] = await Promise.all([
    import('../report/building.ts'),
    import('../report/json.ts'),
    import('../report/markdown.ts'),
  ])
  const document = buildReport(result, { toolVersion: VERSION, ...provenanceOf(environment) }, redact)
  return { document, files: { 'report.json': renderJson(document), 'report.md': renderMarkdown(document) } }
}

export interface Surroundings {
  readonly invocation: Invocation
  readonly environment: Environment
  readonly secrets: Secrets
  readonly presenter: Presenter
  readonly signal: AbortSignal
  readonly confirm: (question: string) => Promise<boolean>
  /** Whether somebody can be asked, and `--yes` did not forbid it. */
  readonly canAsk: boolean
}

/**
 * Runs work with everything wired, and closes what was opened.
 *
 * @throws ConfigurationError before anything is touched; whatever the work throws
 */
export async function withContext<Result>(around: Surroundings, work: (context: RunContext) => Promise<Result>): Promise<Result> {
  const plan = await loadPlan(around)
  const runId = createRunId(clock.now())
  const processes = openProcesses(around)
  const database = await openDatabase(plan, runId, processes, around)
  try {
    return await work(await createContext(around, plan, runId, processes, database))
  } finally {
    // What is left of a connection must not hide what the work found.
    await database.close().catch(() => undefined)
  }
}

/** Children inherit the environment, but never the private key of backups. */
function openProcesses({ secrets, environment }: Pick<Surroundings, 'environment' | 'secrets'>): Processes {
  const { [IDENTITY_VARIABLE]: _key, ...others } = environment
  return createProcesses({ redact: secrets.redact, environment: others })
}

async function loadPlan({ invocation, environment, secrets }: Surroundings): Promise<Plan> {
  const [{ loadPlan }, { planSecrets }] = await Promise.all([import('../plan/loading.ts'), import('../plan/secrets.ts')])
  const { config, environment: name } = invocation.values
  const request = { file: config ?? undefined, environmentName: name ?? undefined, environment }
  const plan = await loadPlan(request, readPlan)
  secrets.add([plan.database.url, plan.database.password, ...planSecrets(plan)])
  return plan
}

/** `null` where there is no such file. */
async function readPlan(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new ConfigurationError(`cannot read the plan ${path}`, { hint: 'give a file that you may read with --config', cause })
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`cannot read ${path}, which the plan names`, { hint: 'paths are relative to the plan', cause })
  }
}

function openOther(url: string, plan: Plan, runId: string, processes: Processes, around: Surroundings): Promise<Database> {
  around.secrets.add([url])
  return openDatabase({ ...plan, database: { url } }, runId, processes, around)
}

async function openDatabase(
  plan: Plan,
  runId: string,
  processes: Processes,
  { environment }: Pick<Surroundings, 'environment'>,
): Promise<Database> {
  if (plan.database.url?.startsWith('sqlite') === true) {
    throw new ConfigurationError('SQLite databases cannot be migrated yet', { hint: 'name a PostgreSQL database' })
  }
  const [{ openPostgres }, { resolveSettings }] = await Promise.all([
    import('../databases/postgres/database.ts'),
    import('../databases/postgres/settings.ts'),
  ])
  return openPostgres({
    settings: resolveSettings(plan.database),
    session: { runId, ...plan.session, connectTimeoutMs: plan.health.connectTimeoutMs },
    processes,
    clock,
    programs: { directory: environment.SAVEPOINT_PG_BIN, path: environment.PATH },
  })
}

/** What `init` can look at: the migration tool of a directory, and the database of the environment; where one is missing, why. */
export interface FirstLook {
  readonly migrator:
    | { readonly settings: MigratorSettings; readonly historyTables: readonly string[] }
    | { readonly missing: string }
  readonly database: Database | { readonly missing: string }
}

/** Runs work on what there is without a plan, and closes what was opened. */
export async function withFirstLook<Result>(
  around: Pick<Surroundings, 'environment' | 'secrets'>,
  root: string,
  work: (look: FirstLook) => Promise<Result>,
): Promise<Result> {
  const processes = openProcesses(around)
  const database = await firstDatabase(around, processes).catch(missing)
  try {
    return await work({ database, migrator: await firstMigrator(database, processes, root).catch(missing) })
  } finally {
    if (!('missing' in database)) await database.close().catch(() => undefined)
  }
}

/** @throws ConfigurationError where the environment names no database */
async function firstDatabase({ environment, secrets }: Pick<Surroundings, 'environment' | 'secrets'>, processes: Processes) {
  const { parsePlan } = await import('../plan/loading.ts')
  const plan = parsePlan({ file: null, text: 'version: 1', environmentName: undefined, environment })
  secrets.add([plan.database.url, plan.database.password])
  return openDatabase(plan, createRunId(clock.now()), processes, { environment })
}

async function firstMigrator(
  database: FirstLook['database'],
  processes: Processes,
  root: string,
): Promise<FirstLook['migrator']> {
  const [{ detectMigrator }, { openMigrator }] = await Promise.all([
    import('../migrators/detection.ts'),
    import('../migrators/open-migrator.ts'),
  ])
  const settings = await detectMigrator(root)
  if ('missing' in database) return { settings, historyTables: [] }
  const migrator = await openMigrator(settings, { sessions: database, processes, env: database.childEnvironment, root })
  return { settings, historyTables: migrator.historyTables }
}

function missing(error: unknown): { readonly missing: string } {
  if (!(error instanceof ConfigurationError)) throw error
  return { missing: [error.message, error.hint].filter((part) => part !== undefined).join('; ') }
}

async function createContext(
  around: Surroundings,
  plan: Plan,
  runId: string,
  processes: Processes,
  database: Database,
): Promise<RunContext> {
  const { invocation, environment, presenter, secrets, signal, confirm, canAsk } = around
  const { openMigrator } = await import('../migrators/open-migrator.ts')
  const env = database.childEnvironment
  const identities = await loadIdentities(environment[IDENTITY_VARIABLE], invocation.values.identity)
  secrets.add(identities)
  return {
    runId,
    operation: invocation.command ?? '',
    plan,
    database,
    migrator: await openMigrator(plan.migrator, { sessions: database, processes, env, root: rootOf(plan, invocation.values) }),
    store: openRunDirectory(invocation.values.output, new BackupKeys(plan.backup.encryptTo, identities)),
    backupStores: backupStores(plan, invocation.values.output),
    processes,
    http: systemHttp,
    readText,
    openOther: (url) => openOther(url, plan, runId, processes, around),
    clock,
    emit: presenter.emit,
    signal,
    actor: environment.GITHUB_ACTOR ?? userInfo().username,
    host: hostname(),
    pid: process.pid,
    toolVersion: VERSION,
    confirm,
    approvals: createApprovals(environment, systemHttp),
    notifier: await openNotifier(plan, around),
    confirmations: { given: invocation.values.confirm, ask: canAsk ? confirm : null },
    repeatFlags: repeatFlags(invocation.values),
    redact: secrets.redact,
  }
}

function backupStores({ backup }: Plan, output: string): BackupStores {
  const own = backupsOf(output)
  for (const place of backup.stores) {
    if (place.kind === 'directory' && place.path === own) {
      throw new ConfigurationError(`the plan stores backups in ${own}, where they are made`, {
        hint: 'name another directory under backup.store, best on another disk',
      })
    }
  }
  return {
    own: openDirectoryStore(own),
    planned: () => Promise.all(backup.stores.map(openStore)),
    open: openStore,
  }
}

/** Loaded only where somebody is to be told. */
async function openNotifier({ notify }: Plan, { environment, secrets }: Surroundings): Promise<Notifier> {
  if (notify.length === 0) return { send: () => undefined, settle: async () => [] }
  const { createNotifier } = await import('../webhooks/notifier.ts')
  const { workflowRun } = provenanceOf(environment)
  return createNotifier({ webhooks: notify, http: systemHttp, clock, redact: secrets.redact, workflowRun })
}

/** A plan's directories are relative to where it was started; where the plan names none, they are looked for beside it. */
function rootOf(plan: Plan, { config }: Values): string {
  return resolve(plan.migrator === null && config !== null ? dirname(config) : '.')
}

function repeatFlags({ config, environment, output }: Values): readonly string[] {
  return [
    ...(config === null ? [] : ['--config', config]),
    ...(environment === null ? [] : ['--environment', environment]),
    ...(output === INPUTS.output.default ? [] : ['--output', output]),
  ]
}

/** Sorts by time: `20261121T093000Z-1f3a9c`. */
export function createRunId(now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '')
  return `${time}-${randomBytes(3).toString('hex')}`
}
