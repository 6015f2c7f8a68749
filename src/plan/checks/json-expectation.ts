/** What is expected at one place of a JSON answer: a value, a range, a pattern, a length, or that there is something at all. */
import { z } from 'zod'
import { compareDecimals } from '../decimals.ts'
import { ExactNumber, isNumeric } from '../exact-number.ts'
import { decimal, flag, pattern } from '../fields.ts'

export type JsonExpectation =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'range'; readonly atLeast: string | null; readonly atMost: string | null }
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'exists'; readonly exists: boolean }

const scalar = z.union([z.number(), z.string(), z.boolean()])

const value = scalar.transform((value): JsonExpectation => ({ kind: 'value', value }))

const range = z
  .strictObject({
    'at-least': decimal.optional().describe('Smallest number that passes.'),
    'at-most': decimal.optional().describe('Largest number that passes.'),
  })
  .refine((written) => written['at-least'] !== undefined || written['at-most'] !== undefined)
  .transform(
    (written): JsonExpectation => ({
      kind: 'range',
      atLeast: written['at-least'] ?? null,
      atMost: written['at-most'] ?? null,
    }),
  )

const matches = z
  .strictObject({ matches: pattern.describe('Regular expression that the text or number must match.') })
  .transform((written): JsonExpectation => ({ kind: 'matches', pattern: written.matches }))

const length = z
  .strictObject({ length: z.int().min(0).describe('Exact number of items, keys or characters.') })
  .transform((written): JsonExpectation => ({ kind: 'length', length: written.length }))

const exists = z
  .strictObject({ exists: flag.describe('Whether there must be something, or must be nothing.') })
  .transform((written): JsonExpectation => ({ kind: 'exists', exists: written.exists }))

export const jsonExpectation = z.union([value, range, matches, length, exists], {
  error: 'must be a value, or one of { at-least: 1, at-most: 9 }, { matches: "^v1" }, { length: 3 }, { exists: true }',
})

/** Whether a value of an answer is as expected; `undefined` stands for nothing there. Numbers beyond a float come as {@link ExactNumber}. */
export function meetsJsonExpectation(expectation: JsonExpectation, actual: unknown): boolean {
  switch (expectation.kind) {
    case 'exists':
      return (actual !== undefined) === expectation.exists
    case 'value':
      return typeof expectation.value === 'number'
        ? equalsNumber(actual, expectation.value)
        : equalsText(actual, expectation.value)
    case 'range':
      return isNumeric(actual) && isWithin(String(actual), expectation.atLeast, expectation.atMost)
    case 'matches':
      return (typeof actual === 'string' || isNumeric(actual)) && new RegExp(expectation.pattern, 'u').test(String(actual))
    case 'length':
      return lengthOf(actual) === expectation.length
  }
}

/** The expectation in words, as the report shows it. */
export function describeJsonExpectation(expectation: JsonExpectation): string {
  switch (expectation.kind) {
    case 'exists':
      return expectation.exists ? 'anything' : 'nothing'
    case 'value':
      return JSON.stringify(expectation.value)
    case 'range':
      return [
        ...(expectation.atLeast === null ? [] : [`at least ${expectation.atLeast}`]),
        ...(expectation.atMost === null ? [] : [`at most ${expectation.atMost}`]),
      ].join(' and ')
    case 'matches':
      return `matching /${expectation.pattern}/`
    case 'length':
      return `of length ${expectation.length}`
  }
}

function equalsNumber(actual: unknown, expected: number): boolean {
  return isNumeric(actual) && compareDecimals(String(actual), String(expected)) === 0
}

/** A number too long for a float is text in the plan. */
function equalsText(actual: unknown, expected: string | boolean): boolean {
  return actual instanceof ExactNumber ? compareDecimals(String(actual), String(expected)) === 0 : actual === expected
}

function isWithin(actual: string, atLeast: string | null, atMost: string | null): boolean {
  const notBelow = atLeast === null || (compareDecimals(actual, atLeast) ?? -1) >= 0
  return notBelow && (atMost === null || (compareDecimals(actual, atMost) ?? 1) <= 0)
}

function lengthOf(actual: unknown): number | null {
  if (isNumeric(actual)) return null
  if (typeof actual === 'string') return [...actual].length
  if (Array.isArray(actual)) return actual.length
  return typeof actual === 'object' && actual !== null ? Object.keys(actual).length : null
}
