/** Runs a command of the plan, listens to what it says, keeps that, and judges how it ended. */
import { resolve } from 'node:path'
import { CommandError } from '../../domain/errors.ts'
import type { CommandCheck } from '../../plan/checks/command.ts'
import type { RunContext } from '../context.ts'
import { type Ending, judgeCommand, LineWatch } from './command-verdict.ts'
import { KeptOutput, keepOutput, withOutput } from './kept-output.ts'
import type { CheckKind } from './kind.ts'

/** More lines than a person follows, and than a log should hold. */
const MOST_LIVE_LINES = 2000

export const command: CheckKind<CommandCheck> = {
  lane: 'acting',
  ask: async ({ context, settings }, signal) => {
    const watch = new LineWatch(settings)
    const kept = new KeptOutput()
    const tell = liveLines(context, settings.name)
    const ending = await runToItsEnd(context, settings, signal, (line) => {
      kept.add(line)
      watch.see(line)
      tell(line)
    })
    const place = await keepOutput(context, settings.name, kept.text())
    if (ending.kind === 'interrupted') signal.throwIfAborted()
    return withOutput(judgeCommand(settings, ending, watch), place)
  },
}

async function runToItsEnd(
  { processes, database, plan }: RunContext,
  { command, workingDirectory, timeoutMs }: CommandCheck,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<Ending> {
  const cwd = resolve(plan.directory, workingDirectory)
  try {
    await processes.run({ run: { shell: command }, env: database.childEnvironment, cwd }, { signal, onLine })
    return { kind: 'exited', exitCode: 0, lastLines: [] }
  } catch (error) {
    if (signal.aborted) return outOfTime(signal) ? { kind: 'out-of-time', afterMs: timeoutMs ?? 0 } : { kind: 'interrupted' }
    if (!(error instanceof CommandError)) throw error
    if (error.exitCode === null) return { kind: 'broken', error }
    return { kind: 'exited', exitCode: error.exitCode, lastLines: error.lastLines }
  }
}

/** The patience of the check is over; anything else that aborts it is no answer of the command. */
function outOfTime(signal: AbortSignal): boolean {
  return (signal.reason as { readonly name?: unknown } | null | undefined)?.name === 'TimeoutError'
}

function liveLines({ emit }: RunContext, source: string): (line: string) => void {
  let told = 0
  return (line) => {
    told++
    if (told <= MOST_LIVE_LINES) emit({ type: 'output', source, line })
    if (told === MOST_LIVE_LINES) emit({ type: 'note', text: `${source} says more; its output is kept with the report` })
  }
}
