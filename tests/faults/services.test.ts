/** A run that is killed while the services are stopped leaves it to the next one to start them, whatever that one does. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { JournalEvent } from '../../src/domain/journal.ts'
import { untilAnnounced } from '../support/savepoint.ts'
import { createServiceProject, type ServiceProject, START } from '../support/service-project.ts'

const PHONE = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}
const PHONES = `SELECT count(*)::int AS phones FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'`
/** Time enough to be killed in. */
const SLOW_SMOKE = `validate: [{ name: slow, query: "select count(pg_sleep(2))", expect: 1, when: after-start }]`
const NO_PHONE = `validate: [{ name: no phone, query: "select count(*) from information_schema.columns where column_name = 'phone'", expect: 0, when: after-start }]`

async function killAt(project: ServiceProject, type: JournalEvent['type']): Promise<void> {
  const started = project.start('run', '--yes')
  await untilAnnounced(started, project.runDirectory, (event) => event.type === type)
  started.process.kill('SIGKILL')
  await started.finished
}

async function phones(project: ServiceProject): Promise<unknown> {
  return (await project.query(PHONES))[0]?.phones
}

describe('killed with the services stopped', () => {
  test.each<[JournalEvent['type']]>([['services-stopped'], ['snapshot-taken'], ['migration-starting'], ['migration-finished']])(
    'at %s, the next run migrates and starts them',
    async (type) => {
      await using project = await createServiceProject(PHONE)
      await killAt(project, type)
      expect(await project.pid()).toBeNull()
      const { exitCode, output } = await project.run('run', '--yes')
      expect(output).toMatch(/an earlier run stopped the services at .* this run will/)
      expect(exitCode).toBe(0)
      expect(await phones(project)).toBe(1)
      expect(await project.answer()).toEqual({ customers: 300 })
    },
  )

  test('a run that finds nothing to do starts them, and counts the time since', async () => {
    await using project = await createServiceProject(PHONE)
    await killAt(project, 'services-stopped')
    await rm(join(project.directory, 'migrations/001_phone.up.sql'))
    await rm(join(project.directory, 'migrations/001_phone.down.sql'))
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect((await project.report()).outcome).toBe('unchanged')
    expect((await project.report()).downtimeMs).toBeGreaterThan(0)
    expect(await project.calls()).toBe('stop start')
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('a run that is asked for what there is not starts them too', async () => {
    await using project = await createServiceProject(PHONE)
    await killAt(project, 'services-stopped')
    const { exitCode, output } = await project.run('run', '--to', 'nowhere', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toContain('nowhere')
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('so does a rollback that a person asks for', async () => {
    await using project = await createServiceProject(PHONE)
    await killAt(project, 'migration-finished')
    const { exitCode } = await project.run('rollback', '--to', 'base', '--yes')
    expect(exitCode).toBe(0)
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('on the way back, the next run ends the way back and starts them', async () => {
    await using project = await createServiceProject(PHONE, { rest: NO_PHONE })
    await killAt(project, 'rolling-back')
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('and once started, later runs leave them alone', async () => {
    await using project = await createServiceProject(PHONE)
    await killAt(project, 'services-stopped')
    await project.run('run', '--yes')
    const pid = await project.pid()
    await project.run('run', '--yes')
    expect(await project.pid()).toBe(pid)
  })
})

describe('killed after the services were started on the migrated state', () => {
  const write = "UPDATE customer SET name = 'written since' WHERE id = 7"
  const written = "SELECT count(*)::int AS rows FROM customer WHERE name = 'written since'"

  test('where nobody wrote, the next run makes the checks that are missing', async () => {
    await using project = await createServiceProject(PHONE, { rest: SLOW_SMOKE })
    await killAt(project, 'services-started')
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect((await project.report()).outcome).toBe('migrated')
    expect(await project.calls()).toBe('stop start')
  })

  test('where users wrote before every check had passed, the next run stops for a person and takes nothing back', async () => {
    await using project = await createServiceProject(PHONE, { rest: SLOW_SMOKE })
    await killAt(project, 'services-started')
    await project.query(write)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(3)
    expect(output.replace(/\s+/g, ' ')).toContain('Users are at work on the migrated state')
    expect(await project.query(written)).toEqual([{ rows: 1 }])
    expect(await phones(project)).toBe(1)
    expect((await project.run('run', '--adopt', '--yes')).exitCode).toBe(0)
  })

  test('where users wrote after every check had passed, the next run has nothing to do', async () => {
    await using project = await createServiceProject(PHONE)
    await killAt(project, 'in-service')
    await project.query(write)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(output).toContain('nothing to do')
    expect(await project.query(written)).toEqual([{ rows: 1 }])
  })

  test('where it had come back already, the next run does not come back once more over what users wrote', async () => {
    // A start that hangs on the way out, so that the kill finds the way back ended and nothing started.
    const start = `test -e hold && { sleep 15; exit 1; }; ${START}`
    await using project = await createServiceProject(PHONE, { rest: NO_PHONE, start })
    const started = project.start('run', '--yes')
    await untilAnnounced(started, project.runDirectory, (event) => event.type === 'rolling-back')
    await project.write('hold', '')
    await untilAnnounced(started, project.runDirectory, (event) => event.type === 'services-starting' && event.settled !== null)
    started.process.kill('SIGKILL')
    await started.finished
    await rm(join(project.directory, 'hold'))
    await project.query(write)
    await project.write('savepoint.yml', (await project.plan()).replace(/^validate:.*$/m, ''))
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('starting afresh')
    expect(exitCode).toBe(0)
    expect(await project.query(written)).toEqual([{ rows: 1 }])
    expect(await phones(project)).toBe(1)
    expect(await project.answer()).toEqual({ customers: 300 })
  })
})

describe('interrupted while the stop line runs', () => {
  test('lets it come to its end before the services are started: they are not stopped a moment later', async () => {
    const slowly = `echo $$ > stop.pid; sleep 1; kill $(cat service.pid); while test -e service.pid; do sleep 0.05; done`
    await using project = await createServiceProject(PHONE, { stop: slowly })
    const before = await project.pid()
    const started = project.start('run', '--yes')
    while (!existsSync(join(project.directory, 'stop.pid'))) await new Promise((resolve) => setTimeout(resolve, 20))
    started.process.kill('SIGTERM')
    const { exitCode } = await started.finished
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('unchanged')
    expect(() => process.kill(before as number, 0)).toThrow('ESRCH')
    expect(await project.answer()).toEqual({ customers: 300 })
  })
})

test('an output that cannot be kept does not make services that run count as not started', async () => {
  // A file where the directory must be is in the way of the outputs alone, as a disk is that fills up at that moment.
  const start = `for run in savepoint-run/runs/*; do rm -r $run/output; touch $run/output; done; ${START}`
  await using project = await createServiceProject(PHONE, { start })
  const { exitCode } = await project.run('run', '--yes')
  expect(exitCode).toBe(0)
  const { outcome, stages } = await project.report()
  expect(outcome).toBe('migrated')
  const [started] = stages.find(({ name }) => name === 'start-services')?.checks ?? []
  expect(started).toMatchObject({ status: 'passed', message: expect.stringContaining('its output could not be kept') })
  expect(await project.answer()).toEqual({ customers: 300 })
})
