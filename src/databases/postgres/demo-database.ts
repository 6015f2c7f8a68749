/** The database of the demo: on a throwaway server of our own, or on the server that is named; gone afterwards with its copies. */
import { randomBytes } from 'node:crypto'
import { connect } from './connect.ts'
import { startLocalServer } from './local-server.ts'
import { quoteName, quoteText } from './names.ts'
import { findServerPrograms } from './server-programs.ts'
import { fullUrl, type PostgresSettings, resolveSettings, serverName, withDatabase } from './settings.ts'

export interface DemoDatabase extends AsyncDisposable {
  /** Holds the password: for the environment of a child process. */
  readonly url: string
  /** Where it is, for people. */
  readonly description: string
  readonly serverVersion: string
  /** Runs scripts one after the other in one session. */
  execute(scripts: readonly string[]): Promise<void>
}

/** For loading in bulk what can be made again. */
const BULK = { max_wal_size: '4GB', maintenance_work_mem: '128MB', shared_buffers: '256MB' }

const CONNECT = { applicationName: 'savepoint demo', timeoutMs: 10_000 }

/**
 * @param serverUrl - a database whose server may be used, where the caller was given one
 * @param projectDirectory - where the embedded server may be installed
 * @throws ConnectionError where the server cannot be reached or started
 */
export async function openDemoDatabase(serverUrl: string | undefined, projectDirectory: string): Promise<DemoDatabase> {
  if (serverUrl !== undefined) return createDatabase(resolveSettings({ url: serverUrl }), async () => {})
  const server = await startLocalServer({ binDirectory: findServerPrograms(projectDirectory), settings: BULK })
  try {
    return await createDatabase(resolveSettings({ url: server.url() }), () => server.remove())
  } catch (error) {
    await server.remove()
    throw error
  }
}

async function createDatabase(maintenance: PostgresSettings, release: () => Promise<void>): Promise<DemoDatabase> {
  const name = `savepoint_demo_${randomBytes(3).toString('hex')}`
  const settings = withDatabase(maintenance, name)
  const { client, serverVersion } = await connect(maintenance, CONNECT)
  try {
    await client.query(`CREATE DATABASE ${quoteName(name)}`)
  } finally {
    await client.end()
  }
  return {
    url: fullUrl(settings),
    description: `${name} on ${serverName(settings)}`,
    serverVersion,
    execute: (scripts) => execute(settings, scripts),
    [Symbol.asyncDispose]: async () => {
      await dropFamily(maintenance, name).finally(release)
    },
  }
}

async function execute(settings: PostgresSettings, scripts: readonly string[]): Promise<void> {
  const { client } = await connect(settings, CONNECT)
  try {
    for (const script of scripts) await client.query(script)
  } finally {
    await client.end()
  }
}

/** The demo's database and whatever the runs on it kept beside it: the name is random, so all of it is the demo's own. */
async function dropFamily(maintenance: PostgresSettings, name: string): Promise<void> {
  const { client } = await connect(maintenance, CONNECT)
  try {
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE starts_with(datname, ${quoteText(name)})`)
    for (const { datname } of rows) await client.query(`DROP DATABASE ${quoteName(String(datname))} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
