import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

const PROGRAM = resolve(import.meta.dirname, '../../bin/savepoint.js')

/** Loaded first, it makes this Node look like an older one. */
const OLD_NODE = "Object.defineProperty(process.versions, 'node', { value: '20.1.0' })"

describe('bin/savepoint.js on an older Node', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'savepoint-bin-'))
    await mkdir(join(directory, 'bin'))
    await copyFile(PROGRAM, join(directory, 'bin', 'savepoint.js'))
    await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
    await writeFile(join(directory, 'old.js'), OLD_NODE)
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  test('says in one line which Node is needed, and exits with 2', async () => {
    const { exitCode, output } = await runProgram(directory)
    expect(exitCode).toBe(2)
    expect(output.trim()).toBe('savepoint: this is Node 20.1.0, and Savepoint needs Node 24 or newer: install it')
  })

  test('hands over to the Node installed beside it, with the arguments and the exit code', async () => {
    const node = join(directory, 'node_modules', '.bin', 'node')
    await mkdir(join(directory, 'node_modules', '.bin'), { recursive: true })
    await writeFile(node, '#!/bin/sh\nshift\necho "newer node: $*"\nexit 3\n', { mode: 0o755 })
    const { exitCode, output } = await runProgram(directory)
    expect(exitCode).toBe(3)
    expect(output.trim()).toBe('newer node: status --json')
  })
})

function runProgram(
  directory: string,
): Promise<{ readonly exitCode: number | string | null | undefined; readonly output: string }> {
  const parameters = ['--import', join(directory, 'old.js'), join(directory, 'bin', 'savepoint.js'), 'status', '--json']
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : error.code, output: stdout + stderr })
    })
  })
}
