import { describe, expect, test } from '@jest/globals'
import { RevisionGraph } from '../../../src/migrators/alembic/graph.ts'
import { type AlembicRevision, parseDatabaseUrl, parseGenerated, parseListing } from '../../../src/migrators/alembic/listing.ts'
import { sqlStateIn } from '../../../src/migrators/alembic/sqlstates.ts'
import { parseTraceback } from '../../../src/migrators/alembic/traceback.ts'
import { databaseNameOf } from '../../../src/migrators/alembic/version-table.ts'

const LISTING = `Loading settings…
Rev: c1 (head) (mergepoint)
Merges: b1, b2
Branch names: billing
Path: /srv/app/versions/c1_join.py

    join

Rev: b2
Parent: a1
Also depends on: x9, tools
Path: /srv/app/versions/b2.py

    one, a -> b
    Rev: evil (head)
    Parent: evil
${'    '}
    Revision ID: b2

Rev: a1 (branchpoint)
Parent: <base>
Branches into: b1, b2
Path: /srv/app/versions/a1.py

${'    '}
`

describe('what Alembic lists', () => {
  test('is read by its labels, whatever messages and env.py write', () => {
    expect(parseListing(LISTING)).toEqual([
      {
        revision: 'c1',
        parents: ['b1', 'b2'],
        dependencies: [],
        labels: ['billing'],
        path: '/srv/app/versions/c1_join.py',
        description: 'join',
      },
      {
        revision: 'b2',
        parents: ['a1'],
        dependencies: ['x9', 'tools'],
        labels: [],
        path: '/srv/app/versions/b2.py',
        description: 'one, a -> b',
      },
      { revision: 'a1', parents: [], dependencies: [], labels: [], path: '/srv/app/versions/a1.py', description: '' },
    ])
    expect(parseListing('')).toEqual([])
  })

  test('says which database it is about', () => {
    expect(parseDatabaseUrl('hello\nCurrent revision(s) for postgresql+psycopg://u:***@h:1/my%20db?x=1:\nRev: a1 (head)\n')).toBe(
      'postgresql+psycopg://u:***@h:1/my%20db?x=1',
    )
    expect(databaseNameOf('postgresql+psycopg://u:***@h:1/my%20db?x=1')).toBe('my db')
    expect(databaseNameOf('postgresql://')).toBeNull()
  })

  test('names generated files, on one line or broken', () => {
    expect(parseGenerated('hello\nGenerating /srv/my app/a1_x.py ...  done\n')).toEqual(['/srv/my app/a1_x.py'])
    expect(parseGenerated('  Generating\n  /srv/a1_x.py ...  done\n')).toEqual(['/srv/a1_x.py'])
  })
})

describe('the order of revisions', () => {
  const node = (revision: string, parents: readonly string[], more: Partial<AlembicRevision> = {}): AlembicRevision => ({
    revision,
    parents,
    dependencies: [],
    labels: [],
    path: null,
    description: '',
    ...more,
  })
  const order = (graph: RevisionGraph, ...revisions: readonly string[]) => graph.upTo(revisions).map((one) => one.revision)

  test('puts both branches before their merge', () => {
    const graph = new RevisionGraph([node('m', ['b', 'c']), node('c', ['a']), node('b', ['a']), node('a', [])])

    expect(order(graph, 'm')).toEqual(['a', 'b', 'c', 'm'])
    expect(order(graph, 'c')).toEqual(['a', 'c'])
    expect(graph.heads()).toEqual(['m'])
  })

  test('puts what a revision depends on before it, by revision, its beginning or a branch name', () => {
    const others = [node('tool2', ['tool1'], { labels: ['tools'] }), node('tool1', [], { labels: ['tools'] })]
    for (const dependency of ['tool2', 'tools', 'tools@head']) {
      const graph = new RevisionGraph([...others, node('b', ['a'], { dependencies: [dependency] }), node('a', [])])
      expect(order(graph, 'b')).toEqual(['a', 'tool1', 'tool2', 'b'])
      expect(graph.heads()).toEqual(['b', 'tool2'])
    }
  })

  test('copes with a history of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => node(`r${index}`, index === 0 ? [] : [`r${index - 1}`]))

    expect(order(new RevisionGraph(chain.toReversed()), 'r9999')).toHaveLength(10_000)
  })
})

describe('a Python traceback', () => {
  test('tells the last exception and the files it came through', () => {
    const lines = [
      'INFO running',
      'Traceback (most recent call last):',
      '  File "/lib/psycopg/cursor.py", line 97, in execute',
      '    raise ex.with_traceback(None)',
      'psycopg.errors.UndefinedTable: relation "x" does not exist',
      '',
      'The above exception was the direct cause of the following exception:',
      '',
      'Traceback (most recent call last):',
      '  File "/srv/versions/b2.py", line 8, in upgrade',
      '    op.execute("…")',
      '    ^^^^^^^^^^^^^^^',
      'sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation "x" does not exist',
      'LINE 1: alter table x',
      '[SQL: alter table x',
      'Error: not this]',
    ]

    expect(parseTraceback(lines)).toEqual({
      exception: 'sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation "x" does not exist',
      frames: [{ file: '/srv/versions/b2.py', line: 8 }],
    })
    expect(parseTraceback(['FAILED: no'])).toBeNull()
  })

  test.each([
    ['(psycopg.errors.UndefinedTable) relation', '42P01'],
    ['(psycopg2.errors.UniqueViolation) duplicate', '23505'],
    ["<class 'asyncpg.exceptions.UndefinedColumnError'>: column", '42703'],
    ['(psycopg.errors.SomethingNew) what', undefined],
    ['ValueError: x', undefined],
  ])('tells the SQLSTATE in %j', (message, sqlState) => {
    expect(sqlStateIn(message)).toBe(sqlState)
  })
})
