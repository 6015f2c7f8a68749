/** The reference of the plan tells every key of the plan once, under the section or the kind of check that it belongs to. */
import { expect, test } from '@jest/globals'
import { planReference } from '../../scripts/plan-reference.ts'
import { CHECK_KINDS } from '../../src/plan/checks/check.ts'
import { planJsonSchema } from '../../src/plan/json-schema.ts'

const SCHEMA = planJsonSchema()
const SECTIONS = new Map(
  planReference(SCHEMA)
    .split(/^###+ /m)
    .slice(1)
    .map((text) => [text.split('\n')[0]?.replaceAll('`', '') ?? '', text] as const),
)

test('every key of the plan is in the first table, and leads to its section', () => {
  for (const key of Object.keys(SCHEMA.properties ?? {})) expect(SECTIONS.get('The plan')).toContain(`\`${key}\``)
  expect(SECTIONS.get('The plan')).toContain('[`monitor`](#monitor)')
  expect(SECTIONS.get('monitor')).toContain('`slow-queries.over`')
})

test.each([...CHECK_KINDS])('the kind of check %s has a table of its own keys', (kind) => {
  expect(SECTIONS.get(kind)).toContain(`| \`${kind}\` |`)
  expect(SECTIONS.get(kind)).toContain(`(checks.md#${kind})`)
  expect(SECTIONS.get(kind)).not.toContain('`retry-delay`')
})

test('keys of every check stand once', () => {
  for (const key of ['name', 'group', 'when', 'retry-delay']) expect(SECTIONS.get('validate')).toContain(`| \`${key}\` |`)
})

test('what stands below lists, and below names that people choose, is told too', () => {
  expect(SECTIONS.get('snapshot')).toContain('`queries.NAME.tolerance`')
  expect(SECTIONS.get('foreign-keys')).toContain('`also[].from`')
})
