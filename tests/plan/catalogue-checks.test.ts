/** What a plan may say in the checks of the catalogue, and what it is told where it says something else. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'

function parse(check: string) {
  const text = `version: 1\nvalidate:\n  - { name: it, ${check} }\n`
  const environment = { DATABASE_URL: 'postgres://app@db.example.org/shop' }
  return parsePlan({ file: 'savepoint.yml', text, environmentName: undefined, environment }).validate[0]
}

function mistake(check: string): string {
  try {
    parse(check)
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.problems.map(({ message, hint }) => `${message} (${hint ?? ''})`).join('\n')
    throw error
  }
  throw new Error('the plan was accepted')
}

describe('populated', () => {
  test.each([
    ['populated: a.b', { percent: '100' }, null],
    ['populated: a.b, at-least: 98%', { percent: '98' }, null],
    ['populated: a.b, at-least: 99.95 %', { percent: '99.95' }, null],
    ['populated: a.b, at-least: 305', { rows: 305 }, null],
    ['populated: a.b, at-least: "427,557 of 427,557"', { rows: 427_557 }, { rows: 427_557, about: false }],
    ['populated: a.b, at-least: 98%, of: "about 96,000"', { percent: '98' }, { rows: 96_000, about: true }],
    ['populated: a.b, at-least: 50%, of: 586000', { percent: '50' }, { rows: 586_000, about: false }],
  ])('%s', (check, atLeast, of) => {
    expect(parse(check)).toMatchObject({ kind: 'populated', column: { schema: null, table: 'a', column: 'b' }, atLeast, of })
  })

  test('takes quoted names and a schema', () => {
    expect(parse(`populated: '"My Schema".Users."Full.Name"'`)).toMatchObject({
      column: { schema: 'My Schema', table: 'users', column: 'Full.Name' },
    })
  })

  test.each([
    ['populated: members', 'validate[1].populated must be a column as in table.column'],
    ['populated: a.b.c.d', 'validate[1].populated must be a column'],
    [
      'populated: a.b, at-least: most',
      'validate[1].at-least must be a percentage such as 98%, a number of rows, or both as in 305 of 305, not "most"',
    ],
    ['populated: a.b, at-least: 101%', 'validate[1].at-least must be a percentage'],
    ['populated: a.b, of: many', 'validate[1].of must be a number of rows'],
    ['populated: a.b, at_least: 5', 'Did you mean at-least?'],
  ])('refuses %s', (check, message) => {
    expect(mistake(check)).toContain(message)
  })
})

describe('foreign-keys', () => {
  test('is all, or tables, and relations given by hand', () => {
    expect(parse('foreign-keys: all')).toMatchObject({ kind: 'foreign-keys', tables: 'all', also: [] })
    expect(parse('foreign-keys: [film, sales.Order], also: [{ from: a.b, to: s.c.d }]')).toMatchObject({
      tables: [
        { schema: null, table: 'film' },
        { schema: 'sales', table: 'order' },
      ],
      also: [{ from: { schema: null, table: 'a', column: 'b' }, to: { schema: 's', table: 'c', column: 'd' } }],
    })
  })

  test.each([
    ['foreign-keys: some', 'must be all, or a list of tables'],
    ['foreign-keys: []', 'must name tables, or say all, or give relations with also'],
    ['foreign-keys: [], also: []', 'must name tables, or say all, or give relations with also'],
    ["query: select 1, expect: { matches: '' }", 'must be a value, or one of'],
    ['foreign-keys: all, also: [{ from: a, to: b.c }]', 'validate[1].also[1].from must be a column'],
    ['foreign-keys: all, also: [{ from: a.b }]', 'validate[1].also[1].to is missing'],
  ])('refuses %s', (check, message) => {
    expect(mistake(check)).toContain(message)
  })
})

describe('inventory', () => {
  test('counts kinds, names objects, and wants triggers and indexes sound', () => {
    expect(
      parse('inventory: { tables: 43, foreign-keys: 42, present: [a], absent: [b], triggers-enabled: all, indexes-valid: true }'),
    ).toMatchObject({
      kind: 'inventory',
      counts: [
        { kind: 'table', key: 'tables', count: 43 },
        { kind: 'foreign-key', key: 'foreign-keys', count: 42 },
      ],
      present: ['a'],
      absent: ['b'],
      triggersEnabled: 'all',
      indexesValid: true,
    })
  })

  test.each([
    ['inventory: { table: 43 }', 'Did you mean tables?'],
    ['inventory: { tables: many }', 'validate[1].inventory.tables must be a whole number, not "many"'],
    ['inventory: {}', 'validate[1].inventory must say what to count or to look for'],
    ['inventory: { triggers-enabled: some }', 'must be all, or a list of triggers'],
  ])('refuses %s', (check, message) => {
    expect(mistake(check)).toContain(message)
  })
})
