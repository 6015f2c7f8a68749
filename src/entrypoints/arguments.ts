/** Parses arguments and environment by the table of inputs; every mistake is reported, not only the first. */
import { parseArgs } from 'node:util'
import { ConfigurationError, type Problem } from '../domain/errors.ts'
import { nearest } from '../plan/nearest.ts'
import { COMMANDS, type Command, type CommandName, commandOf, commandsBelow } from './commands.ts'
import { defaultValues, GLOBAL_INPUTS, type Input, type InputKey, inputOf, type Values } from './inputs.ts'

export interface Invocation {
  /** `null` where none was given: only `--help` and `--version` can be meant. */
  readonly command: CommandName | null
  readonly values: Values
  /** The argument without dashes; empty where the command takes none. */
  readonly argument: string
}

export type Environment = Readonly<Record<string, string | undefined>>
type OptionToken = {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}
type MutableValues = { -readonly [Key in InputKey]: Values[Key] }

/** Flags that would put a secret where every user of the machine can read it. */
const SECRET_FLAGS: readonly string[] = ['database-url', 'url', 'password', 'db-password', 'connection-string', 'dsn']

/** @throws ConfigurationError with all problems */
export function parseArguments(argv: readonly string[], environment: Environment): Invocation {
  const { words, options } = tokenise(argv)
  const named = commandOf(words)
  const command = named?.command
  const rest = words.slice(named?.length ?? 1)
  const problems: Problem[] = []
  if (words[0] !== undefined && command === undefined) problems.push(unknownCommand(words[0]))
  const keys = [...GLOBAL_INPUTS, ...(command?.inputs ?? [])]
  const values: MutableValues = { ...defaultValues() }
  // With an unknown command its flags cannot be judged.
  const known = command === undefined && words[0] !== undefined ? options.filter(isGlobal) : options
  problems.push(...readVariables(values, keys, environment), ...readOptions(values, keys, known))
  const asksOnly = values.help || values.version
  // What follows an unknown option may be its value, so arguments are counted only where all options are known.
  if (command !== undefined && !asksOnly && problems.length === 0) {
    problems.push(...judgeWords(command, rest), ...judgeExclusive(command, values))
  }
  if (problems.length > 0) throw refusal(problems, command)
  return { command: command?.name ?? null, values, argument: rest.join(' ') }
}

function tokenise(argv: readonly string[]): { readonly words: readonly string[]; readonly options: readonly OptionToken[] } {
  // Whether `--backup` takes a value depends on the command, so the command is looked for with what all commands share.
  const first = tokensOf(argv, GLOBAL_INPUTS).flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const command = commandOf(first)?.command
  const tokens = tokensOf(argv, [...GLOBAL_INPUTS, ...(command?.inputs ?? [])])
  return {
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    options: tokens.flatMap((token) => (token.kind === 'option' ? [token] : [])),
  }
}

function tokensOf(argv: readonly string[], keys: readonly InputKey[]) {
  const options: Record<string, { type: 'boolean' | 'string'; short?: string }> = {}
  for (const input of keys.map(inputOf)) {
    const type = input.kind === 'flag' ? 'boolean' : 'string'
    for (const name of namesOf(input)) options[name] = { type }
    if (input.short !== undefined) options[input.name] = { type, short: input.short }
  }
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function namesOf(input: Input): readonly string[] {
  return [input.name, ...(input.aliases ?? [])]
}

function isGlobal(option: OptionToken): boolean {
  return GLOBAL_INPUTS.some((key) => inputOf(key).name === option.name) || SECRET_FLAGS.includes(option.name)
}

function unknownCommand(word: string): Problem {
  // A word that looks like a URL may hold a password and is not repeated.
  const shown = word.includes('://') ? 'the first argument' : word
  const names = COMMANDS.flatMap((command) => [command.name, ...command.aliases])
  return { message: `${shown} is not a command`, hint: didYouMean(word, names, '') ?? 'savepoint --help lists the commands' }
}

function didYouMean(word: string, known: readonly string[], prefix: string): string | undefined {
  const match = nearest(word, known)
  return match === undefined ? undefined : `did you mean ${prefix}${match}?`
}

function readVariables(values: MutableValues, keys: readonly InputKey[], environment: Environment): readonly Problem[] {
  return keys.flatMap((key) => {
    const input = inputOf(key)
    const text = input.variable === undefined ? undefined : environment[input.variable]
    if (text === undefined || text === '') return []
    const given = input.kind === 'list' ? text.split('\n').map((line) => line.trim()) : [text]
    return given.filter((one) => one !== '').flatMap((one) => assign(values, key, one, input.variable ?? ''))
  })
}

function readOptions(values: MutableValues, keys: readonly InputKey[], options: readonly OptionToken[]): readonly Problem[] {
  const seen = new Set<InputKey>()
  return options.flatMap((option) => {
    const key = keys.find((key) => namesOf(inputOf(key)).includes(option.name))
    if (key === undefined) return [unknownOption(option, keys)]
    if (seen.has(key) && inputOf(key).kind === 'text')
      return [{ message: `${option.rawName} is given twice`, hint: 'give it once' }]
    seen.add(key)
    return readOption(values, key, option)
  })
}

function readOption(values: MutableValues, key: InputKey, option: OptionToken): readonly Problem[] {
  const input = inputOf(key)
  if (input.kind === 'flag') return assign(values, key, option.value ?? 'true', option.rawName)
  const missing = option.value === undefined || option.value === '' || (!option.inlineValue && option.value.startsWith('-'))
  if (missing) return [{ message: `${option.rawName} needs a value`, hint: `for example ${input.example}` }]
  return assign(values, key, option.value ?? '', option.rawName)
}

/** Sets a value from text; `origin` is the flag or variable that it comes from. */
function assign(values: MutableValues, key: InputKey, text: string, origin: string): readonly Problem[] {
  const mutable = values as Record<InputKey, string | boolean | null | readonly string[]>
  const { kind } = inputOf(key)
  if (kind !== 'flag') {
    mutable[key] = kind === 'list' ? [...(mutable[key] as readonly string[]), text] : text
    return []
  }
  const truth = { true: true, '1': true, yes: true, false: false, '0': false, no: false }[text.toLowerCase()]
  if (truth === undefined) return [{ message: `${origin} is either given or not; it takes true or false at most` }]
  mutable[key] = truth
  return []
}

function unknownOption(option: OptionToken, keys: readonly InputKey[]): Problem {
  if (SECRET_FLAGS.includes(option.name)) return secretFlag(option)
  const known = keys.flatMap((key) => namesOf(inputOf(key)))
  return {
    message: `${option.rawName} is not known here`,
    hint: didYouMean(option.name, known, '--') ?? 'the command with --help lists what it takes',
  }
}

function secretFlag(option: OptionToken): Problem {
  return {
    message: `${option.rawName} does not exist: everyone on this machine can read the arguments of a command`,
    hint: `set DATABASE_URL in the environment, or write database: { url: "\${DATABASE_URL}" } in savepoint.yml`,
  }
}

function judgeWords(command: Command, words: readonly string[]): readonly Problem[] {
  const wanted = command.argument === undefined ? 0 : 1
  if (words.length < wanted) {
    return [{ message: `${command.name} needs a ${command.argument}`, hint: `for example savepoint ${command.examples[0]?.[0]}` }]
  }
  if (words.length === wanted) return []
  const below = commandsBelow(command).map(({ name }) => name)
  if (below.length > 0) return [unknownBelow(command, words[0] ?? '', below)]
  const hint = wanted === 1 ? `put the ${command.argument} in quotes` : `savepoint ${command.name} --help shows what it takes`
  return [
    { message: `${command.name} takes ${wanted === 1 ? 'one argument' : 'no arguments'} but was given ${words.length}`, hint },
  ]
}

function unknownBelow({ name }: Command, word: string, below: readonly string[]): Problem {
  return {
    message: `${name} takes no arguments, and ${JSON.stringify(word)} is none of its commands`,
    hint: didYouMean(`${name} ${word}`, below, '') ?? `there are ${below.join(', ')}`,
  }
}

function judgeExclusive(command: Command, values: Values): readonly Problem[] {
  const given = (command.exclusive ?? []).filter((key) => values[key] !== null)
  if (given.length < 2) return []
  const names = given.map((key) => `--${inputOf(key).name}`).join(' and ')
  return [{ message: `${names} exclude each other`, hint: 'give one of them' }]
}

function refusal(problems: readonly Problem[], command: Command | undefined): ConfigurationError {
  const count = problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`
  const help = command === undefined ? 'savepoint --help' : `savepoint ${command.name} --help`
  return new ConfigurationError(`the command line has ${count}`, { problems, hint: `see ${help}` })
}
