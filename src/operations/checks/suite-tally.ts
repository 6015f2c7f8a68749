/** Counts what the tests of a suite said, group by group, and judges the count. */
import type { Finding } from '../../domain/check.ts'
import { formatCount } from '../../domain/quantity-text.ts'
import type { SuiteCheck } from '../../plan/checks/suite.ts'
import type { TestResult, TestVerdict } from './suite-words.ts'

const QUOTED = 5
const QUOTED_LENGTH = 200

type Counts = Record<TestVerdict, number>

/** Memory stays flat however many results there are. */
export class SuiteTally {
  readonly #all: Counts = { pass: 0, fail: 0, skip: 0 }
  readonly #groups = new Map<string, Counts>()
  readonly #unpassed: string[] = []

  add({ verdict, group, text }: TestResult): void {
    this.#all[verdict]++
    if (group !== null) this.#countsOf(group)[verdict]++
    const place = group === null ? '' : `${group}: `
    if (verdict !== 'pass' && this.#unpassed.length < QUOTED) this.#unpassed.push(`“${cut(`${place}${text}`)}”`)
  }

  /** No result at all is no answer; anything but a pass needs a word. */
  judge({ expect, suite }: SuiteCheck): Finding {
    const { pass, fail, skip } = this.#all
    const expected = describeExpected(expect)
    if (pass + fail + skip === 0) {
      return { status: 'errored', expected, actual: 'no results', message: `nothing in ${suite} said PASS or FAIL` }
    }
    const message = [...this.#unpassed, ...this.#remark(expect), this.#groupTallies()].filter((part) => part !== '').join('; ')
    const words = [
      `${pass}/${pass + fail + skip}`,
      ...(fail === 0 ? [] : [`${fail} failed`]),
      ...(skip === 0 ? [] : [`${skip} skipped`]),
    ]
    return {
      status: this.#status(expect),
      expected,
      actual: words.join(', '),
      measured: pass,
      ...(message === '' ? {} : { message }),
    }
  }

  /** What was counted so far, for a suite that came to no end. */
  describe(): string {
    const { pass, fail } = this.#all
    return pass + fail === 0 ? '' : `before that ${pass} passed and ${fail} failed ${this.#unpassed.join(' ')}`.trimEnd()
  }

  #status(expect: SuiteCheck['expect']): Finding['status'] {
    const { fail, skip } = this.#all
    if (fail > 0 || !this.#isEnough(expect)) return 'failed'
    return skip === 0 ? 'passed' : 'warning'
  }

  /** What was skipped did not run: without a number that must pass, that cannot be enough. */
  #isEnough(expect: SuiteCheck['expect']): boolean {
    const { pass, skip } = this.#all
    if (expect === null) return pass > 0 && skip === 0
    return 'exactly' in expect ? pass === expect.exactly : pass >= expect.atLeast
  }

  #remark(expect: SuiteCheck['expect']): readonly string[] {
    const { pass, fail } = this.#all
    return fail > 0 || expect === null || this.#isEnough(expect) ? [] : [`${formatCount(pass, 'test')} passed`]
  }

  /** `policies 2/2, triggers 1/3` */
  #groupTallies(): string {
    return [...this.#groups].map(([group, { pass, fail, skip }]) => `${group} ${pass}/${pass + fail + skip}`).join(', ')
  }

  #countsOf(group: string): Counts {
    const known = this.#groups.get(group) ?? { pass: 0, fail: 0, skip: 0 }
    this.#groups.set(group, known)
    return known
  }
}

function describeExpected(expect: SuiteCheck['expect']): string {
  if (expect === null) return 'every test passes'
  return 'exactly' in expect ? `${expect.exactly} pass, none fails` : `at least ${expect.atLeast} pass, none fails`
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line
}
