import { expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { errorDocument, jsonDocument } from '../../src/entrypoints/json.ts'

const redact = (text: string) => text.replaceAll('hunter22', '***')

test('a document is redacted value by value and stays JSON', () => {
  const document = { password: 'hunter22', list: ['a "hunter22" b'], count: 3, none: null }

  expect(JSON.parse(jsonDocument(document, redact))).toEqual({ password: '***', list: ['a "***" b'], count: 3, none: null })
})

test('a value cannot issue a workflow command, and is the same value when parsed', () => {
  const text = jsonDocument({ name: '##[error]gotcha', other: '::error::x\n::error::y' }, redact)

  expect(text).not.toMatch(/##\[|^\s*::/m)
  expect(JSON.parse(text)).toEqual({ name: '##[error]gotcha', other: '::error::x\n::error::y' })
})

test('an error is a document with its code, problems and hint', () => {
  const error = new ConfigurationError('wrong', { problems: [{ message: 'no', line: 1 }], hint: 'do', cause: new Error('why') })

  expect(errorDocument(error)).toEqual({
    error: { code: 'CONFIGURATION', message: 'wrong', causes: ['why'], problems: [{ message: 'no', line: 1 }], hint: 'do' },
  })
})
