/** Redaction: no form of a secret survives, and harmless text does. */
import { describe, expect, test } from '@jest/globals'
import { createRedactor } from '../../src/system/redaction.ts'

const CANARY = 'p@ss:w/rd%41 "x"'

/** Nothing left from which the password could be read. */
function leaks(text: string): boolean {
  return /rd.{0,8}41|ss.{0,4}w.{0,4}rd/.test(text)
}

describe('a known secret is masked', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['as it is', CANARY],
    ['percent-encoded', encodeURIComponent(CANARY)],
    ['percent-encoded in small letters', encodeURIComponent(CANARY).replace(/%../g, (code) => code.toLowerCase())],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(CANARY))],
    ['half percent-encoded, as browsers do', 'p%40ss:w/rd%2541%20%22x%22'],
    ['form-encoded', new URLSearchParams({ '': CANARY }).toString().slice(1)],
    ['JSON-escaped', JSON.stringify(CANARY)],
    ['JSON-escaped twice', JSON.stringify(JSON.stringify(CANARY))],
    ['JSON-escaped as code units', 'p\\u0040ss:w\\u002Frd\\u002541\\u0020\\u0022x\\u0022'],
    ['shell-escaped', 'p@ss:w/rd%41\\ \\"x\\"'],
    ['passfile-escaped', 'p@ss\\:w/rd%41 "x"'],
    ['HTML-escaped', 'p@ss:w/rd%41 &quot;x&quot;'],
    ['doubled quotes', 'p@ss:w/rd%41 ""x""'],
  ]
  test.each(forms)('%s', (_form, written) => {
    const masked = createRedactor([CANARY])(`before ${written} after`)
    expect(masked).toMatch(/^before \W*\*\*\*\W* after$/)
    expect(leaks(masked)).toBe(false)
  })

  test.each(['', 'u', 'us', 'user:'])('in base64 behind %j', (before) => {
    const encoded = Buffer.from(`${before}${CANARY}!`).toString('base64')
    const masked = createRedactor([CANARY])(`Authorization: Basic ${encoded}`)
    expect(masked).toContain('***')
    expect(Buffer.from(masked.split(' ').at(-1) ?? '', 'base64').toString('latin1')).not.toContain('ss:w')
  })

  test('in URL-safe base64', () => {
    const secret = 'ÿÿþ>?>?~~~'
    const encoded = Buffer.from(secret).toString('base64url')
    expect(createRedactor([secret])(encoded).length).toBeLessThan(encoded.length / 2 + 3)
  })

  test('with a single quote, quoted for a shell and for SQL', () => {
    const redact = createRedactor(["it's secret"])
    expect(redact(`'it'\\''s secret'`)).toBe(`'***'`)
    expect(redact(`'it''s secret'`)).toBe(`'***'`)
  })

  test('over several lines, whole and line by line', () => {
    const redact = createRedactor(['first-line\nsecond-line'])
    expect(redact('x first-line\nsecond-line y')).toBe('x *** y')
    expect(redact('x second-line y')).toBe('x *** y')
    expect(redact('"first-line\\nsecond-line"')).toBe('"***"')
  })

  test('beside a shorter secret that it contains, with nothing of it left', () => {
    expect(createRedactor(['abcd', 'abcdefgh'])('abcdefgh')).toBe('***')
  })
})

describe('a secret that is a database URL', () => {
  test('counts for its password, raw and decoded, and leaves the host to be read', () => {
    const redact = createRedactor(['postgresql://app:s3cr%40t%2Fpw@db.example.org:5432/shop'])
    expect(redact('postgresql://app:s3cr%40t%2Fpw@db.example.org:5432/shop')).toBe(
      'postgresql://app:***@db.example.org:5432/shop',
    )
    expect(redact('password is s3cr@t/pw')).toBe('password is ***')
  })

  test('is understood although its password was not encoded', () => {
    const url = `postgres://app:${CANARY}@db.example.org/shop`
    const masked = createRedactor([url])(`could not connect to ${url}: ${CANARY}`)
    expect(masked).toBe('could not connect to postgres://app:***@db.example.org/shop: ***')
  })

  test('has its password found in the query too', () => {
    expect(createRedactor(['postgres://h/db?user=u&password=hunter22'])('hunter22')).toBe('***')
  })

  test('without a password masks nothing', () => {
    expect(createRedactor(['postgres://app@db.example.org/shop'])('postgres://app@db.example.org/shop')).toBe(
      'postgres://app@db.example.org/shop',
    )
  })
})

describe('an unknown password is masked where passwords stand', () => {
  const redact = createRedactor([])
  const places: readonly (readonly [string, string])[] = [
    ['postgres://app:pw@h/db', 'postgres://app:***@h/db'],
    ['postgresql+psycopg://app:p@w@h/db', 'postgresql+psycopg://app:***@h/db'],
    ['host=h password=pw dbname=d', 'host=h password=*** dbname=d'],
    ["password = 'a b'' c' dbname=d", 'password = *** dbname=d'],
    ['PGPASSWORD=pw psql', 'PGPASSWORD=*** psql'],
    ['{"password":"a\\"b","user":"u"}', '{"password":***,"user":"u"}'],
    ['?user=u&password=pw&sslmode=require', '?user=u&password=***&sslmode=require'],
    ["CREATE ROLE app LOGIN PASSWORD 'pw';", 'CREATE ROLE app LOGIN PASSWORD ***;'],
  ]
  test.each(places)('%s', (text, masked) => {
    expect(redact(text)).toBe(masked)
  })

  test('and is left alone where they do not', () => {
    const text = 'password authentication failed for user "app" at http://127.0.0.1:5432/; database.password: must be text'
    expect(redact(text)).toBe(text)
  })
})

test('a secret too short to be searched for is masked in a URL and in a password pair only', () => {
  expect(createRedactor(['ab'])('about postgres://u:ab@h/d and password=ab')).toBe('about postgres://u:***@h/d and password=***')
})

test('redacting twice changes nothing', () => {
  const redact = createRedactor([CANARY])
  const once = redact(`postgres://u:${CANARY}@h/d password=${CANARY}`)
  expect(redact(once)).toBe(once)
})
