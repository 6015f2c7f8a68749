/** Command checks, with real processes: exit codes, patterns, patience, and the output that is kept whatever happens. */
import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckResult } from '../../../src/domain/check.ts'
import { InterruptedError } from '../../../src/domain/errors.ts'
import { type Asking, createAsking } from './asking.ts'

let asking: Asking
beforeAll(async () => {
  asking = await createAsking()
})
afterAll(async () => {
  await asking[Symbol.asyncDispose]()
})

async function ask(lines: string): Promise<CheckResult> {
  const [result] = await asking.ask(`  - name: the script\n${lines.replaceAll(/^/gm, '    ')}`)
  return result as CheckResult
}

async function kept(result: CheckResult): Promise<string> {
  return readFile(result.output ?? 'no output was kept', 'utf8')
}

/** A zombie has ended, even where nobody has collected it yet. */
function isAlive(pid: string): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

describe('a command check', () => {
  test('passes with the exit code that is expected, and keeps the output', async () => {
    const result = await ask('command: echo all well')

    expect(result).toMatchObject({ status: 'passed', expected: 'exit code 0', actual: 'exit code 0' })
    expect(await kept(result)).toBe('all well\n')
    expect(asking.events).toContainEqual({ type: 'output', source: 'the script', line: 'all well' })
  })

  test('that ends with another exit code fails with its last words, of either stream', async () => {
    const result = await ask('command: "echo counted 3 >&2; echo row 7 differs; exit 4"\nexit-code: [0, 2]')

    expect(result).toMatchObject({ status: 'failed', expected: 'exit code 0 or 2', actual: 'exit code 4' })
    expect(result.message).toContain('counted 3')
    expect((await kept(result)).split('\n').toSorted()).toEqual(['', 'counted 3', 'row 7 differs'])
  })

  test('may expect another exit code than 0, and then does not pass with 0', async () => {
    expect(await ask('command: exit 3\nexit-code: 3')).toMatchObject({ status: 'passed' })
    expect(await ask('command: "true"\nexit-code: 3')).toMatchObject({ status: 'failed', actual: 'exit code 0' })
  })

  test('whose output matches fail-on fails although it exits with 0, and quotes the first lines', async () => {
    const result = await ask('command: "for i in 1 2 3 4 5; do echo ERROR row $i; done"\nfail-on: "^ERROR"')

    expect(result).toMatchObject({ status: 'failed', actual: 'exit code 0, 5 lines of failure' })
    expect(result.message).toBe('“ERROR row 1” “ERROR row 2” “ERROR row 3”')
  })

  test('whose output matches warn-on is a warning', async () => {
    const result = await ask('command: echo WARNING 3 rows without a phase >&2\nwarn-on: WARNING\nfail-on: ERROR')

    expect(result).toMatchObject({ status: 'warning', actual: 'exit code 0, 1 line of warning' })
    expect(result.message).toBe('“WARNING 3 rows without a phase”')
  })

  test('that never says what it must say fails', async () => {
    const result = await ask('command: echo 63/64 tests\nmust-match: "^64/64"')

    expect(result).toMatchObject({ status: 'failed', message: 'no line matches /^64/64/' })
    expect(await ask('command: echo 64/64 tests\nmust-match: "^64/64"')).toMatchObject({ status: 'passed' })
  })

  test('runs in its working directory beside the plan, with an environment that leads to the database', async () => {
    await asking.write('verify.sh', 'echo "$DATABASE_URL"; pwd\n')
    const result = await ask('command: sh verify.sh\nworking-directory: .')

    expect(await kept(result)).toBe(`postgres://app:***@db/shop\n${asking.directory}\n`)
  })

  test('is never pasted a value: the shell itself reads the environment', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
    const result = await ask('command: \'echo "${DATABASE_URL%%:*} ${NOT_SET:-unset}"\'')

    expect(await kept(result)).toBe('postgres unset\n')
  })
})

describe('a command that cannot give an answer', () => {
  test.each([
    ['is not there', 'command: no-such-program-here', 'the program was not found'],
    ['has no directory to run in', 'command: "true"\nworking-directory: not/there', 'there is no directory'],
    ['is killed', 'command: kill -9 $$', 'was killed by SIGKILL'],
  ])('because it %s is errored', async (_why, lines, message) => {
    const result = await ask(`${lines}\nwarn-only: true`)

    expect(result.status).toBe('errored')
    expect(result.message).toContain(message)
  })

  test('because it takes too long is errored, its children ended with it, and what it said so far kept', async () => {
    const result = await ask('command: "echo begun; sh -c \'echo child $$; exec sleep 1000\'; echo never"\ntimeout: 500ms')

    expect(result).toMatchObject({ status: 'errored', expected: 'exit code 0' })
    expect(result.message).toContain('did not end within 500 ms')
    const [begun, child] = (await kept(result)).split('\n')
    expect(begun).toBe('begun')
    expect(isAlive(child?.split(' ')[1] ?? '')).toBe(false)
  })

  test('because the run is interrupted gives no result, and its output is kept all the same', async () => {
    const interrupt = new AbortController()
    const lines = '  - { name: interrupted, command: "echo begun; exec sleep 1000" }'
    const asked = asking.ask(lines, { signal: interrupt.signal })
    while (!asking.events.some((event) => event.type === 'output' && event.source === 'interrupted')) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    interrupt.abort(new InterruptedError('SIGTERM'))

    await expect(asked).rejects.toThrow('interrupted by SIGTERM')
    expect(await readFile(`${asking.directory}/savepoint-run/runs/test-run/output/interrupted.log`, 'utf8')).toBe('begun\n')
  })
})

describe('the output of a command', () => {
  test('that is huge is searched to its end, and kept at both ends with a note of what is left out', async () => {
    const shell = 'echo first; yes "a line of 27 characters long" | head -n 400000; echo LAST'
    const result = await ask(`command: '${shell}'\nmust-match: "^LAST$"`)

    expect(result.status).toBe('passed')
    const text = await kept(result)
    expect(text.startsWith('first\n')).toBe(true)
    expect(text.endsWith('LAST\n')).toBe(true)
    expect(text).toMatch(/\n… [\d,]+ lines \([\d.]+ MB\) left out here by Savepoint …\n/)
    expect((await stat(result.output ?? '')).size).toBeLessThan(2.2 * 2 ** 20)
    expect(asking.events.filter((event) => event.type === 'output').length).toBeLessThan(2100)
  })

  test('that is binary does no harm', async () => {
    const result = await ask(`command: 'head -c 100000 /dev/urandom; printf "\\nFAIL\\n"'\nfail-on: ^FAIL$`)

    expect(result).toMatchObject({ status: 'failed', message: '“FAIL”' })
  })

  test('of a child left in the background is not waited for, whether it is silent or chats', async () => {
    const silent = await ask('command: "sleep 60 & echo $!"')
    const chatty = await ask('command: "while sleep 0.2; do echo still here || exit; done & echo $!"')
    for (const result of [silent, chatty]) process.kill(Number((await kept(result)).split('\n')[0]))

    expect([silent.status, chatty.status]).toEqual(['passed', 'passed'])
  }, 30_000)

  test('of each attempt is kept, and the last attempt counts', async () => {
    const result = await ask(
      'command: "echo attempt >> attempts; wc -l < attempts; test $(wc -l < attempts) -ge 3"\nretries: 4\nretry-delay: 1ms',
    )

    expect(result.status).toBe('passed')
    expect((await kept(result)).trim()).toBe('3')
  })
})
