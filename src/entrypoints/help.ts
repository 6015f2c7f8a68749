/** The text of `--help`, made from the tables of commands and inputs. */
import { COMMANDS, type Command, commandsBelow, findCommand } from './commands.ts'
import { GLOBAL_INPUTS, type Input, inputOf } from './inputs.ts'
import { indented, table } from './layout.ts'

export const EXIT_CODES: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'done: migrated, every check passed, or nothing to do'],
  ['1', 'not done: a check failed, or the run was taken back'],
  ['2', 'wrong configuration or usage; nothing was touched'],
  ['3', 'stopped: a person must decide; the report says between what'],
]

/** Help of one command, or of the whole program. Lines of at most 80 columns. */
export function helpText(name: string | null): string {
  const command = name === null ? undefined : findCommand(name)
  return `${(command === undefined ? programHelp() : commandHelp(command)).join('\n')}\n`
}

function programHelp(): readonly string[] {
  return [
    'Safe database migrations: check, back up, migrate, prove, and a way back.',
    '',
    'Usage: savepoint COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...table(COMMANDS.map((command) => [titleOf(command), command.summary] as const)),
    '',
    'Options of every command:',
    ...table(GLOBAL_INPUTS.map((key) => inputRow(inputOf(key)))),
    '',
    'The database is read from the plan, or from DATABASE_URL, DB_HOST and DB_*,',
    'PGHOST and PG* in the environment; never from an argument.',
    '',
    'Exit codes:',
    ...table(EXIT_CODES),
    '',
    'Examples:',
    '  savepoint health',
    '  savepoint run --environment staging --yes',
    '  savepoint migrate --help',
  ]
}

/** The command with its aliases. */
export function titleOf(command: Command): string {
  return [command.name, ...command.aliases].join(', ')
}

function commandHelp(command: Command): readonly string[] {
  const below = commandsBelow(command)
  return [
    ...indented(`savepoint ${command.name}: ${command.summary}`, 0),
    '',
    `Usage: savepoint ${command.name}${command.argument === undefined ? '' : ` ${command.argument}`} [OPTIONS]`,
    ...(command.aliases.length === 0 ? [] : [`Also: savepoint ${command.aliases.join(', ')}`]),
    '',
    ...command.description.flatMap((paragraph) => [...indented(paragraph, 0), '']),
    ...(command.inputs.length === 0 ? [] : ['Options:', ...table(command.inputs.map((key) => inputRow(inputOf(key), true))), '']),
    ...(below.length === 0
      ? []
      : ['Commands below it:', ...table(below.map(({ name, summary }) => [name, summary] as const)), '']),
    'Options of every command:',
    ...table(GLOBAL_INPUTS.map((key) => inputRow(inputOf(key)))),
    '',
    'Examples:',
    ...command.examples.flatMap(([line, does]) => [`  savepoint ${line}`, `      ${does}`]),
  ]
}

function inputRow(input: Input, withExample = false): readonly [string, string] {
  const extras = [
    input.kind === 'text' && input.default !== undefined ? `[default: ${input.default}]` : '',
    input.variable === undefined ? '' : `[environment: ${input.variable}]`,
    withExample && input.kind !== 'flag' ? `[example: ${input.example}]` : '',
  ]
  return [flagOf(input), [input.description, ...extras].filter((text) => text !== '').join(' ')]
}

/** `--to REVISION`, with its other names. */
export function flagOf(input: Input): string {
  const names = [`--${input.name}`, ...(input.aliases ?? []).map((alias) => `--${alias}`)]
  const short = input.short === undefined ? [] : [`-${input.short}`]
  return `${[...short, ...names].join(', ')}${input.kind === 'flag' ? '' : ` ${input.placeholder}`}`
}
