import { describe, expect, test } from '@jest/globals'
import { childEnvironmentOf, conninfo } from '../../../src/databases/postgres/child-environment.ts'
import { fullUrl, maskedUrl, resolveSettings } from '../../../src/databases/postgres/settings.ts'
import { ConfigurationError } from '../../../src/domain/errors.ts'

describe('where the database is', () => {
  test.each([
    [
      'postgres://ann:secret@db.example:6432/shop',
      { host: 'db.example', port: 6432, database: 'shop', user: 'ann', password: 'secret' },
    ],
    ['postgresql://ann@db.example/shop', { port: 5432, password: null, sslMode: 'prefer' }],
    ['postgresql+psycopg2://ann@db.example/shop', { host: 'db.example', scheme: 'postgresql+psycopg2' }],
    ['postgresql://a%40b:p%40ss%3Aw%2Frd%2541%20%22x%22@h/d', { user: 'a@b', password: 'p@ss:w/rd%41 "x"' }],
    ['postgresql://ann@[2001:db8::1]:5433/shop', { host: '2001:db8::1', port: 5433 }],
    ['postgresql://ann@/shop?host=/run/postgresql', { host: '/run/postgresql', database: 'shop' }],
    ['postgresql://ann@%2Frun%2Fpostgresql:5433/shop', { host: '/run/postgresql', port: 5433 }],
    ['postgresql:///shop?user=ann&password=a%2Bb+c&port=5433', { host: 'localhost', user: 'ann', password: 'a+b+c', port: 5433 }],
    ['postgresql://ann@h', { database: 'ann' }],
    ['postgresql://ann@:5433/shop', { host: 'localhost', port: 5433, user: 'ann' }],
    ['postgresql://:5433/shop', { host: 'localhost', port: 5433 }],
    [
      'postgresql://ann@h/d?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem',
      { sslMode: 'verify-full', sslRootCert: '/ca.pem', sslCert: '/c.pem', sslKey: '/k.pem' },
    ],
    [
      'postgresql://ann@h/d?schema=app&connection_limit=5',
      {
        database: 'd',
        foreignParameters: [
          ['schema', 'app'],
          ['connection_limit', '5'],
        ],
      },
    ],
  ])('%s is understood', (url, expected) => {
    expect(resolveSettings({ url })).toMatchObject(expected)
  })

  test('parts fill what the URL leaves out, and never change what it says', () => {
    const settings = resolveSettings({
      url: 'postgresql://db.example/shop',
      host: 'other',
      user: 'ann',
      password: 'p',
      sslMode: 'require',
    })
    expect(settings).toMatchObject({ host: 'db.example', user: 'ann', password: 'p', sslMode: 'require' })
  })

  test.each([
    ['mysql://h/d', 'the database URL has the unknown scheme mysql://'],
    ['postgresql://ann:se/cret@h/d', 'the database URL is malformed'],
    ['postgresql://ann:se#cret@h/d', 'the database URL is malformed'],
    ['postgresql://ann:secret@h/d#x', 'the database URL contains a bare #'],
    ['postgresql://ann:50%secret@h/d', 'the password in the database URL has a % that is not followed by two hex digits'],
    ['postgresql://ann:secret@h/d?sslmod=require', 'the database URL has the unknown parameter sslmod'],
    ['postgresql://ann:secret@h/d?sslmode=on', 'unknown sslmode: on'],
    ['postgresql://ann:secret@h/d?port=70000', 'the database port is not a number from 1 to 65535: 70000'],
    ['postgresql:///d?host=a,b', 'the database URL names several hosts'],
  ])('%s is refused with a reason, a hint or both, and no word of the password', (url, message) => {
    const error = caught(() => resolveSettings({ url }))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toBe(message)
    expect(`${error.message} ${(error as ConfigurationError).hint}`).not.toContain('cret')
  })

  test('naming no database at all is refused', () => {
    expect(() => resolveSettings({})).toThrow('no database is named')
  })

  test('what people see has no password; what tools get has it, and reads back to the same place', () => {
    const settings = resolveSettings({ url: 'postgresql+asyncpg://a%40b:p%25%20x@[::1]:5433/my%20db?sslmode=require&schema=app' })
    expect(maskedUrl(settings)).toBe('postgresql://a%40b:***@[::1]:5433/my%20db?sslmode=require')
    expect(conninfo(settings, "it's")).not.toContain('p% x')
    expect(resolveSettings({ url: fullUrl(settings) })).toEqual(settings)
  })

  test('a socket survives the way into a URL and back', () => {
    const settings = resolveSettings({ host: '/run/postgresql', port: 5433, name: 'd', user: 'ann' })
    expect(maskedUrl(settings)).toBe('postgresql://ann@/d?host=%2Frun%2Fpostgresql&port=5433')
    expect(resolveSettings({ url: fullUrl(settings) })).toEqual(settings)
  })

  test('child processes are led to the same database by DATABASE_URL and by the variables of libpq', () => {
    const settings = resolveSettings({ url: 'postgresql://ann:p@h:5433/d?sslmode=verify-ca&sslrootcert=/ca.pem' })
    expect(childEnvironmentOf(settings, 'savepoint r tool')).toEqual({
      DATABASE_URL: 'postgresql://ann:p@h:5433/d?sslmode=verify-ca&sslrootcert=%2Fca.pem',
      PGHOST: 'h',
      PGHOSTADDR: '',
      PGPORT: '5433',
      PGUSER: 'ann',
      PGPASSWORD: 'p',
      PGDATABASE: 'd',
      PGSSLMODE: 'verify-ca',
      PGSSLROOTCERT: '/ca.pem',
      PGAPPNAME: 'savepoint r tool',
    })
  })
})

function caught(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  throw new Error('it was expected to fail')
}
