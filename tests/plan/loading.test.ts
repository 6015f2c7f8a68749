/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Loading a plan: defaults, variables, environments, and mistakes that say where they are. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, type Problem } from '../../src/domain/errors.ts'
import { loadPlan, parsePlan } from '../../src/plan/loading.ts'

const URL = 'postgres://app@db.example.org/shop'

function parse(
  text: string,
  options: { environmentName?: string; environment?: Record<string, string>; file?: string | null } = {},
) {
  const { environmentName, environment = { DATABASE_URL: URL }, file = 'savepoint.yml' } = options
  return parsePlan({ text, file, environmentName, environment })
}

/** Each problem as `line:column message (hint)`. */
function mistakes(text: string, options: Parameters<typeof parse>[1] = {}): readonly string[] {
  return problemsOf(() => parse(text, options)).map(
    ({ line, column, message, hint }) => `${line}:${column} ${message} (${hint ?? ''})`,
  )
}

function problemsOf(act: () => unknown): readonly Problem[] {
  return errorOf(act).problems
}

function errorOf(act: () => unknown): ConfigurationError {
  try {
    act()
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('the plan was accepted')
}

describe('a plan that is right', () => {
  test('needs nothing but its version: every default is filled in', () => {
    expect(parse('version: 1')).toEqual({
      directory: process.cwd(),
      environment: 'default',
      production: false,
      database: { url: URL },
      migrator: null,
      lockWaitMs: 60_000,
      session: { lockTimeoutMs: 5000, statementTimeoutMs: 0 },
      health: {
        connectTimeoutMs: 10_000,
        expectRevision: null,
        freeSpace: { times: 2 },
        maxTransactionAgeMs: 300_000,
        warnOnly: [],
      },
      services: null,
      backup: { verify: 'restore', jobs: null, timeLimitMs: null, encryptTo: [], stores: [] },
      snapshot: { tables: 'all', queries: {}, sampleKeys: 5, showRows: false },
      changes: [],
      checks: { atOnce: 8 },
      validate: [],
      require: [],
      notify: [],
      monitor: null,
      budgets: { migration: null, downtime: null, recovery: null },
      rollback: { by: 'auto' },
      losses: 'fail',
    })
  })

  test('is read in full, quantities parsed', () => {
    const plan = parse(
      `# yaml-language-server: $schema=schemas/plan.schema.json
version: 1
database: { host: "\${HOST:-localhost}", port: "\${PORT}", name: shop, ssl-mode: verify-full }
migrator: { kind: sql, directory: db/migrations, working-directory: backend }
lock-wait: 1h30m
session: { lock-timeout: 500ms, statement-timeout: 0 }
health: { connect-timeout: 3s, expect-revision: "012", free-space: 1.5GiB, max-transaction-age: 1d }
backup: { verify: read }
snapshot: { tables: [a, b], queries: { sums: select 1 } }
changes:
  - { table: quests, dropped: true, because: unused feature }
  - { table: phases, columns: [name], rows: any, because: an enum becomes a name }
validate:
  - { name: tables, query: select 43, expect: 43 }
  - { name: share, query: select 1, expect: { at-least: 0.1, at-most: 98 }, warn-only: true, timeout: 2s }
  - { name: rows, query: select 1, expect: { rows: 3 } }
  - { name: text, query: select 1, expect: { value: "yes" } }
  - { name: pattern, query: select 1, expect: { matches: "^v\\\\d" } }
  - { name: none, query: select 1, expect: { empty: true } }
rollback: { by: restore }
losses: warn
`,
      { environment: { PORT: '6432', DATABASE_URL: 'postgres://elsewhere/x' }, file: '/repo/savepoint.yml' },
    )
    expect(plan.database).toEqual({ host: 'localhost', port: 6432, name: 'shop', sslMode: 'verify-full' })
    expect(plan.migrator).toEqual({
      kind: 'sql',
      workingDirectory: '/repo/backend',
      directory: 'db/migrations',
      historyTable: 'public.savepoint_migrations',
    })
    expect(plan.lockWaitMs).toBe(5_400_000)
    expect(plan.health).toEqual({
      connectTimeoutMs: 3000,
      expectRevision: '012',
      freeSpace: { bytes: 1.5 * 2 ** 30 },
      maxTransactionAgeMs: 86_400_000,
      warnOnly: [],
    })
    expect(plan.changes[0]).toEqual({ table: 'quests', dropped: true, because: 'unused feature' })
    expect(plan.validate.map((check) => 'expect' in check && check.expect)).toEqual([
      { kind: 'value', as: 'number', value: '43' },
      { kind: 'range', atLeast: '0.1', atMost: '98' },
      { kind: 'rows', count: 3 },
      { kind: 'value', as: 'text', value: 'yes' },
      { kind: 'matches', pattern: '^v\\d' },
      { kind: 'empty' },
    ])
    expect(plan.validate[1]).toMatchObject({ warnOnly: true, timeoutMs: 2000 })
  })

  test('may leave a key without a value', () => {
    expect(parse('version: 1\nvalidate:\nhealth:\n  # nothing yet\n').validate).toEqual([])
  })

  test('keeps every digit of an expected number', () => {
    const plan = parse('version: 1\nvalidate: [{ name: a, query: q, expect: 123456789012345678901234567890 }]')
    expect(plan.validate[0]).toMatchObject({ expect: { value: '123456789012345678901234567890' } })
  })
})

describe('variables', () => {
  test('are replaced in values, with a default where one is given, and `$${` stands for itself', () => {
    const plan = parse('version: 1\nsnapshot: { queries: { a: "${A} ${B:-b} ${C:-} $${D}" } }', {
      environment: { A: 'a', DATABASE_URL: URL },
    })
    expect(plan.snapshot.queries.a?.query).toBe('a b  ${D}')
  })

  test('that are missing or empty are named, all of them, with their place', () => {
    expect(mistakes('version: 1\ndatabase:\n  user: ${ONE}\n  name: x${TWO}\n', { environment: { TWO: '' } })).toEqual([
      expect.stringMatching(/^3:9 database\.user: the environment variable ONE is not set \(Set it/),
      expect.stringMatching(/^4:9 database\.name: the environment variable TWO is not set \(it is empty\) \(Set it/),
    ])
  })

  test('do not matter in an environment that was not chosen, nor where the chosen one says otherwise', () => {
    const text = `version: 1
database: { url: "\${BASE_URL}" }
environments:
  staging: { database: { url: postgres://staging/x } }
  production: { database: { host: "\${HOST}", port: "\${PORT}", name: x } }
`
    expect(parse(text, { environmentName: 'staging', environment: {} }).database).toEqual({ url: 'postgres://staging/x' })
  })

  test('never show their value in an error', () => {
    const environment = { SECRET: 's3cret-value', DATABASE_URL: URL }
    const error = errorOf(() =>
      parse('version: 1\nlock-wait: ${SECRET}\ndatabase: { port: "${SECRET}" }\nlosses: "${SECRET}"\n', { environment }),
    )
    expect(error.problems).toHaveLength(3)
    expect(JSON.stringify(error.problems) + error.message).not.toContain('s3cret')
  })

  test('that are badly written are refused', () => {
    expect(mistakes('version: 1\ndatabase: { name: "${1X}" }')[0]).toMatch(/2:19 database\.name: `\$\{` must be followed by/)
  })

  test('are left to the shell in the lines of the command migrator', () => {
    const plan = parse('version: 1\nmigrator: { kind: command, current: "cat ${FILE}", upgrade: up }')
    expect(plan.migrator).toMatchObject({ current: 'cat ${FILE}' })
  })
})

describe('environments', () => {
  const text = `version: 1
lock-wait: 5s
health: { connect-timeout: 3s, free-space: 1GB }
migrator: { kind: sql, directory: sql }
environments:
  staging: { health: { free-space: 2GB } }
  production: { production: true, rollback: { by: restore }, migrator: { kind: alembic } }
`
  test('say only what is different', () => {
    const plan = parse(text, { environmentName: 'staging' })
    expect(plan).toMatchObject({ environment: 'staging', production: false, lockWaitMs: 5000 })
    expect(plan.health).toMatchObject({ connectTimeoutMs: 3000, freeSpace: { bytes: 2e9 } })
  })

  test('may use another migrator', () => {
    const plan = parse(text, { environmentName: 'production' })
    expect(plan).toMatchObject({ production: true, rollback: { by: 'restore' } })
    expect(plan.migrator).toEqual({ kind: 'alembic', workingDirectory: expect.any(String), command: ['alembic'] })
  })

  test('that are unknown are refused with those that are known', () => {
    expect(errorOf(() => parse(text, { environmentName: 'prodction' }))).toMatchObject({
      message: 'the environment "prodction" is not in the plan',
      hint: 'Did you mean production? Known environments: staging, production.',
    })
  })

  test('give a whole URL or the parts of an address, not a mixture', () => {
    const mixed = 'version: 1\ndatabase: { url: postgres://a/b }\nenvironments:\n  x: { database: { host: c } }\n'
    expect(mistakes(mixed, { environmentName: 'x' })).toEqual([
      expect.stringContaining('4:18 database must give either url, or host, port, name, user and password, not both'),
    ])
    const replaced =
      'version: 1\ndatabase: { host: c, name: d, ssl-mode: require }\nenvironments:\n  x: { database: { url: postgres://a/b } }\n'
    expect(parse(replaced, { environmentName: 'x' }).database).toEqual({ url: 'postgres://a/b', sslMode: 'require' })
  })
})

describe('mistakes', () => {
  test('are told all at once, in the order of the file, each with its place', () => {
    const text = `version: 2
databse: { url: x }
lock-wait: 10 parsecs
health:
  free-spce: 2x
  expect_revision: abc
  connect-timeout: 0s
validate:
  - { name: a, query: q }
  - { name: b, query: q, expect: { at-least: lots } }
changes:
  - { table: a, object: b, because: c }
  - { table: a }
snapshot: { tables: some }
losses: panic
`
    expect(mistakes(text)).toEqual([
      '1:10 version must be 1, the only version of the plan there is, not "2" ()',
      '2:1 databse is not a known key (Did you mean database?)',
      '3:12 lock-wait must be a duration such as 500ms, 10s, 5m, 2h or 1d, not "10 parsecs" ()',
      '5:3 health.free-spce is not a known key (Did you mean free-space?)',
      '6:3 health.expect_revision is not a known key (Did you mean expect-revision?)',
      '7:20 health.connect-timeout must be longer than nothing, not "0s" ()',
      expect.stringMatching(/^9:5 validate\[1\]\.expect is missing \(Must be a value, or one of/),
      expect.stringMatching(/^10:34 validate\[2\]\.expect must be a value, or one of/),
      '12:5 changes[1] must name one of table, object and query ()',
      '13:5 changes[2].because is missing (Must be text.)',
      '14:21 snapshot.tables must be all, or a list of tables, not "some" ()',
      '15:9 losses must be one of fail, warn, not "panic" ()',
    ])
    expect(errorOf(() => parse(text)).message).toBe('savepoint.yml has 12 mistakes')
  })

  test('are told alone with their place in one line', () => {
    expect(errorOf(() => parse('version: 1\nmigrator: { kind: sql, dirctory: x }'))).toMatchObject({
      message: 'savepoint.yml:2:24: migrator.dirctory is not a known key',
      hint: 'Did you mean directory?',
    })
  })

  test('in an environment are found whichever one is chosen, and told once', () => {
    const text = 'version: 1\nenvironments:\n  staging: { databse: 1 }\n'
    const expected = ['3:14 environments.staging.databse is not a known key (Did you mean database?)']
    expect(mistakes(text)).toEqual(expected)
    expect(mistakes(text, { environmentName: 'staging' })).toHaveLength(1)
  })

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ['an empty file', '', /^1:1 the plan is empty \(The shortest plan/],
    ['a file of comments', '# nothing\n', /the plan is empty/],
    ['a list', '- a\n', /^1:1 the plan must be a mapping of keys to values/],
    ['a missing version', 'losses: warn\n', /^1:1 version is missing/],
    ['a key written twice', 'version: 1\nlosses: warn\nlosses: fail\n', /^3:1 this key is written twice/],
    ['a tab', 'version: 1\nhealth:\n\tfree-space: 2x\n', /^3:\d+ a tab is used for indentation/],
    ['two documents', 'version: 1\n---\nversion: 1\n', /more than one YAML document/],
    ['an unclosed bracket', 'version: 1\ndatabase: { url: x\n', /not valid YAML/],
    ['a section that is a text', 'version: 1\nhealth: yes please\n', /^2:9 health must be a mapping of keys to values/],
    [
      'a revision that YAML reads as a number',
      'version: 1\nhealth: { expect-revision: 12 }\n',
      /must be text, not "12" \(Put it in quotes/,
    ],
    [
      'an unknown migrator',
      'version: 1\nmigrator: { kind: flyway }\n',
      /^2:19 migrator\.kind must be one of alembic, sql, command, not "flyway"/,
    ],
    ['a migrator without a kind', 'version: 1\nmigrator: { directory: x }\n', /^2:11 migrator\.kind is missing/],
    [
      'a pattern that is none',
      'version: 1\nvalidate: [{ name: a, query: q, expect: { matches: "(" } }]\n',
      /validate\[1\]\.expect must be a value, or/,
    ],
    [
      'a port out of range',
      'version: 1\ndatabase: { name: x, port: 70000 }\n',
      /^2:28 database\.port must be a port from 1 to 65535 \(/,
    ],
    [
      'a check named like another',
      'version: 1\nvalidate:\n  - { name: rows, query: select 1, expect: 1, when: before }\n  - { name: rows, query: select 2, expect: 2 }\n',
      /^4:5 validate\[2\] needs a name of its own: "rows" is that of entry 1 \(/,
    ],
    [
      'a time that no timer can wait',
      'version: 1\nvalidate: [{ name: a, query: select 1, expect: 1, timeout: 60d }]\n',
      /^2:60 validate\[1\]\.timeout must be at most 24d, not "60d"/,
    ],
  ]
  test.each(broken)('%s is refused', (_what, text, message) => {
    const found = mistakes(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
  })

  test('aliases that multiply without end are refused', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 8; level++)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    expect(mistakes(lines.join('\n'))[0]).toContain('more than 20000 values')
  })
})

describe('finding the plan', () => {
  const files: Record<string, string> = { 'savepoint.yaml': 'version: 1\nlosses: warn\n' }
  const read = async (path: string) => files[path] ?? null
  const request = { file: undefined, environmentName: undefined, environment: { DATABASE_URL: URL } }

  test('takes the usual name when none is given', async () => {
    expect((await loadPlan(request, read)).losses).toBe('warn')
  })

  test('goes on without a file, whatever environment is named', async () => {
    const plan = await loadPlan({ ...request, environmentName: 'staging' }, async () => null)
    expect(plan).toMatchObject({ environment: 'staging', database: { url: URL } })
  })

  test('refuses a named file that is not there', async () => {
    await expect(loadPlan({ ...request, file: 'other.yml' }, read)).rejects.toThrow('there is no plan at other.yml')
  })
})
