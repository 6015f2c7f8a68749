/** The go / no-go table on a terminal: every condition with its answer, then the decision. */
import { blocking, type CheckResult } from '../domain/check.ts'
import { harmlessWord } from './harmless.ts'
import { indented } from './layout.ts'
import type { Style, Tone } from './style.ts'

const WORD_WIDTH = 7

/** Fits the width; what does not hold says what was wanted and what to do. */
export function gateLines(
  checks: readonly CheckResult[],
  { style, width }: { readonly style: Style; readonly width: number },
): readonly string[] {
  const failing = blocking(checks).length
  const decision = failing === 0 ? 'GO' : `NO-GO: ${failing} of ${checks.length} do not hold`
  return [
    ...checks.flatMap((check) => conditionLines(check, style, width)),
    `    ${style.paint(failing === 0 ? 'good' : 'bad', decision)}`,
  ]
}

function conditionLines(check: CheckResult, style: Style, width: number): readonly string[] {
  const holds = blocking([check]).length === 0
  const word = holds ? 'go' : 'NO-GO'
  const tone: Tone = check.status === 'warning' ? 'warning' : holds ? 'good' : 'bad'
  const indent = 4 + WORD_WIDTH
  const [first = '', ...rest] = indented(harmlessWord(`${check.name}${answer(check, holds)}`), indent, width)
  const told = check.message === undefined ? [] : indented(harmlessWord(check.message), indent + 2, width)
  return [`    ${style.paint(tone, word.padEnd(WORD_WIDTH))}${first.trimStart()}`, ...rest, ...told]
}

function answer({ status, expected, actual }: CheckResult, holds: boolean): string {
  const found = actual === undefined ? (status === 'errored' || status === 'skipped' ? `: ${status}` : '') : `: ${actual}`
  return holds || expected === undefined ? found : `${found}; wanted: ${expected}`
}
