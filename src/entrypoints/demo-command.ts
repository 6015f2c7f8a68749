/** One `savepoint run` of the demo, as a process of its own, and whether it ended as the demo means to show. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodeOf, type Outcome } from '../domain/outcome.ts'

export interface DemoPlace {
  /** Where `bin/savepoint.js` is. */
  readonly project: string
  /** Where the plan is. */
  readonly directory: string
  readonly url: string
  readonly signal: AbortSignal
}

/** Runs it on this terminal; says what is wrong where the outcome is another than expected. */
export async function runDemoCommand(place: DemoPlace, expected: Outcome, note: (line: string) => void): Promise<boolean> {
  if (place.signal.aborted) return false
  note('$ savepoint run --yes')
  const exitCode = await exitCodeOfRun(place)
  if (exitCode === exitCodeOf(expected, expected === 'migrated') && (await reportedOutcome(place.directory)) === expected)
    return true
  note(`the demo expected the outcome "${expected}"; see savepoint-demo/savepoint-run/report.md`)
  return false
}

async function exitCodeOfRun({ project, directory, url, signal }: DemoPlace): Promise<number | null> {
  const child = spawn(process.execPath, [join(project, 'bin', 'savepoint.js'), 'run', '--yes'], {
    cwd: directory,
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'inherit',
  })
  // At a terminal an interrupt reaches the child by itself; elsewhere it has to be passed on.
  signal.addEventListener('abort', () => process.stdin.isTTY || child.kill('SIGTERM'), { once: true })
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return exitCode
}

/** What the report says, which is what a person would believe. */
async function reportedOutcome(directory: string): Promise<string> {
  const text = await readFile(join(directory, 'savepoint-run', 'report.json'), 'utf8').catch(() => '{}')
  return String((JSON.parse(text) as { readonly outcome?: unknown }).outcome)
}
