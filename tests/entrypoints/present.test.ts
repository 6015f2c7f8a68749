import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import type { RunEvent } from '../../src/domain/ports/events.ts'
import { createPresenter, type Presenter } from '../../src/entrypoints/present.ts'
import { ROLLED_BACK, STARTED } from './recorded-run.ts'

interface Screen {
  readonly presenter: Presenter
  readonly written: () => string
  /** What a terminal shows in the end: a line is gone once it was erased. */
  readonly shown: () => string
  pass(ms: number): void
}

function screen(
  options: { isTTY?: boolean; columns?: number; allChecks?: boolean; environment?: Record<string, string> } = {},
): Screen {
  let text = ''
  let nowMs = 0
  const presenter = createPresenter({
    page: { write: (part) => (text += part), isTTY: options.isTTY ?? false, columns: options.columns ?? 80 },
    environment: options.environment ?? {},
    redact: (line) => line.replaceAll('hunter22', '***'),
    now: () => nowMs,
    allChecks: options.allChecks ?? false,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: erasing a line is a control sequence
  const shown = () => stripVTControlCharacters(text.replace(/[^\n]*\r\u001b\[2K/g, ''))
  return { presenter, written: () => text, shown, pass: (ms) => (nowMs += ms) }
}

function play(events: readonly RunEvent[], on: Screen): Screen {
  for (const event of events) on.presenter.emit(event)
  on.presenter.close()
  return on
}

const TERMINAL_TEXT = `savepoint run · staging · postgresql://app:***@db.internal:5432/shop
  run 20261121T093000Z-1f3a9c

! health-check        231 ms   2/2 checks
    ! long transactions: one of 6 min 12 s by reporting, expected none older
      than 5 min
      it may hold locks that a migration waits for
✓ backup                12 s
  │ INFO  [alembic.runtime.migration] Running upgrade 013 -> 014, drop empty
  │ phases
✓ migrate              88 ms
✗ validate             1.4 s   1/3 checks
    ✗ nothing lost: 1 undeclared, expected 43 tables
    ✗ api (errored)
      relation "api" does not exist
  rolling back by downgrade
✓ rollback            912 ms
`

describe('on a terminal', () => {
  test('a run leaves its stages and what did not pass, within 80 columns', () => {
    const { shown } = play(ROLLED_BACK, screen({ isTTY: true }))

    expect(shown()).toBe(TERMINAL_TEXT)
    expect(
      shown()
        .split('\n')
        .filter((line) => [...line].length > 80),
    ).toEqual([])
  })

  test('one line shows what is under way: percent, rate, time left', () => {
    const on = screen({ isTTY: true })

    on.presenter.emit(STARTED)
    on.presenter.emit({ type: 'stage-started', stage: 'backup' })
    on.presenter.emit({ type: 'progress', label: 'writing the backup', done: 0, total: 100_000_000, unit: 'bytes' })
    on.pass(2000)
    on.presenter.emit({ type: 'progress', label: 'writing the backup', done: 50_000_000, total: 100_000_000, unit: 'bytes' })
    on.presenter.emit({ type: 'note', text: 'a note pushes it down' })
    on.presenter.pause()

    expect(on.written()).toContain('backup          2.0 s · writing the backup · 50 % · 25 MB/s · 2.0 s left')
    expect(on.shown()).toMatch(/\n\n {2}a note pushes it down\n$/)
  })

  test('the moving line never reaches the edge, whatever a table is called', () => {
    const on = screen({ isTTY: true, columns: 60 })

    on.presenter.emit({ type: 'stage-started', stage: 'snapshot' })
    on.presenter.emit({ type: 'progress', label: `reading public.${'表'.repeat(60)}`, done: 1, total: 2, unit: 'items' })
    on.presenter.emit({ type: 'note', text: '' })
    on.presenter.close()

    const moving = on
      .written()
      .split('\r\u001b[2K')
      .map((part) => stripVTControlCharacters(part).trimEnd())
    const widths = moving.map((part) => [...part].reduce((sum, letter) => sum + (letter === '表' ? 2 : 1), 0))
    expect(Math.max(...widths)).toBeLessThan(60)
  })

  test('colours go with NO_COLOR, the marks stay', () => {
    const on = play(ROLLED_BACK, screen({ isTTY: true, environment: { NO_COLOR: '1' } }))

    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(on.written()).not.toMatch(/\u001b\[\d+m/)
    expect(on.shown()).toContain('✗ validate')
  })
})

describe('in a log', () => {
  test('a run is whole lines without control characters, and says when a stage begins', () => {
    const on = play(ROLLED_BACK, screen())

    expect(on.written().startsWith('savepoint run · staging · postgresql://app:***@db.internal:5432/shop\n')).toBe(true)
    expect(on.written()).toContain('… backup\n✓ backup                12 s\n… migrate\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is the point
    expect(on.written()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })

  test('progress is told every few seconds at most', () => {
    const on = screen()
    on.presenter.emit({ type: 'stage-started', stage: 'backup' })
    for (let second = 0; second <= 12; second++) {
      on.presenter.emit({ type: 'progress', label: 'writing', done: second, total: 12, unit: 'items' })
      on.pass(1000)
    }

    expect(on.written()).toBe('… backup\n    writing · 5 of 12 · 7.0 s left\n    writing · 10 of 12 · 2.0 s left\n')
  })

  test('a health check shows every check', () => {
    const on = play(ROLLED_BACK.slice(1, 3), screen({ allChecks: true }))

    expect(on.written()).toContain('    ✓ connection: answers\n')
  })

  test('text of tools and databases can neither order the runner about nor hide', () => {
    const hostile = [
      '::error::gotcha',
      '  ::add-mask::x',
      'a ##[error]b',
      '\u001b[2Jgone\u0007',
      'first\r::set-output name=a::b',
      '\u202etxt',
    ]
    const on = play(
      hostile.map((line) => ({ type: 'note', text: line })),
      screen(),
    )

    for (const line of on.written().split('\n')) expect(line).not.toMatch(/^\s*::|##\[/)
    expect(on.written()).toContain('  gone\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is the point
    expect(on.written()).not.toMatch(/[\u0007\u001b\r\u202e]/)
  })

  test('no secret passes', () => {
    const on = play([{ type: 'output', source: 'sh', line: 'password is hunter22' }], screen())

    expect(on.written()).toBe('  │ password is ***\n')
  })
})
