/** Runs the command line as a process of its own, as a shell would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const INDEX = new URL('../../src/index.ts', import.meta.url).href
const SCRIPT = `const { runCli } = await import('${INDEX}'); process.exitCode = await runCli(process.argv.slice(1))`

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A directory with files in it, for commands to be started in. */
export class Workplace implements AsyncDisposable {
  readonly directory: string
  readonly #environment: Readonly<Record<string, string>>

  constructor(directory: string, environment: Readonly<Record<string, string>>) {
    this.directory = directory
    this.#environment = environment
  }

  static async create(
    files: Readonly<Record<string, string>>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Workplace> {
    const place = new Workplace(await mkdtemp(join(tmpdir(), 'savepoint-cli-')), environment)
    await place.write(files)
    return place
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.directory, name)), { recursive: true })
      await writeFile(join(this.directory, name), text)
    }
  }

  start(args: readonly string[], script = SCRIPT): ChildProcess {
    const { PATH = '', HOME = '' } = process.env
    const env = { PATH, HOME, LANG: 'C.UTF-8', ...this.#environment }
    const argv = ['--input-type=module', '-e', script, '--', ...args]
    return spawn(process.execPath, argv, { cwd: this.directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Runs a command to its end. */
  run(...args: readonly string[]): Promise<Ended> {
    return endOf(this.start(args))
  }

  /** As {@link run}, and prints the files that were loaded to standard error, a line each. */
  runListingModules(...args: readonly string[]): Promise<Ended> {
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) { const found = next(name, context); console.error(found.url); return found } })\n`
    return endOf(this.start(args, hook + SCRIPT))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.directory, { recursive: true, force: true })
  }
}

export async function endOf(child: ChildProcess): Promise<Ended> {
  const text = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) child[stream]?.on('data', (chunk) => (text[stream] += chunk))
  const exitCode = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  return { exitCode, ...text }
}
