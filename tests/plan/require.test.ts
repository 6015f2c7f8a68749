/** What a plan may require before a run, mistakes with their place, and the digest that ties evidence to a plan. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import { digestPlan } from '../../src/plan/plan-digest.ts'

const DAY = 86_400_000

function parse(text: string, file = 'savepoint.yml') {
  return parsePlan({
    text: `version: 1\n${text}`,
    file,
    environmentName: undefined,
    environment: { DATABASE_URL: 'postgres://h/d' },
  })
}

function mistakes(text: string): readonly string[] {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.problems.map((p) => `${p.line}:${p.column} ${p.message} (${p.hint ?? ''})`)
    throw error
  }
  throw new Error('the plan was accepted')
}

test('requires what it lists', () => {
  const { require } = parse(`require:
  - rehearsal
  - rehearsal: { max-age: 2d }
  - backup
  - clean-tree
  - confirmation: stakeholders informed
  - { window: "Sat 02:00-06:00", time-zone: Europe/Berlin }
  - window: ["22:00-04:00", "Sun 00:00-24:00"]
`)
  expect(require).toMatchObject([
    { kind: 'rehearsal', maxAgeMs: 7 * DAY },
    { kind: 'rehearsal', maxAgeMs: 2 * DAY },
    { kind: 'backup' },
    { kind: 'clean-tree' },
    { kind: 'confirmation', name: 'stakeholders informed' },
    { kind: 'window', timeZone: 'Europe/Berlin', windows: [{ written: 'Sat 02:00-06:00' }] },
    { kind: 'window', timeZone: 'UTC', windows: [{ written: '22:00-04:00' }, { written: 'Sun 00:00-24:00' }] },
  ])
})

test.each([
  ['require: [backups]', /^2:11 require\[1\] must be rehearsal, backup, clean-tree, or a mapping .*, not "backups"/],
  ['require: backup', /^2:10 require must be a list/],
  ['require:\n  - { confirmaton: a }', /^3:7 require\[1\]\.confirmaton is not a known key \(Did you mean confirmation\?\)/],
  ['require:\n  - { confirmation: a, window: "02:00-03:00" }', /must give exactly one of rehearsal, confirmation and window/],
  ['require:\n  - { confirmation: a, time-zone: UTC }', /can name a time-zone only for a window/],
  ['require:\n  - { window: "Sat 2-6" }', /^3:15 require\[1\]\.window must be a window such as .*, not "Sat 2-6"/],
  ['require:\n  - window:\n    - "Sat 02:00-06:00"\n    - "Sat 2-6"', /^5:7 require\[1\]\.window\[2\] must be a window such as/],
  ['require:\n  - { window: "02:00-02:00" }', /must not open and close at the same time/],
  [
    'require:\n  - { window: "02:00-03:00", time-zone: Europe/Berlni }',
    /^3:41 require\[1\]\.time-zone must be the name of a time zone/,
  ],
  ['require:\n  - { rehearsal: { max-age: soon } }', /^3:29 require\[1\]\.rehearsal\.max-age must be a duration such as/],
])('a mistake is told with its place: %s', (text, expected) => {
  const told = mistakes(text)
  expect(told).toContainEqual(expect.stringMatching(expected))
})

describe('the digest of a plan', () => {
  const plan = 'migrator: { kind: sql, directory: db }\nvalidate: [{ name: a, query: select 1, expect: 1 }]\n'

  test('is the same on another machine, for another database, and whatever is required before', () => {
    const elsewhere = parse(
      `${plan}database: { url: postgres://other/copy }\nrequire: [rehearsal]\n`,
      '/somewhere/else/savepoint.yml',
    )
    expect(digestPlan(elsewhere)).toBe(digestPlan(parse(plan)))
  })

  test.each([
    ['a check', plan.replace('expect: 1', 'expect: 2')],
    ['another directory', plan.replace('db', 'database')],
    ['a declared change', `${plan}changes: [{ table: t, dropped: true, because: unused }]\n`],
    ['a timeout', `${plan}session: { lock-timeout: 1s }\n`],
  ])('is another with %s', (_what, changed) => {
    expect(digestPlan(parse(changed))).not.toBe(digestPlan(parse(plan)))
  })
})
