/** Finds `pg_dump` and `pg_restore` that are not older than the server, and asks them what version they really are. */
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { ConfigurationError } from '../../domain/errors.ts'
import type { Processes } from '../../domain/ports/processes.ts'

export interface ClientPrograms {
  readonly dump: string
  readonly restore: string
  /** `15.4`. */
  readonly version: string
  readonly major: number
}

export interface ProgramPlaces {
  /** The one directory to look in (SAVEPOINT_PG_BIN). */
  readonly directory?: string | undefined
  /** PATH; the process's own when left out. */
  readonly path?: string | undefined
  /** Patterns of versioned directories, with at most one `*` each; those of the packages when left out. */
  readonly versioned?: readonly string[] | undefined
}

/** Debian's and PGDG's packages (deb, rpm), Homebrew on either processor. */
const VERSIONED = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/opt/homebrew/opt/libpq/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/usr/local/opt/libpq/bin',
]

/**
 * The programs of the server's own major version where they are installed, else of the next newer one.
 *
 * @throws ConfigurationError naming the package to install
 */
export async function findClientPrograms(
  processes: Processes,
  serverMajor: number,
  places: ProgramPlaces,
): Promise<ClientPrograms> {
  const found: ClientPrograms[] = []
  for (const directory of directoriesOf(places, serverMajor)) {
    const programs = await programsIn(processes, directory)
    if (programs?.major === serverMajor) return programs
    if (programs !== null) found.push(programs)
  }
  const newer = found.filter(({ major }) => major > serverMajor).sort((a, b) => a.major - b.major)[0]
  if (newer !== undefined) return newer
  throw missing(serverMajor, found, places.directory)
}

/** The directory most likely to fit first, so that mostly one program is asked. */
function directoriesOf(places: ProgramPlaces, serverMajor: number): readonly string[] {
  if (places.directory) return [places.directory]
  const versioned = (places.versioned ?? VERSIONED).flatMap(directoriesLike)
  const exact = versioned.filter((directory) => directory.includes(String(serverMajor)))
  const path = (places.path ?? process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  return [...new Set([...exact, ...path, ...versioned])]
}

/** Directories that a pattern names; compiling a real glob takes longer than all the rest of the search. */
function directoriesLike(pattern: string): readonly string[] {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return existsSync(pattern) ? [pattern] : []
  const parent = before.slice(0, before.lastIndexOf(sep) + 1)
  const prefix = before.slice(parent.length)
  return namesIn(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => `${parent}${name}${after}`)
    .filter((directory) => existsSync(directory))
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

async function programsIn(processes: Processes, directory: string): Promise<ClientPrograms | null> {
  const [dump, restore] = [join(directory, 'pg_dump'), join(directory, 'pg_restore')]
  if (!existsSync(dump) || !existsSync(restore)) return null
  const [version, restoreVersion] = await Promise.all([versionOf(processes, dump), versionOf(processes, restore)])
  if (version === null || restoreVersion === null) return null
  const major = Math.min(Number.parseInt(version, 10), Number.parseInt(restoreVersion, 10))
  return { dump, restore, version, major }
}

/** `null` where the program does not run; a wrapper without a server's programs behind it is as good as none. */
async function versionOf(processes: Processes, program: string): Promise<string | null> {
  try {
    const { stdout } = await processes.run({ run: { file: program, args: ['--version'] } }, { timeoutMs: 10_000 })
    return /(\d+(?:\.\d+)*)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

function missing(serverMajor: number, found: readonly ClientPrograms[], directory: string | undefined): ConfigurationError {
  const where = directory ? ` in ${directory}` : ''
  const newest = found.map(({ version }) => version).sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))[0]
  const reason =
    newest === undefined
      ? `no pg_dump and pg_restore found${where} for the server's version ${serverMajor}`
      : `pg_dump ${newest}${where} is older than the server, which is version ${serverMajor}`
  return new ConfigurationError(reason, {
    hint: `Install the package postgresql-client-${serverMajor} (or newer), or name the programs' directory in SAVEPOINT_PG_BIN.`,
  })
}
