import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { COMMANDS } from '../../src/entrypoints/commands.ts'
import { helpText } from '../../src/entrypoints/help.ts'
import { inputOf } from '../../src/entrypoints/inputs.ts'
import { cliReference } from '../../src/entrypoints/reference.ts'

describe('help', () => {
  test('of the program lists every command and how runs end', () => {
    const text = helpText(null)

    for (const command of COMMANDS) expect(text).toContain(`  ${command.name}`)
    expect(text).toContain('  3  stopped: a person must decide')
    expect(text).toContain('never from an argument')
  })

  test.each(COMMANDS.map((command) => command.name))('of %s names its options and gives an example', (name) => {
    const command = COMMANDS.find((known) => known.name === name)
    const text = helpText(name)

    for (const key of command?.inputs ?? []) expect(text).toContain(`--${inputOf(key).name}`)
    expect(text).toContain(`  savepoint ${command?.examples[0]?.[0]}`)
    expect(text).toContain('--config FILE')
  })

  test.each([null, ...COMMANDS.map((command) => command.name)])('of %s fits in 80 columns', (name) => {
    expect(
      helpText(name)
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([])
  })

  test('of an alias is that of its command', () => {
    expect(helpText('upgrade')).toBe(helpText('migrate'))
  })
})

test('docs/cli.md is what the tables say', async () => {
  expect(await readFile(new URL('../../docs/cli.md', import.meta.url), 'utf8')).toBe(cliReference())
})
