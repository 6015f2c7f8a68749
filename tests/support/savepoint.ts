/** Runs the real command line as a process, the way a person or a workflow does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalEntry, JournalEvent } from '../../src/domain/journal.ts'

const PROGRAM = join(import.meta.dirname, '../../bin/savepoint.js')

export interface Finished {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** Both, for looking for what must or must not be there. */
  readonly output: string
}

export interface Started {
  readonly process: ChildProcess
  readonly finished: Promise<Finished>
}

export interface Invocation {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** Only what a runner would have: nothing of the test's own database settings leaks in. */
function environmentOf(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...extra }
}

export function startSavepoint(args: readonly string[], { cwd, env = {} }: Invocation): Started {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: environmentOf(env), stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const finished = once(child, 'close').then(([exitCode]) => ({
    exitCode: exitCode as number | null,
    stdout,
    stderr,
    output: stdout + stderr,
  }))
  return { process: child, finished }
}

export function savepoint(args: readonly string[], invocation: Invocation): Promise<Finished> {
  return startSavepoint(args, invocation).finished
}

/** Entries of the journal in a run directory; none while it does not exist. */
export async function readJournal(directory: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(join(directory, 'journal.ndjson'), 'utf8').catch(() => '')
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as JournalEntry)
}

/** Waits until the journal holds an event that matches; fails when the process ends first. */
export async function untilAnnounced(
  started: Started,
  directory: string,
  matches: (event: JournalEvent) => boolean,
): Promise<JournalEntry> {
  let ended = false
  started.process.once('close', () => {
    ended = true
  })
  for (;;) {
    const last = ended
    const found = (await readJournal(directory)).find((entry) => matches(entry.event))
    if (found !== undefined) return found
    if (last) throw new Error(`the process ended before the event was announced:\n${(await started.finished).output}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
