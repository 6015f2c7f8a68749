import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { detectMigrator } from '../../src/migrators/detection.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'savepoint-detection-'))
})
afterEach(() => rm(root, { recursive: true }))

async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

test.each([
  ['alembic.ini', { 'alembic.ini': '' }, { kind: 'alembic', workingDirectory: '.', command: ['alembic'] }],
  ['alembic.ini in a directory', { 'backend/alembic.ini': '' }, { kind: 'alembic', workingDirectory: 'backend' }],
  [
    'Alembic in pyproject.toml',
    { 'pyproject.toml': '[project]\n[tool.alembic]\n', 'alembic.ini': '' },
    { kind: 'alembic', workingDirectory: '.' },
  ],
  [
    'numbered SQL files',
    { 'db/migrations/001_a.sql': '', 'pyproject.toml': '[project]\n' },
    { kind: 'sql', workingDirectory: '.', directory: 'db/migrations', historyTable: 'public.savepoint_migrations' },
  ],
  ['one directory per migration', { 'migrations/001_a/up.sql': '' }, { kind: 'sql', directory: 'migrations' }],
  [
    'Alembic whose scripts lie in migrations',
    { 'alembic.ini': '', 'migrations/versions/001_a.py': '' },
    { kind: 'alembic', workingDirectory: '.' },
  ],
])('%s tells the migrator', async (_, files, settings) => {
  await lay(files)

  expect(await detectMigrator(root)).toMatchObject(settings)
})

test('nothing to be found is said', async () => {
  await lay({ 'migrations/readme.sql': '', 'node_modules/x/alembic.ini': '' })

  await expect(detectMigrator(root)).rejects.toThrow('no migrations found')
})

test('what is ambiguous is listed', async () => {
  await lay({ 'backend/alembic.ini': '', 'sql/001_a.sql': '' })

  const error = await detectMigrator(root).catch((failure: unknown) => failure)

  expect(error).toBeInstanceOf(ConfigurationError)
  expect((error as Error).message).toBe('more than one set of migrations found: sql, backend/alembic.ini')
})
