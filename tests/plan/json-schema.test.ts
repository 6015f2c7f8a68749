/** The plan's JSON Schema: an editor accepts what the loader accepts. */
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { planJsonSchema } from '../../src/plan/json-schema.ts'

const isPlan = new Ajv2020({ strict: false }).compile(planJsonSchema())

test.each([
  { version: 1 },
  { version: 1, 'lock-wait': '1h30m', health: { 'free-space': '2x' }, environments: { production: { production: true } } },
  { version: 1, migrator: { kind: 'sql' }, session: { 'statement-timeout': 0 }, snapshot: { tables: ['a'] } },
  {
    version: 1,
    validate: [
      { name: 'a', query: 'q', expect: { 'at-least': 1 } },
      { name: 'b', query: 'q', expect: 43 },
    ],
  },
])('accepts the plan %j', (plan) => {
  isPlan(plan)
  expect(isPlan.errors ?? []).toEqual([])
})

test.each([
  {},
  { version: 2 },
  { version: 1, strange: 1 },
  { version: 1, 'lock-wait': '10 parsecs' },
  { version: 1, migrator: { kind: 'sql', config: 'x' } },
  { version: 1, changes: [{ table: 'a' }] },
  { version: 1, environments: { production: { strange: 1 } } },
])('refuses the plan %j', (plan) => {
  expect(isPlan(plan)).toBe(false)
})
