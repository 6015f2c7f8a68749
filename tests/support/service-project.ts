/** A project with a backend that runs as a real process, started and stopped by the plan's own shell lines. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject, type Project } from './project.ts'

const PROGRAM = join(import.meta.dirname, 'shop-service.ts')

export interface ServiceProject extends Project {
  /** Process id, `null` where it does not run. */
  pid(): Promise<number | null>
  /** What the backend answers over HTTP. */
  answer(): Promise<unknown>
  /** Text of the plan, for a test to change. */
  plan(): Promise<string>
  /** Which lines the runs have called so far, e.g. `stop start`. */
  calls(): Promise<string>
}

export interface ServicePlan {
  readonly stop?: string
  readonly start?: string
  readonly status?: string
  /** Left out: longer than any machine needs. */
  readonly startWait?: string
  /** Further keys of `services`, a line each. */
  readonly more?: readonly string[]
  /** Further sections of the plan. */
  readonly rest?: string
}

const STOP =
  'echo stop >> service.calls; test -e service.pid && kill $(cat service.pid) && while test -e service.pid; do sleep 0.05; done; echo stopped'
/** Leaves a word in `service.calls` each time. */
export const START = `echo start >> service.calls; node ${PROGRAM} >> service.log 2>&1 &`
const STATUS = 'test -e service.pid && kill -0 $(cat service.pid)'

function planOf({ stop = STOP, start = START, status = STATUS, startWait = '20s', more = [], rest = '' }: ServicePlan): string {
  const lines = [`stop: ${JSON.stringify(stop)}`, `start: ${JSON.stringify(start)}`, `status: ${JSON.stringify(status)}`]
  return `version: 1
database: { url: "\${DATABASE_URL}" }
migrator: { kind: sql, directory: migrations }
lock-wait: 1s
services:
${[...lines, 'wait: 3s', `start-wait: ${startWait}`, ...more].map((line) => `  ${line}`).join('\n')}
${rest}`
}

/** The backend runs when this returns. */
export async function createServiceProject(
  files: Readonly<Record<string, string>>,
  plan: ServicePlan = {},
): Promise<ServiceProject> {
  const project = await createProject({ ...files, 'savepoint.yml': planOf(plan) })
  const textOf = (path: string) => readFile(join(project.directory, path), 'utf8').catch(() => '')
  const pid = async () => {
    const written = Number.parseInt(await textOf('service.pid'), 10)
    return Number.isNaN(written) || !isAlive(written) ? null : written
  }
  startOutsideRuns(project)
  while ((await pid()) === null) await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    ...project,
    pid,
    answer: async () => (await fetch(`http://127.0.0.1:${await textOf('service.port')}/`)).json(),
    plan: () => textOf('savepoint.yml'),
    calls: async () => (await textOf('service.calls')).trim().split('\n').join(' '),
    [Symbol.asyncDispose]: async () => {
      const started = (await textOf('service.pids')).split('\n').filter((line) => line !== '')
      for (const left of started.map(Number).filter(isAlive)) process.kill(left, 'SIGKILL')
      await project[Symbol.asyncDispose]()
    },
  }
}

function startOutsideRuns(project: Project): void {
  const env = { PATH: process.env.PATH, ...project.env }
  spawn(process.execPath, [PROGRAM], { cwd: project.directory, env, detached: true, stdio: 'ignore' }).unref()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
