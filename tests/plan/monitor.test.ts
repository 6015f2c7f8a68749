/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the tests write the plan's own syntax */
/** The plan's monitor section: what it means, what holds when it is left out, and mistakes that say what is right. */
import { describe, expect, test } from '@jest/globals'
import type { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'

function parse(section: string) {
  const text = `version: 1\nmonitor: ${section}\n`
  return parsePlan({ text, file: 'savepoint.yml', environmentName: undefined, environment: { DATABASE_URL: 'postgres://a@b/c' } })
}

function mistakeIn(section: string): string {
  try {
    parse(section)
  } catch (error) {
    const [problem] = (error as ConfigurationError).problems
    return `${problem?.message} (${problem?.hint ?? ''})`
  }
  throw new Error('the plan was accepted')
}

describe('the monitor section', () => {
  test('is not there unless it is written; written empty, it watches for ten minutes and minds deadlocks', () => {
    expect(parse('{}').monitor).toEqual({
      forMs: 600_000,
      everyMs: 30_000,
      connections: null,
      slowQueries: { overMs: 1000, atMost: null },
      lockWaits: { overMs: 5000, atMost: null },
      deadlocks: 0,
      rollbacks: null,
      constraintViolations: null,
      sizeGrowth: null,
      replicationLagMs: null,
      queries: [],
      http: [],
      logs: [],
      onAnomaly: 'fail',
      strikes: 1,
      stopAtFirst: false,
    })
  })

  test('is read in full, quantities parsed; the shell line keeps its variables for the shell', () => {
    const monitor = parse(`
  for: 2h
  every: 1s
  connections: { at-most: 2x }
  slow-queries: { over: 500ms, at-most: 3 }
  rollbacks: { at-most: 50 }
  constraint-violations: 0
  size-growth: { at-most: 10% }
  replication-lag: { at-most: 10s }
  queries: [{ name: report, query: select 1, at-most: 2x }, { name: other, query: select 2, at-most: 2s }]
  http: ["http://me:pw@localhost/health?key=1", { name: login, get: "http://localhost/login", status: 401, within: 200ms }]
  logs: [{ command: 'docker logs \${NAME}', must-not-match: error }]
  on-anomaly: warn
  strikes: 3`).monitor
    expect(monitor).toMatchObject({
      forMs: 7_200_000,
      connections: { times: 2 },
      slowQueries: { overMs: 500, atMost: 3 },
      rollbacks: { value: 50 },
      sizeGrowth: { fraction: 0.1 },
      replicationLagMs: 10_000,
      queries: [{ atMost: { times: 2 } }, { atMost: { value: 2000 } }],
      http: [{ name: 'http://localhost/health' }, { name: 'login', status: 401, withinMs: 200 }],
      logs: [{ command: 'docker logs ${NAME}' }],
      onAnomaly: 'warn',
    })
  })

  test.each([
    ['{ evry: 1s }', 'monitor.evry is not a known key (Did you mean every?)'],
    ['{ for: 0s }', 'monitor.for must be longer than nothing, not "0s" ()'],
    ['{ connections: { at-most: double } }', 'monitor.connections.at-most must be a whole number such as 50, or a multiple'],
    ['{ size-growth: { at-most: 10 } }', 'monitor.size-growth.at-most must be a percentage such as 10%, or a size'],
    ['{ http: ["ftp://x"] }', 'monitor.http[1] must be an address'],
    ['{ logs: { command: x, must-not-match: "(" } }', 'monitor.logs'],
    ['{ strikes: 0 }', 'monitor.strikes must be a whole number from 1 to 1000'],
  ])('refuses %s', (section, words) => {
    expect(mistakeIn(section)).toContain(words)
  })

  test.each([
    ['{ queries: [{ name: a, query: select 1 }, { name: a, query: select 2 }] }', 'monitor.queries[2]', '"a"'],
    ['{ http: ["http://h/x?key=1", "http://h/x?key=2"] }', 'monitor.http[2]', '"http://h/x"'],
    ['{ logs: [{ command: a, must-not-match: b }, { command: a, must-not-match: c }] }', 'monitor.logs[2]', '"a"'],
  ])('refuses two things of one name, of which only one could be told: %s', (section, place, name) => {
    expect(mistakeIn(section)).toContain(`${place} needs a name of its own: ${name} is that of entry 1`)
  })

  test('may watch for a month, but no timer waits as long', () => {
    expect(parse('{ for: 30d }').monitor?.forMs).toBe(30 * 86_400_000)
    expect(mistakeIn('{ every: 30d }')).toContain('monitor.every must be at most 24d')
  })
})
