import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { type Environment, parseArguments } from '../../src/entrypoints/arguments.ts'

function refusalOf(argv: readonly string[], environment: Environment = {}): ConfigurationError {
  try {
    parseArguments(argv, environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('expected the command line to be refused')
}

function mistakes(argv: readonly string[], environment: Environment = {}): readonly string[] {
  return refusalOf(argv, environment).problems.map(({ message, hint }) => (hint === undefined ? message : `${message} | ${hint}`))
}

describe('a command line', () => {
  test('without options means the defaults', () => {
    const { command, values } = parseArguments(['health'], {})

    expect(command).toBe('health')
    expect(values).toMatchObject({ config: null, environment: null, output: 'savepoint-run', json: false, yes: false })
  })

  test('takes options before and after the command, with a space or an equals sign', () => {
    const { command, values } = parseArguments(['--environment', 'staging', 'migrate', '--to=014', '--dry-run', '-y'], {})

    expect(command).toBe('migrate')
    expect(values).toMatchObject({ environment: 'staging', to: '014', dryRun: true, yes: true })
  })

  test.each([
    ['upgrade', 'migrate'],
    ['downgrade', 'rollback'],
  ])('%s is another name of %s', (alias, name) => {
    expect(parseArguments([alias], {}).command).toBe(name)
  })

  test('--revision is another name of --to', () => {
    expect(parseArguments(['migrate', '--revision', '014'], {}).values.to).toBe('014')
    expect(parseArguments(['rollback', '--revision', '013'], {}).values.rollbackTo).toBe('013')
  })

  test('--backup is a flag of migrate and takes a manifest for rollback', () => {
    expect(parseArguments(['migrate', '--backup'], {}).values.backupFirst).toBe(true)
    expect(parseArguments(['--json', 'rollback', '--backup', 'manifest.json'], {}).values.backupManifest).toBe('manifest.json')
  })

  test('finds commands of two words, wherever options stand', () => {
    expect(parseArguments(['backup', 'list'], {}).command).toBe('backup list')
    expect(parseArguments(['--json', 'backup', '--environment', 'staging', 'prune', '--keep', '7'], {})).toMatchObject({
      command: 'backup prune',
      values: { keep: '7', environment: 'staging', json: true },
    })
    expect(parseArguments(['backup', 'fetch', 'ID', '--from', 's3://bucket/'], {})).toMatchObject({
      command: 'backup fetch',
      argument: 'ID',
    })
    expect(parseArguments(['backup'], {}).command).toBe('backup')
  })

  test('knows a command of two words by its first', () => {
    expect(mistakes(['backup', 'lsit'])).toEqual([
      'backup takes no arguments, and "lsit" is none of its commands | did you mean backup list?',
    ])
    expect(mistakes(['backup', 'everything'])).toEqual([
      'backup takes no arguments, and "everything" is none of its commands | there are backup list, backup verify, backup fetch, backup prune',
    ])
    expect(mistakes(['backup', 'verify'])).toEqual([expect.stringContaining('backup verify needs a BACKUP')])
  })

  test('hands over the message of generate', () => {
    expect(parseArguments(['generate', 'add budget'], {}).argument).toBe('add budget')
  })

  test('options win over the environment, which wins over defaults', () => {
    const environment = { SAVEPOINT_ENVIRONMENT: 'staging', SAVEPOINT_OUTPUT: '/backups', SAVEPOINT_YES: 'true' }

    const { values } = parseArguments(['run', '--environment', 'test'], environment)

    expect(values).toMatchObject({ environment: 'test', output: '/backups', yes: true, config: null })
  })

  test('--yes=false takes back a yes of the environment', () => {
    expect(parseArguments(['run', '--yes=false'], { SAVEPOINT_YES: '1' }).values.yes).toBe(false)
  })

  test('an empty variable counts as not set', () => {
    expect(parseArguments(['run'], { SAVEPOINT_CONFIG: '', SAVEPOINT_YES: '' }).values).toMatchObject({
      config: null,
      yes: false,
    })
  })
})

describe('a wrong command line', () => {
  test('is told all its mistakes at once', () => {
    const error = refusalOf(['migrate', '--too', '14', '--dry-runn', '--config'], { SAVEPOINT_YES: 'maybe' })

    expect(error.message).toBe('the command line has 4 mistakes')
    expect(error.hint).toBe('see savepoint migrate --help')
    expect(error.problems.map(({ message }) => message)).toEqual([
      'SAVEPOINT_YES is either given or not; it takes true or false at most',
      '--too is not known here',
      '--dry-runn is not known here',
      '--config needs a value',
    ])
  })

  test.each([
    [['helth'], 'helth is not a command | did you mean health?'],
    [['upgarde'], 'upgarde is not a command | did you mean upgrade?'],
    [['frobnicate'], 'frobnicate is not a command | savepoint --help lists the commands'],
    [['migrate', '--dry-rn'], '--dry-rn is not known here | did you mean --dry-run?'],
    [['health', '--dry-run'], '--dry-run is not known here | the command with --help lists what it takes'],
    [['migrate', '-x'], '-x is not known here | the command with --help lists what it takes'],
    [['run', '--to', '--dry-run'], '--to needs a value | for example --to 976e6adbac6f'],
    [['run', '--to='], '--to needs a value | for example --to 976e6adbac6f'],
    [['run', '--to', '1', '--revision', '2'], '--revision is given twice | give it once'],
    [['rollback', '--to', '1', '--backup', 'x'], '--to and --backup exclude each other | give one of them'],
    [['generate'], 'generate needs a MESSAGE | for example savepoint generate "add budget to phases"'],
    [['generate', 'add', 'budget'], 'generate takes one argument but was given 2 | put the MESSAGE in quotes'],
    [['health', 'staging'], 'health takes no arguments but was given 1 | savepoint health --help shows what it takes'],
  ])('%j is told what is wrong and what to do', (argv, expected) => {
    expect(mistakes(argv)).toEqual([expected])
  })

  test.each(['--database-url', '--url', '--password', '--db-password'])(
    '%s does not exist, because arguments can be read by everyone; its value is not repeated',
    (flag) => {
      for (const argv of [
        ['health', flag, 'postgres://app:hunter22@db/shop'],
        ['health', `${flag}=postgres://app:hunter22@db/shop`],
        [flag, 'postgres://app:hunter22@db/shop', 'health'],
      ]) {
        const error = refusalOf(argv)

        expect(error.problems.map(({ message }) => message)).toContain(
          `${flag} does not exist: everyone on this machine can read the arguments of a command`,
        )
        expect(JSON.stringify(error.problems)).not.toContain('hunter22')
        expect(JSON.stringify(error.problems)).toContain('DATABASE_URL')
      }
    },
  )
})
