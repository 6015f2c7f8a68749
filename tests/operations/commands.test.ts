/** Every command on a real project: exit codes, and JSON documents and reports that keep to the published schemas. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { createProject, PLAN, type Project } from '../support/project.ts'

const SCHEMAS = join(import.meta.dirname, '../../schemas')
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true, date: true, uri: true } })

async function schema(name: string): Promise<ValidateFunction> {
  return ajv.compile(JSON.parse(await readFile(join(SCHEMAS, `${name}.schema.json`), 'utf8')))
}

const FILES = {
  'savepoint.yml': `${PLAN}environments: { production: { production: true } }\n`,
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
  'migrations/002_tag.up.sql': 'CREATE TABLE tag (id int PRIMARY KEY);',
  'migrations/002_tag.down.sql': 'DROP TABLE tag;',
}
const BROKEN = 'UPDATE customer SET nmae = 1;'
const LOSING = 'DELETE FROM "order" WHERE id % 100 = 0;'

let project: Project
let isReport: ValidateFunction
let isManifest: ValidateFunction

beforeAll(async () => {
  project = await createProject(FILES)
  isReport = await schema('report')
  isManifest = await schema('backup-manifest')
})
afterAll(async () => {
  await project[Symbol.asyncDispose]()
})

/** Runs a command with `--json`; the document is all there is on standard output. */
async function asked(...args: readonly string[]): Promise<{ exitCode: number | null; document: Record<string, unknown> }> {
  const { exitCode, stdout } = await project.run(...args, '--json')
  return { exitCode, document: JSON.parse(stdout) as Record<string, unknown> }
}

function problemsOf(validate: ValidateFunction, document: unknown): unknown {
  return validate(document) ? null : validate.errors
}

/** A command that reports: what it prints keeps to the schema and is what it saved. */
async function reported(...args: readonly string[]) {
  const { exitCode, document } = await asked(...args)
  expect(problemsOf(isReport, document)).toBeNull()
  expect(await project.report()).toEqual(document)
  return { exitCode, outcome: document.outcome, document }
}

describe('before the first run', () => {
  test('status, heads and check tell where the database stands', async () => {
    expect(await asked('status')).toMatchObject({
      exitCode: 0,
      document: { migrator: 'sql', state: { current: [], heads: ['002'] }, lastRun: null, next: ['savepoint run'] },
    })
    expect(await asked('heads')).toEqual({ exitCode: 0, document: { heads: ['002'] } })
    expect(await asked('check')).toMatchObject({ exitCode: 1, document: { current: [], pending: [{}, {}] } })
  })

  test('a mistake in the plan exits 2 and is a document too', async () => {
    const { exitCode, document } = await asked('status', '--environment', 'prodution')
    expect(exitCode).toBe(2)
    expect(document).toMatchObject({ error: { code: 'CONFIGURATION', message: expect.stringContaining('prodution') } })
  })
})

describe('a report of every outcome keeps to the schema', () => {
  test('unchanged, where the first migration fails', async () => {
    await project.write('migrations/001_phone.up.sql', BROKEN)
    expect(await reported('run', '--yes')).toMatchObject({ exitCode: 1, outcome: 'unchanged' })
    await project.write('migrations/001_phone.up.sql', FILES['migrations/001_phone.up.sql'])
  })

  test('migrated', async () => {
    expect(await reported('run', '--yes')).toMatchObject({ exitCode: 0, outcome: 'migrated' })
    expect((await asked('check')).exitCode).toBe(0)
  })

  test('unchanged, where there is nothing to do', async () => {
    expect(await reported('run', '--yes')).toMatchObject({ exitCode: 0, outcome: 'unchanged' })
  })

  test('rolled-back, and a stop in production with the way back that it names', async () => {
    await project.write('migrations/003_losing.up.sql', LOSING)
    await project.write('migrations/003_losing.down.sql', 'SELECT 1;')
    expect(await reported('run', '--yes')).toMatchObject({ exitCode: 1, outcome: 'rolled-back' })

    const { exitCode, outcome, document } = await reported('run', '--yes', '--environment', 'production')

    expect({ exitCode, outcome }).toEqual({ exitCode: 3, outcome: 'stopped' })
    expect((await project.run('status', '--exit-code')).exitCode).toBe(1)
    const back = (document.next as string[]).find((command) => command.includes('--backup')) ?? ''
    expect(await reported(...back.split(' ').slice(1), '--yes')).toMatchObject({ exitCode: 0, outcome: 'rolled-back' })
    expect(await project.query('SELECT count(*)::int AS orders FROM "order"')).toEqual([{ orders: 900 }])
  })
})

describe('each command by itself', () => {
  test.each([['health'], ['snapshot'], ['validate']])('%s reports and changes nothing', async (command) => {
    expect(await reported(command)).toMatchObject({ exitCode: 0, outcome: 'unchanged' })
  })

  test('backup writes a manifest that keeps to its schema', async () => {
    const { exitCode, document } = await reported('backup')
    expect(exitCode).toBe(0)
    const { location, verification } = document.backup as { location: string; verification: string }
    expect(verification).toBe('restore')
    expect(problemsOf(isManifest, JSON.parse(await readFile(location, 'utf8')))).toBeNull()
  })

  test('rollback --to goes back to a revision', async () => {
    expect((await reported('rollback', '--to', '001', '--yes')).exitCode).toBe(0)
    expect(await project.query("SELECT to_regclass('public.tag') AS tag")).toEqual([{ tag: null }])
    expect((await asked('check')).document).toMatchObject({ current: ['001'] })
  })

  test('generate names the files it wrote', async () => {
    const { exitCode, document } = await asked('generate', 'add budget')
    expect(exitCode).toBe(0)
    const files = document.files as string[]
    expect(files.join()).toMatch(/004_add_budget/)
    for (const file of files) expect(typeof (await readFile(file, 'utf8'))).toBe('string')
  })
})
