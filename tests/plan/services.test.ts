/** The plan's `services` and `budgets`: what they default to, and what a mistake in them is answered with. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, type Problem } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import type { Plan } from '../../src/plan/schema.ts'

const URL = 'postgres://app@db.example.org/shop'

function parse(text: string, environmentName?: string): Plan {
  return parsePlan({
    file: '/team/savepoint.yml',
    text: `version: 1\n${text}`,
    environmentName,
    environment: { DATABASE_URL: URL },
  })
}

function problemsOf(text: string, environmentName?: string): readonly Problem[] {
  try {
    parse(text, environmentName)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  throw new Error('the plan was accepted')
}

describe('services', () => {
  test('need three lines; everything else has a default', () => {
    expect(parse('services: { stop: docker stop app, start: docker start app, status: docker ps }').services).toEqual({
      stop: 'docker stop app',
      start: 'docker start app',
      status: { command: 'docker ps', running: null },
      maxConnections: 0,
      waitMs: 60_000,
      startWaitMs: 60_000,
      terminate: false,
      workingDirectory: '/team',
    })
  })

  test('are read in full, and their lines are left to the shell', () => {
    const services = parse(`services:
  stop: docker stop \${APP}
  start: docker start \${APP}
  status: { command: "docker ps --quiet --filter name=\${APP}", running: "." }
  max-connections: 2
  wait: 2m
  start-wait: 90s
  terminate: true
  working-directory: deploy`).services
    expect(services).toEqual({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
      stop: 'docker stop ${APP}',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
      start: 'docker start ${APP}',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax
      status: { command: 'docker ps --quiet --filter name=${APP}', running: '.' },
      maxConnections: 2,
      waitMs: 120_000,
      startWaitMs: 90_000,
      terminate: true,
      workingDirectory: '/team/deploy',
    })
  })

  test('may be said in part by an environment', () => {
    const plan = `services: { stop: a, start: b, status: c }
environments: { staging: { services: { wait: 5s, terminate: true } } }`
    expect(parse(plan, 'staging').services).toMatchObject({ stop: 'a', waitMs: 5000, terminate: true })
    expect(problemsOf('environments: { staging: { services: { wait: 5s } } }', 'staging').map(({ message }) => message)).toEqual([
      'services.stop is missing',
      'services.start is missing',
      'services.status is missing',
    ])
  })

  test.each([
    ['services: { stop: a, start: b }', 'services.status is missing'],
    ['services: { stop: a, start: b, status: c, max-conections: 1 }', 'services.max-conections is not a known key'],
    [
      'services: { stop: a, start: b, status: c, max-connections: -1 }',
      'services.max-connections must be a whole number, 0 or more, not "-1"',
    ],
    [
      'services: { stop: a, start: b, status: c, wait: soon }',
      'services.wait must be a duration such as 500ms, 10s, 5m, 2h or 1d, not "soon"',
    ],
    ['services: systemctl', 'services must be a mapping of keys to values, not "systemctl"'],
  ])('%s is a mistake', (text, message) => {
    expect(problemsOf(text)[0]).toMatchObject({ message })
  })

  test.each(['{ command: c }', '{ command: c, running: "(" }', '7'])('a status of %s is a mistake at its place', (status) => {
    const [problem] = problemsOf(`services: { stop: a, start: b, status: ${status} }`)
    expect(problem?.message).toMatch(/^services\.status/)
    expect(problem?.line).toBe(2)
  })
})

describe('budgets', () => {
  test('are limits, or limits that only warn', () => {
    expect(parse('budgets: { migration: 500ms, recovery: { at-most: 15m, warn-only: true } }').budgets).toEqual({
      migration: { atMostMs: 500, warnOnly: false },
      downtime: null,
      recovery: { atMostMs: 900_000, warnOnly: true },
    })
  })

  test.each([
    ['budgets: { migration: quick }', /^budgets\.migration must be a duration such as 500ms, or at-most and warn-only/],
    ['budgets: { migrations: 5m }', /^budgets\.migrations is not a known key/],
    ['budgets: { downtime: 10m }', /^budgets\.downtime needs services: without them nothing is stopped/],
  ])('%s is a mistake', (text, message) => {
    expect(problemsOf(text)[0]?.message).toMatch(message)
  })
})
