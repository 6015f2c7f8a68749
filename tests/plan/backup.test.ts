/** The `backup` section: for whom a backup is encrypted, and mistakes in that, which never repeat a private key. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, type Problem } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import { digestPlan } from '../../src/plan/plan-digest.ts'

const KEY = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
const OTHER = 'age1jacaum0q5fm0mulez7x3ngcvpqkgft54gx08yxf8fy0t9t5ea53s5a5zmm'
const PRIVATE = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'

function parse(text: string, environment: Record<string, string> = {}) {
  const variables = { DATABASE_URL: 'postgres://app@db.example.org/shop', ...environment }
  return parsePlan({ text: `version: 1\n${text}`, file: 'savepoint.yml', environmentName: undefined, environment: variables })
}

function problem(text: string): Problem {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof ConfigurationError && error.problems[0] !== undefined) return error.problems[0]
    throw error
  }
  throw new Error('the plan was accepted')
}

test('a backup is encrypted for the public keys that the plan names, written out or taken from the environment', () => {
  const plan = parse(`backup:\n  encrypt-to:\n    - ${KEY}\n    - "\${OPS_KEY}"\n`, { OPS_KEY: OTHER })
  expect(plan.backup).toMatchObject({ encryptTo: [KEY, OTHER] })
})

test('a rehearsal counts for a run that encrypts for others', () => {
  expect(digestPlan(parse(`backup: { encrypt-to: [${KEY}] }`))).toBe(digestPlan(parse('')))
  expect(digestPlan(parse('backup: { verify: read }'))).not.toBe(digestPlan(parse('')))
})

describe('a text that is no public key is a mistake in its line', () => {
  test.each([
    [`${KEY.slice(0, -1)}q`, /^backup\.encrypt-to\[2\] must be a public key of age, .* nothing mistyped, not "age1lgg/],
    ['correct horse', /must be a public key of age, .*, not "correct horse"$/],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3n', /and no SSH key: make one with age-keygen/],
    [
      'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t',
      /keys of plugins and post-quantum keys are not known/,
    ],
  ])('%s', (written, message) => {
    expect(problem(`backup:\n  encrypt-to:\n    - ${KEY}\n    - ${written}`)).toMatchObject({
      file: 'savepoint.yml',
      line: 5,
      column: 7,
      message: expect.stringMatching(message),
    })
  })

  test.each(['backup: { encrypt-to: [] }', `backup: { encrypt-to: ${KEY} }`, 'backup: { encrypt-to: { passphrase: x } }'])(
    '%s',
    (text) => {
      expect(problem(text)).toMatchObject({ line: 2, message: expect.stringMatching(/^backup\.encrypt-to must /) })
    },
  )

  test('a private key, which is not repeated', () => {
    const found = problem(`backup: { encrypt-to: [ ${PRIVATE} ] }`)
    expect(found.message).toBe(
      'backup.encrypt-to[1] must be a public key, age1…; this is the private one, which must not be in a plan: make a new pair of keys',
    )
    expect(JSON.stringify(found)).not.toContain('AGE-SECRET')
  })
})
