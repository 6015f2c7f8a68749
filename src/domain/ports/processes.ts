/** The port through which child processes run: by argument list, or a plan's own command line through a shell. */

/** Bytes in order, in chunks of any size; an error ends it. */
export type ByteStream = AsyncIterable<Uint8Array>

export interface ProcessCommand {
  /** Program and arguments, passed as they are; or a shell line taken verbatim from the plan. */
  readonly run: { readonly file: string; readonly args: readonly string[] } | { readonly shell: string }
  /** Added to the environment; secrets travel here and nowhere else. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export interface ProcessOptions {
  /** Ends the process: SIGTERM to its group, SIGKILL after a grace of 5 s. */
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  /** Whether it goes on where Savepoint itself is killed. Otherwise its group is killed then: nothing changes behind the next run. */
  readonly outlives?: boolean
  /** Called for each line of either stream as it comes, redacted. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Fed to standard input. Where it fails, the process is ended and that failure thrown; a process may end before it read all. */
  readonly input?: ByteStream
  /**
   * Takes standard output, which is then neither captured nor cut into lines. Where it fails, the process is ended and that
   * failure thrown. The end of the bytes tells nothing of success: only the end of the process does.
   */
  readonly output?: (bytes: ByteStream) => Promise<void>
}

export interface ProcessResult {
  /** Everything written to standard output, up to 16 MiB, not redacted: it may be parsed. */
  readonly stdout: string
  readonly stderr: string
  readonly durationMs: number
}

export interface Processes {
  /** @throws CommandError when it cannot start, exits non-zero, is ended by a signal, or runs out of time */
  run(command: ProcessCommand, options?: ProcessOptions): Promise<ProcessResult>
  /** Absolute path of a program on PATH, or `null`. */
  find(name: string): Promise<string | null>
}
