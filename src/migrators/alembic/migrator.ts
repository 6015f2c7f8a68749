/** The `alembic` migrator: the team's own Alembic, driven through its command line. */
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { ConfigurationError, MigrationError } from '../../domain/errors.ts'
import { digestParts, type MigrationsDigest } from '../../domain/evidence.ts'
import type { AlembicSettings } from '../../domain/migrator-settings.ts'
import type { Sessions } from '../../domain/ports/database.ts'
import type { Migrator, MigratorOptions } from '../../domain/ports/migrator.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import { BASE, describeRevisions, HEAD, type Migration, type MigrationState, type Revision } from '../../domain/revision.ts'
import { parseTableName, showTableName, type TableName } from '../../domain/table-name.ts'
import { RevisionGraph } from './graph.ts'
import { type AlembicRevision, parseDatabaseUrl, parseGenerated, parseListing } from './listing.ts'
import { AlembicProgram } from './program.ts'
import { anotherDatabase, databaseNameIn, databaseNameOf, readVersionTable, type VersionTable } from './version-table.ts'

/** What files and database say together. */
interface Standing {
  readonly graph: RevisionGraph
  readonly current: readonly Revision[]
}

export class AlembicMigrator implements Migrator {
  readonly kind = 'alembic'
  readonly capabilities = { downgrade: true, previewSql: true, generate: true, stepwise: true }
  readonly historyTables: readonly string[]
  readonly historyKey: string
  readonly #workingDirectory: string
  readonly #table: TableName
  readonly #program: AlembicProgram
  readonly #sessions: Sessions
  readonly #databaseName: string | null
  /** The migrations as Alembic listed them, once it was seen to work on this same database. */
  #graph: RevisionGraph | null = null

  /** @param workingDirectory - absolute */
  constructor(
    settings: AlembicSettings,
    workingDirectory: string,
    context: { readonly sessions: Sessions; readonly processes: Processes; readonly env: Readonly<Record<string, string>> },
  ) {
    this.#workingDirectory = workingDirectory
    this.#table = parseTableName(settings.versionTable ?? 'alembic_version')
    const shown = showTableName({ ...this.#table, schema: this.#table.schema ?? 'public' })
    this.historyTables = [shown]
    this.historyKey = `alembic:${shown}`
    this.#program = new AlembicProgram(settings, workingDirectory, context.processes, context.env)
    this.#sessions = context.sessions
    this.#databaseName = databaseNameIn(context.env)
  }

  async state(options: MigratorOptions): Promise<MigrationState> {
    const { graph, current } = await this.#standing(options)
    const applied = graph.upTo(current)
    return {
      current,
      heads: graph.heads(),
      applied: applied.map((node) => this.#describe(node)),
      pending: without(graph.all(), applied).map((node) => this.#describe(node)),
    }
  }

  async pathTo(target: Revision, options: MigratorOptions): Promise<readonly Migration[]> {
    return this.#path(await this.#standing(options), target)
  }

  async preview(target: Revision, options: MigratorOptions): Promise<string> {
    const standing = await this.#standing(options)
    const last = this.#path(standing, target).at(-1)
    if (last === undefined) return ''
    if (standing.current.length > 1) {
      throw new MigrationError(
        `Alembic cannot print SQL from several current revisions (${describeRevisions(standing.current)})`,
        {},
        {
          hint: 'apply the merge without a dry run, or rehearse on a copy of the database',
        },
      )
    }
    const range = `${standing.current[0] ?? BASE}:${last.revision}`
    return this.#program.run(['upgrade', '--sql', range], { signal: options.signal }, last.revision)
  }

  /** Of the revision files, which hold the way there and back; not of what they import. */
  async digest(target: Revision, options: MigratorOptions): Promise<MigrationsDigest> {
    const path = this.#path(await this.#standing(options), target)
    const files = await Promise.all(path.map((migration) => this.#contentOf(migration)))
    const covers = files.every((content) => content !== null) ? 'files' : 'names'
    const parts = path.map(({ revision }, index) => [revision, files[index] ?? ''] as const)
    return { revisions: path.map(({ revision }) => revision), sha256: digestParts(parts), covers }
  }

  /** With line endings as on Unix: a checkout on Windows is no edit. */
  async #contentOf({ file }: Migration): Promise<string | null> {
    if (file === undefined) return null
    return (await readFile(resolve(this.#workingDirectory, file), 'utf8')).replaceAll('\r\n', '\n')
  }

  async upgrade(revision: Revision, options: MigratorOptions): Promise<void> {
    const target = revision === HEAD ? (await this.pathTo(HEAD, quietly(options))).at(-1)?.revision : revision
    if (target === undefined) return
    await this.#program.run(['upgrade', asArgument(target)], options, target)
    await this.#requireApplied(target, options)
  }

  async downgrade(revisions: readonly Revision[], options: MigratorOptions): Promise<void> {
    for (const revision of revisions.length === 0 ? [BASE] : revisions) {
      await this.#program.run(['downgrade', asArgument(revision)], options, revision)
    }
    const { current } = await this.#standing(quietly(options))
    if (describeRevisions(current) === describeRevisions(revisions)) return
    throw new MigrationError(
      `Alembic moved back, but the database stands at ${describeRevisions(current)} instead of ${describeRevisions(revisions)}`,
      {},
      { hint: 'roll back by restoring the backup' },
    )
  }

  async generate(message: string, options: MigratorOptions): Promise<readonly string[]> {
    const output = await this.#program.run(['revision', `--message=${message}`], options)
    this.#graph = null
    return parseGenerated(output).map((path) => resolve(this.#workingDirectory, path))
  }

  async stamp(revision: Revision, options: MigratorOptions): Promise<void> {
    await this.#program.run(['stamp', asArgument(revision)], options, revision)
  }

  /** Each start of Alembic costs most of a second: once it has shown its files and its database, the table tells the rest. */
  async #standing(options: MigratorOptions): Promise<Standing> {
    const graph = this.#graph
    if (graph === null) return this.#firstStanding(options)
    const rows = await readVersionTable(this.#sessions, this.#table, options.signal)
    const known = rows !== 'unreadable' && (rows === 'absent' || rows.every((revision) => graph.find(revision) !== null))
    return known ? { graph, current: rows === 'absent' ? [] : rows.toSorted() } : this.#firstStanding(options)
  }

  /** Asks Alembic for its files and its database, and the database itself, all at once. */
  async #firstStanding(options: MigratorOptions): Promise<Standing> {
    const quiet = quietly(options)
    const [listed, found, table] = await Promise.allSettled([
      this.#program.run(['history', '--verbose'], quiet),
      this.#program.run(['current', '--verbose'], quiet),
      readVersionTable(this.#sessions, this.#table, options.signal),
    ])
    const graph = new RevisionGraph(parseListing(settled(listed)))
    const rows = settled(table)
    const current = parseListing(settled(found))
      .map((node) => node.revision)
      .sort()
    this.#requireSameDatabase(graph, current, rows, parseDatabaseUrl(settled(found)))
    this.#graph = graph
    if (rows === 'unreadable') return { graph, current }
    return { graph, current: rows === 'absent' ? [] : rows.toSorted() }
  }

  /** Alembic also lists as current what a revision depends on, so that what both imply is compared. */
  #requireSameDatabase(graph: RevisionGraph, current: readonly Revision[], rows: VersionTable, url: string | null): void {
    if (rows === 'unreadable') return
    const ours = rows === 'absent' ? [] : rows
    const implied = (revisions: readonly Revision[]) =>
      describeRevisions([...new Set([...revisions, ...graph.upTo(revisions).map((node) => node.revision)])])
    if (implied(current) !== implied(ours)) {
      const here =
        rows === 'absent' ? `there is no table ${showTableName(this.#table)}` : `the table says ${describeRevisions(ours)}`
      throw anotherDatabase(`it says ${describeRevisions(current)}, here ${here}`)
    }
    const theirName = databaseNameOf(url ?? '')
    // Nothing applied on either side proves nothing: then the names have to agree.
    if (current.length > 0 || theirName === null || this.#databaseName === null || theirName === this.#databaseName) return
    throw anotherDatabase(`it is connected to ${theirName}, not to ${this.#databaseName}`)
  }

  async #requireApplied(revision: Revision, options: MigratorOptions): Promise<void> {
    const rows = await readVersionTable(this.#sessions, this.#table, options.signal)
    if (rows === 'unreadable' || (rows !== 'absent' && rows.includes(revision))) return
    const { graph, current } = await this.#standing(quietly(options))
    if (graph.upTo(current).some((node) => node.revision === revision)) return
    throw anotherDatabase(`it reports ${revision} as applied, and here it is not`)
  }

  #path({ graph, current }: Standing, target: Revision): readonly Migration[] {
    const targets = target === HEAD ? graph.heads() : [target]
    if (targets.length > 1) throw ambiguousHead(targets)
    if (target !== HEAD && graph.find(target) === null) throw unknownRevision(target, graph)
    return without(graph.upTo(targets), graph.upTo(current)).map((node) => this.#describe(node))
  }

  #describe(node: AlembicRevision): Migration {
    return {
      revision: node.revision,
      description: node.description,
      ...(node.path === null ? {} : { file: relative(this.#workingDirectory, node.path) }),
      reversible: true,
    }
  }
}

function without(nodes: readonly AlembicRevision[], left: readonly AlembicRevision[]): readonly AlembicRevision[] {
  return nodes.filter((node) => !left.includes(node))
}

/** A revision must not be taken for an option. */
function asArgument(revision: Revision): string {
  if (!revision.startsWith('-')) return revision
  throw new ConfigurationError(`${JSON.stringify(revision)} is not a revision`, {
    hint: 'name a revision of the history, or head',
  })
}

/** Without live output: for questions, whose answers are no news. */
function quietly({ signal }: MigratorOptions): MigratorOptions {
  return { signal }
}

function settled<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

function ambiguousHead(heads: readonly Revision[]): ConfigurationError {
  return new ConfigurationError(`"head" is ambiguous: there are ${heads.length} heads, ${heads.join(', ')}`, {
    hint: 'join them with alembic merge heads, or name one as the target',
  })
}

function unknownRevision(target: Revision, graph: RevisionGraph): ConfigurationError {
  const near = graph.startingWith(target)
  const hint = near === null ? `heads are: ${describeRevisions(graph.heads())}` : `did you mean ${near}?`
  return new ConfigurationError(`there is no migration ${JSON.stringify(target)}`, { hint })
}
