/** Runs child processes in groups of their own, so that they end when Savepoint says so and not when a terminal does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, constants, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { ProcessCommand, Processes, ProcessOptions, ProcessResult } from '../domain/ports/processes.ts'
import { ProcessEnder } from './process-ending.ts'
import { processFailure, startFailure } from './process-failure.ts'
import { ProcessGuard } from './process-guard.ts'
import { Head, LineCutter, shorten, Tail } from './process-output.ts'
import { connectStreams } from './process-streams.ts'

const CAPTURED_BYTES = 16 * 1024 * 1024
const KEPT_LINES = 200
const LINES_IN_ERRORS = 20
/** How long the output of a process that has ended may still be silent before a daemon it left behind is no longer listened to. */
const SILENCE_MS = 2000
/** How long it is listened to at most: a daemon may chat for ever. What the process itself wrote is read in far less. */
const LONGEST_FAREWELL_MS = 5000

export interface ProcessSettings {
  /** Replaces every secret in text that may be shown. */
  readonly redact: (text: string) => string
  /** What children inherit; the process's own environment when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export function createProcesses(settings: ProcessSettings): Processes {
  const environment = settings.environment ?? process.env
  return {
    run: (command, options = {}) => runProcess(command, options, settings.redact, environment),
    find: (name) => findProgram(name, environment.PATH ?? ''),
  }
}

async function runProcess(
  command: ProcessCommand,
  options: ProcessOptions,
  redact: (text: string) => string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ProcessResult> {
  const startedAt = performance.now()
  refuseAfterInterrupt(command, options, redact)
  const child = start(command, { ...environment, ...command.env }, options)
  using _guard = options.outlives === true ? null : new ProcessGuard(child)
  using ender = new ProcessEnder(child, options)
  const output = gather(child, options, redact)
  const streams = connectStreams(child, options, (error) => ender.endFor(error))
  const { exitCode, signal } = await ended(child, ender, options.output !== undefined, (cause) =>
    explainStart(command, cause, redact),
  )
  await streams
  const { stdout, stderr } = output.finish()
  if (ender.ending?.by === 'stream') throw ender.ending.error
  if (exitCode !== 0 || ender.ending !== undefined) {
    throw processFailure({ command, exitCode, signal, ending: ender.ending, lastLines: output.lastLines() }, redact)
  }
  return { stdout, stderr, durationMs: performance.now() - startedAt }
}

function refuseAfterInterrupt(command: ProcessCommand, { signal }: ProcessOptions, redact: (text: string) => string): void {
  if (signal?.aborted !== true) return
  const ending = { by: 'abort', reason: signal.reason } as const
  throw processFailure({ command, exitCode: null, signal: null, ending, lastLines: [] }, redact)
}

function start(
  command: ProcessCommand,
  env: Readonly<Record<string, string | undefined>>,
  { input }: ProcessOptions,
): ChildProcess {
  const [file, args] = 'shell' in command.run ? ['/bin/sh', ['-c', command.run.shell]] : [command.run.file, command.run.args]
  return spawn(file, args, {
    cwd: command.cwd,
    env,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    // Its own group: a terminal's Ctrl-C reaches Savepoint alone, which then ends the group in its own time.
    detached: true,
  })
}

/** Listens to both streams; `finish` returns what was captured once the process has ended. */
function gather(child: ChildProcess, options: ProcessOptions, redact: (text: string) => string) {
  const captured = new Head(CAPTURED_BYTES)
  const tails = { stdout: new Tail(KEPT_LINES), stderr: new Tail(KEPT_LINES) }
  const inLines = options.output === undefined ? (['stdout', 'stderr'] as const) : (['stderr'] as const)
  const cutters = inLines.map((stream) => {
    const cutter = new LineCutter((line) => {
      const shown = shorten(redact(line))
      tails[stream].add(shown)
      options.onLine?.(shown, stream)
    })
    child[stream]?.on('data', (chunk: Buffer) => cutter.write(chunk))
    return cutter
  })
  if (options.output === undefined) child.stdout?.on('data', (chunk: Buffer) => captured.write(chunk))
  return {
    finish(): { stdout: string; stderr: string } {
      for (const cutter of cutters) cutter.end()
      return { stdout: captured.text(), stderr: tails.stderr.lines().join('\n') }
    },
    lastLines(): readonly string[] {
      const lines = tails.stderr.lines().length > 0 ? tails.stderr.lines() : tails.stdout.lines()
      return lines.slice(-LINES_IN_ERRORS)
    },
  }
}

/** Waits until the process has ended and its output is read. */
async function ended(
  child: ChildProcess,
  ender: ProcessEnder,
  taken: boolean,
  explain: (cause: NodeJS.ErrnoException) => Promise<Error>,
): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }> {
  // What somebody takes is taken to its end, however long that one pauses.
  const heard = taken ? [child.stderr] : [child.stdout, child.stderr]
  child.once('exit', () => stopListeningToDaemons(child, heard, ender))
  try {
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
    return { exitCode, signal }
  } catch (cause) {
    throw await explain(cause as NodeJS.ErrnoException)
  }
}

/** A service left in the background keeps the pipes open; its silence ends the wait, or its chatter. An ended group is waited for. */
function stopListeningToDaemons(child: ChildProcess, heard: readonly (Readable | null)[], ender: ProcessEnder): void {
  const streams = heard.filter((stream): stream is Readable => stream !== null)
  const stopListening = () => {
    if (ender.ending === undefined) for (const stream of streams) stream.destroy()
  }
  const silence = setTimeout(stopListening, SILENCE_MS)
  const farewell = setTimeout(stopListening, LONGEST_FAREWELL_MS)
  for (const stream of streams) stream.on('data', () => silence.refresh())
  child.once('close', () => {
    clearTimeout(silence)
    clearTimeout(farewell)
  })
}

async function explainStart(
  command: ProcessCommand,
  cause: NodeJS.ErrnoException,
  redact: (text: string) => string,
): Promise<Error> {
  const cwdExists = command.cwd === undefined || (await isDirectory(command.cwd))
  return startFailure(command, cause, cwdExists, redact)
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}

async function findProgram(name: string, path: string): Promise<string | null> {
  const candidates = name.includes('/')
    ? [resolve(name)]
    : path
        .split(delimiter)
        .filter(isAbsolute)
        .map((directory) => join(directory, name))
  for (const candidate of candidates) if (await isExecutableFile(candidate)) return candidate
  return null
}

async function isExecutableFile(path: string): Promise<boolean> {
  return Promise.all([stat(path), access(path, constants.X_OK)]).then(
    ([entry]) => entry.isFile(),
    () => false,
  )
}
