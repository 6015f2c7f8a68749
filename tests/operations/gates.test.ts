/** The conditions of a plan are asked before anything starts, shown as a go / no-go table, and any that fails ends the run. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../src/domain/evidence.ts'
import { digestParts } from '../../src/domain/evidence.ts'
import { parseStatus } from '../../src/operations/gates/clean-tree.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import { digestPlan } from '../../src/plan/plan-digest.ts'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { savepoint } from '../support/savepoint.ts'

const UP = 'ALTER TABLE customer ADD COLUMN phone text;'
const DOWN = 'ALTER TABLE customer DROP COLUMN phone;'
const MIGRATION = { 'migrations/001_phone.up.sql': UP, 'migrations/001_phone.down.sql': DOWN }

function requiring(lines: string): Promise<Project> {
  return createProject({ ...MIGRATION, 'savepoint.yml': `${PLAN}require:\n${lines}\n` })
}

async function gatesOf(project: Project) {
  const report = await project.report()
  return report.stages.find(({ name }) => name === 'gates')?.checks ?? []
}

async function isMigrated(project: Project): Promise<boolean> {
  const rows = await project.query(
    "SELECT 1 FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'",
  )
  return rows.length === 1
}

function git(project: Project, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'init.defaultBranch=main']
  execFileSync('git', [...identity, ...args], { cwd: project.directory, stdio: 'ignore' })
}

describe('a run whose plan requires something', () => {
  test('asks everything, shows all of it and starts nothing when one condition does not hold', async () => {
    await using project = await requiring(
      '  - backup\n  - confirmation: QA has tested\n  - clean-tree\n  - { window: "00:00-24:00", time-zone: Europe/Berlin }',
    )
    const { exitCode, output } = await project.run('run', '--yes')

    expect(exitCode).toBe(1)
    const report = await project.report()
    expect(report.outcome).toBe('unchanged')
    expect(report.reason).toMatch(/^no-go: QA has tested \(not confirmed\); clean working tree \(.* is in no git repository\)$/)
    expect((await gatesOf(project)).map(({ name, status }) => [name, status])).toEqual([
      ['backup', 'passed'],
      ['QA has tested', 'failed'],
      ['clean working tree', 'errored'],
      ['maintenance window', 'passed'],
    ])
    expect(output).toMatch(/ go {5}backup: will be/)
    expect(output).toMatch(/ NO-GO {2}QA has tested: not confirmed; wanted: confirmed/)
    expect(output).toContain("--confirm 'QA has tested'")
    expect(output).toContain('NO-GO: 2 of 4 do not hold')
    expect(report.stages.map(({ name }) => name)).toEqual(['health-check', 'gates'])
    expect(await isMigrated(project)).toBe(false)
    expect(await project.query("SELECT 1 FROM pg_namespace WHERE nspname = 'savepoint'")).toEqual([])
  })

  test('goes on when all of them hold, and the report says who confirmed', async () => {
    await using project = await requiring('  - backup\n  - confirmation: QA has tested\n  - confirmation: a=b')
    const { exitCode, output } = await project.run('run', '--yes', '--confirm', 'QA has tested=bob', '--confirm', 'a=b')

    expect(exitCode).toBe(0)
    expect(output).toMatch(/QA has tested: by bob at 2/)
    expect(output).toContain('    GO\n')
    expect(await isMigrated(project)).toBe(true)
  })

  test('takes confirmations from the environment, a line each', async () => {
    await using project = await requiring('  - confirmation: QA has tested\n  - confirmation: stakeholders informed')
    const env = { ...project.env, SAVEPOINT_CONFIRM: 'QA has tested=bob\nstakeholders informed' }
    const { exitCode } = await savepoint(['run', '--yes'], { cwd: project.directory, env })
    expect(exitCode).toBe(0)
  })

  test('and a confirmation by a slightly other name confirms nothing', async () => {
    await using project = await requiring('  - confirmation: QA has tested')
    const { exitCode, output } = await project.run('run', '--yes', '--confirm', 'QA tested')
    expect(exitCode).toBe(1)
    expect(output).toContain('not confirmed (confirmed was "QA tested")')
  })

  test('that wants a backup refuses a migration that makes none, and one that is not restored', async () => {
    await using project = await requiring('  - backup')
    expect((await project.run('migrate', '--yes')).output).toContain('backup: this run makes none')
    await project.write('savepoint.yml', `${PLAN}backup: { verify: read }\nrequire: [backup]\n`)
    expect((await project.run('run', '--yes')).output).toContain('backup.verify is read')
    expect(await isMigrated(project)).toBe(false)
  })

  test('outside of its window says when it opens', async () => {
    const other = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][(new Date().getUTCDay() + 3) % 7]
    await using project = await requiring(`  - window: "${other} 10:00-11:00"`)
    const { exitCode, output } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect(output).toMatch(new RegExp(`it is \\w+ [\\d:]+; opens in .* \\(${other} 10:00\\)`))
  })

  test('asks a plain check of the plan in the same go', async () => {
    await using project = await createProject({
      ...MIGRATION,
      'savepoint.yml': `${PLAN}require: [backup]\nvalidate:\n  - { name: orders closed, when: before, query: 'select count(*) from "order"', expect: 0 }\n`,
    })
    const { exitCode } = await project.run('run', '--yes')
    expect(exitCode).toBe(1)
    expect((await project.report()).reason).toBe('no-go: orders closed (900)')
  })

  test('shows the table in the report', async () => {
    await using project = await requiring('  - backup\n  - confirmation: QA has tested')
    await project.run('run', '--yes')
    const markdown = await readReport(project)
    expect(markdown).toContain('## Go / no-go')
    expect(markdown).toContain('| 🟢 go | backup |')
    expect(markdown).toContain('🔴 **NO-GO**: 1 of 2 conditions did not hold')
  })
})

async function readReport(project: Project): Promise<string> {
  return readFile(join(project.runDirectory, 'report.md'), 'utf8')
}

describe('a clean working tree', () => {
  test('is one without uncommitted files; the run directory does not count', async () => {
    await using project = await requiring('  - clean-tree')
    git(project, 'init')
    git(project, 'add', '.')
    git(project, 'commit', '-m', 'first')
    await project.write('savepoint-run/runs/earlier/report.json', '{}')
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    expect((await gatesOf(project))[0]).toMatchObject({
      status: 'passed',
      actual: expect.stringMatching(/^at commit [0-9a-f]{12}$/),
    })
  })

  test('names what is dirty', async () => {
    await using project = await requiring('  - clean-tree')
    git(project, 'init')
    git(project, 'add', '.')
    git(project, 'commit', '-m', 'first')
    await project.write('migrations/002_tag.up.sql', 'SELECT 1;')
    await project.write('migrations/001_phone.down.sql', `${DOWN} `)
    expect((await project.run('run', '--yes')).exitCode).toBe(1)
    expect((await gatesOf(project))[0]).toMatchObject({
      actual: '2 files differ: migrations/001_phone.down.sql, migrations/002_tag.up.sql',
    })
  })

  test('before the first commit is none', async () => {
    await using project = await requiring('  - clean-tree')
    git(project, 'init')
    expect((await project.run('run', '--yes')).exitCode).toBe(1)
    expect((await gatesOf(project))[0]).toMatchObject({ status: 'failed', message: expect.stringContaining('no commit yet') })
  })

  test('cannot be told without git: that is not a pass', async () => {
    await using project = await requiring('  - clean-tree')
    const empty = await mkdtemp(join(tmpdir(), 'savepoint-empty-'))
    const bin = process.env.SAVEPOINT_PG_BIN ?? ''
    const env = { ...project.env, PATH: empty, ...(bin === '' ? {} : { SAVEPOINT_PG_BIN: bin }) }
    const { exitCode, output } = await savepoint(['migrate', '--yes', '--skip-health-checks'], { cwd: project.directory, env })
    await rm(empty, { recursive: true })
    expect(exitCode).toBe(1)
    expect(output).toContain('git is not installed')
  })

  test('is read from what git says, renames and conflicts included', () => {
    const oid = 'a'.repeat(40)
    const entries = [
      `# branch.oid ${oid}`,
      '# branch.head main',
      `1 .M N... 100644 100644 100644 ${oid} ${oid} a file.sql`,
      `2 R. N... 100644 100644 100644 ${oid} ${oid} R100 new.sql`,
      'old.sql',
      `u UU N... 100644 100644 100644 100644 ${oid} ${oid} ${oid} both.sql`,
      '? extra.sql',
      '',
    ]
    expect(parseStatus(entries.join('\0'))).toEqual({ commit: oid, dirty: ['a file.sql', 'new.sql', 'both.sql', 'extra.sql'] })
    expect(parseStatus('# branch.oid (initial)\0')).toEqual({ commit: null, dirty: [] })
  })
})

describe('evidence of a rehearsal', () => {
  const RULE = '  - rehearsal: { max-age: 1d }'

  test('for exactly these migrations and this plan lets the run start, from the run directory or a file', async () => {
    await using project = await requiring(RULE)
    await project.write('savepoint-run/evidence.json', JSON.stringify(evidenceFor(`${PLAN}require:\n${RULE}\n`)))
    expect((await project.run('run', '--yes')).exitCode).toBe(0)
    await project.query('ALTER TABLE customer DROP COLUMN phone; DELETE FROM savepoint_migrations')
    await project.write('elsewhere.json', JSON.stringify(evidenceFor(`${PLAN}require:\n${RULE}\n`)))
    await rm(join(project.runDirectory, 'evidence.json'))
    expect((await project.run('run', '--yes', '--evidence', 'elsewhere.json')).exitCode).toBe(0)
  })

  test.each<[string, (project: Project, evidence: Evidence) => Promise<void>, RegExp]>([
    ['there is none', async () => undefined, /no evidence found/],
    [
      'a migration was edited since',
      async (project, evidence) => {
        await write(project, evidence)
        await project.write('migrations/001_phone.up.sql', 'ALTER TABLE customer ADD COLUMN phone varchar;')
      },
      /what they do has changed since/,
    ],
    [
      'the plan was edited since',
      async (project, evidence) => {
        await write(project, evidence)
        await project.write('savepoint.yml', `${PLAN}losses: warn\nrequire:\n${RULE}\n`)
      },
      /the plan has changed since/,
    ],
    [
      'it is old',
      (project, evidence) => write(project, { ...evidence, createdAt: '2020-01-01T00:00:00.000Z' }),
      /older than 24 h/,
    ],
    [
      'it said no-go',
      (project, evidence) => write(project, { ...evidence, verdict: 'no-go', reason: 'too slow' }),
      /no-go: too slow/,
    ],
    [
      'it is no evidence',
      (project) => project.write('savepoint-run/evidence.json', '{"version":2}'),
      /is not evidence of this version/,
    ],
    [
      'it is half a file',
      (project) => project.write('savepoint-run/evidence.json', '{"version":1,'),
      /is not evidence of this version/,
    ],
  ])('is no-go when %s', async (_why, arrange, reason) => {
    await using project = await requiring(RULE)
    await arrange(project, evidenceFor(`${PLAN}require:\n${RULE}\n`))
    expect((await project.run('run', '--yes')).exitCode).toBe(1)
    expect((await project.report()).reason).toMatch(reason)
    expect(await isMigrated(project)).toBe(false)
  })
})

function write(project: Project, evidence: Evidence): Promise<void> {
  return project.write('savepoint-run/evidence.json', JSON.stringify(evidence))
}

/** As a rehearsal of the one migration with this plan would write it. */
function evidenceFor(plan: string): Evidence {
  const parsed = parsePlan({
    text: plan,
    file: 'savepoint.yml',
    environmentName: undefined,
    environment: { DATABASE_URL: 'postgres://h/d' },
  })
  const sha256 = digestParts([
    ['001_phone.up.sql', checksum(UP)],
    ['001_phone.down.sql', checksum(DOWN)],
  ])
  return {
    version: 1,
    runId: 'rehearsal',
    createdAt: new Date().toISOString(),
    verdict: 'go',
    reason: 'every check passed',
    migrations: { revisions: ['001'], sha256, covers: 'files' },
    plan: digestPlan(parsed),
    copy: { by: 'template copy', of: 'postgresql://h/d', at: new Date().toISOString() },
    durationsMs: {},
    recoveryMs: null,
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
