/** What each migrator must be told; the shapes that the plan's `migrator` key comes to. */

export interface AlembicSettings {
  readonly kind: 'alembic'
  /** Relative to the root; holds `alembic.ini` unless `config` says otherwise. */
  readonly workingDirectory: string
  readonly config?: string | undefined
  /** Program and leading arguments, e.g. `['uv', 'run', 'alembic']`. */
  readonly command: readonly string[]
  /** The table Alembic keeps its revisions in, where `env.py` names another than `alembic_version`. */
  readonly versionTable?: string | undefined
}

export interface SqlSettings {
  readonly kind: 'sql'
  readonly workingDirectory: string
  /** Relative to the working directory. */
  readonly directory: string
  /** Qualified; without a schema it is in `public`. */
  readonly historyTable: string
}

/** Shell lines, taken verbatim from the plan. They read SAVEPOINT_REVISION and SAVEPOINT_MESSAGE from the environment. */
export interface CommandSettings {
  readonly kind: 'command'
  readonly workingDirectory: string
  readonly current: string
  readonly upgrade: string
  readonly heads?: string | undefined
  readonly pending?: string | undefined
  readonly downgrade?: string | undefined
  readonly preview?: string | undefined
  readonly generate?: string | undefined
  readonly stamp?: string | undefined
  readonly historyTables: readonly string[]
}

export type MigratorSettings = AlembicSettings | SqlSettings | CommandSettings
