/** Databases and private PostgreSQL clusters for tests. */
import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import type { LocalServer } from '../../src/databases/postgres/local-server.ts'
import { type ClusterOptions, launchCluster, sharedCluster } from './cluster.ts'

export interface TestDatabase {
  /** For the superuser `postgres`, over TCP with a password. */
  readonly url: string
  readonly name: string
  /** Drops it, sessions in it included. */
  drop(): Promise<void>
}

/** A private cluster, for tests that stop, kill or configure the server. */
export interface TestCluster extends LocalServer {
  createDatabase(name?: string): Promise<TestDatabase>
}

/** A new empty database on the cluster that all test files share. */
export function createTestDatabase(name = freshName()): Promise<TestDatabase> {
  const { port, password } = sharedCluster()
  return createDatabase((database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`, name)
}

/** Starts a cluster of the test's own; the test must `remove()` it. `durable: true` keeps fsync on. */
export async function startCluster(options: ClusterOptions = {}): Promise<TestCluster> {
  const server = await launchCluster(options)
  return { ...server, createDatabase: (name = freshName()) => createDatabase(server.url, name) }
}

/** Runs statements and returns the rows of the last; one connection, closed afterwards. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const answer: unknown = await client.query(sql)
    const last = (Array.isArray(answer) ? answer.at(-1) : answer) as { rows: Record<string, unknown>[] }
    return last.rows
  } finally {
    await client.end()
  }
}

async function createDatabase(urlOf: (database: string) => string, name: string): Promise<TestDatabase> {
  await query(urlOf('postgres'), `create database ${escapeIdentifier(name)}`)
  return {
    url: urlOf(name),
    name,
    drop: async () => {
      await query(urlOf('postgres'), `drop database if exists ${escapeIdentifier(name)} with (force)`)
    },
  }
}

function freshName(): string {
  return `test_${randomBytes(6).toString('hex')}`
}
