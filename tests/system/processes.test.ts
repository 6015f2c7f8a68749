import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CommandError, InterruptedError } from '../../src/domain/errors.ts'
import type { ProcessCommand, ProcessOptions } from '../../src/domain/ports/processes.ts'
import { createProcesses } from '../../src/system/processes.ts'

const processes = createProcesses({ redact: (text) => text.replaceAll('s3cret', '***') })

async function failureOf(command: ProcessCommand, options?: ProcessOptions): Promise<CommandError> {
  const error = await processes.run(command, options).catch((error: unknown) => error)
  if (error instanceof CommandError) return error
  throw new Error(`expected a CommandError, got ${String(error)}`)
}

/** A zombie has ended, even where nobody has collected it yet. */
function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

describe('child processes', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'processes-'))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  test('arguments reach a program as they are, whatever a shell would make of them', async () => {
    const { stdout } = await processes.run({ run: { file: 'printf', args: ['%s|', 'a b', '$HOME', '; rm -rf /'] } })

    expect(stdout).toBe('a b|$HOME|; rm -rf /|')
  })

  test('a line of the plan runs in a shell, with the environment added and in the directory given', async () => {
    const { stdout } = await processes.run({ run: { shell: 'echo "$WORD"; pwd' }, env: { WORD: 'hello' }, cwd: directory })

    expect(stdout).toBe(`hello\n${directory}\n`)
  })

  test('lines of both streams are told as they come, redacted, and the last one needs no line break', async () => {
    const lines: string[] = []
    const shell = `printf 'one\\r\\n'; printf '10%%\\r100%%\\n'; printf 's3cret end' >&2`

    const { stdout } = await processes.run({ run: { shell } }, { onLine: (line, stream) => lines.push(`${stream}: ${line}`) })

    expect(lines.toSorted()).toEqual(['stderr: *** end', 'stdout: 100%', 'stdout: one'])
    expect(stdout).toBe('one\r\n10%\r100%\n')
  })

  test('a stream is fed and another taken at once, of any size, byte for byte', async () => {
    const chunk = Buffer.from(Array.from({ length: 65_536 }, (_, index) => index % 251))
    async function* input(): AsyncGenerator<Uint8Array> {
      for (let sent = 0; sent < 300; sent++) yield chunk
    }
    const hash = createHash('sha256')
    const output = async (bytes: AsyncIterable<Uint8Array>) => {
      for await (const part of bytes) hash.update(part)
    }

    const { stdout } = await processes.run({ run: { file: 'cat', args: [] } }, { input: input(), output })

    const expected = createHash('sha256')
    for (let sent = 0; sent < 300; sent++) expected.update(chunk)
    expect(hash.digest('hex')).toBe(expected.digest('hex'))
    expect(stdout).toBe('')
  })

  test('a process that stops reading ends by its own word, whatever is left to feed', async () => {
    const input = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(65_536)))

    const error = await failureOf({ run: { shell: 'head -c 10 >/dev/null; echo enough >&2; exit 3' } }, { input })

    expect(error.message).toBe('head failed with exit code 3: enough')
  })

  test('a process whose input fails is ended, and the failure of the input is what is told', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half')
      throw new Error('the file was cut short')
    }

    await expect(processes.run({ run: { file: 'sleep', args: ['600'] } }, { input: input() })).rejects.toThrow(
      'the file was cut short',
    )
  })

  test('a process whose output cannot be taken is ended, and the failure to take it is what is told', async () => {
    const output = async (bytes: AsyncIterable<Uint8Array>) => {
      for await (const _ of bytes) throw new Error('the disk is full')
    }

    await expect(processes.run({ run: { file: 'yes', args: [] } }, { output })).rejects.toThrow('the disk is full')
  })

  test('output is whole for who begins to take it only after the process has ended', async () => {
    const pidFile = join(directory, 'ended.pid')
    const chunks: Uint8Array[] = []
    const output = async (bytes: AsyncIterable<Uint8Array>) => {
      for (;;) {
        const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
        if (pid > 0 && spawnSync('ps', ['-p', String(pid)]).status !== 0) break
      }
      // Node lets output go that nobody takes, once it has collected the process.
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
      for await (const chunk of bytes) chunks.push(chunk)
    }
    await processes.run({ run: { shell: 'echo $$ > ended.pid; printf whole' }, cwd: directory }, { output })
    expect(Buffer.concat(chunks).toString()).toBe('whole')
  })

  test('a process that is killed fails, though its output ended as if it were whole', async () => {
    let taken = ''
    const output = async (bytes: AsyncIterable<Uint8Array>) => {
      for await (const part of bytes) taken += Buffer.from(part).toString()
    }

    const error = await failureOf({ run: { shell: 'printf half; kill -9 $$' } }, { output })

    expect(taken).toBe('half')
    expect(error.signal).toBe('SIGKILL')
  })

  test('output of any size is read to its end, and kept up to 16 MiB', async () => {
    let lines = 0
    const shell = 'head -c 20000000 /dev/zero | tr "\\0" "x" | fold -w 99; echo; echo last'
    const { stdout } = await processes.run({ run: { shell } }, { onLine: () => lines++ })

    expect(stdout).toHaveLength(16 * 1024 * 1024)
    expect(lines).toBe(202_022)
  })

  test('a failing program is named with its exit code and last words, without secrets', async () => {
    const error = await failureOf({ run: { shell: 'echo "first" >&2; echo "no access with s3cret" >&2; exit 3' } })

    expect(error.message).toBe('echo failed with exit code 3: no access with ***')
    expect(error.exitCode).toBe(3)
    expect(error.lastLines).toEqual(['first', 'no access with ***'])
    expect(error.command).not.toContain('s3cret')
  })

  test('a program that complains on standard output is quoted from there', async () => {
    expect((await failureOf({ run: { shell: 'echo broken; exit 1' } })).message).toBe('echo failed with exit code 1: broken')
  })

  test('a program that is not installed is named with what to do', async () => {
    const error = await failureOf({ run: { file: 'pg_dumpp', args: [] } })

    expect(error.message).toBe('pg_dumpp was not found')
    expect(error.hint).toBe('install pg_dumpp, or put its directory on PATH')
  })

  test('a working directory that does not exist is not taken for a missing program', async () => {
    const error = await failureOf({ run: { file: 'ls', args: [] }, cwd: join(directory, 'absent') })

    expect(error.message).toBe(`ls cannot start: there is no directory ${directory}/absent`)
  })

  test('a file that may not be executed is said to be so', async () => {
    const file = join(directory, 'tool')
    await writeFile(file, '#!/bin/sh\n', { mode: 0o600 })

    expect((await failureOf({ run: { file, args: [] } })).message).toBe('tool cannot start: it may not be executed')
  })

  test('a program that runs out of time is ended', async () => {
    const error = await failureOf({ run: { file: 'sleep', args: ['60'] } }, { timeoutMs: 50 })

    expect(error.message).toBe('sleep was ended: it ran longer than 0.05 s')
    expect(error.signal).toBe('SIGTERM')
  })

  test('an interrupt ends the whole group of processes and says why', async () => {
    const controller = new AbortController()
    const pids: number[] = []
    const onLine = (line: string) => {
      pids.push(Number(line))
      if (pids.length === 2) controller.abort(new InterruptedError('SIGINT'))
    }

    const error = await failureOf(
      { run: { shell: 'echo $$; sh -c "echo \\$\\$; sleep 60"; echo never' } },
      { signal: controller.signal, onLine },
    )

    expect(error.message).toBe('echo was ended: interrupted by SIGINT')
    expect(error.cause).toBeInstanceOf(InterruptedError)
    expect(await Promise.all(pids.map(goneEventually))).toEqual([true, true])
  })

  test('a process that ignores the request and outlives its leader is killed', async () => {
    const controller = new AbortController()
    let pid = 0
    const onLine = (line: string) => {
      pid = Number(line)
      controller.abort(new InterruptedError('SIGTERM'))
    }
    const shell = `sh -c 'trap "" TERM; echo $$; exec >/dev/null 2>&1; while :; do sleep 1; done' & wait`

    await failureOf({ run: { shell } }, { signal: controller.signal, onLine })

    expect(await goneEventually(pid)).toBe(true)
  })

  test('nothing starts after an interrupt', async () => {
    const file = join(directory, 'started')

    await failureOf({ run: { file: 'touch', args: [file] } }, { signal: AbortSignal.abort(new InterruptedError('SIGTERM')) })

    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  test('programs are found on PATH, or not', async () => {
    const file = join(directory, 'found')
    await writeFile(file, '#!/bin/sh\n', { mode: 0o755 })
    const here = createProcesses({ redact: (text) => text, environment: { PATH: `/nowhere:${directory}` } })

    expect(await here.find('found')).toBe(file)
    expect(await here.find('tool-that-is-absent')).toBeNull()
  })
})

async function goneEventually(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 200 && isAlive(pid); attempt++) await new Promise((resolve) => setTimeout(resolve, 20))
  return !isAlive(pid)
}
