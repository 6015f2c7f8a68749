/** Throwaway PostgreSQL clusters for tests: the shared one of a whole test run, described to its workers, and private ones. */
import { resolve } from 'node:path'
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../../src/databases/postgres/local-server.ts'
import { findServerPrograms } from '../../src/databases/postgres/server-programs.ts'

/** What a worker must know of the shared cluster. */
export interface SharedCluster {
  readonly port: number
  readonly password: string
  readonly socketDirectory: string
  readonly binDirectory: string
  readonly dataDirectory: string
}

const VARIABLE = 'SAVEPOINT_TEST_CLUSTER'

export const PROJECT_DIRECTORY = resolve(import.meta.dirname, '../..')

export type ClusterOptions = Omit<LocalServerOptions, 'binDirectory'> & { readonly binDirectory?: string }

export function launchCluster(options: ClusterOptions = {}): Promise<LocalServer> {
  return startLocalServer({ ...options, binDirectory: options.binDirectory ?? findServerPrograms(PROJECT_DIRECTORY) })
}

/** Workers are started after the global setup and inherit its environment. */
export function publishSharedCluster(server: LocalServer): void {
  const { port, password, socketDirectory, binDirectory, dataDirectory } = server
  process.env[VARIABLE] = JSON.stringify({ port, password, socketDirectory, binDirectory, dataDirectory } satisfies SharedCluster)
}

export function sharedCluster(): SharedCluster {
  const text = process.env[VARIABLE]
  if (text === undefined) throw new Error('the shared test cluster is not running: run the tests through jest')
  return JSON.parse(text) as SharedCluster
}
