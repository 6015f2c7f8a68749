/** `savepoint init`: writes the first plan of a repository from what its files and its database tell. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigurationError, causeChain, InterruptedError } from '../domain/errors.ts'
import type { MigratorSettings } from '../domain/migrator-settings.ts'
import { formatCount } from '../domain/quantity-text.ts'
import { surveyDatabase } from '../operations/init.ts'
import { type DatabaseSurvey, type Findings, writeFirstPlan } from '../plan/first-plan.ts'
import { PLAN_NAMES } from '../plan/loading.ts'
import type { Environment, Invocation } from './arguments.ts'
import { complain } from './complaint.ts'
import { createSecrets, type FirstLook, listenForInterrupts, withFirstLook } from './compose.ts'
import { harmlessLines } from './harmless.ts'
import { jsonDocument } from './json.ts'
import { indented } from './layout.ts'

/** Never throws: an error is told, and is an exit code. */
export async function runInit({ values }: Invocation, environment: Environment): Promise<number> {
  const secrets = createSecrets(environment)
  const path = values.config ?? PLAN_NAMES.find((name) => existsSync(name)) ?? PLAN_NAMES[0]
  const tell = (text: string) => {
    const lines = harmlessLines(text).flatMap((line) => indented(line, 0))
    const page = values.json ? process.stderr : process.stdout
    page.write(lines.map((line) => `${secrets.redact(line)}\n`).join(''))
  }
  using interrupts = listenForInterrupts({ onFirst: tell, onRepeat: tell })
  try {
    const findings = await withFirstLook({ environment, secrets }, dirname(path), (look) =>
      lookAround(look, environment, interrupts.signal, secrets.redact),
    )
    await write(path, writeFirstPlan(findings), values.force)
    for (const line of summary(path, findings)) tell(line)
    if (values.json) process.stdout.write(jsonDocument({ plan: path }, secrets.redact))
    return 0
  } catch (error) {
    return complain(error, { json: values.json, environment, redact: secrets.redact })
  }
}

/** What may hold a secret is redacted here: names must stay what they are for the plan to be right. */
async function lookAround(
  look: FirstLook,
  environment: Environment,
  signal: AbortSignal,
  redact: (text: string) => string,
): Promise<Findings> {
  const { migrator, database } = look
  const historyTables = 'missing' in migrator ? [] : migrator.historyTables
  const survey = 'missing' in database ? database : await surveyDatabase(database, historyTables, signal).catch(unreachable)
  return {
    migrator: 'missing' in migrator ? redacted(migrator, redact) : migrator.settings,
    database: 'missing' in survey ? redacted(survey, redact) : survey,
    address: isGivenByParts(environment) ? 'parts' : 'url',
  }
}

function redacted({ missing }: { readonly missing: string }, redact: (text: string) => string) {
  return { missing: redact(missing) }
}

/** The repository's half is worth writing all the same. */
function unreachable(error: unknown): { readonly missing: string } {
  if (error instanceof InterruptedError) throw error
  return { missing: causeChain(error)[0] ?? 'it could not be reached' }
}

function isGivenByParts({ DATABASE_URL, DB_HOST, DB_NAME, PGHOST, PGDATABASE }: Environment): boolean {
  return !DATABASE_URL && [DB_HOST, DB_NAME, PGHOST, PGDATABASE].some((value) => value)
}

/** @throws ConfigurationError where there is a plan already, or none can be written there */
async function write(path: string, text: string, force: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new ConfigurationError(`there is a plan at ${path} already`, {
        hint: 'add --force to write over it, or --config to name another file',
      })
    }
    throw new ConfigurationError(`cannot write ${path}`, { hint: 'name a file that you may write with --config', cause })
  }
}

function summary(path: string, { migrator, database }: Findings): readonly string[] {
  const tool = 'missing' in migrator ? `no migrator: ${migrator.missing}` : `migrator: ${describeMigrator(migrator)}`
  const found =
    'missing' in database
      ? `the database was not looked at: ${database.missing}`
      : `database: ${formatCount(tablesOf(database).length, 'table')}, ${formatCount(database.foreignKeys.length, 'foreign key')}`
  return [`✓ wrote ${path}`, `  ${tool}`, `  ${found}`, '  next: read it, then savepoint health and savepoint run --dry-run']
}

function describeMigrator(settings: MigratorSettings): string {
  const directory = settings.kind === 'sql' ? join(settings.workingDirectory, settings.directory) : settings.workingDirectory
  return directory === '.' ? settings.kind : `${settings.kind} in ${directory}`
}

function tablesOf({ tables }: DatabaseSurvey): DatabaseSurvey['tables'] {
  return tables.filter(({ kind }) => kind === 'table')
}
