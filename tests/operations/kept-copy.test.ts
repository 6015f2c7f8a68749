/** The copy that proved the backup is there while it is needed, and in no outcome any longer. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { JournalEvent } from '../../src/domain/journal.ts'
import { createProject, databasesBeside, PLAN, type Project } from '../support/project.ts'
import { readJournal, untilAnnounced } from '../support/savepoint.ts'

const FILES = {
  'migrations/001_clean.up.sql': 'DELETE FROM "order" WHERE id % 100 = 0;',
  'migrations/001_clean.down.sql': 'SELECT 1;',
  'savepoint.yml': `${PLAN}changes: [{ table: '"order"', rows: { removed: 9 }, because: test orders go }]\n`,
}

const IS_COPY = "datname LIKE current_database() || '\\_savepoint\\_check\\_%'"

function isStage(stage: string): (event: JournalEvent) => boolean {
  return (event) => event.type === 'stage-started' && event.stage === stage
}

test('it is kept until the migrated database has been judged, and dropped before the run ends', async () => {
  // The migration itself looks: nothing else is sure to look in time.
  const looking = `CREATE TABLE beside AS SELECT datname::text FROM pg_database WHERE ${IS_COPY};`
  await using project = await createProject({ ...FILES, 'migrations/002_look.sql': looking })
  expect((await project.run('run', '--yes')).exitCode).toBe(0)
  expect(await project.query('SELECT datname FROM beside')).toHaveLength(1)
  expect(await databasesBeside(project)).toEqual([])
  const events = (await readJournal(project.runDirectory)).map(({ event }) => event.type)
  expect(events.indexOf('copy-dropped')).toBeGreaterThan(events.indexOf('migration-finished'))
  expect(events.indexOf('copy-dropped')).toBeLessThan(events.indexOf('run-finished'))
})

describe('a run that carries on a killed one', () => {
  async function killedAtValidation(files: Readonly<Record<string, string>>): Promise<Project> {
    const project = await createProject(files)
    await killAt(project, isStage('validate'))
    return project
  }

  async function killAt(project: Project, matches: (event: JournalEvent) => boolean): Promise<void> {
    const started = project.start('run', '--yes')
    await untilAnnounced(started, project.runDirectory, matches)
    started.process.kill('SIGKILL')
    await started.finished
  }

  async function copiesOfLastRun(project: Project): Promise<readonly string[]> {
    const entries = await readJournal(project.runDirectory)
    const own = entries.filter(({ runId }) => runId === entries.at(-1)?.runId).map(({ event }) => event)
    const verifying = own.filter((event) => event.type === 'copy-creating' && event.purpose === 'verification')
    const made = verifying.map((event) => (event as { readonly copy: string }).copy)
    const dropped = own.flatMap((event) => (event.type === 'copy-dropped' ? [event.copy] : []))
    expect(dropped).toEqual(expect.arrayContaining(made))
    return made
  }

  test('drops its copy, and proves removed rows by one made of its backup', async () => {
    await using project = await killedAtValidation(FILES)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).not.toContain('not proven')
    expect(exitCode).toBe(0)
    expect(await copiesOfLastRun(project)).toHaveLength(1)
    expect(await databasesBeside(project)).toEqual([])
  })

  test('names the keys of rows that were lost without a word, and comes back', async () => {
    await using project = await killedAtValidation({ ...FILES, 'savepoint.yml': PLAN })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toMatch(/9 removed: id=\d00/)
    expect([exitCode, (await project.report()).outcome]).toEqual([1, 'rolled-back'])
    expect(await copiesOfLastRun(project)).toHaveLength(1)
    expect(await databasesBeside(project)).toEqual([expect.stringContaining('_failed_')])
  })

  test('makes no copy where there is nothing to look up', async () => {
    await using project = await killedAtValidation({ 'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;' })
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await copiesOfLastRun(project)).toEqual([])
  })

  test('says that removed rows are not proven where the backup is lost', async () => {
    await using project = await killedAtValidation(FILES)
    await rm(join(project.runDirectory, 'backups'), { recursive: true })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('not proven: there is no copy of the state before')
    expect(exitCode).toBe(0)
  })

  test('and is killed with its copy made leaves it to the next to drop', async () => {
    await using project = await killedAtValidation(FILES)
    const killed = (await readJournal(project.runDirectory)).at(-1)?.runId
    const entriesOfNext = async () => (await readJournal(project.runDirectory)).filter(({ runId }) => runId !== killed)
    const started = project.start('run', '--yes')
    while (!(await entriesOfNext()).some(({ event }) => event.type === 'copy-creating'))
      await new Promise((resolve) => setImmediate(resolve))
    started.process.kill('SIGKILL')
    await started.finished
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).not.toContain('not proven')
    expect(exitCode).toBe(0)
    expect(await databasesBeside(project)).toEqual([])
  })
})

test('a migration that fails leaves no copy', async () => {
  await using project = await createProject({ ...FILES, 'migrations/001_clean.up.sql': 'SELECT 1 / 0;' })
  expect((await project.run('run', '--yes')).exitCode).toBe(1)
  expect((await project.report()).outcome).toBe('unchanged')
  expect(await databasesBeside(project)).toEqual([])
})

test('a copy that cannot be dropped is named, with the command that drops it', async () => {
  const guarding = `DO $$ BEGIN EXECUTE (SELECT format('ALTER DATABASE %I IS_TEMPLATE true', datname) FROM pg_database WHERE ${IS_COPY}); END $$;`
  await using project = await createProject({ ...FILES, 'migrations/002_guard.sql': guarding })
  const { exitCode } = await project.run('run', '--yes')
  const [copy] = await databasesBeside(project)
  await project.query(`ALTER DATABASE "${copy}" IS_TEMPLATE false`)
  const report = await project.report()
  expect([exitCode, report.outcome]).toEqual([0, 'migrated'])
  expect(report.kept).toEqual([copy])
  expect(report.next.join('\n')).toMatch(new RegExp(`dropdb .*${copy}`))
})
