import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import { ConfigurationError, InterruptedError } from '../../src/domain/errors.ts'
import { createConfirm } from '../../src/entrypoints/confirm.ts'

function asking(options: { yes?: boolean; isTTY?: boolean; signal?: AbortSignal } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: options.isTTY ?? true })
  let asked = ''
  const confirm = createConfirm({
    yes: options.yes ?? false,
    input,
    page: { write: (text) => (asked += text) },
    redact: (text) => text,
    signal: options.signal ?? new AbortController().signal,
    pause: () => undefined,
  })
  return { confirm, input, asked: () => asked }
}

test.each([
  ['y', true],
  ['YES', true],
  ['n', false],
  ['', false],
  ['yesterday', false],
])('the answer %j means %s', async (answer, expected) => {
  const { confirm, input, asked } = asking()
  input.write(`${answer}\n`)

  expect(await confirm('Drop it?')).toBe(expected)
  expect(asked()).toBe('\nDrop it?\n[y/N] ')
})

test('a terminal that ends instead of answering means no', async () => {
  const { confirm, input } = asking()
  input.end()

  expect(await confirm('Drop it?')).toBe(false)
})

test('--yes answers without asking', async () => {
  const { confirm, asked } = asking({ yes: true, isTTY: false })

  expect(await confirm('Drop it?')).toBe(true)
  expect(asked()).toBe('')
})

test('without a terminal and without --yes nobody can answer, and that is said', async () => {
  const error = await asking({ isTTY: false })
    .confirm('Drop it?')
    .catch((error: unknown) => error)

  expect(error).toBeInstanceOf(ConfigurationError)
  expect(error).toMatchObject({ message: 'there is no terminal to ask on: Drop it?', hint: 'add --yes to answer yes' })
})

test('an interrupt ends the question', async () => {
  const controller = new AbortController()
  const answer = asking({ signal: controller.signal }).confirm('Drop it?')

  controller.abort(new InterruptedError('SIGINT'))

  await expect(answer).rejects.toBeInstanceOf(InterruptedError)
})
