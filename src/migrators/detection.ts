/** Finds the migration tool by its files, for a plan that does not name it. */
import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { AlembicSettings, MigratorSettings, SqlSettings } from '../domain/migrator-settings.ts'
import { isNumberedFile } from './sql/layout.ts'

const SQL_DIRECTORIES = [
  'migrations',
  'db/migrations',
  'database/migrations',
  'sql/migrations',
  'sql',
  'db',
  'supabase/migrations',
]
const NOT_LOOKED_INTO = new Set(['node_modules', 'vendor', 'venv', 'dist', 'build'])
const HINT = 'name it in the plan, e.g. migrator: { kind: sql, directory: migrations }'
const DEFAULT_HISTORY_TABLE = 'public.savepoint_migrations'

interface Candidate {
  readonly settings: MigratorSettings
  /** What gave it away, relative to the root. */
  readonly found: string
}

/**
 * Looks in `root` and in the directories right below it.
 *
 * @throws ConfigurationError when there is nothing, or more than one; it lists what was found
 */
export async function detectMigrator(root: string): Promise<MigratorSettings> {
  const candidates: Candidate[] = []
  for (const directory of ['.', ...(await directoriesIn(root))]) {
    candidates.push(...(await alembicIn(root, directory)), ...(await sqlIn(root, directory)))
  }
  const distinct = candidates.filter((one, index) => candidates.findIndex((other) => other.found === one.found) === index)
  const [only] = distinct
  if (only === undefined) {
    throw new ConfigurationError('no migrations found: neither Alembic nor a directory of numbered .sql files', { hint: HINT })
  }
  if (distinct.length === 1) return only.settings
  const found = distinct.map((candidate) => candidate.found).join(', ')
  throw new ConfigurationError(`more than one set of migrations found: ${found}`, { hint: HINT })
}

async function alembicIn(root: string, directory: string): Promise<readonly Candidate[]> {
  for (const file of ['alembic.ini', 'pyproject.toml']) {
    const path = join(directory, file)
    const text = await readFile(join(root, path), 'utf8').catch(() => null)
    if (text === null || (file === 'pyproject.toml' && !/^\[tool\.alembic\]/m.test(text))) continue
    const settings: AlembicSettings = { kind: 'alembic', workingDirectory: directory, command: ['alembic'] }
    return [{ settings, found: path }]
  }
  return []
}

async function sqlIn(root: string, workingDirectory: string): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  for (const directory of SQL_DIRECTORIES) {
    const path = join(workingDirectory, directory)
    if (!(await holdsMigrations(join(root, path)))) continue
    const settings: SqlSettings = { kind: 'sql', workingDirectory, directory, historyTable: DEFAULT_HISTORY_TABLE }
    candidates.push({ settings, found: path })
  }
  return candidates
}

async function holdsMigrations(directory: string): Promise<boolean> {
  for (const entry of await entriesIn(directory)) {
    if (entry.isFile() && isNumberedFile(entry.name)) return true
    if (!entry.isDirectory() || !/^V?\d/i.test(entry.name)) continue
    if ((await entriesIn(join(directory, entry.name))).some((inner) => inner.name === 'up.sql')) return true
  }
  return false
}

async function directoriesIn(root: string): Promise<readonly string[]> {
  const entries = (await entriesIn(root)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  return entries
    .map((entry) => entry.name)
    .filter((name) => !NOT_LOOKED_INTO.has(name))
    .sort()
}

/** Empty where there is no such directory, or it may not be read. */
async function entriesIn(directory: string): Promise<readonly Dirent[]> {
  return readdir(directory, { withFileTypes: true }).catch(() => [])
}
