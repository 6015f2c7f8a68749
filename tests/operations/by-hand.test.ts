/** A team that migrates by hand takes a snapshot or a backup before, and validates after: the plan's checks are asked both times. */
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'

const CHECKS = `${PLAN}validate:
  - { name: glad notes, query: "select count(*) from note where mood = 'glad'", expect: 50, when: before-and-after }
  - { name: in the end, query: select 1, expect: 1 }
  - { name: answers, query: "select count(*) from customer", expect: 300, when: after-start }
`

async function checksOf(project: Project, stage: string): Promise<unknown> {
  const { stages } = await project.report()
  return stages.find(({ name }) => name === stage)?.checks.map(({ name, status }) => `${name}: ${status}`)
}

describe('by hand', () => {
  test.each(['snapshot', 'backup'])(
    'savepoint %s asks the checks for before and after, and savepoint validate compares',
    async (command) => {
      await using project = await createProject({ 'migrations/.keep': '', 'savepoint.yml': CHECKS })
      expect((await project.run(command)).exitCode).toBe(0)
      expect(await checksOf(project, 'gates')).toEqual(['glad notes: passed'])
      await project.query("INSERT INTO note VALUES ('late', 'glad')")

      const { exitCode } = await project.run('validate')
      expect(exitCode).toBe(1)
      const validated = (await project.report()).stages.find(({ name }) => name === 'validate')
      expect(validated?.checks.find(({ name }) => name === 'glad notes')).toMatchObject({
        status: 'failed',
        before: '50',
        actual: '51',
      })
      expect(await checksOf(project, 'smoke-test')).toEqual(['answers: passed'])
    },
  )

  test('a check that does not pass before is told, and the snapshot is taken all the same', async () => {
    await using project = await createProject({
      'migrations/.keep': '',
      'savepoint.yml': CHECKS.replace('expect: 50', 'expect: 51'),
    })
    const { exitCode, output } = await project.run('snapshot')
    expect(exitCode).toBe(1)
    expect(output).toContain('taken; 0/1 of the checks for before and after passed')
    expect((await project.run('validate')).output).toMatch(/compared with the snapshot/)
  })

  test('a check that needs the services running fails savepoint validate', async () => {
    await using project = await createProject({
      'migrations/.keep': '',
      'savepoint.yml': CHECKS.replace('expect: 300', 'expect: 301'),
    })
    expect((await project.run('validate')).exitCode).toBe(1)
    expect(await checksOf(project, 'smoke-test')).toEqual(['answers: failed'])
  })
})
