/** The one table of inputs: names, types, defaults, environment variables and words of everything a person can pass. */

interface InputWords {
  /** Kebab-case, without dashes. */
  readonly name: string
  /** Other names for the same. */
  readonly aliases?: readonly string[]
  /** One letter. */
  readonly short?: string
  /** Read where the flag is not given. */
  readonly variable?: string
  /** One or two sentences. */
  readonly description: string
  readonly example: string
}

/** Given or not given. */
export interface FlagInput extends InputWords {
  readonly kind: 'flag'
}

/** Takes a value. */
export interface TextInput extends InputWords {
  readonly kind: 'text'
  /** What the value is, in capitals. */
  readonly placeholder: string
  readonly default?: string
}

/** Takes a value each time it is given; in its variable they stand a line each. */
export interface ListInput extends InputWords {
  readonly kind: 'list'
  readonly placeholder: string
}

export type Input = FlagInput | TextInput | ListInput

/** By the key under which code reads the value. Two commands may use one name differently, so names are not unique. */
export const INPUTS = {
  config: {
    kind: 'text',
    name: 'config',
    placeholder: 'FILE',
    variable: 'SAVEPOINT_CONFIG',
    description: 'The plan; left out: savepoint.yml where there is one, otherwise defaults and the environment.',
    example: '--config db/savepoint.yml',
  },
  environment: {
    kind: 'text',
    name: 'environment',
    placeholder: 'NAME',
    variable: 'SAVEPOINT_ENVIRONMENT',
    description: 'The environment of the plan to use.',
    example: '--environment staging',
  },
  output: {
    kind: 'text',
    name: 'output',
    placeholder: 'DIR',
    default: 'savepoint-run',
    variable: 'SAVEPOINT_OUTPUT',
    description: 'Where the journal, reports, snapshots and backups lie.',
    example: '--output /var/lib/savepoint',
  },
  json: {
    kind: 'flag',
    name: 'json',
    variable: 'SAVEPOINT_JSON',
    description: 'Print one JSON document on standard output, and the text for people on standard error.',
    example: '--json',
  },
  yes: {
    kind: 'flag',
    name: 'yes',
    short: 'y',
    variable: 'SAVEPOINT_YES',
    description: 'Answer yes to every question. Needed where there is no terminal to ask on.',
    example: '--yes',
  },
  help: { kind: 'flag', name: 'help', short: 'h', description: 'Show the help of the command.', example: '--help' },
  version: { kind: 'flag', name: 'version', description: 'Show the version.', example: '--version' },
  to: {
    kind: 'text',
    name: 'to',
    aliases: ['revision'],
    placeholder: 'REVISION',
    default: 'head',
    description: 'The revision to migrate to.',
    example: '--to 976e6adbac6f',
  },
  dryRun: {
    kind: 'flag',
    name: 'dry-run',
    description: 'Print the SQL that would run, and change nothing.',
    example: '--dry-run',
  },
  backupFirst: {
    kind: 'flag',
    name: 'backup',
    description: 'Make and prove a backup before the first migration.',
    example: '--backup',
  },
  skipHealthChecks: {
    kind: 'flag',
    name: 'skip-health-checks',
    description: 'Leave the health checks out. The report says so.',
    example: '--skip-health-checks',
  },
  skipValidation: {
    kind: 'flag',
    name: 'skip-validation',
    description: 'Do not prove afterwards that nothing was lost. The report says so.',
    example: '--skip-validation',
  },
  adopt: {
    kind: 'flag',
    name: 'adopt',
    description: 'Take the database as it stands for the state before, whatever an interrupted run left.',
    example: '--adopt',
  },
  confirm: {
    kind: 'list',
    name: 'confirm',
    placeholder: 'NAME[=WHO]',
    variable: 'SAVEPOINT_CONFIRM',
    description:
      'Confirm what the plan requires a person to confirm, and say who does; may be given several times (in the environment: a line each).',
    example: '--confirm "stakeholders informed=ann"',
  },
  evidence: {
    kind: 'text',
    name: 'evidence',
    placeholder: 'FILE',
    variable: 'SAVEPOINT_EVIDENCE',
    description: 'Evidence of a rehearsal; left out: evidence.json below --output.',
    example: '--evidence rehearsal/evidence.json',
  },
  rollbackTo: {
    kind: 'text',
    name: 'to',
    aliases: ['revision'],
    placeholder: 'REVISION',
    description: 'Downgrade to this revision (base: before the first migration).',
    example: '--to 976e6adbac6f',
  },
  backupManifest: {
    kind: 'text',
    name: 'backup',
    placeholder: 'BACKUP',
    description:
      'Restore this backup beside the database and swap it in; the database replaced is kept under a new name. A manifest, an id, or s3://BUCKET/PREFIX/ID; what is not here is fetched first.',
    example: '--backup savepoint-run/backups/ID/manifest.json',
  },
  proveByRestore: {
    kind: 'flag',
    name: 'restore',
    description: 'Restore it into a scratch database and compare every value.',
    example: '--restore',
  },
  fetchFrom: {
    kind: 'text',
    name: 'from',
    placeholder: 'STORE',
    description:
      'The store to fetch from, as the plan names it, or s3://BUCKET/PREFIX/; left out: the first of the plan that has it.',
    example: '--from s3://backups/shop/',
  },
  keep: {
    kind: 'text',
    name: 'keep',
    placeholder: 'N|DURATION',
    description: 'How many of the newest to keep, or those younger than this.',
    example: '--keep 30d',
  },
  identity: {
    kind: 'text',
    name: 'identity',
    placeholder: 'FILE',
    variable: 'SAVEPOINT_AGE_IDENTITY_FILE',
    description:
      'Private key of age that opens an encrypted backup, in a file as age-keygen writes it; or the key itself in SAVEPOINT_AGE_IDENTITY.',
    example: '--identity key.txt',
  },
  force: {
    kind: 'flag',
    name: 'force',
    description: 'Write the plan even where there is one.',
    example: '--force',
  },
  watchFor: {
    kind: 'text',
    name: 'for',
    placeholder: 'DURATION',
    description: 'How long to watch; left out: as the plan says, or 10m.',
    example: '--for 2h',
  },
  watchEvery: {
    kind: 'text',
    name: 'every',
    placeholder: 'DURATION',
    description: 'Time from one sample to the next; left out: as the plan says, or 30s.',
    example: '--every 30s',
  },
  exitCode: {
    kind: 'flag',
    name: 'exit-code',
    description: 'Exit with 1 where the last run left something to do.',
    example: '--exit-code',
  },
} as const satisfies Readonly<Record<string, Input>>

export type InputKey = keyof typeof INPUTS

type ValueOf<I extends Input> = I extends FlagInput
  ? boolean
  : I extends ListInput
    ? readonly string[]
    : I extends { readonly default: string }
      ? string
      : string | null

/** The values of all inputs; of those that a command does not take, the default. */
export type Values = { readonly [Key in InputKey]: ValueOf<(typeof INPUTS)[Key]> }

/** Inputs that every command takes. */
export const GLOBAL_INPUTS: readonly InputKey[] = ['config', 'environment', 'output', 'json', 'yes', 'help', 'version']

export function inputOf(key: InputKey): Input {
  return INPUTS[key]
}

/** Every value as it is where nothing was given. */
export function defaultValues(): Values {
  const entries = Object.entries<Input>(INPUTS).map(([key, input]) => [
    key,
    input.kind === 'flag' ? false : input.kind === 'list' ? [] : (input.default ?? null),
  ])
  return Object.fromEntries(entries) as Values
}
