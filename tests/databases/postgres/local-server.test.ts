import { existsSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createTestDatabase, query, startCluster, type TestCluster } from '../../support/postgres.ts'

describe('the shared cluster', () => {
  test('gives each test an empty database of its own and takes it away again', async () => {
    const database = await createTestDatabase()
    expect(await query(database.url, 'create table a (id int); select current_database() as name')).toEqual([
      { name: database.name },
    ])
    await database.drop()
    await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist')
  })
})

describe('a private server', () => {
  let cluster: TestCluster | undefined
  afterEach(() => cluster?.remove())

  test('listens with a password only, keeps its data over stop, kill and restart, and leaves nothing behind', async () => {
    cluster = await startCluster({ durable: true, settings: { max_connections: '17' } })
    const database = await cluster.createDatabase()
    await query(database.url, 'create table kept as select 1 as value')

    await expect(query(database.url.replace(cluster.password, 'wrong'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
    expect(await query(database.url, 'show max_connections')).toEqual([{ max_connections: '17' }])
    expect(await query(database.url, 'show fsync')).toEqual([{ fsync: 'on' }])

    await cluster.stop('fast')
    await expect(query(database.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
    await cluster.restart()
    await cluster.kill()
    await cluster.restart()
    expect(await query(database.url, 'select value from kept')).toEqual([{ value: 1 }])

    await cluster.remove()
    expect(existsSync(cluster.dataDirectory)).toBe(false)
  })
})
