/** Private keys as a person gives them: read as age-keygen writes them, and never repeated where they are wrong. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { readIdentities } from '../../src/system/age-identities.ts'

const ONE = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'
const OTHER = 'AGE-SECRET-KEY-1QQPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQXPQQQQQQQ'

function refusal(text: string): ConfigurationError {
  try {
    readIdentities(text, 'SAVEPOINT_AGE_IDENTITY')
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('accepted')
}

test('the text of a key file is read: comments, empty lines and line ends of any kind are left out', () => {
  const text = `# created: 2026-11-21\r\n# public key: age1…\r\n${ONE}\r\n\n  ${OTHER}\n`
  expect(readIdentities(text, 'SAVEPOINT_AGE_IDENTITY')).toEqual([ONE, OTHER])
})

describe('a text that is no private key is refused with its place, and not repeated', () => {
  test.each([
    ['nothing', '', 'SAVEPOINT_AGE_IDENTITY holds no private key of age'],
    ['comments alone', '# created\n', 'SAVEPOINT_AGE_IDENTITY holds no private key of age'],
    ['a key cut short', `# mine\n${ONE.slice(0, -3)}`, 'line 2 of SAVEPOINT_AGE_IDENTITY is no private key of age'],
    [
      'a public key',
      'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
      'line 1 of SAVEPOINT_AGE_IDENTITY is a public key: only the private one opens a backup',
    ],
    ['an encrypted key file', '-----BEGIN AGE ENCRYPTED FILE-----\nabc', 'SAVEPOINT_AGE_IDENTITY is encrypted itself'],
    ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc', 'line 1 of SAVEPOINT_AGE_IDENTITY is no private key of age'],
  ])('%s', (_what, text, message) => {
    const error = refusal(text)
    expect(error.message).toBe(message)
    expect(`${error.message} ${error.hint}`).not.toContain(ONE.slice(20, 40))
  })
})
