/** What a plan may say of a `time` check, and what it is told where it says it wrongly. */
import { describe, expect, test } from '@jest/globals'
import { checkIn, problemsIn } from './plan-of-check.ts'

describe('a time check', () => {
  test('times a command once, and a query three times after a warm-up', () => {
    expect(checkIn('time: "python report.py", at-most: 2s')).toMatchObject({
      timed: { command: 'python report.py' },
      runs: 1,
      warmUp: 0,
      atMostMs: 2000,
      moment: 'after',
    })
    expect(checkIn('time: { query: select 1 }, at-most: 2s')).toMatchObject({ timed: { query: 'select 1' }, runs: 3, warmUp: 1 })
  })

  test('leaves a shell line to the shell, and substitutes in a query', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the plan's and the shell's own syntax
    const line = '${HOW:-fast}'
    expect(checkIn(`time: { command: "run ${line}" }, at-most: 1s`)).toMatchObject({ timed: { command: `run ${line}` } })
    expect(checkIn(`time: "run ${line}", at-most: 1s`)).toMatchObject({ timed: { command: `run ${line}` } })
    expect(checkIn(`time: { query: "run ${line}" }, at-most: 1s`)).toMatchObject({ timed: { query: 'run fast' } })
  })

  test.each(['at-most: 2s, compare: before', 'faster-by: 2x', 'at-most-times: 1.5', 'at-most: 2s, before: { at-least: 5s }'])(
    'with %s is asked before and after',
    (keys) => {
      expect(checkIn(`time: x, ${keys}`)).toMatchObject({ moment: 'before-and-after', compare: true })
    },
  )

  test.each([
    ['time: x', 'must set a limit: at-most, at-most-times, faster-by'],
    ['time: x, compare: before', 'must set a limit'],
    ['time: { query: q, runs: 3 }, at-most: 1s', 'runs is not a known key'],
    ['time: x, at-most: soon', 'must be a duration'],
    ['time: x, faster-by: fast', 'must be a multiple above zero such as 1.5x'],
    ['time: x, faster-by: 0', 'must be a multiple above zero'],
    ['time: x, at-most: 1s, runs: 0', 'must be a whole number from 1 to 1000'],
    ['time: x, faster-by: 2x, when: after', 'is compared with before'],
    ['time: x, faster-by: 2x, after-migration: "001"', 'is compared with before'],
    ['time: x, at-most: 1s, before: {}', 'must give at-least, at-most, or both'],
    ['time: [x], at-most: 1s', 'must be a shell line, or { query: "select …" }'],
  ])('%s is refused: %s', (keys, problem) => {
    expect(problemsIn(keys)).toContain(problem)
  })
})
