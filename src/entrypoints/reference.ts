/** The reference of the command line, `docs/cli.md`, made from the tables of commands and inputs. */
import { COMMANDS, type Command } from './commands.ts'
import { EXIT_CODES, flagOf, titleOf } from './help.ts'
import { GLOBAL_INPUTS, type Input, type InputKey, inputOf } from './inputs.ts'

/** The whole of `docs/cli.md`. */
export function cliReference(): string {
  return `${[
    '# Command line',
    '',
    '<!-- Generated from src/entrypoints/commands.ts and src/entrypoints/inputs.ts; change those, then run npm run generate. -->',
    '',
    'The database is read from the plan (`savepoint.yml`), or from `DATABASE_URL`, `DB_*` or `PG*` in the environment. There is no',
    'option for it, because everyone on a machine can read the arguments of a command. Options win over the environment, which',
    'wins over the plan.',
    '',
    '| Command | What it does |',
    '|---|---|',
    ...COMMANDS.map((command) => `| [\`${titleOf(command)}\`](#${command.name.replaceAll(' ', '-')}) | ${command.summary} |`),
    '',
    '## Options of every command',
    '',
    ...inputTable(GLOBAL_INPUTS),
    '',
    '## Exit codes',
    '',
    '| Code | Meaning |',
    '|---|---|',
    ...EXIT_CODES.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    ...COMMANDS.flatMap(commandSection),
  ].join('\n')}\n`
}

function commandSection(command: Command): readonly string[] {
  const aliases = command.aliases.map((alias) => `\`${alias}\``).join(', ')
  return [
    '',
    `## ${command.name}`,
    '',
    `${capitalised(command.summary)}.${aliases === '' ? '' : ` Also called ${aliases}.`}`,
    ...command.description.flatMap((paragraph) => ['', paragraph]),
    ...(command.inputs.length === 0 ? [] : ['', ...inputTable(command.inputs)]),
    '',
    '```console',
    ...command.examples.map(([line, does]) => `$ savepoint ${line}    # ${does}`),
    '```',
  ]
}

function inputTable(keys: readonly InputKey[]): readonly string[] {
  return [
    '| Option | Default | Environment | What it does | Example |',
    '|---|---|---|---|---|',
    ...keys.map((key) => inputRow(inputOf(key))),
  ]
}

function inputRow(input: Input): string {
  const fallback = input.kind === 'text' && input.default !== undefined ? `\`${input.default}\`` : ''
  const variable = input.variable === undefined ? '' : `\`${input.variable}\``
  return `| \`${flagOf(input)}\` | ${fallback} | ${variable} | ${input.description} | \`${input.example}\` |`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
