/** What docs/fingerprint.md says the fingerprint cannot see: values that their type holds to be equal. */
import { expect, test } from '@jest/globals'
import { openDatabase } from '../../support/opened-database.ts'
import { createTestDatabase, query } from '../../support/postgres.ts'

const EQUAL_TO_THEIR_TYPE: readonly (readonly [type: string, one: string, other: string])[] = [
  ['numeric', '1.0', '1.00'],
  ['real', '0', '-0'],
  ['double precision', '0', '-0'],
  ['interval', '1 day', '24:00:00'],
  ['interval', '1 mon', '30 days'],
  ['jsonb', '{"a": 1.0}', '{"a": 1.00}'],
  ['numeric[]', '{1.0,2}', '{1.00,2}'],
  ['int[]', '{1,2}', '[5:6]={1,2}'],
  ['int[]', '{1,2,3,4}', '{{1,2},{3,4}}'],
  ['numrange', '[1.0,2)', '[1.00,2)'],
  ['nummultirange', '{[1.0,2)}', '{[1.00,2)}'],
]

test('values equal to their type have one fingerprint, however they are written', async () => {
  const database = await createTestDatabase()
  const columns = EQUAL_TO_THEIR_TYPE.map(([type], index) => `c${index} ${type}`)
  const values = (side: 1 | 2) => EQUAL_TO_THEIR_TYPE.map((row) => `'${row[side]}'`)
  const digest = async () => {
    await using opened = { handle: openDatabase(database.url), [Symbol.asyncDispose]: () => opened.handle.close() }
    const { signal } = new AbortController()
    return opened.handle.withSnapshot(signal, async (view) => (await view.fingerprint({ signal })).digest)
  }
  try {
    await query(database.url, `CREATE TABLE blind (id int PRIMARY KEY, ${columns}); INSERT INTO blind VALUES (1, ${values(1)})`)
    const before = await digest()

    const assignments = values(2).map((value, index) => `c${index} = ${value}`)
    await query(database.url, `UPDATE blind SET ${assignments}`)

    const written = await query(database.url, 'SELECT c0::text AS numeric, c7::text AS bounds FROM blind')
    expect(written).toEqual([{ numeric: '1.00', bounds: '[5:6]={1,2}' }])
    expect(await digest()).toBe(before)
  } finally {
    await database.drop()
  }
})
