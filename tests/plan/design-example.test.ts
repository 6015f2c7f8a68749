/** The design's whole example of a plan loads as it is written there, but for what later issues bring, which is refused by name. */
import { describe, expect, test } from '@jest/globals'
import type { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import type { Plan } from '../../src/plan/plan.ts'

/** Section 4 of the design, unchanged. */
const EXAMPLE = `version: 1
database: { url: "\${DATABASE_URL}" }        # or host/port/name/user/password, DB_* or PG* in the environment; sqlite:///file
migrator: { kind: alembic, working-directory: backend }   # alembic | sql | command; detected when left out
lock-wait: 60s
session: { lock-timeout: 5s, statement-timeout: 0 }
health:
  connect-timeout: 10s
  expect-revision: 976e6adbac6f
  free-space: 2x                            # of the database size, where the backup is written
  max-transaction-age: 5m
services:                                   # quiesce before, resume after; in every outcome
  stop: docker compose stop backend
  start: docker compose start backend
  status: docker compose ps backend
  max-connections: 0                        # other sessions left after stop, wait for them up to:
  wait: 60s
backup:
  tables: all                               # or a list
  jobs: auto
  verify: restore                           # restore | read | none
  encrypt-to: [age1…]
  store: [artifact, "s3://backups/staging/"]
snapshot:                                   # measured before, compared after
  tables: all                               # exact rows + content fingerprint of surviving columns
  queries:
    budget: select sum(capital_budget) as capital, sum(expense_budget) as expense from project_phases
    phases: select phase_type, count(*) from project_phases group by 1
changes:                                    # what is meant to change; anything else that changed is a failure
  - { table: quests, dropped: true, because: unused feature }
  - { table: project_phases, columns: [phase_type, name], because: enum becomes a name }
validate:
  - { name: tables, query: "select count(*) from …", expect: 43 }
  - { name: user ids, populated: wom_snapshots.user_id, at-least: 98% }
  - { name: no orphans, foreign-keys: all }
  - { name: catalogue, inventory: { tables: 43, foreign-keys: 42, policies: 18 } }
  - { name: parity, parity: [revenues, revenues_partitioned], key: [id, occurred_at] }
  - { name: triggers, suite: verification/test_trigger_upserts.sql }      # rows or notices saying PASS / FAIL
  - { name: script, command: python verify_migration.py, timeout: 5m }
  - { name: api, http: { get: "\${BASE_URL}/health" }, status: 200, within: 500ms }
  - { name: report speed, time: python report.py, at-most: 2s, compare: before }
  - { name: pruning, explain: "select …", uses-index: true, prunes-partitions: true, faster-than: { query: "select …", by: 1.5 } }
budgets: { migration: 500ms, downtime: 10m, recovery: 15m }
monitor:
  for: 2h
  every: 30s
  connections: { at-most: 2x }              # of the baseline measured before the run
  slow-queries: { over: 1s }
  deadlocks: 0
  size-growth: { at-most: 10% }
  http: [ "\${BASE_URL}/health" ]
  logs: { command: docker compose logs --since 1m backend, must-not-match: "error|exception" }
rollback: { by: auto }                      # downgrade | swap | restore; auto: the first of these that is proven equal
notify: [ { webhook: "\${SLACK_WEBHOOK_URL}", on: [start, success, failure] } ]
environments:
  production: { production: true, require: [rehearsal, backup], retention-days: { reports: 90, backups: 90, health: 30 } }
  staging: { retention-days: { reports: 90, backups: 30, health: 30 } }
`

/** Keys of later issues as they are written in the example, and a public key that is none. */
const LATER = {
  'backup.tables': /^ {2}tables: all {16,}# or a list\n/m,
  'backup.encrypt-to': /^ {2}encrypt-to: .*\n/m,
  'backup.store': /^ {2}store: .*\n/m,
  'environments.production.retention-days': /, retention-days: \{ reports: 90, backups: 90, health: 30 \}/,
  'environments.staging.retention-days': / retention-days: \{ reports: 90, backups: 30, health: 30 \} /,
} as const

const ENVIRONMENT = {
  DATABASE_URL: 'postgres://app@db.example.org/shop',
  BASE_URL: 'https://shop.example.org',
  SLACK_WEBHOOK_URL: 'https://hooks.example.org/services/x',
}

const TODAY = Object.values(LATER).reduce<string>((text, later) => text.replace(later, ''), EXAMPLE)

function parse(text: string, environmentName?: string): Plan {
  return parsePlan({ text, file: 'savepoint.yml', environmentName, environment: ENVIRONMENT })
}

function refused(text: string): readonly string[] {
  try {
    parse(text)
    return []
  } catch (error) {
    return (error as ConfigurationError).problems.map(({ message }) => message)
  }
}

describe('the example of the design', () => {
  test('is refused for exactly what later issues bring, and for a key that is only hinted at', () => {
    expect(refused(EXAMPLE)).toEqual([
      'backup.tables is not a known key',
      expect.stringContaining('backup.encrypt-to[1] must be a public key of age'),
      expect.stringContaining('backup.store[1] cannot be artifact'),
      'environments.production.retention-days is not a known key',
      'environments.staging.retention-days is not a known key',
    ])
  })

  test('means, without them, what it says', () => {
    const plan = parse(TODAY)
    expect(plan.services).toMatchObject({ stop: 'docker compose stop backend', maxConnections: 0, waitMs: 60_000 })
    expect(plan.snapshot).toMatchObject({ tables: 'all', queries: { budget: { kind: 'query' }, phases: { kind: 'query' } } })
    expect(plan.changes).toEqual([
      { table: 'quests', dropped: true, because: 'unused feature' },
      { table: 'project_phases', columns: ['phase_type', 'name'], because: 'enum becomes a name' },
    ])
    expect(plan.validate.map(({ kind }) => kind)).toEqual([
      ...['query', 'populated', 'foreign-keys', 'inventory', 'parity', 'suite', 'command', 'http', 'time', 'explain'],
    ])
    expect(plan.validate.find(({ kind }) => kind === 'time')).toMatchObject({
      moment: 'before-and-after',
      atMostMs: 2000,
      compare: true,
    })
    expect(plan.validate.at(-1)).toMatchObject({ indexes: [], mostPartitions: 'fewer', fasterThan: { by: 1.5 } })
    expect(plan.budgets).toMatchObject({
      migration: { atMostMs: 500 },
      downtime: { atMostMs: 600_000 },
      recovery: { atMostMs: 900_000 },
    })
    expect(plan.monitor).toMatchObject({
      forMs: 7_200_000,
      everyMs: 30_000,
      connections: { times: 2 },
      sizeGrowth: { fraction: 0.1 },
    })
    expect(plan.notify).toMatchObject([{ url: ENVIRONMENT.SLACK_WEBHOOK_URL, on: ['start', 'success', 'failure'] }])
  })

  test('asks for evidence and a backup in production', () => {
    expect(parse(TODAY, 'production')).toMatchObject({ production: true, require: [{ kind: 'rehearsal' }, { kind: 'backup' }] })
    expect(parse(TODAY, 'staging')).toMatchObject({ production: false, require: [] })
  })
})
