/** A run refuses to start from another revision than the plan expects, and on a database that cannot be reached, and says why. */
import { expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { savepoint } from '../support/savepoint.ts'

const FILES = {
  'migrations/001_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;',
  'migrations/002_fax.up.sql': 'ALTER TABLE customer ADD COLUMN fax text;',
  'migrations/003_telex.up.sql': 'ALTER TABLE customer ADD COLUMN telex text;',
}

async function standingAt002(expected: string): Promise<Project> {
  const project = await createProject(FILES)
  await project.run('run', '--yes', '--to', '002')
  await project.write('savepoint.yml', `${PLAN}health: { expect-revision: "${expected}" }\n`)
  return project
}

test('at the expected revision it starts', async () => {
  await using project = await standingAt002('002')
  expect((await project.run('run', '--yes')).exitCode).toBe(0)
})

test.each([
  ['001', 'the database is past 001: go back to it'],
  ['003', 'the database has not come to 003 yet: migrate to it first'],
  ['976e6adbac6f', 'there is no migration 976e6adbac6f here'],
])('expecting %s at 002 it does not start, and says: %s', async (expected, words) => {
  await using project = await standingAt002(expected)
  const { exitCode } = await project.run('run', '--yes')
  expect(exitCode).toBe(1)
  const report = await project.report()
  expect(report.outcome).toBe('unchanged')
  expect(report.reason).toContain(words)
  const check = report.stages.flatMap(({ checks }) => checks).find(({ name }) => name === 'expected revision')
  expect(check).toMatchObject({ status: 'failed', expected, actual: '002' })
  expect(report.migrator.toRevision).toBe('002')
})

test.each([
  ['a server that is not there', (url: URL) => Object.assign(url, { port: '1' }), /127\.0\.0\.1:1/],
  ['a wrong password', (url: URL) => Object.assign(url, { password: 'mistaken' }), /password/],
  ['a database that is not there', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), /nowhere/],
])('with %s it says so, names no password, and exits without touching anything', async (_what, change, words) => {
  await using project = await createProject(FILES)
  const url = change(new URL(project.database.url)).href
  const { exitCode, output } = await savepoint(['run', '--yes'], { cwd: project.directory, env: { DATABASE_URL: url } })
  expect([1, 2]).toContain(exitCode)
  expect(output).toMatch(words)
  expect(output).toMatch(/What to do|hint|check/i)
  expect(output).not.toContain('mistaken')
  expect(output).not.toContain(new URL(project.database.url).password)
})
