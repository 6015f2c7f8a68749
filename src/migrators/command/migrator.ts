/** The `command` migrator: any tool, by the shell lines of the plan; what it can do follows from which lines are given. */
import { CommandError, ConfigurationError, causeChain, hintOf, MigrationError } from '../../domain/errors.ts'
import { digestParts, type MigrationsDigest } from '../../domain/evidence.ts'
import type { CommandSettings } from '../../domain/migrator-settings.ts'
import type { Migrator, MigratorCapabilities, MigratorOptions } from '../../domain/ports/migrator.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import { BASE, describeRevisions, HEAD, type Migration, type MigrationState, type Revision } from '../../domain/revision.ts'
import { parseTableName, showTableName } from '../../domain/table-name.ts'
import { parsePending, parseRevisions } from './answers.ts'

type Line = 'current' | 'heads' | 'pending' | 'upgrade' | 'downgrade' | 'preview' | 'generate' | 'stamp'

export class CommandMigrator implements Migrator {
  readonly kind = 'command'
  readonly capabilities: MigratorCapabilities
  readonly historyTables: readonly string[]
  readonly historyKey: string
  readonly #settings: CommandSettings
  readonly #workingDirectory: string
  readonly #processes: Processes
  readonly #env: Readonly<Record<string, string>>

  /**
   * @param workingDirectory - absolute
   * @param env - leads the commands to the database; may hold secrets
   */
  constructor(
    settings: CommandSettings,
    workingDirectory: string,
    context: { readonly processes: Processes; readonly env: Readonly<Record<string, string>> },
  ) {
    this.capabilities = {
      downgrade: settings.downgrade !== undefined,
      previewSql: settings.preview !== undefined,
      generate: settings.generate !== undefined,
      stepwise: settings.pending !== undefined,
    }
    this.historyTables = settings.historyTables.map((table) => qualify(table))
    this.historyKey = `command:${this.historyTables.join(',')}`
    this.#settings = settings
    this.#workingDirectory = workingDirectory
    this.#processes = context.processes
    this.#env = context.env
  }

  /** Without a `pending` line, what is pending is known only as far as `heads` tells: one step to `head`, or nothing. */
  async state(options: MigratorOptions): Promise<MigrationState> {
    const quiet = { signal: options.signal }
    const [currently, pendingNow, headsNow] = await Promise.allSettled([
      this.#run('current', {}, quiet),
      this.#pending(quiet),
      this.#settings.heads === undefined ? null : this.#run('heads', {}, quiet),
    ])
    const current = parseRevisions(settled(currently))
    const pending = settled(pendingNow)
    const heads = headsOf(settled(headsNow), current, pending)
    const applied = current.map((revision) => describe({ revision, description: '' }, this.capabilities.downgrade))
    return { current, heads, applied, pending: pending ?? unlessAt(current, heads, this.capabilities.downgrade) }
  }

  async pathTo(target: Revision, options: MigratorOptions): Promise<readonly Migration[]> {
    const { current, heads, pending } = await this.state(options)
    if (target === HEAD && heads.length > 1) throw ambiguousHead(heads)
    if (current.includes(target)) return []
    if (!this.capabilities.stepwise) return this.#oneStep(target, current, heads)
    if (target === HEAD) return pending
    const index = pending.findIndex((migration) => migration.revision === target)
    if (index < 0) throw unknownRevision(target, pending)
    return pending.slice(0, index + 1)
  }

  async preview(target: Revision, options: MigratorOptions): Promise<string> {
    if ((await this.pathTo(target, options)).length === 0) return ''
    return this.#run('preview', { SAVEPOINT_REVISION: target }, { signal: options.signal })
  }

  /** Its files are not known: of the SQL that the tool would run, or else of no more than the names. */
  async digest(target: Revision, options: MigratorOptions): Promise<MigrationsDigest> {
    const revisions = (await this.pathTo(target, options)).map(({ revision }) => revision)
    const names = revisions.map((revision) => [revision, ''] as const)
    if (!this.capabilities.previewSql) return { revisions, sha256: digestParts(names), covers: 'names' }
    const sql = await this.preview(target, options)
    return { revisions, sha256: digestParts([...names, ['preview', sql]]), covers: 'preview' }
  }

  async upgrade(revision: Revision, options: MigratorOptions): Promise<void> {
    await this.#run('upgrade', { SAVEPOINT_REVISION: revision }, options)
  }

  async downgrade(revisions: readonly Revision[], options: MigratorOptions): Promise<void> {
    if (revisions.length > 1) {
      throw new ConfigurationError(`the downgrade command takes one revision, not ${describeRevisions(revisions)}`, {
        hint: 'roll back by restoring the backup',
      })
    }
    await this.#run('downgrade', { SAVEPOINT_REVISION: revisions[0] ?? BASE }, options)
  }

  async generate(message: string, options: MigratorOptions): Promise<readonly string[]> {
    const output = await this.#run('generate', { SAVEPOINT_MESSAGE: message }, options)
    return output.split(/\r?\n/).filter((line) => line.trim() !== '')
  }

  async stamp(revision: Revision, options: MigratorOptions): Promise<void> {
    await this.#run('stamp', { SAVEPOINT_REVISION: revision }, options)
  }

  #oneStep(target: Revision, current: readonly Revision[], heads: readonly Revision[]): readonly Migration[] {
    if (target === HEAD && heads.length === 1 && describeRevisions(heads) === describeRevisions(current)) return []
    return [describe({ revision: target, description: '' }, this.capabilities.downgrade)]
  }

  async #pending(options: MigratorOptions): Promise<readonly Migration[] | null> {
    if (this.#settings.pending === undefined) return null
    const answer = parsePending(await this.#run('pending', {}, options))
    return answer.map((entry) => describe(entry, this.capabilities.downgrade))
  }

  /** Values travel in the environment and are never put into the line. */
  async #run(line: Line, values: Readonly<Record<string, string>>, options: MigratorOptions): Promise<string> {
    const shell = this.#settings[line]
    if (shell === undefined) throw missingLine(line)
    const command = { run: { shell }, env: { ...this.#env, ...values }, cwd: this.#workingDirectory }
    const { signal, onLine } = options
    try {
      return (await this.#processes.run(command, { signal, ...(onLine === undefined ? {} : { onLine }) })).stdout
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      throw commandFailure(line, error, values.SAVEPOINT_REVISION, signal)
    }
  }
}

function describe(entry: Pick<Migration, 'revision' | 'description'>, reversible: boolean): Migration {
  return { ...entry, reversible }
}

/** Without a `heads` line, the last pending one is the head; with neither line it is not known. */
function headsOf(output: string | null, current: readonly Revision[], pending: readonly Migration[] | null): readonly Revision[] {
  if (output !== null) return parseRevisions(output)
  if (pending === null) return []
  const last = pending.at(-1)
  return last === undefined ? current : [last.revision]
}

function settled<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

function unlessAt(current: readonly Revision[], heads: readonly Revision[], reversible: boolean): readonly Migration[] {
  if (heads.length === 0 || describeRevisions(current) === describeRevisions(heads)) return []
  return heads.map((revision) => describe({ revision, description: '' }, reversible))
}

function qualify(text: string): string {
  const table = parseTableName(text)
  return showTableName({ ...table, schema: table.schema ?? 'public' })
}

function commandFailure(line: Line, error: CommandError, revision: string | undefined, signal: AbortSignal): MigrationError {
  const failure = revision === undefined ? {} : { revision }
  if (signal.aborted) {
    const why = causeChain(signal.reason)[0] ?? error.message
    return new MigrationError(`the ${line} command was ended: ${why}`, failure, { cause: signal.reason ?? error })
  }
  const hint = hintOf(error) ?? `run the line migrator.${line} of the plan by hand to see all it says`
  return new MigrationError(`the ${line} command failed: ${error.message}`, failure, { hint, cause: error })
}

function missingLine(line: Line): ConfigurationError {
  return new ConfigurationError(`the plan gives no command for ${line}`, { hint: `add migrator.${line} to the plan` })
}

function ambiguousHead(heads: readonly Revision[]): ConfigurationError {
  return new ConfigurationError(`"head" is ambiguous: there are ${heads.length} heads, ${heads.join(', ')}`, {
    hint: 'join them with your tool, or name one as the target',
  })
}

function unknownRevision(target: Revision, pending: readonly Migration[]): ConfigurationError {
  const known = pending.length === 0 ? 'nothing' : pending.map((migration) => migration.revision).join(', ')
  return new ConfigurationError(`there is no pending migration ${JSON.stringify(target)}`, { hint: `pending: ${known}` })
}
