/** Runs the command line as the process that a person starts, and learns how much memory it took. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROGRAM = resolve(import.meta.dirname, '../bin/savepoint.js')
const PEAK_MEMORY = resolve(import.meta.dirname, 'peak-memory.js')

export interface Place {
  readonly cwd: string
  readonly url: string
}

/** @throws Error with what it printed, where it does not end with exit code 0 */
export async function savepoint(parameters: readonly string[], place: Place): Promise<void> {
  await finished([PROGRAM, ...parameters], place, {})
}

/** Runs it and returns the peak of its resident memory in bytes, child processes not included. */
export async function peakMemoryOf(parameters: readonly string[], place: Place): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'savepoint-peak-'))
  const file = join(directory, 'kilobytes')
  try {
    await finished(['--import', PEAK_MEMORY, PROGRAM, ...parameters], place, { PEAK_MEMORY_FILE: file })
    return Number(await readFile(file, 'utf8')) * 1024
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** A Node process that does nothing: what every command line written for Node pays. */
export async function emptyProcess(place: Place): Promise<void> {
  await finished(['--eval', '0'], place, {})
}

async function finished(parameters: readonly string[], { cwd, url }: Place, extra: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', DATABASE_URL: url, ...extra }
  const child = spawn(process.execPath, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}:\n${printed.join('')}`)
}
