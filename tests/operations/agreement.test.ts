/** A person sees what is about to happen, confirms, is signed off; others are told. The real command line, also on a terminal. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { type Reply, startRecordingServer } from '../support/recording-server.ts'
import { savepoint } from '../support/savepoint.ts'

const PROGRAM = join(import.meta.dirname, '../../bin/savepoint.js')
const MIGRATION = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;\nUPDATE "order" SET cents = cents;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}

/** Runs a command on a pseudo terminal; each answer is typed once its question stands there. */
function onTerminal(project: Project, command: string, dialogue: readonly (readonly [question: string, answer: string])[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', TERM: 'xterm', ...project.env }
  const shell = `stty cols 80; exec '${process.execPath}' '${PROGRAM}' ${command}`
  const child = spawn('script', ['--quiet', '--return', '--command', shell, '/dev/null'], { cwd: project.directory, env })
  const open = [...dialogue]
  let output = ''
  let seen = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    const [question, answer] = open[0] ?? []
    const at = question === undefined ? -1 : output.indexOf(question, seen)
    const asked = at < 0 ? -1 : output.indexOf('[y/N] ', at)
    if (asked < 0) return
    seen = asked
    open.shift()
    child.stdin.write(`${answer}\n`)
  })
  return new Promise<{ exitCode: number | null; output: string }>((resolve) =>
    child.once('close', (exitCode) => resolve({ exitCode, output: output.replaceAll('\r', '') })),
  )
}

async function signOffOf(project: Project) {
  const report = await project.report()
  return report.signOff as { executedBy: string; confirmations: { name: string; by: string; how: string }[]; approvedBy: unknown }
}

async function columns(project: Project): Promise<readonly unknown[]> {
  return project.query("SELECT 1 FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'")
}

describe('before a run changes anything', () => {
  test('it shows what will happen, with --yes too', async () => {
    await using project = await createProject(MIGRATION)
    const { output } = await project.run('run', '--yes')
    expect(output).toContain('This is about to happen:')
    expect(output).toContain('migrations   1, from base to 001')
    expect(output).toMatch(/SQL {10}2 statements, \d+ bytes/)
    expect(output).toContain('2 existing ones named in the SQL')
    expect(output).toMatch(/public\."order" .* kB/)
    expect(output).not.toMatch(/public\.note /)
    expect(output).toContain('way back     automatic: downgrade, else restore of the backup made first')
    expect(output.indexOf('This is about to happen')).toBeLessThan(output.indexOf('✓ backup'))
  })

  test('on a terminal it asks for each named confirmation and then for all, and the report says who and when', async () => {
    await using project = await createProject({
      ...MIGRATION,
      'savepoint.yml': `${PLAN}require:\n  - confirmation: QA has tested\n  - confirmation: stakeholders informed\n`,
    })
    const { exitCode, output } = await onTerminal(project, 'run', [
      ['Do you confirm: QA has tested?', 'y'],
      ['Do you confirm: stakeholders informed?', 'yes'],
      ['Apply 1 migration', 'y'],
    ])
    expect(output).toContain('This is about to happen:')
    expect(exitCode).toBe(0)
    const { confirmations, executedBy } = await signOffOf(project)
    expect(confirmations.map(({ name, by, how }) => [name, by, how])).toEqual([
      ['QA has tested', executedBy, 'asked'],
      ['stakeholders informed', executedBy, 'asked'],
      ['apply 1 migration (base to 001)', executedBy, 'asked'],
    ])
  })

  test('a no on the terminal to a named confirmation is a no-go', async () => {
    await using project = await createProject({
      ...MIGRATION,
      'savepoint.yml': `${PLAN}require:\n  - confirmation: QA has tested\n`,
    })
    const { exitCode, output } = await onTerminal(project, 'run', [['Do you confirm: QA has tested?', 'n']])
    expect(exitCode).toBe(1)
    expect(output).toMatch(/NO-GO {2}QA has tested: not confirmed by/)
    expect(await columns(project)).toEqual([])
  })

  test('a no to the last question changes nothing', async () => {
    await using project = await createProject(MIGRATION)
    const { exitCode } = await onTerminal(project, 'run', [['Apply 1 migration', 'n']])
    expect(exitCode).toBe(1)
    expect((await project.report()).reason).toBe('a person declined')
    expect(await project.query("SELECT 1 FROM pg_namespace WHERE nspname = 'savepoint'")).toEqual([])
  })
})

describe('others are told', () => {
  const notifying = (url: string, rest = '') => `${PLAN}notify:\n  - { webhook: "${url}", format: json }\n${rest}`
  const SECRET = '/hooks/T0001/averysecrettoken'

  test('of the start and the success, without waiting for an answer to the first', async () => {
    let migrated: () => Promise<readonly unknown[]> = async () => []
    // The first request is answered only once the database is migrated: a run that waited for it would never end so.
    const untilMigrated = async (): Promise<Reply> => {
      while ((await migrated()).length === 0) await new Promise((resolve) => setImmediate(resolve))
      return { status: 200 }
    }
    await using server = await startRecordingServer((_request, count) => (count === 1 ? untilMigrated() : { status: 200 }))
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': notifying(`${server.origin}${SECRET}`) })
    migrated = () => columns(project)
    const { exitCode, output } = await project.run('run', '--yes')

    expect(exitCode).toBe(0)
    expect(server.requests.map(({ body }) => [JSON.parse(body).event, JSON.parse(body).outcome])).toEqual([
      ['start', null],
      ['success', 'migrated'],
    ])
    const report = await project.report()
    expect(report.notifications).toMatchObject([
      { event: 'start', status: 'delivered', target: `${server.origin}/***` },
      { event: 'success', status: 'delivered' },
    ])
    expect(output + JSON.stringify(report)).not.toContain('averysecrettoken')
    expect(await readFile(join(project.runDirectory, 'report.md'), 'utf8')).not.toContain('averysecrettoken')
  })

  test('of a failure, with the reason and what to do', async () => {
    await using server = await startRecordingServer(() => ({ status: 200 }))
    const plan = notifying(`${server.origin}${SECRET}`, 'require: [{ confirmation: QA has tested }]\n')
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': plan })
    await project.run('run', '--yes')
    expect(server.requests.map(({ body }) => JSON.parse(body))).toMatchObject([
      { event: 'failure', outcome: 'unchanged', reason: 'no-go: QA has tested (not confirmed)' },
    ])
  })

  test('and that they could not be is noted and changes no outcome', async () => {
    await using server = await startRecordingServer(() => ({ status: 404, body: 'no such hook /hooks/T0001/averysecrettoken' }))
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': notifying(`${server.origin}${SECRET}`) })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(0)
    expect(output).toContain(`${server.origin}/*** was not told of the start: the server answered 404`)
    expect(output).not.toContain('averysecrettoken')
    expect((await project.report()).notifications).toMatchObject([{ status: 'failed' }, { status: 'failed' }])
  })

  test('of nothing where nothing was to be done', async () => {
    await using server = await startRecordingServer(() => ({ status: 200 }))
    await using project = await createProject({ 'migrations/.keep': '', 'savepoint.yml': notifying(`${server.origin}${SECRET}`) })
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect(server.requests).toEqual([])
  })

  test('and a mistake in the section never shows the address', async () => {
    const plan = `${PLAN}notify: [{ webhook: "hooks.slack.com/averysecrettoken", on: [end] }]\n`
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': plan })
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(2)
    const told = output.replace(/\s+/g, ' ')
    expect(told).toContain('notify[1].webhook must be an address beginning with https://')
    expect(told).toContain('notify[1].on[1] must be one of start, success, failure, anomaly')
    expect(output).not.toContain('averysecrettoken')
  })
})

describe('the sign-off', () => {
  test('names who approved the run on GitHub, and who confirmed what beyond what was required', async () => {
    const reviews = [{ state: 'approved', comment: '', environments: [{ name: 'production' }], user: { login: 'octocat' } }]
    await using server = await startRecordingServer(() => ({ status: 200, body: JSON.stringify(reviews) }))
    await using project = await createProject({ ...MIGRATION, 'savepoint.yml': `${PLAN}environments: { production: {} }\n` })
    const github = {
      GITHUB_API_URL: server.origin,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '7',
      GITHUB_TOKEN: 'ghs_0123456789abcdef',
    }
    const env = { ...project.env, ...github, GITHUB_ACTOR: 'ann' }
    const args = ['run', '--yes', '--environment', 'production', '--confirm', 'tested by QA=bob']
    expect((await savepoint(args, { cwd: project.directory, env })).exitCode).toBe(0)

    expect(await signOffOf(project)).toMatchObject({
      executedBy: 'ann',
      approvedBy: ['octocat'],
      approvalSource: 'GitHub, environment production',
      confirmations: [
        { name: 'apply 1 migration (base to 001)', by: 'ann', how: 'given' },
        { name: 'tested by QA', by: 'bob', how: 'given' },
      ],
    })
    const markdown = await readFile(join(project.runDirectory, 'report.md'), 'utf8')
    expect(markdown).toContain('| Approved by | octocat (GitHub, environment production) |')
    expect(markdown).toContain('| Confirmed: tested by QA | bob, ')
    expect(markdown).not.toContain('ghs_0123456789abcdef')
  })

  test('says so where GitHub does not tell, and the run goes on', async () => {
    await using server = await startRecordingServer(() => ({ status: 403 }))
    await using project = await createProject(MIGRATION)
    const github = {
      GITHUB_API_URL: server.origin,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '7',
      GITHUB_TOKEN: 'ghs_0123456789abcdef',
    }
    const { exitCode, output } = await savepoint(['run', '--yes'], { cwd: project.directory, env: { ...project.env, ...github } })
    expect(exitCode).toBe(0)
    expect(output).toContain('who approved the run could not be found out: GitHub answered 403')
    expect((await signOffOf(project)).approvedBy).toBeNull()
  })
})
