import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findClientPrograms } from '../../../src/databases/postgres/client-programs.ts'
import { ConfigurationError } from '../../../src/domain/errors.ts'
import { createProcesses } from '../../../src/system/processes.ts'
import { failureOf } from './handle.ts'

const processes = createProcesses({ redact: (text) => text })
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'savepoint-programs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Programs that answer as those of a package do. */
function install(directory: string, version: string, programs = ['pg_dump', 'pg_restore']): string {
  const path = join(root, directory)
  mkdirSync(path, { recursive: true })
  for (const program of programs) {
    writeFileSync(join(path, program), `#!/bin/sh\necho "${program} (PostgreSQL) ${version}"\n`)
    chmodSync(join(path, program), 0o755)
  }
  return path
}

const find = (serverMajor: number, places: { directory?: string; path?: string } = {}) =>
  findClientPrograms(processes, serverMajor, { path: '', versioned: [join(root, 'postgresql/*/bin')], ...places })

describe('the client programs', () => {
  test("of the server's own version are taken before newer and older ones", async () => {
    for (const version of ['14.9', '16.2', '17.0']) install(`postgresql/${Number.parseInt(version, 10)}/bin`, version)
    expect(await find(16)).toEqual({
      dump: join(root, 'postgresql/16/bin/pg_dump'),
      restore: join(root, 'postgresql/16/bin/pg_restore'),
      version: '16.2',
      major: 16,
    })
  })

  test('of the next newer version are taken where the own one is missing', async () => {
    install('postgresql/18/bin', '18.1')
    install('postgresql/17/bin', '17.5')
    expect((await find(15)).version).toBe('17.5')
  })

  test('are found on PATH too, asked for their version and not judged by their directory', async () => {
    install('postgresql/16/bin', '14.1')
    expect((await find(16, { path: install('elsewhere', '16.4 (Debian 16.4-1)') })).version).toBe('16.4')
  })

  test('are taken from the directory that was named, and from no other', async () => {
    install('postgresql/16/bin', '16.2')
    const directory = install('own', '17.1')
    expect((await find(16, { directory })).dump).toBe(join(directory, 'pg_dump'))
    const failure = await failureOf(find(18, { directory }))
    expect(failure.message).toBe(`pg_dump 17.1 in ${directory} is older than the server, which is version 18`)
  })

  test.each([
    ['missing', () => {}, "no pg_dump and pg_restore found for the server's version 16"],
    [
      'half installed',
      () => void install('postgresql/16/bin', '16.2', ['pg_dump']),
      "no pg_dump and pg_restore found for the server's version 16",
    ],
    ['too old', () => void install('postgresql/14/bin', '14.9'), 'pg_dump 14.9 is older than the server, which is version 16'],
  ])('that are %s are an error that names the package to install', async (_, arrange, message) => {
    arrange()
    const failure = await failureOf(find(16))
    expect(failure).toBeInstanceOf(ConfigurationError)
    expect(failure.message).toBe(message)
    expect(failure.hint).toContain('postgresql-client-16')
  })
})
