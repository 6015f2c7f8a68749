/** The film rental example, with a few hundred rentals: a database that nobody wrote the tool around is migrated and taken back. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { generateFilmRental } from '../../examples/film-rental/generate.ts'
import { createProject, type Project } from '../support/project.ts'

const EXAMPLE = join(import.meta.dirname, '../../examples/film-rental')
const TAKINGS = `SELECT count(*)::int AS payments, sum(amount)::text AS takings, md5(string_agg(p::text, ',' ORDER BY p::text)) AS digest FROM payment p`

async function filesOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(join(EXAMPLE, directory))
  const texts = await Promise.all(names.map((name) => readFile(join(EXAMPLE, directory, name), 'utf8')))
  return Object.fromEntries(names.map((name, index) => [`migrations/${name}`, texts[index] ?? '']))
}

async function filmRental(): Promise<Project> {
  const plan = await readFile(join(EXAMPLE, 'savepoint.yml'), 'utf8')
  const project = await createProject({ 'savepoint.yml': plan, ...(await filesOf('migrations')) }, 'SELECT 1')
  await generateFilmRental(project.database.url, 500)
  return project
}

test('the example migrates, and the mistake in its fourth migration is caught and rolled back', async () => {
  await using project = await filmRental()
  const before = await project.query(TAKINGS)

  expect((await project.run('run', '--yes')).exitCode).toBe(0)
  expect(await project.report()).toMatchObject({ outcome: 'migrated', migrator: { toRevision: '003' } })
  expect(await project.query(TAKINGS)).toEqual(before)

  for (const [path, text] of Object.entries(await filesOf('mistake'))) await project.write(path, text)
  const { exitCode, output } = await project.run('run', '--yes')

  expect(exitCode).toBe(1)
  expect(await project.report()).toMatchObject({ outcome: 'rolled-back', migrator: { fromRevision: '003', toRevision: '003' } })
  expect(output).toMatch(/✗ rows of public\.payment: 500 before, \d+ after \(\d+ removed:\s[^✗]*\(not\s+declared\)/)
  expect(await project.query(TAKINGS)).toEqual(before)
})
