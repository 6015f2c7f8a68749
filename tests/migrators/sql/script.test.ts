import { describe, expect, test } from '@jest/globals'
import { MigrationError } from '../../../src/domain/errors.ts'
import { checksumOf, parseScript } from '../../../src/migrators/sql/script.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseScript('001', '001_a.sql', bytes(text))

function refusal(content: string | Uint8Array): MigrationError {
  try {
    parseScript('001', '001_a.sql', typeof content === 'string' ? bytes(content) : content)
  } catch (error) {
    if (error instanceof MigrationError) return error
  }
  throw new Error('it was not refused')
}

describe('reading a SQL file', () => {
  test('runs in a transaction unless a line before the first statement says otherwise', () => {
    expect(parse('select 1').transactional).toBe(true)
    expect(parse('-- why\n-- savepoint: no-transaction\r\nselect 1').transactional).toBe(false)
    expect(parse('select 1;\n-- savepoint: no-transaction').transactional).toBe(true)
  })

  test('takes BEGIN and COMMIT around the file for its own', () => {
    const script = parse('begin;\nselect 1;\nselect 2;\nCOMMIT;')

    expect(script.statements.map((statement) => statement.text)).toEqual(['select 1', 'select 2'])
  })

  test('accepts savepoints, which stay within the transaction', () => {
    expect(parse('savepoint a; select 1; rollback to savepoint a; release a').statements).toHaveLength(4)
  })

  test('accepts a byte order mark', () => {
    expect(parse('\ufeffselect 1').statements[0]?.text).toBe('select 1')
  })

  test.each([
    ['select 1;\nCOMMIT;\nselect 2', 2, 'COMMIT inside a file'],
    ['BEGIN;\nselect 1;', 1, 'BEGIN inside a file'],
    ['begin isolation level serializable;\nselect 1;\ncommit', 1, 'BEGIN ISOLATION inside a file'],
    ['select 1;\nROLLBACK', 2, 'ROLLBACK inside a file'],
    ['begin;\ncommit;', 1, 'no statement but BEGIN and COMMIT'],
    ['-- savepoint: no-transaction\nbegin;\nselect 1', 2, 'not ended in the file'],
    ['-- savepoint: no-transactions\nselect 1', 1, 'is not known'],
    ['select 1;\n\n  \\i other.sql', 3, 'backslash command of psql'],
    ['\\connect other\n', 1, 'backslash command of psql'],
    ['copy films (id) from stdin;\n1\n\\.\n', 1, 'FROM STDIN needs psql'],
    ["copy films from stdin with (format csv);\nit's\n\\.\n", 1, 'FROM STDIN needs psql'],
    ['copy films to stdout', 1, 'nowhere to write to'],
    ['-- nothing yet\n', 1, 'no statement'],
    ['', 1, 'no statement'],
    ["select 1;\nselect 'abc;\n", 2, 'string is not closed'],
    ['select 1;\0', 1, 'NUL byte'],
  ])('refuses %j and names the line', (text, line, message) => {
    const error = refusal(text)

    expect(error.message).toMatch(new RegExp(`^001_a.sql, line ${line}: .*${message}`))
    expect(error.failure).toMatchObject({ revision: '001', file: '001_a.sql', line })
    expect(error.hint).toBeTruthy()
  })

  test('shows the refused place with a caret', () => {
    expect(refusal('select 1;\n\tcommit;').failure.excerpt).toBe('2 |  commit;\n  |  ^')
  })

  test('refuses what is not UTF-8', () => {
    expect(refusal(Uint8Array.of(0xff, 0xfe, 0x73, 0x00)).message).toBe('001_a.sql is not valid UTF-8')
  })
})

describe('the checksum of a file', () => {
  test('does not depend on line endings', () => {
    expect(checksumOf(bytes('a\r\nb\r\n'))).toBe(checksumOf(bytes('a\nb\n')))
    expect(checksumOf(bytes('a\nb'))).not.toBe(checksumOf(bytes('a\nb\n')))
  })
})
