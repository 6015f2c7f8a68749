/** A webhook that hangs keeps nobody from finding how a run ended, not even where the run is killed while it waits. */
import { expect, test } from '@jest/globals'
import { createProject, PLAN } from '../support/project.ts'
import { startRecordingServer } from '../support/recording-server.ts'

test('a run that is killed while it tells how it ended has left its report', async () => {
  await using server = await startRecordingServer(() => null)
  const plan = `${PLAN}notify: [{ webhook: "${server.origin}/hook", on: [success] }]\n`
  await using project = await createProject({
    'savepoint.yml': plan,
    'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  })
  const started = project.start('run', '--yes')
  while ((await project.report().catch(() => null)) === null || server.requests.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  started.process.kill('SIGKILL')
  await started.finished
  expect((await project.report()).outcome).toBe('migrated')
})
