import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError, MigrationError } from '../../../src/domain/errors.ts'
import type { CommandSettings } from '../../../src/domain/migrator-settings.ts'
import { parsePending, parseRevisions } from '../../../src/migrators/command/answers.ts'
import { openWorkbench, type Workbench } from '../workbench.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench()
})
afterEach(() => bench.remove())

const open = (lines: Partial<CommandSettings>) =>
  bench.open({ kind: 'command', workingDirectory: '.', current: 'true', upgrade: 'true', historyTables: [], ...lines })
const path = async (lines: Partial<CommandSettings>, target: string) =>
  (await (await open(lines)).pathTo(target, bench.options)).map((step) => step.revision)

describe('the lines of the plan', () => {
  test('say what the migrator can do', async () => {
    expect((await open({})).capabilities).toEqual({ downgrade: false, previewSql: false, generate: false, stepwise: false })
    expect((await open({ downgrade: 'true', preview: 'true', generate: 'true', pending: 'true' })).capabilities).toEqual({
      downgrade: true,
      previewSql: true,
      generate: true,
      stepwise: true,
    })
  })

  test('get values by the environment and never in the line', async () => {
    const migrator = await open({
      upgrade: 'printf %s "$SAVEPOINT_REVISION" > got',
      generate: 'printf %s "$SAVEPOINT_MESSAGE" > got',
    })

    for (const value of ['$(touch hacked)', "'; touch hacked; '", '`touch hacked`']) {
      await migrator.upgrade(value, bench.options)
      expect(await readFile(join(bench.directory, 'got'), 'utf8')).toBe(value)
      await migrator.generate(value, bench.options)
      expect(await readFile(join(bench.directory, 'got'), 'utf8')).toBe(value)
    }
    expect(await bench.list('.')).toEqual(['got'])
  })

  test('get the database by the environment', async () => {
    await (await open({ upgrade: 'printf %s "$PGDATABASE" > got' })).upgrade('1', bench.options)

    expect(await readFile(join(bench.directory, 'got'), 'utf8')).toBe(bench.env.PGDATABASE)
  })

  test('that are not there are named', async () => {
    await expect((await open({})).stamp('1', bench.options)).rejects.toThrow(
      new ConfigurationError('the plan gives no command for stamp'),
    )
  })

  test('that fail are told with what they said last', async () => {
    const migrator = await open({ upgrade: 'echo starting; echo "no such column" >&2; exit 7' })

    const error = await migrator.upgrade('12', bench.options).catch((failure: unknown) => failure)

    expect(error).toBeInstanceOf(MigrationError)
    expect((error as MigrationError).message).toContain('exit code 7: no such column')
    expect((error as MigrationError).failure.revision).toBe('12')
    expect(bench.lines).toEqual(expect.arrayContaining(['starting', 'no such column']))
  })
})

describe('the way to a target', () => {
  test('is one step to head where the tool cannot list what is pending', async () => {
    expect(await path({}, 'head')).toEqual(['head'])
    expect(await path({}, '12')).toEqual(['12'])
    expect(await path({ current: 'echo 12' }, '12')).toEqual([])
    expect(await path({ current: 'echo 12', heads: 'echo 12' }, 'head')).toEqual([])
    expect(await path({ current: 'echo 11', heads: 'echo 12' }, 'head')).toEqual(['head'])
  })

  test('is what is pending, up to the target', async () => {
    const pending = "printf '12  add users\\n13\\n'"

    expect(await path({ pending }, 'head')).toEqual(['12', '13'])
    expect(await path({ pending }, '12')).toEqual(['12'])
    await expect(path({ pending }, '14')).rejects.toThrow(ConfigurationError)
    expect((await (await open({ pending })).state(bench.options)).pending[0]).toEqual({
      revision: '12',
      description: 'add users',
      reversible: false,
    })
  })

  test('is ambiguous with two heads', async () => {
    await expect(path({ heads: "printf 'x\\ny\\n'" }, 'head')).rejects.toThrow('"head" is ambiguous: there are 2 heads, x, y')
  })

  test('back takes one revision, and base for none', async () => {
    const migrator = await open({ downgrade: 'printf %s "$SAVEPOINT_REVISION" > got' })

    await migrator.downgrade([], bench.options)
    expect(await readFile(join(bench.directory, 'got'), 'utf8')).toBe('base')
    await expect(migrator.downgrade(['a', 'b'], bench.options)).rejects.toThrow(ConfigurationError)
  })
})

test('answers are read one revision per line, text after it being its description', () => {
  expect(parseRevisions('\n b2 (head)\r\na1\n\n')).toEqual(['a1', 'b2'])
  expect(parseRevisions('base\n')).toEqual([])
  expect(parsePending('12\tadd  users \n')).toEqual([{ revision: '12', description: 'add  users' }])
})
