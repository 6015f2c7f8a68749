/** What a run has started does not go on behind the back of the next run when the run itself is killed. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createProject, PLAN, type Project } from '../support/project.ts'
import { createServiceProject, type ServiceProject, START } from '../support/service-project.ts'

const PHONE = { 'migrations/001_phone.sql': 'ALTER TABLE customer ADD COLUMN phone text;' }
/** Writes its process id, and stays. */
const LONG = 'echo $$ > tool.pid; sleep 300; echo late >> tool.log'

async function pidIn(project: Project, file: string): Promise<number> {
  for (;;) {
    const pid = Number.parseInt(await readFile(join(project.directory, file), 'utf8').catch(() => ''), 10)
    if (!Number.isNaN(pid)) return pid
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A zombie has ended, even where nobody has collected it yet. */
function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a run killed', () => {
  test.each([
    ['a check', `validate: [{ name: long, command: ${JSON.stringify(LONG)} }]`, PLAN],
    ['a watched log', `monitor: { for: 5m, logs: { command: ${JSON.stringify(LONG)}, must-not-match: x } }`, PLAN],
    [
      'a migration',
      '',
      `version: 1\ndatabase: { url: "\${DATABASE_URL}" }\nmigrator: { kind: command, current: echo base, upgrade: ${JSON.stringify(LONG)} }\n`,
    ],
  ])('while the command of %s works leaves no part of it at work', async (_what, section, plan) => {
    await using project = await createProject({ ...PHONE, 'savepoint.yml': `${plan}${section}\n` })
    const started = project.start('run', '--yes')
    const pid = await pidIn(project, 'tool.pid')
    started.process.kill('SIGKILL')
    await started.finished
    await untilGone(pid)
    await expect(readFile(join(project.directory, 'tool.log'))).rejects.toThrow('ENOENT')
  })

  test('while it starts the services leaves them what they are', async () => {
    await using project = await createServiceProject(PHONE, {
      start: `${START} echo $$ > start.pid; sleep 1; echo done > start.done`,
    })
    const started = project.start('run', '--yes')
    await pidIn(project, 'start.pid')
    started.process.kill('SIGKILL')
    await started.finished
    while ((await readFile(join(project.directory, 'start.done'), 'utf8').catch(() => '')) === '')
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await answerOf(project)).toEqual({ customers: 300 })
  })
})

/** Asks until it listens: a test that waits in vain is ended by its time limit. */
async function answerOf(project: ServiceProject): Promise<unknown> {
  for (;;) {
    const answer = await project.answer().catch(() => null)
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
