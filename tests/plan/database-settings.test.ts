/** Where the database is, from the plan and the environment. */
import { describe, expect, test } from '@jest/globals'
import { databaseSettings } from '../../src/plan/database-settings.ts'

const DB = { DB_HOST: 'h', DB_PORT: '6000', DB_NAME: 'n', DB_USER: 'u', DB_PASSWORD: 'p' }
const PG = { PGHOST: 'pgh', PGDATABASE: 'pgn', PGSSLMODE: 'require' }

describe('without a word in the plan', () => {
  test('DATABASE_URL comes first', () => {
    expect(databaseSettings(undefined, { DATABASE_URL: 'postgres://x/y', ...DB })).toEqual({
      settings: { url: 'postgres://x/y' },
    })
  })

  test('then the DB_ variables, not mixed with those of libpq', () => {
    expect(databaseSettings(undefined, { ...DB, PGPASSWORD: 'other', DATABASE_URL: '' })).toEqual({
      settings: { host: 'h', port: 6000, name: 'n', user: 'u', password: 'p' },
    })
  })

  test('then those of libpq', () => {
    expect(databaseSettings({}, PG)).toEqual({ settings: { host: 'pgh', name: 'pgn', sslMode: 'require' } })
  })

  test('nothing at all is a problem that names every variable looked for', () => {
    const found = databaseSettings(undefined, {})
    const hint = 'problem' in found ? found.problem.hint : ''
    for (const name of ['DATABASE_URL', ...Object.keys(DB), 'PGHOST', 'PGPORT', 'PGDATABASE', 'PGUSER', 'PGPASSWORD']) {
      expect(hint).toContain(name)
    }
  })

  test('a secret that was forgotten is named', () => {
    expect(databaseSettings(undefined, { ...DB, DB_NAME: '', DB_USER: '' })).toMatchObject({
      problem: { message: 'not set: DB_NAME, DB_USER (although there is DB_HOST, DB_PASSWORD)' },
    })
  })

  test('a port that is no number is refused', () => {
    expect(databaseSettings(undefined, { ...DB, DB_PORT: 'x' })).toMatchObject({
      problem: { message: expect.stringContaining('port') },
    })
  })
})

describe('with an address in the plan', () => {
  test('what it leaves out comes from the environment', () => {
    expect(databaseSettings({ host: 'plan', name: 'planned' }, { ...DB, DATABASE_URL: 'postgres://x/y' })).toEqual({
      settings: { host: 'plan', port: 6000, name: 'planned', user: 'u', password: 'p' },
    })
  })

  test('a database without a name is a problem', () => {
    expect(databaseSettings({ host: 'plan' }, {})).toMatchObject({ problem: { message: 'database.name is missing' } })
  })
})
