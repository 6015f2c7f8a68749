/** What a plan may say of the snapshot and of changes that are meant, and how it is told that it cannot. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'

function parse(text: string) {
  const environment = { DATABASE_URL: 'postgres://u@h/d' }
  return parsePlan({ file: 'savepoint.yml', text: `version: 1\n${text}`, environmentName: undefined, environment })
}

function mistake(text: string): string {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof ConfigurationError) return `${error.message} (${error.hint ?? ''})`
    throw error
  }
  throw new Error('the plan was accepted')
}

describe('a named query', () => {
  test.each([
    ['a text', '"select 1"', { query: 'select 1', key: [], ordered: false, tolerance: null }],
    ['a key', '{ query: q, key: [a, b] }', { key: ['a', 'b'] }],
    ['an order', '{ query: q, ordered: true }', { ordered: true }],
    ['an amount', '{ query: q, tolerance: 0.01 }', { tolerance: { kind: 'absolute', amount: '0.01' } }],
    ['a percentage', '{ query: q, tolerance: 1.5% }', { tolerance: { kind: 'relative', percent: '1.5' } }],
    [
      'a tolerance by column',
      '{ query: q, tolerance: { a: 1%, b: 2 } }',
      { tolerance: { a: { kind: 'relative', percent: '1' }, b: { kind: 'absolute', amount: '2' } } },
    ],
  ])('may be %s', (_name, written, expected) => {
    expect(parse(`snapshot: { queries: { q: ${written} } }`).snapshot.queries.q).toMatchObject(expected)
  })

  test.each([
    ['{ query: q, tolerence: 1 }', 'snapshot.queries.q.tolerence is not a known key (Did you mean tolerance?)'],
    ['{ query: q, tolerance: a little }', 'snapshot.queries.q.tolerance must be an amount such as 0.01'],
    ['{ query: q, tolerance: -1 }', 'snapshot.queries.q.tolerance must be an amount such as 0.01'],
    ['{ query: q, key: [] }', 'snapshot.queries.q.key must not be an empty list'],
    ['{ query: q, key: [a], ordered: true }', 'must give either key, or ordered: true, not both'],
    ['{ key: [a] }', 'snapshot.queries.q.query is missing'],
    ['[a]', 'snapshot.queries.q must be a query, or a mapping with a query, key, ordered, tolerance'],
  ])('as %s is refused', (written, expected) => {
    expect(mistake(`snapshot: { queries: { q: ${written} } }`)).toContain(expected)
  })
})

describe('a distribution', () => {
  test.each([
    ['phases.kind', 'SELECT CAST("kind" AS text) AS "kind", count(*) AS "rows" FROM "phases" GROUP BY 1 ORDER BY 1'],
    [
      'sales."Order".state',
      'SELECT CAST("state" AS text) AS "state", count(*) AS "rows" FROM "sales"."Order" GROUP BY 1 ORDER BY 1',
    ],
    [
      '[p.a, p.b]',
      'SELECT CAST("a" AS text) AS "a", CAST("b" AS text) AS "b", count(*) AS "rows" FROM "p" GROUP BY 1, 2 ORDER BY 1, 2',
    ],
  ])('of %s counts every value', (written, sql) => {
    expect(parse(`snapshot: { distributions: { d: ${written} } }`).snapshot.queries.d?.query).toBe(sql)
  })

  test.each([
    ['distributions: { d: kind }', 'must be a column of a table such as phases.kind'],
    ['distributions: { d: [a.b, c.d] }', 'must name columns of one table'],
    ['queries: { d: q }, distributions: { d: a.b }', 'must not give a query and a distribution the same name'],
    ['sample-keys: 1000', 'must be a whole number from 0 to 100'],
  ])('written as %s is refused', (written, expected) => {
    expect(mistake(`snapshot: { ${written} }`)).toContain(expected)
  })
})

describe('a change', () => {
  test.each([
    ['any', 'any'],
    ['{ removed: 3 }', { added: null, removed: { atLeast: 3, atMost: 3 } }],
    [
      '{ added: any, removed: { at-most: 9 } }',
      { added: { atLeast: null, atMost: null }, removed: { atLeast: null, atMost: 9 } },
    ],
  ])('may bound its rows by %s', (written, expected) => {
    expect(parse(`changes: [{ table: t, rows: ${written}, because: b }]`).changes[0]?.rows).toEqual(expected)
  })

  test.each([
    ['table: t, rows: some', 'changes[1].rows must be any, or say how many rows are added or removed'],
    ['table: t, rows: {}', 'changes[1].rows must be any, or say how many rows are added or removed'],
    ['table: t, rows: { added: 1, removd: 1 }', 'changes[1].rows.removd is not a known key (Did you mean removed?)'],
    ['table: t, rows: { removed: -1 }', 'changes[1].rows.removed must be any, an exact number of rows'],
    ['table: t, rows: { removed: { at-least: 3, at-most: 2 } }', 'must have an at-least that is not above its at-most'],
    ['object: o, rows: any', 'changes[1] can say columns and rows only of a table'],
    ['query: totl', 'changes[1].query is no query of the snapshot, "totl" (Did you mean total?)'],
  ])('that says %s is refused', (written, expected) => {
    expect(mistake(`snapshot: { queries: { total: q } }\nchanges: [{ ${written}, because: b }]`)).toContain(expected)
  })
})
