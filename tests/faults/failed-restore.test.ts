/** A restored copy that is not what its manifest says is not swapped in, and does not stay. */
import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { createProject, databasesBeside } from '../support/project.ts'

test('a rollback to a backup that does not restore equal leaves the database as it was, and no copy of it', async () => {
  await using project = await createProject({ 'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;' })
  await project.run('run', '--yes')
  const path = String((await project.report()).backup?.location)
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { fingerprint: { tables: { rows: string }[] } }
  for (const table of manifest.fingerprint.tables) table.rows = '1'
  await writeFile(path, JSON.stringify(manifest))
  const { exitCode, output } = await project.run('rollback', '--yes', '--backup', path)
  expect(exitCode).toBe(1)
  expect(output).toContain('the restored backup differs')
  expect(output).toContain('unchanged')
  expect(await databasesBeside(project)).toEqual([])
  expect(await project.query('SELECT count(phone)::int AS phones FROM customer')).toEqual([{ phones: 0 }])
})
