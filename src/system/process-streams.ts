/** Feeds a child process and takes what it writes, as streams, so that neither is ever held whole. */
import type { ChildProcess } from 'node:child_process'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteStream, ProcessOptions } from '../domain/ports/processes.ts'

/**
 * Connects what the options give. Resolves when both streams have ended, and never rejects: the first failure goes to `fail`,
 * which ends the process.
 */
export async function connectStreams(
  child: ChildProcess,
  { input, output }: ProcessOptions,
  fail: (error: unknown) => void,
): Promise<void> {
  await Promise.all([
    input === undefined || child.stdin === null ? undefined : feed(input, child.stdin, fail),
    output === undefined || child.stdout === null ? undefined : take(child.stdout, output, fail),
  ])
}

/** A process that no longer reads has ended or will: its own end tells why. */
async function feed(input: ByteStream, stdin: Writable, fail: (error: unknown) => void): Promise<void> {
  await pipeline(telling(input, fail), stdin).catch(() => undefined)
}

async function* telling(input: ByteStream, fail: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* input
  } catch (error) {
    fail(error)
    throw error
  }
}

async function take(
  stdout: Readable,
  output: (bytes: ByteStream) => Promise<void>,
  fail: (error: unknown) => void,
): Promise<void> {
  // Node lets go of what nobody takes by the time the process has ended, so it is taken at once, however late the reader begins.
  const taken = new PassThrough()
  const passing = pipeline(stdout, taken).catch(() => undefined)
  try {
    await output(taken)
  } catch (error) {
    fail(error)
  } finally {
    // Nobody reads on, and a process must not wait for that.
    stdout.destroy()
    await passing
  }
}
