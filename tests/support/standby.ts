/** A server with a standby that follows it, for tests of what a watch sees of replication. */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { query, startCluster, type TestCluster } from './postgres.ts'

export interface ReplicatedCluster extends AsyncDisposable {
  readonly primary: TestCluster
  readonly standby: TestCluster
  /** Of the standby, for the superuser. */
  readonly standbyUrl: string
}

/** Resolves once the standby streams. Its data is a cold copy of the primary's: no program is needed but the server itself. */
export async function startReplicated(): Promise<ReplicatedCluster> {
  const primary = await startCluster({ settings: { wal_level: 'replica' } })
  const { port, password } = primary
  const standby = await startCluster({
    settings: {
      primary_conninfo: `host=127.0.0.1 port=${port} user=postgres password=${password}`,
      // So that a standby that stands still says so soon.
      wal_receiver_status_interval: '1s',
    },
  })
  await Promise.all([primary.stop(), standby.stop()])
  await rm(standby.dataDirectory, { recursive: true })
  await promisify(execFile)('cp', ['-a', primary.dataDirectory, standby.dataDirectory])
  await writeFile(join(standby.dataDirectory, 'standby.signal'), '')
  await primary.restart()
  await standby.restart()
  while ((await query(primary.url(), "SELECT FROM pg_stat_replication WHERE state = 'streaming'")).length === 0);
  return {
    primary,
    standby,
    // Its passwords are those of the primary.
    standbyUrl: standby.url().replace(standby.password, password),
    [Symbol.asyncDispose]: async () => {
      await standby.remove()
      await primary.remove()
    },
  }
}
