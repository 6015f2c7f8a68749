/** The plan as operations see it: every default filled in, durations in milliseconds, sizes in bytes. */

/** Where the database is. `url`, or parts; what is left out is left to the client libraries. Holds secrets. */
export interface DatabaseSettings {
  readonly url?: string
  /** Host name, address, or directory of a Unix socket. */
  readonly host?: string
  readonly port?: number
  readonly name?: string
  readonly user?: string
  readonly password?: string
  /** As in libpq: disable, allow, prefer, require, verify-ca, verify-full. */
  readonly sslMode?: string
  readonly sslRootCert?: string
  readonly sslCert?: string
  readonly sslKey?: string
}

export interface AlembicSettings {
  readonly kind: 'alembic'
  readonly workingDirectory: string
  /** Path of alembic.ini, relative to the working directory; left out: Alembic's own default. */
  readonly config?: string
  /** Program and leading arguments, never through a shell. */
  readonly command: readonly string[]
  /** Where env.py names another version_table than `alembic_version`. */
  readonly versionTable?: string
}

export interface SqlSettings {
  readonly kind: 'sql'
  readonly workingDirectory: string
  /** Relative to the working directory. */
  readonly directory: string
  readonly historyTable: string
}

/** Shell lines of any other tool. They read SAVEPOINT_REVISION and SAVEPOINT_MESSAGE from the environment. */
export interface CommandSettings {
  readonly kind: 'command'
  readonly workingDirectory: string
  readonly current: string
  readonly upgrade: string
  readonly heads?: string
  readonly pending?: string
  readonly downgrade?: string
  readonly preview?: string
  readonly generate?: string
  readonly stamp?: string
  readonly historyTables: readonly string[]
}

export type MigratorSettings = AlembicSettings | SqlSettings | CommandSettings

/** A change that is meant. Exactly one of `table` and `object` is given. */
export interface Change {
  readonly table?: string
  readonly object?: string
  readonly dropped?: boolean
  readonly created?: boolean
  readonly columns?: readonly string[]
  readonly rows?: 'any'
  readonly because: string
}

/** What a query must answer. Numbers travel as decimal text, so that none loses a digit. */
export type Expectation =
  | { readonly kind: 'value'; readonly as: 'number' | 'text' | 'boolean'; readonly value: string }
  | { readonly kind: 'range'; readonly atLeast: string | null; readonly atMost: string | null }
  | { readonly kind: 'rows'; readonly count: number }
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'empty' }

export interface QueryCheck {
  readonly name: string
  readonly query: string
  readonly expect: Expectation
  /** A failure is a warning and does not stop the run. */
  readonly warnOnly: boolean
  readonly timeoutMs: number | null
}

export interface Plan {
  /** The environment chosen, or `default`. */
  readonly environment: string
  readonly production: boolean
  readonly database: DatabaseSettings
  /** `null`: detect it by its files. */
  readonly migrator: MigratorSettings | null
  readonly lockWaitMs: number
  /** 0 means no limit. */
  readonly session: { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number }
  readonly health: {
    readonly connectTimeoutMs: number
    readonly expectRevision: string | null
    readonly freeSpace: { readonly bytes: number } | { readonly times: number }
    readonly maxTransactionAgeMs: number
  }
  readonly backup: { readonly verify: 'restore' | 'read' | 'none' }
  readonly snapshot: { readonly tables: 'all' | readonly string[]; readonly queries: Readonly<Record<string, string>> }
  readonly changes: readonly Change[]
  readonly validate: readonly QueryCheck[]
  readonly rollback: { readonly by: 'auto' | 'downgrade' | 'restore' }
  readonly losses: 'fail' | 'warn'
}
