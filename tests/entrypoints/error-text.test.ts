import { describe, expect, test } from '@jest/globals'
import { CommandError, ConfigurationError, ConnectionError, MigrationError, RollbackError } from '../../src/domain/errors.ts'
import { errorLines } from '../../src/entrypoints/error-text.ts'

function textOf(error: unknown): string {
  return errorLines(error).join('\n')
}

describe('an error', () => {
  test('says what happened, why, and what to do', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:5432')
    Object.assign(cause, { code: 'ECONNREFUSED' })
    const error = new ConnectionError('nothing listens on localhost:5432', {
      hint: 'start the server, or correct the port',
      cause,
    })

    expect(textOf(error)).toBe(`✗ nothing listens on localhost:5432
  cause: connect ECONNREFUSED 127.0.0.1:5432
  What to do: start the server, or correct the port`)
  })

  test('in a file lists every mistake with its place', () => {
    const problems = [
      { message: 'unknown key migrater', file: 'savepoint.yml', line: 3, column: 1, hint: 'did you mean migrator?' },
      { message: 'STAGING_URL is not set', file: 'savepoint.yml', line: 7 },
    ]

    expect(textOf(new ConfigurationError('savepoint.yml has 2 mistakes', { problems }))).toBe(`✗ savepoint.yml has 2 mistakes
  - savepoint.yml:3:1: unknown key migrater
      did you mean migrator?
  - savepoint.yml:7: STAGING_URL is not set`)
  })

  test('with one problem says it once, and where it is', () => {
    const message = 'the check "fast": SQLite tells no plans'
    const [nowhere, placed] = [{ message }, { message, file: 'savepoint.yml', line: 7, column: 5 }]

    expect(textOf(new ConfigurationError(message, { problems: [nowhere], hint: 'take it out' }))).toBe(`✗ ${message}
  What to do: take it out`)
    expect(textOf(new ConfigurationError(message, { problems: [placed] }))).toBe(`✗ ${message}
  - savepoint.yml:7:5`)
  })

  test('in a migration shows the line with a caret under the place, as it was written', () => {
    const failure = {
      file: 'migrations/003_budget.sql',
      line: 12,
      column: 8,
      sqlState: '42703',
      excerpt: '12 |   SELECT  budgett FROM phases\n   |           ^',
    }

    expect(textOf(new MigrationError('column "budgett" does not exist', failure))).toBe(`✗ column "budgett" does not exist
  migrations/003_budget.sql:12:8  SQLSTATE 42703
    12 |   SELECT  budgett FROM phases
       |           ^`)
  })

  test('of a program shows the command and its last words', () => {
    const details = { command: 'alembic upgrade head', exitCode: 1, signal: null, lastLines: ['Traceback', 'KeyError: x'] }

    expect(
      textOf(new CommandError('alembic failed with exit code 1: KeyError: x', details)),
    ).toBe(`✗ alembic failed with exit code 1: KeyError: x
    $ alembic upgrade head
    Traceback
    KeyError: x`)
  })

  test('of a rollback keeps every failure', () => {
    const error = new RollbackError('no way back worked', [new Error('downgrade: no such file'), new Error('restore: disk full')])

    expect(textOf(error)).toContain('  - downgrade: no such file\n  - restore: disk full')
  })

  test('that nobody threw on purpose asks to be reported, with where it happened', () => {
    const text = textOf(new TypeError('x is not a function'))

    expect(text).toContain('✗ x is not a function\n    at ')
    expect(text).toContain('What to do: this is a defect of Savepoint')
  })

  test('stays within 80 columns', () => {
    const text = textOf(
      new ConnectionError('word '.repeat(40), { hint: 'hint '.repeat(40), cause: new Error('cause '.repeat(40)) }),
    )

    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})
