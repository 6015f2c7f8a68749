/** Runs the team's own shell lines for its services: output shown as it comes, kept, and judged by exit code or pattern. */
import type { Finding } from '../domain/check.ts'
import { CheckError, CommandError } from '../domain/errors.ts'
import type { Services } from '../plan/sections/services.ts'
import { KeptOutput, keepOutput, withOutput } from './checks/kept-output.ts'
import type { RunContext } from './context.ts'

/** How often a status is asked that is not yet what it should become. */
const POLL_MS = 500

/** What a shell says of a command that it cannot run: no answer to any question. */
const CANNOT_RUN = [126, 127]

/** When to give up, and by whom the work may be interrupted. */
export interface Patience {
  /** On the monotonic clock. */
  readonly deadlineMs: number
  readonly signal: AbortSignal
}

/** Time left in ms, at least one: a command that is due is still asked once. */
function remainingMs({ clock }: RunContext, { deadlineMs }: Patience): number {
  return Math.max(1, Math.ceil(deadlineMs - clock.monotonicMs()))
}

/**
 * Runs the stop or start line; its output is kept whatever becomes of it.
 *
 * @throws CommandError when it fails or takes too long; the signal's reason when interrupted
 */
export async function runServiceLine(
  context: RunContext,
  services: Services,
  which: 'stop' | 'start',
  patience: Patience,
): Promise<Finding> {
  const kept = new KeptOutput()
  const onLine = (line: string) => {
    kept.add(line)
    context.emit({ type: 'output', source: `services ${which}`, line })
  }
  const command = { run: { shell: services[which] }, cwd: services.workingDirectory }
  const timeoutMs = remainingMs(context, patience)
  let failure: unknown = null
  await context.processes.run(command, { signal: patience.signal, timeoutMs, outlives: true, onLine }).catch((error: unknown) => {
    failure = error
  })
  const place = await keepOutput(context, `services-${which}`, kept.text())
  if (failure === null) return withOutput({ status: 'passed', expected: 'exit code 0', actual: 'exit code 0' }, place)
  patience.signal.throwIfAborted()
  const message = failure instanceof Error ? context.redact(failure.message) : 'unknown failure'
  return withOutput({ status: 'failed', expected: 'exit code 0', message }, place)
}

/**
 * Whether the services run, by their own word.
 *
 * @throws CheckError when the status command gives no answer
 */
export async function servicesRun(context: RunContext, services: Services, patience: Patience): Promise<boolean> {
  const { command, running } = services.status
  try {
    const { stdout, stderr } = await context.processes.run(
      { run: { shell: command }, cwd: services.workingDirectory },
      { signal: patience.signal, timeoutMs: Math.max(remainingMs(context, patience), POLL_MS) },
    )
    return running === null || new RegExp(running, 'm').test(`${stdout}\n${stderr}`)
  } catch (error) {
    patience.signal.throwIfAborted()
    if (running === null && isAnswer(error)) return false
    throw new CheckError('`services.status` gives no answer', { cause: error, hint: 'run it by hand, and mend it in the plan' })
  }
}

/** An exit code of the command itself, and not the shell's word that there is no such command. */
function isAnswer(error: unknown): boolean {
  return error instanceof CommandError && error.exitCode !== null && !CANNOT_RUN.includes(error.exitCode)
}

/** Asks the status again and again until it is as wanted, or the time is over. */
export async function untilServices(
  wanted: 'running' | 'stopped',
  context: RunContext,
  services: Services,
  patience: Patience,
): Promise<Finding> {
  for (;;) {
    const actual = (await servicesRun(context, services, patience)) ? 'running' : 'stopped'
    if (actual === wanted) return { status: 'passed', expected: wanted, actual }
    if (context.clock.monotonicMs() >= patience.deadlineMs) return { status: 'failed', expected: wanted, actual }
    await context.clock.sleep(Math.min(POLL_MS, remainingMs(context, patience)), patience.signal)
  }
}
