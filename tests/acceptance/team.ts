/** A team of the acceptance list: its repository in a temporary directory, its database, its application and its chat. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { createProject, type Project } from '../support/project.ts'
import { type Finished, type Started, savepoint, startSavepoint } from '../support/savepoint.ts'

export interface Team extends AsyncDisposable {
  readonly project: Project
  /** Every message that the team's chat received, oldest first. */
  readonly messages: readonly Record<string, unknown>[]
  readonly env: Readonly<Record<string, string>>
  run(...args: readonly string[]): Promise<Finished>
  start(...args: readonly string[]): Started
  /** Waits until the application listens; `false` when its process is gone. */
  isHealthy(): Promise<boolean>
  /** The report for people. */
  reportText(): Promise<string>
  checks(): Promise<readonly ReportedCheck[]>
  /** One check of the latest report by its name; fails where there is none. */
  check(name: string): Promise<ReportedCheck>
}

export interface ReportedCheck {
  readonly stage: string
  readonly name: string
  readonly kind: string
  readonly group: string | null
  readonly status: string
  readonly expected: string | null
  readonly actual: string | null
  readonly before: string | null
  readonly message: string | null
  readonly output: string | null
}

export interface TeamSettings {
  /** SQL that makes the database. */
  readonly setUp: string
  /** File of the team's application below `application/`. */
  readonly application?: string
  /** Edits files of the repository, by path. */
  readonly change?: Readonly<Record<string, (text: string) => string>>
  readonly env?: Readonly<Record<string, string>>
  /** More files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>
}

const HERE = import.meta.dirname

/** The repository of a team as its directory beside this file holds it. */
export async function openTeam(name: string, settings: TeamSettings): Promise<Team> {
  const chat = await openChat()
  const files: Record<string, string> = {
    ...settings.files,
    ...(await filesOf(join(HERE, name))),
    'application/service.sh': await readFile(join(HERE, 'application/service.sh'), 'utf8'),
  }
  for (const [path, edit] of Object.entries(settings.change ?? {})) files[path] = edit(files[path] ?? '')
  const project = await createProject(files, settings.setUp)
  const env = {
    ...project.env,
    CHAT_URL: `${chat.url}/services/T000/B000/c2VjcmV0`,
    NODE: process.execPath,
    PROGRAM: join(HERE, 'application', settings.application ?? ''),
    PORT: String(await freePort()),
    LOG: join(project.directory, 'application.log'),
    API_TOKEN: 'a-token-nobody-may-see',
    PYTHON: join(process.env.SAVEPOINT_TEST_VENV ?? '', 'bin/python'),
    ...settings.env,
  }
  const invocation = { cwd: project.directory, env: { ...env, BASE_URL: `http://127.0.0.1:${env.PORT}` } }
  const team: Team = {
    project,
    messages: chat.messages,
    env: invocation.env,
    run: (...args) => savepoint(args, invocation),
    start: (...args) => startSavepoint(args, invocation),
    isHealthy: () => isHealthy(invocation),
    reportText: () => readFile(join(project.runDirectory, 'report.md'), 'utf8'),
    checks: () => checksOf(project),
    check: async (wanted) => {
      const checks = await checksOf(project)
      const found = checks.findLast(({ name }) => name === wanted)
      if (found === undefined) throw new Error(`no check ${wanted} among: ${checks.map((check) => check.name).join(', ')}`)
      return found
    },
    [Symbol.asyncDispose]: async () => {
      if (settings.application !== undefined) await service('stop', invocation)
      await closeServer(chat.server)
      await project[Symbol.asyncDispose]()
    },
  }
  if (settings.application !== undefined) await service('start', invocation)
  return team
}

async function filesOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [relative(directory, path), await readFile(path, 'utf8')])),
  )
}

async function checksOf(project: Project): Promise<readonly ReportedCheck[]> {
  const { stages } = await project.report()
  return stages.flatMap((stage) => stage.checks.map((check) => ({ ...(check as unknown as ReportedCheck), stage: stage.name })))
}

interface ServiceInvocation {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

async function isHealthy(invocation: ServiceInvocation): Promise<boolean> {
  while ((await service('status', invocation)) === 0) {
    const answer = await fetch(`${invocation.env.BASE_URL}/health`).catch(() => null)
    if (answer !== null) return answer.status === 200
  }
  return false
}

/** Asks the team's own service manager; returns its exit code. */
async function service(verb: 'start' | 'stop' | 'status', { cwd, env }: ServiceInvocation): Promise<number> {
  const child = spawn('sh', ['application/service.sh', verb], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' })
  const [exitCode] = await once(child, 'close')
  return exitCode as number
}

async function openChat() {
  const messages: Record<string, unknown>[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    messages.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>)
    response.end('ok')
  })
  return { server, messages, url: `http://127.0.0.1:${await listen(server)}` }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await closeServer(server)
  return port
}
