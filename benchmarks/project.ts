/** A directory with a plan and one trivial migration, for commands that are measured. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Project extends AsyncDisposable {
  readonly directory: string
  /** Adds one more trivial migration. */
  addMigration(number: number): Promise<void>
}

export async function createProject(verify: 'restore' | 'read'): Promise<Project> {
  const directory = await mkdtemp(join(tmpdir(), 'savepoint-benchmark-'))
  await mkdir(join(directory, 'migrations'))
  const plan = ['version: 1', 'migrator: { kind: sql, directory: migrations }', `backup: { verify: ${verify} }`]
  await writeFile(join(directory, 'savepoint.yml'), `${plan.join('\n')}\n`)
  return {
    directory,
    addMigration: async (number) => {
      const name = String(number).padStart(3, '0')
      await writeFile(
        join(directory, 'migrations', `${name}_trivial.sql`),
        `CREATE TABLE trivial_${name} (id integer PRIMARY KEY);\n`,
      )
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}
