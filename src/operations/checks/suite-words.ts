/** Knows in rows and notices of a test script what says PASS, FAIL or SKIP. */
import type { TextRow } from '../../domain/snapshot.ts'
import type { SuiteCheck } from '../../plan/checks/suite.ts'

export type TestVerdict = 'pass' | 'fail' | 'skip'

export interface TestResult {
  readonly verdict: TestVerdict
  readonly group: string | null
  /** In one line. */
  readonly text: string
}

/** The verdict that a line says, or `null`. */
export type Judge = (line: string) => TestVerdict | null

const WORDS: readonly (readonly [TestVerdict, string])[] = [
  ['fail', 'FAIL|FAILED|FAILURE|ERROR|NOT OK'],
  ['skip', 'SKIP|SKIPPED'],
  ['pass', 'PASS|PASSED|OK'],
]

/** A mark before the word: `✓ PASS`, `[FAIL]`, `-- OK`. */
const MARK = '^[^\\p{L}\\p{N}]*'
/** A line that only counts is no result of its own, `PASSED: 12, FAILED: 0`; unless it counts failures. */
const COUNT = new RegExp(
  `${MARK}(?:(?:PASSED|SKIPPED)\\s*[:=]\\s*\\d+|(?:FAILED|FAILURES|ERRORS)\\s*[:=]\\s*0)\\s*(?:[,;/|].*)?$`,
  'iu',
)
const COUNTED_FAILURES = /\b(?:fail\w*|errors?)\s*[:=]\s*[1-9]/i
/** The Test Anything Protocol, as pgTAP speaks it. */
const TAP: readonly (readonly [TestVerdict, RegExp])[] = [
  ['skip', /^(?:not )?ok \d+\b.*# *(?:skip|todo)\b/i],
  ['fail', /^not ok \d+\b/],
  ['pass', /^ok \d+\b/],
]

/** Words that are a whole line, end with a colon or a dash, or are in capitals at its beginning. */
const KNOWN = WORDS.flatMap(([verdict, words]): readonly (readonly [TestVerdict, RegExp])[] => [
  [verdict, new RegExp(`${MARK}(?:${words})[^\\p{L}\\p{N}]*$`, 'iu')],
  [verdict, new RegExp(`${MARK}(?:${words})\\b\\]?(?:\\s*:|\\s+[–—-]\\s)`, 'iu')],
  [verdict, new RegExp(`${MARK}(?:${words})(?=[\\s\\]])`, 'u')],
])

export function judgeOf({ pass, fail }: Pick<SuiteCheck, 'pass' | 'fail'>): Judge {
  const own = [ownPattern('fail', fail), ownPattern('pass', pass)].flat()
  const known = [...TAP, ...KNOWN].filter(([verdict]) => (verdict === 'pass' ? pass : verdict === 'fail' ? fail : null) === null)
  return (line) => {
    const found = own.find(([, pattern]) => pattern.test(line))
    if (found !== undefined) return found[0]
    if (COUNT.test(line)) return COUNTED_FAILURES.test(line) ? 'fail' : null
    return known.find(([, pattern]) => pattern.test(line))?.[0] ?? null
  }
}

function ownPattern(verdict: TestVerdict, pattern: string | null): readonly (readonly [TestVerdict, RegExp])[] {
  return pattern === null ? [] : [[verdict, new RegExp(pattern, 'u')]]
}

/** Columns whose verdict counts, whatever the other cells of the row say. */
const VERDICT_COLUMN = /^(?:result|status|outcome|verdict)$/i
const GRAVEST_FIRST: readonly TestVerdict[] = ['fail', 'skip', 'pass']

/** The results of a row: one, unless a cell has several lines, each of which may say its own. */
export function resultsOfRow(row: TextRow, judge: Judge): readonly TestResult[] {
  const cells = Object.entries(row).filter((cell): cell is [string, string] => cell[1] !== null)
  const group = cells.find(([column]) => column.toLowerCase() === 'group')?.[1] ?? null
  const lines = cells.filter(([, value]) => value.includes('\n')).flatMap(([, value]) => value.split(/\r?\n/))
  const ofLines = lines.flatMap((line) => resultOf(line, group, judge))
  if (ofLines.length > 0) return ofLines
  const judged = cells
    .filter(([column]) => column.toLowerCase() !== 'group')
    .map(([column, value]) => ({ column, verdict: judge(value) }))
    .filter(({ verdict }) => verdict !== null)
  const decisive = judged.filter(({ column }) => VERDICT_COLUMN.test(column))
  const verdicts = (decisive.length > 0 ? decisive : judged).map(({ verdict }) => verdict)
  const verdict = GRAVEST_FIRST.find((candidate) => verdicts.includes(candidate))
  const text = cells
    .filter(([column]) => column.toLowerCase() !== 'group')
    .map(([, value]) => value)
    .join(' · ')
  return verdict === undefined ? [] : [{ verdict, group, text }]
}

/** The result of a notice: `NOTICE: PASS: an insert reaches the twin`. */
export function resultOfNotice(notice: string, judge: Judge): readonly TestResult[] {
  return resultOf(notice.replace(/^[^:]*:\s*/, ''), null, judge)
}

function resultOf(line: string, group: string | null, judge: Judge): readonly TestResult[] {
  const verdict = judge(line)
  return verdict === null ? [] : [{ verdict, group, text: line.trim() }]
}
