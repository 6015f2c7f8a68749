/** What is about to happen fits a terminal of 80 columns and can be read at night. */
import { expect, test } from '@jest/globals'
import type { Intention } from '../../src/domain/intention.ts'
import { intentionLines } from '../../src/entrypoints/intention-text.ts'
import { PLAIN_STYLE } from '../../src/entrypoints/style.ts'

const INTENTION: Intention = {
  database: 'postgresql://app:***@db.internal:5432/shop',
  sizeBytes: 1_512_000_000,
  environment: 'production',
  production: true,
  from: ['013'],
  migrations: [
    { revision: '014', description: 'drop empty phases', reversible: true },
    { revision: '015', description: '', reversible: true },
  ],
  sql: { statements: 12, bytes: 4312 },
  tables: [
    { name: 'public.project_phases', sizeBytes: 454_000_000, estimatedRows: 1_234_567 },
    { name: 'public."order"', sizeBytes: null, estimatedRows: null },
  ],
  stops: 'docker compose stop backend',
  wayBack: 'not by itself (production): it stops, and a person chooses downgrade or restore of the backup made first',
}

function lines(over: Partial<Intention> = {}): readonly string[] {
  return intentionLines({ ...INTENTION, ...over }, { style: PLAIN_STYLE, width: 80 })
}

test('says what, where, how large, and what the way back is', () => {
  expect(lines()).toEqual([
    '',
    'This is about to happen:',
    '  database     postgresql://app:***@db.internal:5432/shop (1.5 GB)',
    '  environment  production (production)',
    '  migrations   2, from 013 to 015',
    '               014  drop empty phases',
    '               015',
    '  SQL          12 statements, 4.3 kB; --dry-run prints it',
    '  tables       2 existing ones named in the SQL',
    '               public.project_phases     454 MB  about 1,234,567 rows',
    '               public."order"         size unknown  rows not estimated yet',
    '  services     stopped with: docker compose stop backend',
    '  way back     not by itself (production): it stops, and a person chooses',
    '               downgrade or restore of the backup made first',
  ])
})

test('says what is not known', () => {
  const text = lines({ sql: { unknown: 'the command migrator has no preview' }, tables: null, stops: null }).join('\n')
  expect(text).toContain('SQL          not known: the command migrator has no preview')
  expect(text).toContain('tables       not known')
  expect(text).toContain('services     keep running')
})

test('never leaves 80 columns, lists no more than a screen, and lets no text command the terminal', () => {
  const hostile = `\u001b[2J::error::${'x'.repeat(200)}\n##[command]`
  const migrations = Array.from({ length: 40 }, (_, index) => ({ revision: `${index}`, description: hostile, reversible: true }))
  const tables = Array.from({ length: 40 }, () => ({ name: hostile, sizeBytes: 1, estimatedRows: 1 }))
  const all = lines({ migrations, tables })
  expect(Math.max(...all.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(all.filter((line) => line.includes('… and 28 more'))).toHaveLength(2)
  for (const command of ['\u001b', '##[']) expect(all.join('\n')).not.toContain(command)
})
