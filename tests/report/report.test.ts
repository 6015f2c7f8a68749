/** The report: complete, valid against its schema, free of secrets, and readable at three in the morning. */
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { CommandError, ConfigurationError, RollbackError } from '../../src/domain/errors.ts'
import { buildReport } from '../../src/report/building.ts'
import { renderJson } from '../../src/report/json.ts'
import { manifestJsonSchema, reportJsonSchema } from '../../src/report/json-schema.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { code, fenced } from '../../src/report/markdown-text.ts'
import type { Report } from '../../src/report/schema.ts'
import { createRedactor } from '../../src/system/redaction.ts'
import { failedRun, HOSTILE } from './example.ts'

const PROVENANCE = { toolVersion: '0.1.0', commit: null, workflowRun: null }
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } })
const isReport = ajv.compile(reportJsonSchema())

function report(changes: Parameters<typeof failedRun>[0] = {}): Report {
  return buildReport(failedRun(changes), PROVENANCE, (text) => text)
}

function markdown(changes: Parameters<typeof failedRun>[0] = {}): string {
  return renderMarkdown(report(changes))
}

describe('report.json', () => {
  test.each([
    ['a run that failed', {}],
    [
      'a run that never got anywhere',
      {
        stages: [],
        differences: [],
        backup: null,
        cause: null,
        next: [],
        kept: [],
        database: { kind: 'postgres', maskedUrl: 'postgres://h/d', serverVersion: null, sizeBytes: null },
        migrator: { kind: 'alembic', from: null, to: null, migrations: [] },
      },
    ],
    ['a run that threw something odd', { cause: 'a mere text' }],
  ])('of %s follows its schema', (_what, changes) => {
    const parsed: unknown = JSON.parse(renderJson(report(changes)))
    isReport(parsed)
    expect(isReport.errors ?? []).toEqual([])
  })

  test('that lacks a key or has a strange one does not', () => {
    const { reason: _, ...lacking } = report()
    expect([isReport(lacking), isReport({ ...report(), strange: 1 })]).toEqual([false, false])
  })

  test('has whole milliseconds, revisions in words, and the reason of each declared change', () => {
    const { run, migrator, backup, differences } = report({
      migrator: { kind: 'alembic', from: [], to: ['b', 'a'], migrations: [] },
    })
    expect([run.durationMs, backup?.restoreMs]).toEqual([31_250, 12_641])
    expect([migrator.fromRevision, migrator.toRevision]).toEqual(['base', 'a, b'])
    expect(differences.map(({ object, declared }) => [object, declared])).toEqual([
      ['rows public.film', null],
      ['table public.quests', 'unused feature'],
      ['index public.film_title', null],
    ])
  })

  test('keeps the whole chain of a failure, where it happened and what to do', () => {
    expect(report().cause).toEqual({
      code: 'MIGRATION',
      messages: ['migration 013 failed', 'column "titel" does not exist'],
      hint: 'Correct the file and run again.',
      file: 'migrations/013_rename.sql',
      line: 7,
      column: 12,
      sqlState: '42703',
      excerpt: 'UPDATE film SET titel = title;\n                ^',
      output: [],
    })
  })

  test('keeps every way back that failed, the last lines of a tool, and every mistake in a plan', () => {
    const command = new CommandError('pg_restore failed', {
      command: 'pg_restore',
      exitCode: 1,
      signal: null,
      lastLines: ['disk full'],
    })
    const rollback = new RollbackError('no way back worked', [command, new Error('downgrade failed')])
    expect(report({ cause: rollback }).cause).toMatchObject({
      code: 'ROLLBACK',
      messages: ['no way back worked', 'pg_restore failed', 'downgrade failed'],
      output: ['disk full'],
    })
    const mistakes = new ConfigurationError('2 mistakes', {
      problems: [{ message: 'one', file: 'p.yml', line: 3 }, { message: 'two' }],
    })
    expect(report({ cause: mistakes }).cause).toMatchObject({ messages: ['2 mistakes', 'one', 'two'], file: 'p.yml', line: 3 })
  })

  test('and report.md hold no secret, wherever it came from', () => {
    const secret = 'p@ss:w/rd%41 "x"'
    const leak = `could not use ${secret} or ${encodeURIComponent(secret)}`
    const everywhere = JSON.parse(
      JSON.stringify(failedRun({ cause: null }), (key, value) =>
        typeof value === 'string' && isFree(key, value) ? leak : value,
      ),
    )
    const built = buildReport({ ...everywhere, cause: new Error(leak) }, PROVENANCE, createRedactor([secret]))
    expect(renderJson(built) + renderMarkdown(built)).not.toMatch(/w\/rd|w%2Frd|%41|%2541/i)
    expect(renderJson(built).match(/\*\*\*/g)?.length).toBeGreaterThan(30)
  })
})

const OWN_FIELDS = [
  'runId',
  'id',
  'kind',
  'status',
  'outcome',
  'change',
  'startedAt',
  'finishedAt',
  'at',
  'how',
  'event',
  'sha256',
  'verification',
  'operation',
]
const STAGES = ['health-check', 'backup', 'verify-backup', 'migrate', 'validate', 'rollback']
const BUDGETS = ['migration', 'downtime', 'recovery']

/** Whether a text comes from outside, and is none that a run makes up itself. */
function isFree(key: string, value: string): boolean {
  return !OWN_FIELDS.includes(key) && ![...STAGES, ...BUDGETS].includes(value)
}

describe('report.md', () => {
  test('tells the downtime, and each budget with its limit and what it took', () => {
    const text = markdown()
    expect(text).toContain('| Downtime | 28 s |')
    expect(text).toContain(
      [
        '| ✅ passed | migration | 500 ms | 234 ms |',
        '| ⚠️ warning | downtime | 10 s | 28 s |',
        '| ⏭️ skipped | recovery | 15 min |  |',
      ].join('\n'),
    )
  })

  test('says first what holds, why, and what to do next, then what failed and where', () => {
    const text = markdown()
    expect(text.split('\n').slice(0, 12).join('\n')).toBe(
      [
        '# ❌ run: rolled-back',
        '',
        '**migration 013 failed: column "titel" does not exist**',
        '',
        'State: something was applied and reverted; the fingerprint equals the one before.',
        '',
        '## What to do next',
        '',
        '```sh',
        'savepoint status',
        'savepoint run --environment staging',
        '```',
      ].join('\n'),
    )
    expect(text).toContain('- at `migrations/013_rename.sql:7:12`')
    expect(text).toContain('UPDATE film SET titel = title;\n                ^')
    expect(text.indexOf('## What failed')).toBeLessThan(text.indexOf('## Stages'))
  })

  test('lists failed checks before the others, and undeclared losses before declared changes', () => {
    const text = markdown()
    expect(text.indexOf('❌ errored')).toBeLessThan(text.indexOf('health-check: 1 of 2 checks passed'))
    expect(text.indexOf('not declared: a loss')).toBeLessThan(text.indexOf('declared: unused feature'))
    expect(text.indexOf('declared: unused feature')).toBeLessThan(text.indexOf('no loss'))
  })

  test('draws the stages to scale, without those that did not run', () => {
    const bars = markdown()
      .split('\n')
      .filter((line) => line.includes('█'))
    expect(bars.map((line) => line.split(' ')[0])).toEqual(['health-check', 'backup', 'verify-backup', 'migrate', 'rollback'])
    expect(new Set(bars.map((line) => line.slice(0, line.search(/ {2}\d/)).length)).size).toBe(1)
    expect(bars[2]).toMatch(/█{17}/)
  })

  test('lets no text of a database become markup, a mention, a link, a heading or a new cell', () => {
    const text = markdown({ reason: HOSTILE, actor: HOSTILE, environment: HOSTILE })
    expect(text).not.toContain('<script>')
    expect(text).not.toMatch(/@octocat/)
    expect(text).not.toMatch(/^# heading/m)
    expect(text).not.toMatch(/https?:\/\/evil/)
    for (const row of text.split('\n').filter((line) => line.startsWith('| ❌'))) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(8)
    }
  })

  test('keeps a fence closed although the output of a tool holds one', () => {
    const cause = new CommandError('x failed', { command: 'x', exitCode: 1, signal: null, lastLines: ['```', '# not a heading'] })
    expect(markdown({ cause })).toContain('````text\n```\n# not a heading\n````')
  })

  test('is no command to the runner of a workflow that prints it', () => {
    expect(fenced(['  ::error::pwned', '##[error]pwned']).split('\n')).toEqual([
      '```text',
      '  : :error::pwned',
      '## [error]pwned',
      '```',
    ])
    expect(code('a ##[group]b')).toBe('`a ## [group]b`')
  })

  test('leaves plain words as they are', () => {
    expect(markdown()).toContain('server 17.2, 454 MB')
  })

  test('stays far below a megabyte, however much there is to tell', () => {
    const long = 'x'.repeat(100_000)
    const differences = Array.from({ length: 5000 }, () => {
      return { object: 'view', name: long, change: 'changed' as const, before: long, after: long, loss: false, because: long }
    })
    const text = markdown({ differences, reason: long })
    expect(Buffer.byteLength(text)).toBeLessThan(200_000)
    expect(text).toContain('… and 4900 more, all of them in report.json.')
  })

  test('of a run that did all it should has nothing about failure', () => {
    const text = markdown({ outcome: 'migrated', succeeded: true, cause: null, next: [], kept: [] })
    expect(text).toContain('# ✅ run: migrated')
    expect(text).not.toMatch(/What failed|What to do next/)
  })
})

test('the schema of the manifest is one that a validator understands', () => {
  expect(ajv.compile(manifestJsonSchema())({ version: 1 })).toBe(false)
})

describe('differences', () => {
  const added = (name: string) => {
    return { object: 'index', name, change: 'added', before: null, after: 'btree', loss: false, because: null } as const
  }

  test('that took nothing away are folded where there are many', () => {
    const differences = Array.from({ length: 6 }, (_, index) => added(`public.i${index}`))
    expect(markdown({ differences })).toContain('<details><summary>6 differences that took nothing away</summary>')
    expect(markdown({ differences: differences.slice(1) })).not.toContain('took nothing away')
  })

  test('of a long description show only what is another', () => {
    const [before, after] = ['off', 'on'].map((state) => `r p owner ann grants ann=r/ann [row security ${state}] (0 rules)`)
    const change = { ...added('x'), object: 'table', change: 'changed', before: before ?? '', after: after ?? '' } as const
    expect(markdown({ differences: [change] })).toContain(
      String.raw`| … grants ann=r/ann \[row security off\] (0 rules) | … grants ann=r/ann \[row security on\] (0 rules) |`,
    )
  })
})

describe('checks in groups', () => {
  const check = (name: string, group: string | null, status: 'passed' | 'failed') => {
    return { name, kind: 'query', status, durationMs: 1, ...(group === null ? {} : { group }) }
  }
  const stages = [
    {
      name: 'validate',
      status: 'failed',
      startedAt: '2026-11-21T09:30:19.000Z',
      durationMs: 5,
      checks: [
        check('tables', 'data integrity', 'passed'),
        check('trigger', 'triggers', 'failed'),
        check('rows', 'data integrity', 'passed'),
        check('alone', null, 'passed'),
      ],
    },
  ] as const

  test('are counted group by group and together, and each check names its group', () => {
    const text = markdown({ stages })
    expect(text).toContain(
      '| data integrity | validate | 2/2 | ✅ |\n| triggers | validate | 0/1 | ❌ |\n| all groups |  | 2/3 | ❌ |',
    )
    expect(text).toContain('| ❌ failed | validate | triggers | trigger |')
  })

  test('that passed are folded stage by stage, open where they prove a migration that went well', () => {
    const passed = stages.map((stage) => ({ ...stage, checks: stage.checks.filter(({ status }) => status === 'passed') }))
    const proof = '<summary>✅ validate: 3 checks passed</summary>\n\n| group | check | took |'
    expect(markdown({ stages: passed })).toContain(`<details>${proof}`)
    const text = markdown({ stages: passed, outcome: 'migrated', succeeded: true, cause: null })
    expect(text).toContain(`<details open>${proof}`)
    expect(text).not.toContain('Checks that did not pass')
  })

  test('leave no trace in a report without groups', () => {
    expect(markdown()).not.toContain('group')
  })

  test('tell where the output of a check was kept', () => {
    const [stage] = stages
    const kept = { ...stage, checks: [{ ...check('script', null, 'failed'), output: '/runs/output/script.log' }] }
    expect(markdown({ stages: [kept] })).toContain('output: `script.log`')
    expect(markdown({ stages: [kept] })).toContain('Outputs that were kept lie in `/runs/output/`.')
    expect(report({ stages: [kept] }).stages[0]?.checks[0]?.output).toBe('/runs/output/script.log')
  })
})
