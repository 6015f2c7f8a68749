/** The copy that proved the backup is there while it is needed, and in no outcome any longer. */
import { expect, test } from '@jest/globals'
import type { JournalEvent } from '../../src/domain/journal.ts'
import { createProject, databasesBeside, PLAN } from '../support/project.ts'
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

test('a run that carries on a killed one drops its copy, and says that removed rows are not proven', async () => {
  await using project = await createProject(FILES)
  const started = project.start('run', '--yes')
  await untilAnnounced(started, project.runDirectory, isStage('validate'))
  started.process.kill('SIGKILL')
  await started.finished
  const { exitCode, output } = await project.run('run', '--yes')
  expect(exitCode).toBe(0)
  expect(output).toContain('not proven: there is no copy of the state before')
  expect(await databasesBeside(project)).toEqual([])
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
