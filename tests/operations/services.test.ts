/** A run stops what writes to the database, proves it, and starts it again in every outcome; the services are real processes. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { readJournal, untilAnnounced } from '../support/savepoint.ts'
import { createServiceProject, type ServiceProject } from '../support/service-project.ts'

const PHONE = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}
const PHONES = `SELECT count(*)::int AS phones FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'`

/** Holds a session on the database under a name while the work goes on. */
async function visited<Result>(project: ServiceProject, application: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: project.database.url, application_name: application })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work()
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function phones(project: ServiceProject): Promise<unknown> {
  return (await project.query(PHONES))[0]?.phones
}

async function stagesOf(project: ServiceProject): Promise<string> {
  return (await project.report()).stages.map(({ name, status }) => (status === 'passed' ? name : `${name}!`)).join(' ')
}

describe('a run with services', () => {
  test('stops them before the backup, starts them before the smoke tests, and tells how long they were down', async () => {
    await using project = await createServiceProject(PHONE, {
      rest: 'validate: [{ name: reachable, query: select 1, expect: 1, when: after-start }]',
    })
    const before = await project.pid()
    const { exitCode, output } = await project.run('run', '--yes')
    expect(output).toContain('migrated')
    expect(exitCode).toBe(0)
    expect(await stagesOf(project)).toBe(
      'health-check stop-services backup verify-backup migrate validate start-services smoke-test',
    )
    expect(await project.calls()).toBe('stop start')
    expect(await project.pid()).not.toBe(before)
    expect(await project.answer()).toEqual({ customers: 300 })
    const report = await project.report()
    expect(report.downtimeMs).toBeGreaterThan(0)
    expect(output).toContain('downtime')
    expect(await readFile(`${project.runDirectory}/report.md`, 'utf8')).toContain('| Downtime |')
  })

  test('announces each step in the journal before it does it', async () => {
    await using project = await createServiceProject(PHONE)
    await project.run('run', '--yes')
    const types = (await readJournal(project.runDirectory)).map(({ event }) => event.type)
    const own = types.filter((type) => /^services-|^snapshot-taken|^migrating|^in-service|^run-finished/.test(type))
    expect(own.join(' ')).toBe(
      'services-stopping services-stopped snapshot-taken migrating services-starting services-started in-service run-finished',
    )
  })

  test('shows what stop wrote, and keeps it', async () => {
    await using project = await createServiceProject(PHONE)
    const { output } = await project.run('run', '--yes')
    expect(output).toContain('│ stopped')
    const stop = (await project.report()).stages
      .find(({ name }) => name === 'stop-services')
      ?.checks.find(({ name }) => name === 'stop')
    expect(await readFile(String((stop as { output?: string }).output), 'utf8')).toBe('stopped\n')
  })

  test('with nothing pending does not touch them', async () => {
    await using project = await createServiceProject({ 'migrations/.keep': '' })
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await project.calls()).toBe('')
    expect((await project.report()).downtimeMs).toBeNull()
  })

  test('reads the status from what a command prints, where the plan gives a pattern', async () => {
    await using project = await createServiceProject(PHONE)
    const printed = '{ command: "cat service.pid 2>/dev/null || true", running: "^[0-9]+$" }'
    await project.write('savepoint.yml', (await project.plan()).replace(/status: .*/, `status: ${printed}`))
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(await project.calls()).toBe('stop start')
  })
})

describe('services that do not stop', () => {
  test('end the run unchanged, running as before', async () => {
    await using project = await createServiceProject(PHONE, { stop: 'echo stop >> service.calls' })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toMatch(/status stopped.*running.*expected stopped/)
    expect((await project.report()).outcome).toBe('unchanged')
    expect((await project.report()).backup).toBeNull()
    expect(await project.calls()).toBe('stop start')
    expect(await phones(project)).toBe(0)
  })

  test('and whose status cannot even be asked are not touched at all', async () => {
    await using project = await createServiceProject(PHONE, { status: 'no-such-program --status' })
    const before = await project.pid()
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toContain('`services.status` gives no answer')
    expect(await project.calls()).toBe('')
    expect(await project.pid()).toBe(before)
  })

  test('because the line fails end the run unchanged, with what the line wrote', async () => {
    await using project = await createServiceProject(PHONE, { stop: 'echo stop >> service.calls; echo no permission; exit 7' })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toContain('│ no permission')
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.calls()).toBe('stop start')
  })
})

describe('other sessions', () => {
  test('that stay end the run unchanged, named, and the services run again', async () => {
    await using project = await createServiceProject(PHONE)
    const { exitCode, output } = await visited(project, 'reporting', () => project.run('run', '--yes'))
    expect(exitCode).toBe(1)
    expect(output).toMatch(/other sessions gone: reporting \(session \d+ of postgres, from 127\.0\.0\.1(\/32)?, idle since /)
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.answer()).toEqual({ customers: 300 })
    expect(await phones(project)).toBe(0)
  })

  test('are waited for until they leave', async () => {
    await using project = await createServiceProject(PHONE, { more: ['max-connections: 0'] })
    const started = await visited(project, 'reporting', async () => {
      const running = project.start('run', '--yes')
      let shown = ''
      const waiting = new Promise<void>((resolve) => {
        const listen = (chunk: Buffer | string) => {
          shown += String(chunk)
          if (shown.includes('for other sessions to leave: reporting')) resolve()
        }
        running.process.stderr?.on('data', listen)
        running.process.stdout?.on('data', listen)
      })
      await Promise.race([waiting, running.finished])
      return running
    })
    expect((await started.finished).exitCode).toBe(0)
  })

  test('may stay up to the number that the plan allows', async () => {
    await using project = await createServiceProject(PHONE, { more: ['max-connections: 1'] })
    const { exitCode } = await visited(project, 'reporting', () => project.run('run', '--yes'))
    expect(exitCode).toBe(0)
  })

  test('are ended where the plan says so, announced first and named', async () => {
    await using project = await createServiceProject(PHONE, { more: ['terminate: true'] })
    const { exitCode, output } = await visited(project, 'reporting', () => project.run('run', '--yes'))
    expect(exitCode).toBe(0)
    expect(output).toMatch(/ending those that stayed: reporting \(session \d+/)
    const announced = (await readJournal(project.runDirectory)).find(({ event }) => event.type === 'sessions-terminating')
    expect(JSON.stringify(announced)).toContain('reporting')
  })
})

describe('a failure', () => {
  test('of a migration leaves the services running on the database as it was', async () => {
    await using project = await createServiceProject({
      'migrations/001_broken.sql': 'ALTER TABLE customer ADD COLUMN phone text;\nSELECT nothing;',
    })
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.calls()).toBe('stop start')
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('of a smoke test stops the services again, goes back, and starts them', async () => {
    await using project = await createServiceProject(PHONE, {
      rest: 'validate: [{ name: no phone, query: "select count(*) from information_schema.columns where column_name = \'phone\'", expect: 0, when: after-start }]',
    })
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await stagesOf(project)).toMatch(/start-services smoke-test! stop-services rollback start-services$/)
    expect(await project.calls()).toBe('stop start stop start')
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('of the start rolls the migration back, and the services start on what they know', async () => {
    await using project = await createServiceProject(PHONE, { startWait: '3s' })
    await project.write('picky', '')
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('rolled-back')
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })

  test('of the start in production stops the run, and says how to start them', async () => {
    await using project = await createServiceProject(PHONE, { startWait: '3s', rest: 'production: true' })
    await project.write('picky', '')
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(3)
    expect(output).toContain('the services were not started')
    expect((await project.report()).next[0]).toMatch(/^echo start/)
    expect(await phones(project)).toBe(1)
  })

  test('of the start on the way out of another failure keeps that outcome, and says so', async () => {
    await using project = await createServiceProject(
      { 'migrations/001_broken.sql': 'SELECT nothing;' },
      { start: 'echo start >> service.calls; exit 9' },
    )
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    const { outcome, reason, next } = await project.report()
    expect(outcome).toBe('unchanged')
    expect(reason).toMatch(/nothing.*and the services were not started/)
    expect(next[0]).toMatch(/^echo start/)
  })

  test('by SIGTERM in the middle of a migration ends it, and the services run', async () => {
    await using project = await createServiceProject({ 'migrations/001_slow.sql': 'SELECT pg_sleep(600);' })
    const started = project.start('run', '--yes')
    await untilAnnounced(started, project.runDirectory, (event) => event.type === 'migration-starting')
    started.process.kill('SIGTERM')
    expect((await started.finished).exitCode).toBe(1)
    expect((await project.report()).outcome).toBe('unchanged')
    expect(await project.answer()).toEqual({ customers: 300 })
  })
})

describe('a rollback that a person asks for', () => {
  test('stops the services while it goes back, and starts them', async () => {
    await using project = await createServiceProject(PHONE)
    await project.run('run', '--yes')
    const { exitCode } = await project.run('rollback', '--to', 'base', '--yes')
    expect(exitCode).toBe(0)
    expect(await stagesOf(project)).toBe('stop-services backup verify-backup rollback start-services')
    expect(await project.calls()).toBe('stop start stop start')
    expect(await phones(project)).toBe(0)
    expect(await project.answer()).toEqual({ customers: 300 })
  })
})
