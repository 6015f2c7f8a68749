/** Starts the one PostgreSQL cluster that all test files of a run share. */
import type { LocalServer } from '../../src/databases/postgres/local-server.ts'
import { launchCluster, publishSharedCluster } from './cluster.ts'

declare global {
  var sharedTestServer: LocalServer | undefined
}

export default async function startSharedCluster(): Promise<void> {
  const server = await launchCluster({ settings: { max_connections: '100', max_prepared_transactions: '10' } })
  globalThis.sharedTestServer = server
  publishSharedCluster(server)
}
