/** Creates the files of a new migration: the next number, in the layout of those that are there. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigurationError } from '../../domain/errors.ts'
import type { SqlMigration } from './layout.ts'

const FIRST = '001'
const TIMESTAMP_DIGITS = 14
const NAME_LENGTH = 60

/**
 * Writes the files of a migration that holds comments only: it is refused until it holds a statement.
 *
 * @returns absolute paths, the up file first
 */
export async function generateMigration(
  directory: string,
  migrations: readonly SqlMigration[],
  message: string,
): Promise<readonly string[]> {
  const last = migrations.at(-1)
  const revision = nextRevision(last?.revision)
  const paths = pathsLike(last, revision, slugOf(message)).map((path) => join(directory, path))
  const title = message.replace(/\s+/g, ' ').trim()
  for (const [index, path] of paths.entries()) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, index === 0 ? `-- ${title}\n` : `-- Reverts: ${title}\n`, { flag: 'wx' })
  }
  return paths
}

/** One more than the last, as wide; the time in UTC where the numbers are timestamps. */
export function nextRevision(last: string | undefined, now = new Date()): string {
  if (last === undefined) return FIRST
  const timestamp = now.toISOString().replace(/\D/g, '').slice(0, TIMESTAMP_DIGITS)
  if (last.length === TIMESTAMP_DIGITS && timestamp > last) return timestamp
  return String(BigInt(last) + 1n).padStart(last.length, '0')
}

/** `Add users' e-mail` becomes `add_users_e_mail`. @throws ConfigurationError where nothing is left */
export function slugOf(message: string): string {
  const plain = message.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, NAME_LENGTH)
  const trimmed = slug.replace(/^_+|_+$/g, '')
  if (trimmed !== '') return trimmed
  throw new ConfigurationError('the message of a new migration holds no letter or digit', {
    hint: 'say what it does, e.g. "add users"',
  })
}

function pathsLike(last: SqlMigration | undefined, revision: string, slug: string): readonly string[] {
  const prefix = /^V/i.exec(last?.up ?? '')?.[0] ?? ''
  const separator = /^V?\d+([_-]+)/i.exec(last?.up ?? '')?.[1] ?? '_'
  const stem = `${prefix}${revision}${separator}${slug}`
  if (last?.shape === 'directory') return [`${stem}/up.sql`, `${stem}/down.sql`]
  return last?.shape === 'plain' ? [`${stem}.sql`] : [`${stem}.up.sql`, `${stem}.down.sql`]
}
