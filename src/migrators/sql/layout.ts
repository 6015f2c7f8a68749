/** How migrations lie in a directory: plain numbered files, up/down pairs, or one directory each; the three may be mixed. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError, type Problem } from '../../domain/errors.ts'

export type Shape = 'plain' | 'pair' | 'directory'

/** One migration as its files tell. Paths are relative to the migrations directory. */
export interface SqlMigration {
  /** The number as written, e.g. `011`. */
  readonly revision: string
  /** The rest of the name, e.g. `add_users`; may be empty. */
  readonly name: string
  readonly shape: Shape
  readonly up: string
  readonly down: string | null
}

/** A file or directory that belongs to a numbered migration. */
interface Piece {
  readonly path: string
  readonly revision: string
  readonly name: string
  readonly role: 'plain' | 'up' | 'down'
  readonly inDirectory: boolean
}

const FILE = /^V?(\d+)(?:[_-]+([^\p{C}/]*?))?(?:\.(up|down))?\.sql$/iu
const DIRECTORY = /^V?(\d+)(?:[_-]+([^\p{C}/]*))?$/iu
const NAMING = 'name files 001_what_it_does.sql, or 001_what_it_does.up.sql with a .down.sql, or 001_what_it_does/up.sql'

/**
 * Reads a migrations directory, oldest first. Gaps between numbers are fine; files that are not SQL are left alone.
 *
 * @throws ConfigurationError with every malformed name and every number used twice
 */
export async function readLayout(directory: string): Promise<readonly SqlMigration[]> {
  const problems: Problem[] = []
  const pieces = await findPieces(directory, problems)
  const migrations = assemble(pieces, problems)
  if (problems.length > 0) throw malformed(directory, problems)
  return migrations
}

/** Whether a file name is that of a numbered migration. */
export function isNumberedFile(name: string): boolean {
  return FILE.test(name)
}

/** Orders revisions by their number, whatever their width. */
export function compareRevisions(left: string, right: string): number {
  const [a, b] = [BigInt(left), BigInt(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

async function findPieces(directory: string, problems: Problem[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  for (const name of (await list(directory)).filter((entry) => !entry.startsWith('.'))) {
    const isDirectory = (await stat(join(directory, name)).catch(() => null))?.isDirectory() ?? false
    if (isDirectory) pieces.push(...(await piecesOfDirectory(directory, name, problems)))
    else if (/\.sql$/i.test(name)) pieces.push(...piecesOfFile(name, problems))
  }
  return pieces
}

async function list(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort()
  } catch (cause) {
    throw new ConfigurationError(`the migrations directory ${directory} cannot be read: ${(cause as Error).message}`, {
      hint: 'set migrator.directory in the plan to the directory that holds the numbered .sql files',
      cause,
    })
  }
}

function piecesOfFile(name: string, problems: Problem[]): readonly Piece[] {
  const match = FILE.exec(name)
  if (match === null) {
    problems.push({ message: `${JSON.stringify(name)} is not the name of a migration`, hint: NAMING })
    return []
  }
  const role = (match[3]?.toLowerCase() ?? 'plain') as Piece['role']
  return [{ path: name, revision: match[1] as string, name: match[2] ?? '', role, inDirectory: false }]
}

async function piecesOfDirectory(directory: string, name: string, problems: Problem[]): Promise<readonly Piece[]> {
  const match = DIRECTORY.exec(name)
  const inside = await readdir(join(directory, name))
  if (match === null && !inside.includes('up.sql')) return []
  if (match === null || !inside.includes('up.sql')) {
    const message = match === null ? 'holds an up.sql, but its name does not begin with a number' : 'holds no up.sql'
    problems.push({ message: `the directory ${JSON.stringify(name)} ${message}`, hint: NAMING })
    return []
  }
  return (['up', 'down'] as const)
    .filter((role) => inside.includes(`${role}.sql`))
    .map((role) => ({
      path: `${name}/${role}.sql`,
      revision: match[1] as string,
      name: match[2] ?? '',
      role,
      inDirectory: true,
    }))
}

function assemble(pieces: readonly Piece[], problems: Problem[]): readonly SqlMigration[] {
  const numbers = Map.groupBy(pieces, (piece) => BigInt(piece.revision))
  return [...numbers.values()]
    .flatMap((group) => assembleOne(group, problems))
    .sort((a, b) => compareRevisions(a.revision, b.revision))
}

function assembleOne(group: readonly Piece[], problems: Problem[]): readonly SqlMigration[] {
  const ups = group.filter((piece) => piece.role !== 'down')
  const downs = group.filter((piece) => piece.role === 'down')
  const [up, down] = [ups[0], downs[0]]
  if (ups.length > 1 || downs.length > 1) {
    const paths = (ups.length > 1 ? ups : downs).map((piece) => piece.path).join(', ')
    problems.push({ message: `number ${group[0]?.revision} is used more than once: ${paths}`, hint: 'give each its own number' })
    return []
  }
  if (up === undefined || (down !== undefined && !belongTogether(up, down))) {
    problems.push({ message: `${down?.path} has no up file of the same name beside it`, hint: NAMING })
    return []
  }
  const shape = up.inDirectory ? 'directory' : up.role === 'up' ? 'pair' : 'plain'
  return [{ revision: up.revision, name: up.name, shape, up: up.path, down: down?.path ?? null }]
}

function belongTogether(up: Piece, down: Piece): boolean {
  return up.revision === down.revision && up.name === down.name && up.inDirectory === down.inDirectory
}

function malformed(directory: string, problems: readonly Problem[]): ConfigurationError {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return new ConfigurationError(`in the migrations directory ${directory}: ${first?.message}${more}`, {
    problems,
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
  })
}
