/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** Whole runs whose checks reach outside the database: a command, requests to an application, a suite of tests in SQL. */
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { savepoint } from '../support/savepoint.ts'

const TOKEN = 'nobody-may-see-this'

const MIGRATION = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/001_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;',
}

const CHECKS = `validate:
  - { name: integrity test, group: data, command: sh verify.sh, warn-on: "^WARNING", fail-on: "^FAILED" }
  - { name: triggers, group: data, suite: tests.sql, expect: 2 }
  - { name: create, group: API, http: { post: "\${BASE}/notes" }, token: "\${API_KEY}", json: { text: hello }, status: 201, capture: { id: $.id } }
  - { name: rename, group: API, http: { put: "\${BASE}/notes/{{id}}" }, token: "\${API_KEY}", json: { text: bye }, json-path: { $.text: bye } }
  - { name: read, group: API, http: { get: "\${BASE}/notes/{{id}}" }, token: "\${API_KEY}", status: 200, within: 30s, json-path: { $.text: bye } }
  - { name: remove, group: API, http: { delete: "\${BASE}/notes/{{id}}" }, token: "\${API_KEY}", status: 204 }
`
const VERIFY = 'echo "OK: $DATABASE_URL"\necho "WARNING: 3 customers without orders"\n'
const TESTS = `INSERT INTO customer (email) VALUES ('suite@example.org');
SELECT CASE count(*) WHEN 301 THEN 'PASS' ELSE 'FAIL' END || ': an insert is counted' FROM customer;
DO $$ BEGIN RAISE NOTICE 'PASS: the second'; END $$;
`

/** An application with notes, for those who have the token. */
function notes(): Server {
  const kept = new Map<string, unknown>()
  return createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = chunks.length === 0 ? null : (JSON.parse(Buffer.concat(chunks).toString()) as object)
    const id = request.url?.split('/')[2] ?? '7'
    const authorized = request.headers.authorization === `Bearer ${TOKEN}`
    if (body !== null) kept.set(id, { id: Number(id), ...body })
    const status = { POST: 201, DELETE: 204 }[request.method ?? ''] ?? 200
    response
      .writeHead(authorized ? status : 401)
      .end(authorized ? JSON.stringify(kept.get(id)) : `not for ${request.headers.authorization}`)
  })
}

let server: Server
let base: string
beforeAll(async () => {
  server = notes()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

async function run(files: Readonly<Record<string, string>>, token = TOKEN) {
  const project = await createProject({
    ...MIGRATION,
    'verify.sh': VERIFY,
    'tests.sql': TESTS,
    'savepoint.yml': PLAN + CHECKS,
    ...files,
  })
  const env = { ...project.env, BASE: base, API_KEY: token }
  const finished = await savepoint(['run', '--yes'], { cwd: project.directory, env })
  return { project, finished }
}

async function everyFile(project: Project): Promise<string> {
  const entries = await readdir(project.runDirectory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.dump'))
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))).join('\n')
}

describe('a run', () => {
  test('whose command, suite and requests pass is migrated, and tells the tally of each group', async () => {
    const { project, finished } = await run({})
    await using _ = project

    expect(finished.output).toContain('data 2/2')
    expect(finished.output).toContain('API 4/4')
    expect(finished.exitCode).toBe(0)
    const { stages } = await project.report()
    const checks = stages.flatMap(({ checks }) => checks)
    expect(checks.find(({ name }) => name === 'integrity test')).toMatchObject({
      status: 'warning',
      message: '“WARNING: 3 customers without orders”',
      output: expect.stringContaining('integrity-test.log'),
    })
    expect(checks.find(({ name }) => name === 'triggers')).toMatchObject({ status: 'passed', actual: '2/2' })
    expect(stages.at(-1)).toMatchObject({ name: 'smoke-test', status: 'passed' })
    const markdown = await readFile(join(project.runDirectory, 'report.md'), 'utf8')
    expect(markdown).toContain('| API | smoke-test | 4/4 | ✅ |')
    expect(markdown).toContain('| all groups |  | 6/6 | ⚠️ 1 warning |')
    expect(await project.query('SELECT count(*)::int AS n FROM customer')).toEqual([{ n: 300 }])
  })

  test('whose token is refused is rolled back, skips what depends on the answer, and shows no token anywhere', async () => {
    const { project, finished } = await run({}, 'another-nobody-may-see')
    await using _ = project

    expect((await project.report()).outcome).toBe('rolled-back')
    const smoke = (await project.report()).stages.find(({ name }) => name === 'smoke-test')
    expect(smoke?.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'create failed',
      'rename skipped',
      'read skipped',
      'remove skipped',
    ])
    expect(finished.output).toContain('{{id}} is missing')
    const all = finished.output + (await everyFile(project))
    expect(all).toContain('not for Bearer ***')
    expect(all).not.toContain('nobody-may-see')
  })

  test('is rolled back to the state before when a suite fails after it has drawn from a sequence', async () => {
    const { project, finished } = await run({ 'tests.sql': TESTS.replace('301', '302') })
    await using _ = project

    expect(finished.exitCode).toBe(1)
    expect(finished.output).toContain('“FAIL: an insert is counted”')
    expect((await project.report()).outcome).toBe('rolled-back')
  })

  test.each([
    ['is not there', 'suite: not-there.sql', 'not-there.sql, which the plan names'],
    ['commits', 'suite: commits.sql', 'commits.sql, line 2: COMMIT in a script'],
  ])('whose suite %s does not start', async (_what, suite, message) => {
    const plan = PLAN + CHECKS.replace('suite: tests.sql', suite)
    const { project, finished } = await run({ 'savepoint.yml': plan, 'commits.sql': "SELECT 'PASS';\nCOMMIT;\n" })
    await using _ = project

    expect(finished.exitCode).toBe(2)
    expect(finished.output.replace(/\s+/g, ' ')).toContain(message)
    expect(await project.query("SELECT to_regclass('savepoint_migrations') AS history")).toEqual([{ history: null }])
  })
})
