/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Checks that reach outside the database, as a plan writes them: command, http, suite, and what is refused of each. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../src/domain/errors.ts'
import { parsePlan } from '../../../src/plan/loading.ts'
import { planSecrets } from '../../../src/plan/secrets.ts'

const environment = { DATABASE_URL: 'postgres://h/d', API_TOKEN: 'tok-123', BASE: 'https://ann:pass-9@shop.example.org' }

function parse(checks: string) {
  const text = `version: 1\nvalidate:\n${checks.replaceAll(/^/gm, '  ')}`
  return parsePlan({ text, file: 'savepoint.yml', environmentName: undefined, environment })
}

function mistakes(checks: string): readonly string[] {
  try {
    parse(checks)
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems.map(({ line, message, hint }) => `${line}: ${message} ${hint ?? ''}`.trim())
    }
    throw error
  }
  return []
}

const HTTP = 'http: { get: "http://h/x" }'

describe('a plan', () => {
  test('fills in what a command, a request and a suite leave out', () => {
    const { validate } = parse(
      '- { name: a, command: make check }\n- { name: b, http: { get: "http://h/x" } }\n- { name: c, suite: t.sql }',
    )
    expect(validate).toMatchObject([
      { kind: 'command', moment: 'after', exitCodes: [0], failOn: null, workingDirectory: '.' },
      { kind: 'http', moment: 'after-start', status: [{ from: 200, to: 299 }], withinMs: null, captures: [] },
      { kind: 'suite', moment: 'after', expect: null, keep: false },
    ])
  })

  test('pastes no variable into a command, and every variable into a request', () => {
    const [command, http] = parse(
      '- { name: a, command: "echo ${API_TOKEN}" }\n- { name: b, http: { post: "${BASE}/x" }, json: { a: ["${API_TOKEN}"] } }',
    ).validate
    expect(command).toMatchObject({ command: 'echo ${API_TOKEN}' })
    expect(http).toMatchObject({
      request: { method: 'POST', url: 'https://ann:pass-9@shop.example.org/x', body: { json: { a: ['tok-123'] } } },
    })
  })

  test('knows its secrets: tokens, secret headers, passwords in addresses', () => {
    const plan = parse(
      '- { name: a, http: { get: "${BASE}/x" }, token: "${API_TOKEN}", headers: { X-Api-Key: k-1, Accept: text/plain } }\n' +
        '- { name: b, http: { get: "http://h" }, headers: { Authorization: Bearer b-2 } }',
    )
    expect(planSecrets(plan)).toEqual(['tok-123', 'k-1', 'pass-9', 'Bearer b-2', 'b-2'])
  })

  test.each([
    ['command: x, exit-code: 256', 'exit-code must be an exit code from 0 to 255'],
    ['command: x, exit-code: []', 'exit-code must be an exit code'],
    ['command: x, fail-on: "("', 'fail-on must be a regular expression'],
    ['command: x, must-match: ""', 'must-match must not be empty: it would match everything'],
    ['command: x, fails-on: a', 'fails-on is not a known key Did you mean fail-on?'],
    ['command: ""', 'command must not be empty'],
    ['http: "http://h/x"', 'http must be a mapping'],
    ['http: {}', 'http must give one address'],
    ['http: { get: "http://h", post: "http://h" }', 'http must give one address'],
    ['http: { get: "http://h", pots: x }', 'Did you mean post?'],
    ['http: { url: "http://h" }', 'http must give method and url together'],
    ['http: { get: "ftp://h/x" }', 'http.get must be an address such as'],
    ['http: { get: /x }', 'http.get must be an address such as'],
    ['http: { get: "http://{{host}}/x" }', 'http.get must be an address such as'],
    [`${HTTP}, json: { a: 1 }`, 'must have no body: a GET request has none'],
    ['http: { put: "http://h" }, json: 1, body: x', 'must say either json, or body, not both'],
    [`${HTTP}, token: t, headers: { Authorization: x }`, 'must say either token, or the header authorization'],
    [`${HTTP}, headers: { "a b": x }`, 'names of headers'],
    [`${HTTP}, status: 99`, 'status must be a status such as 200'],
    [`${HTTP}, status: 7xx`, 'status must be a status such as 200'],
    [`${HTTP}, within: fast`, 'within must be a duration'],
    [`${HTTP}, json-path: { "$..a": 1 }`, 'has a key that must be a path to one place'],
    [`${HTTP}, json-path: { "$.a": [1] }`, 'must be a value, or one of { at-least: 1'],
    [`${HTTP}, capture: { "1a": $.a }`, 'has a key that must be a name such as phase_id'],
    [`${HTTP}, capture: { a: id }`, 'must be a path to one place'],
    ['suite: t.sql, expect: 0', 'expect must be a whole number, 1 or more'],
    ['suite: t.sql, expect: 1, at-least: 2', 'must say either expect, or at-least'],
    ['suite: t.sql, pass: "^t$"', 'must say with pass also fail'],
  ])('refuses { %s } in one sentence', (keys, message) => {
    const found = mistakes(`- { name: a, ${keys} }`)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(message)
    expect(found[0]).toMatch(/^3: /)
  })
})

describe('a value that a request takes', () => {
  const create = (moment: string) => `- { name: create, when: ${moment}, http: { post: "http://h/x" }, capture: { id: $.id } }`
  const take = (moment: string) => `- { name: take, when: ${moment}, http: { get: "http://h/x/{{id}}" } }`

  test('must be captured by a check before it, at the same moment', () => {
    expect(mistakes(`${create('after')}\n${take('after')}`)).toEqual([])
    expect(mistakes(`${create('before-and-after')}\n${take('before')}`)).toEqual([])
    expect(mistakes(`${take('after')}\n${create('after')}`)).toEqual([
      expect.stringContaining('3: validate[1] takes {{id}}, which no check before it captures at the same moment'),
    ])
    expect(mistakes(`${create('before')}\n${take('before-and-after')}`)).toHaveLength(1)
    expect(mistakes(`${create('before')}\n${take('after')}`)).toHaveLength(1)
  })
})
