/** Rows of the acceptance list that the team `automation` asks of the command line: health as text and JSON, the order of a run, what it validates. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN } from '../support/project.ts'
import { savepoint } from '../support/savepoint.ts'

const ADD_PHONE = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}

interface HealthDocument {
  readonly stages: readonly {
    readonly checks: readonly {
      readonly name: string
      readonly kind: string
      readonly status: string
      readonly message: string | null
    }[]
  }[]
}

describe('D2: health', () => {
  test('is told to people and as JSON; no version table yet is the first migration, and fine', async () => {
    await using project = await createProject(ADD_PHONE)

    const people = await project.run('health')
    const program = await project.run('health', '--json')

    expect(people.exitCode).toBe(0)
    expect(people.stdout).toContain('first migration')
    const { stages } = JSON.parse(program.stdout) as HealthDocument
    const kinds = stages.flatMap(({ checks }) => checks.map(({ kind }) => kind))
    expect(kinds).toEqual(expect.arrayContaining(['connection', 'history']))
    expect(kinds).toContain('storage')
  })

  test('too little disk is a warning where the plan says so', async () => {
    await using project = await createProject({
      ...ADD_PHONE,
      'savepoint.yml': `${PLAN}health: { free-space: 900TB, warn-only: [free space] }\n`,
    })

    const { exitCode, stdout } = await project.run('health', '--json')

    const { stages } = JSON.parse(stdout) as HealthDocument
    const space = stages.flatMap(({ checks }) => checks).filter(({ name }) => name === 'free space')
    expect(space.map(({ status }) => status)).toContain('warning')
    expect(exitCode).toBe(0)
  })

  test('a server that does not answer is given up after the time limit of the plan', async () => {
    await using project = await createProject({ ...ADD_PHONE, 'savepoint.yml': `${PLAN}health: { connect-timeout: 300ms }\n` })
    const { createServer } = await import('node:net')
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as { port: number }

    const { exitCode, output } = await savepoint(['health'], {
      cwd: project.directory,
      env: { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing?sslmode=disable` },
    })
    silent.close()

    expect(exitCode).toBe(1)
    expect(output).toContain('no answer within 0.3 s')
  })
})

describe('D4, D5: a run', () => {
  test('goes in the order health, gates, backup and its check, migrate, validate, and validates revision and connection', async () => {
    await using project = await createProject({
      ...ADD_PHONE,
      'savepoint.yml': `${PLAN}validate:\n  - { name: customers are there, when: before, query: select count(*) from customer, expect: 300 }\n`,
    })

    const { exitCode, output } = await project.run('run', '--yes')

    expect(exitCode).toBe(0)
    const { stages, migrator } = await project.report()
    expect(stages.map(({ name }) => name)).toEqual(['health-check', 'gates', 'backup', 'verify-backup', 'migrate', 'validate'])
    expect(migrator).toMatchObject({ fromRevision: 'base', toRevision: '001' })
    const validated = stages.at(-1)?.checks.map(({ name, status }) => `${name} ${status}`)
    expect(validated).toEqual(expect.arrayContaining(['connection passed', 'revision reached passed']))
    expect(output).toContain('001')
  })

  test('a gate that fails starts nothing: no backup, no migration, exit code 1', async () => {
    await using project = await createProject({
      ...ADD_PHONE,
      'savepoint.yml': `${PLAN}validate:\n  - { name: customers are there, when: before, query: select count(*) from customer, expect: 301 }\n`,
    })

    const { exitCode } = await project.run('run', '--yes')

    expect(exitCode).toBe(1)
    const { outcome, stages, backup } = await project.report()
    expect(outcome).toBe('unchanged')
    expect(backup).toBeNull()
    expect(stages.at(-1)).toMatchObject({ name: 'gates', status: 'failed' })
  })
})
