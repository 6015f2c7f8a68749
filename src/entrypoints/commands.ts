/** The commands of the command line: their names, words and inputs; what they do is found in `perform.ts`. */
import type { InputKey } from './inputs.ts'

export interface Command {
  readonly name: string
  readonly aliases: readonly string[]
  /** A line for the list of commands. */
  readonly summary: string
  /** Paragraphs for its own help. */
  readonly description: readonly string[]
  /** Inputs beyond those that every command takes. */
  readonly inputs: readonly InputKey[]
  /** Of these inputs one at most may be given. */
  readonly exclusive?: readonly InputKey[]
  /** It asks before it changes the database, unless `--yes` was given. */
  readonly asks?: boolean
  /** Name of the one argument without dashes that it needs, in capitals. */
  readonly argument?: string
  /** A command line after the program's name, and what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[]
}

export const COMMANDS = [
  {
    name: 'health',
    aliases: [],
    summary: 'ask whether the database is fit for a migration',
    description: [
      'Connects and checks versions, privileges, free space, history, long transactions, blockers, invalid indexes and unfinished runs. Changes nothing.',
    ],
    inputs: [],
    examples: [['health --environment staging', 'all checks of one environment']],
  },
  {
    name: 'status',
    aliases: [],
    summary: 'show the last run, where the database stands, what to do',
    description: ['Reads the journal beside you and the one in the database. Changes nothing.'],
    inputs: ['exitCode'],
    examples: [['status --exit-code', 'fail where a person must decide']],
  },
  {
    name: 'heads',
    aliases: [],
    summary: 'list the newest revisions',
    description: ['More than one head means that two branches must be merged before a migration.'],
    inputs: [],
    examples: [['heads --json', 'the heads as JSON']],
  },
  {
    name: 'check',
    aliases: [],
    summary: 'fail while migrations are pending',
    description: ['For continuous integration: exit code 1 lists what is pending, 0 means that nothing is.'],
    inputs: [],
    examples: [['check', 'is the database at head?']],
  },
  {
    name: 'backup',
    aliases: [],
    summary: 'make a backup and prove it',
    description: ['Dumps and fingerprints one instant, then restores the dump into a scratch database and compares every value.'],
    inputs: [],
    examples: [['backup --output /backups', 'a backup below /backups']],
  },
  {
    name: 'backup list',
    aliases: [],
    summary: 'list the backups here and in every store',
    description: [
      'Id, time, environment, database, size, proof and places of every backup in the run directory and in the stores of the plan, newest first. Asks no database. Exit code 1 where a place could not be asked.',
    ],
    inputs: [],
    examples: [['backup list --json', 'the list as JSON']],
  },
  {
    name: 'backup verify',
    aliases: [],
    summary: 'prove a backup again: read it, or restore it',
    description: [
      'Reads every byte and compares the digests; with --restore it also restores the backup into a scratch database beside the one of the plan and compares every value. A backup that only a store holds is fetched first. BACKUP is an id, a manifest, or s3://BUCKET/PREFIX/ID.',
    ],
    inputs: ['proveByRestore', 'identity'],
    argument: 'BACKUP',
    examples: [
      ['backup verify 20261121T093000Z-1f3a9c', 'read it, compare digests'],
      ['backup verify s3://backups/shop/20261121T093000Z-1f3a9c --restore', 'restore it, compare values'],
    ],
  },
  {
    name: 'backup fetch',
    aliases: [],
    summary: 'fetch a backup from a store into the run directory',
    description: ['Every digest is compared with the manifest, which is written last. Prints the path of the manifest.'],
    inputs: ['fetchFrom'],
    argument: 'ID',
    examples: [
      ['backup fetch 20261121T093000Z-1f3a9c', 'from the first store that has it'],
      ['backup fetch 20261121T093000Z-1f3a9c --from s3://backups/shop/', 'from this one'],
    ],
  },
  {
    name: 'backup prune',
    aliases: [],
    summary: 'remove old backups, never the last proven one',
    description: [
      'Judges the run directory and each store by itself, each database by itself, and only backups of this environment. The last backup proven by a restore, the last verified one, the last one at all, and what an unfinished run may come back to are always kept. Without --yes it only says what would go.',
    ],
    inputs: ['keep'],
    examples: [
      ['backup prune --keep 7', 'say what would go, keeping the newest seven'],
      ['backup prune --keep 30d --yes', 'remove what is older than 30 days'],
    ],
  },
  {
    name: 'snapshot',
    aliases: [],
    summary: 'measure schema and content, to compare with later',
    description: ['Counts the rows and digests the values of every table as of one instant. Changes nothing in the database.'],
    inputs: [],
    examples: [['snapshot', 'before a migration made by hand']],
  },
  {
    name: 'migrate',
    aliases: ['upgrade'],
    summary: 'apply pending migrations, one at a time, and validate',
    description: [
      'Checks health, measures a snapshot, applies each pending migration and proves that only what was declared has changed.',
    ],
    inputs: ['to', 'dryRun', 'backupFirst', 'skipHealthChecks', 'skipValidation', 'confirm', 'evidence', 'identity'],
    asks: true,
    examples: [
      ['migrate --dry-run', 'print the SQL, change nothing'],
      ['migrate --to 014 --backup --yes', 'without questions, with a backup'],
    ],
  },
  {
    name: 'validate',
    aliases: [],
    summary: 'compare the database with the last snapshot',
    description: ['Checks revision, rows and content of all that is not declared under changes, and the checks of the plan.'],
    inputs: [],
    examples: [['validate', 'after a migration made by hand']],
  },
  {
    name: 'monitor',
    aliases: [],
    summary: 'watch the database for a while, against the state before',
    description: [
      'Samples sessions, slow queries, deadlocks, rollbacks, constraint violations, size, replication lag, addresses and logs, as the plan says under monitor, and compares them with the latest snapshot. Changes nothing. Ctrl-C ends it with a report of what was seen until then.',
    ],
    inputs: ['watchFor', 'watchEvery'],
    examples: [
      ['monitor --for 2h --every 30s', 'the two hours after a migration'],
      ['monitor --for 1m --every 1s', 'a close look'],
    ],
  },
  {
    name: 'rollback',
    aliases: ['downgrade'],
    summary: 'go back to a revision or a backup',
    description: [
      'Without options it takes the last run back. A database that is replaced is kept under a new name until a person drops it.',
    ],
    inputs: ['rollbackTo', 'backupManifest', 'identity'],
    exclusive: ['rollbackTo', 'backupManifest'],
    asks: true,
    examples: [
      ['rollback --to 013', 'downgrade, proven by fingerprint'],
      ['rollback --backup savepoint-run/backups/ID/manifest.json', 'restore and swap'],
    ],
  },
  {
    name: 'run',
    aliases: [],
    summary: 'the whole safe migration, with the way back',
    description: [
      'Health check, verified backup and snapshot, migration, validation, and on failure rollback. Ends in one of four outcomes: migrated, unchanged, rolled-back, stopped.',
    ],
    inputs: ['to', 'dryRun', 'adopt', 'confirm', 'evidence', 'identity'],
    asks: true,
    examples: [
      ['run --environment staging --yes', 'in a pipeline'],
      ['run --dry-run', 'print the SQL, change nothing'],
    ],
  },
  {
    name: 'generate',
    aliases: [],
    summary: 'create an empty migration',
    description: ['The migration tool writes the files; their paths are printed.'],
    inputs: [],
    argument: 'MESSAGE',
    examples: [['generate "add budget to phases"', 'a new migration file']],
  },
  {
    name: 'init',
    aliases: [],
    summary: 'write a first plan for this repository and its database',
    description: [
      'Looks at the files beside you and, where it can be reached, at the database; writes savepoint.yml with what it found, and checks that hold today. Changes nothing in the database.',
    ],
    inputs: ['force'],
    examples: [
      ['init', 'look around and write savepoint.yml'],
      ['init --force --config db/savepoint.yml', 'over an earlier one, elsewhere'],
    ],
  },
  {
    name: 'demo',
    aliases: [],
    summary: 'see it work on a throwaway database',
    description: [
      'Starts a throwaway PostgreSQL with about a million rows; migrates it; then runs a migration that loses rows, catches it and takes it back.',
    ],
    inputs: [],
    examples: [['demo', 'under two minutes']],
  },
] as const satisfies readonly Command[]

export type CommandName = (typeof COMMANDS)[number]['name']

type Named = Command & { readonly name: CommandName }

/** A command by its whole name or an alias. */
export function findCommand(word: string): Named | undefined {
  return COMMANDS.find((command: Named) => command.name === word || command.aliases.includes(word))
}

/** The command that words begin with, and how many of them are its name: the longer name wins. */
export function commandOf(words: readonly string[]): { readonly command: Named; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const command = words.length < length ? undefined : findCommand(words.slice(0, length).join(' '))
    if (command !== undefined) return { command, length }
  }
  return undefined
}

/** Commands whose names begin with that of this one. */
export function commandsBelow({ name }: Command): readonly Command[] {
  return COMMANDS.filter((command) => command.name.startsWith(`${name} `))
}
