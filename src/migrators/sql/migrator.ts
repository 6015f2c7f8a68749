/** The `sql` migrator: numbered files run by Savepoint itself, each in its own transaction unless it says otherwise. */
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { CheckError, ConfigurationError, MigrationError } from '../../domain/errors.ts'
import { digestParts, type MigrationsDigest } from '../../domain/evidence.ts'
import type { SqlSettings } from '../../domain/migrator-settings.ts'
import type { Sessions, SqlSession } from '../../domain/ports/database.ts'
import type { Migrator, MigratorOptions } from '../../domain/ports/migrator.ts'
import type { Migration, MigrationState, Revision } from '../../domain/revision.ts'
import { parseTableName, showTableName } from '../../domain/table-name.ts'
import { runScript, runStatements } from './execution.ts'
import { generateMigration } from './generation.ts'
import { type HistoryEntry, SqlHistory } from './history.ts'
import { readLayout, type SqlMigration } from './layout.ts'
import { HistoryReader } from './reader.ts'
import { checksumOf, parseScript, type SqlScript } from './script.ts'
import { type Standing, takeStanding } from './standing.ts'
import { countStaying, countUpTo } from './targets.ts'

/** A migration on its way into the database: what to run, and what to record. */
interface Step {
  readonly migration: SqlMigration
  readonly script: SqlScript
  readonly entry: HistoryEntry
}

export class SqlMigrator implements Migrator {
  readonly kind = 'sql'
  readonly capabilities = { downgrade: true, previewSql: true, generate: true, stepwise: true }
  readonly historyTables: readonly string[]
  readonly historyKey: string
  readonly #sessions: Sessions
  readonly #history: SqlHistory
  readonly #reader: HistoryReader
  /** Relative to the working directory. */
  readonly #shownDirectory: string
  readonly #directory: string

  /** @param workingDirectory - absolute */
  constructor(settings: SqlSettings, workingDirectory: string, sessions: Sessions) {
    const table = parseTableName(settings.historyTable)
    const qualified = { schema: table.schema ?? 'public', table: table.table }
    this.historyTables = [showTableName(qualified)]
    this.historyKey = `sql:${showTableName(qualified)}`
    this.#history = new SqlHistory(qualified)
    this.#sessions = sessions
    this.#reader = new HistoryReader(sessions)
    this.#directory = resolve(workingDirectory, settings.directory)
    this.#shownDirectory = relative(workingDirectory, this.#directory)
  }

  async state(options: MigratorOptions): Promise<MigrationState> {
    const { applied, pending } = await this.#standing(options)
    const [newest, head] = [applied.at(-1), pending.at(-1) ?? applied.at(-1)]
    return {
      current: newest === undefined ? [] : [newest.revision],
      heads: head === undefined ? [] : [head.revision],
      applied: applied.map((migration) => this.#describe(migration)),
      pending: pending.map((migration) => this.#describe(migration)),
    }
  }

  async pathTo(target: Revision, options: MigratorOptions): Promise<readonly Migration[]> {
    const steps = await this.#stepsTo(target, options)
    return steps.map(({ migration, script }) => ({ ...this.#describe(migration), atomic: script.transactional }))
  }

  async preview(target: Revision, options: MigratorOptions): Promise<string> {
    const steps = await this.#stepsTo(target, options)
    return steps.map(({ script }) => `-- ${script.file} (${transactionOf(script)})\n${script.text.trimEnd()}\n`).join('\n')
  }

  async digest(target: Revision, options: MigratorOptions): Promise<MigrationsDigest> {
    const steps = await this.#stepsTo(target, options)
    const files = steps.flatMap(({ migration }) => [migration.up, ...(migration.down === null ? [] : [migration.down])])
    const parts = await Promise.all(files.map(async (path) => [path, checksumOf(await this.#read(path))] as const))
    return { revisions: steps.map(({ migration }) => migration.revision), sha256: digestParts(parts), covers: 'files' }
  }

  async upgrade(revision: Revision, options: MigratorOptions): Promise<void> {
    for (const { script, entry } of await this.#stepsTo(revision, options)) {
      await this.#run(script, options, (session, durationMs) => this.#history.record(session, entry, durationMs))
    }
  }

  async downgrade(revisions: readonly Revision[], options: MigratorOptions): Promise<void> {
    const { applied } = await this.#standing(options)
    const undone = applied.slice(countStaying(applied, revisions)).reverse()
    const scripts: SqlScript[] = []
    for (const migration of undone) scripts.push(await this.#downScript(migration))
    for (const script of scripts) {
      await this.#run(script, options, (session) => this.#history.remove(session, script.revision))
    }
  }

  async runAgain(revision: Revision, session: SqlSession, { signal }: MigratorOptions): Promise<void> {
    const migrations = await readLayout(this.#directory)
    const migration = migrations[countUpTo(migrations, revision) - 1] as SqlMigration
    const script = parseScript(migration.revision, this.#show(migration.up), await this.#read(migration.up))
    if (!script.transactional) {
      throw new CheckError(`${script.file} runs outside a transaction: running it again could not be undone`, {
        hint: 'rehearse it on a copy',
      })
    }
    await runStatements({ session, script, signal })
  }

  async generate(message: string): Promise<readonly string[]> {
    return generateMigration(this.#directory, await readLayout(this.#directory), message)
  }

  /** Also takes over edited files: their content of now becomes what was applied. `base` forgets everything. */
  async stamp(revision: Revision, options: MigratorOptions): Promise<void> {
    const migrations = await readLayout(this.#directory)
    const entries: HistoryEntry[] = []
    for (const migration of migrations.slice(0, countUpTo(migrations, revision))) {
      entries.push(entryOf(migration, await this.#read(migration.up)))
    }
    await this.#withSession(options, async (session) => {
      const exists = await this.#history.exists(session)
      await session.transaction(async () => {
        if (!exists) await this.#history.create(session)
        await this.#history.replace(session, entries)
      })
    })
  }

  async #standing(options: MigratorOptions): Promise<Standing> {
    const migrations = await readLayout(this.#directory)
    const history = await this.#reader.ask(options.signal, (session) => this.#history.read(session))
    return takeStanding(migrations, history, {
      show: (path) => this.#show(path),
      checksumOf: async (path) => checksumOf(await this.#read(path)),
    })
  }

  /** Reads and checks every file on the way, so that a malformed one stops the run before the first is applied. */
  async #stepsTo(target: Revision, options: MigratorOptions): Promise<readonly Step[]> {
    const { applied, pending } = await this.#standing(options)
    const wanted = countUpTo([...applied, ...pending], target, applied.length) - applied.length
    const steps: Step[] = []
    for (const migration of pending.slice(0, Math.max(0, wanted))) {
      const bytes = await this.#read(migration.up)
      const script = parseScript(migration.revision, this.#show(migration.up), bytes)
      steps.push({ migration, script, entry: entryOf(migration, bytes) })
    }
    return steps
  }

  async #downScript(migration: SqlMigration): Promise<SqlScript> {
    if (migration.down !== null) {
      return parseScript(migration.revision, this.#show(migration.down), await this.#read(migration.down))
    }
    throw new MigrationError(
      `${this.#show(migration.up)} has no down file: it cannot be reverted`,
      { revision: migration.revision, file: this.#show(migration.up) },
      { hint: 'write its down file, or roll back by restoring the backup' },
    )
  }

  /** A session of its own for each file: what one sets does not reach the next. */
  #run(
    script: SqlScript,
    options: MigratorOptions,
    record: (session: SqlSession, durationMs: number) => Promise<void>,
  ): Promise<void> {
    return this.#withSession(options, async (session) => {
      const exists = await this.#history.exists(session)
      // Outside a transaction the table comes first: a role that may not create it is told before anything runs.
      if (!exists && !script.transactional) await this.#history.create(session)
      await runScript({
        session,
        script,
        signal: options.signal,
        record: async (durationMs) => {
          if (!exists && script.transactional) await this.#history.create(session)
          await record(session, durationMs)
        },
      })
    })
  }

  async #withSession<T>({ signal, onLine }: MigratorOptions, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const onNotice = onLine === undefined ? {} : { onNotice: onLine }
    const session = await this.#sessions.open({ purpose: 'migrate', signal, ...onNotice })
    try {
      return await work(session)
    } finally {
      await session.close()
    }
  }

  async #read(path: string): Promise<Uint8Array> {
    return readFile(join(this.#directory, path)).catch((cause: Error) => {
      throw new ConfigurationError(`${this.#show(path)} cannot be read: ${cause.message}`, {
        hint: 'check that it is a file and may be read',
        cause,
      })
    })
  }

  #show(path: string): string {
    return join(this.#shownDirectory, path)
  }

  #describe(migration: SqlMigration): Migration {
    return {
      revision: migration.revision,
      description: migration.name.replaceAll('_', ' '),
      file: this.#show(migration.up),
      reversible: migration.down !== null,
    }
  }
}

function entryOf(migration: SqlMigration, bytes: Uint8Array): HistoryEntry {
  return { revision: migration.revision, name: migration.name, checksum: checksumOf(bytes) }
}

function transactionOf(script: SqlScript): string {
  return script.transactional ? 'in one transaction' : 'without a transaction'
}
