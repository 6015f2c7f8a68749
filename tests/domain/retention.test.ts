import { describe, expect, test } from '@jest/globals'
import type { BackupManifest, VerificationLevel } from '../../src/domain/backup.ts'
import { judgeRetention, type Retention } from '../../src/domain/retention.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

/** Made so many days ago. */
function made(
  id: string,
  days: number,
  level: VerificationLevel = 'restore',
  name = 'shop',
  environment = 'staging',
): BackupManifest {
  const createdAt = new Date(NOW.getTime() - days * DAY).toISOString()
  const verification = { level, at: null, restoreMs: null }
  return {
    id,
    createdAt,
    environment,
    database: { kind: 'postgres', systemIdentifier: '1', name },
    verification,
  } as BackupManifest
}

function removed(manifests: readonly BackupManifest[], retention: Retention, needed: readonly string[] = []): readonly string[] {
  return judgeRetention(manifests, retention, new Set(needed), NOW)
    .filter(({ keptAs }) => keptAs === null)
    .map(({ manifest }) => manifest.id)
}

describe('pruning', () => {
  test('keeps the newest of a number, in whatever order they are found', () => {
    expect(removed([made('old', 9), made('new', 1), made('middle', 5)], { count: 2 })).toEqual(['old'])
  })

  test('keeps those younger than a duration', () => {
    expect(removed([made('a', 40), made('b', 31), made('c', 29)], { ageMs: 30 * DAY })).toEqual(['b', 'a'])
  })

  test('never removes the last one proven by a restore, however many unproven ones are newer', () => {
    const backups = [made('unproven', 1, 'none'), made('read', 2, 'read'), made('proven', 50), made('earlier', 60)]

    expect(removed(backups, { count: 1 })).toEqual(['earlier'])
    expect(removed(backups, { ageMs: DAY / 2 })).toEqual(['earlier'])
  })

  test('never removes the last one, proven or not', () => {
    expect(removed([made('a', 90, 'none'), made('b', 91, 'none')], { ageMs: DAY })).toEqual(['b'])
  })

  test('judges every database and environment by itself', () => {
    const backups = [
      made('shop', 9),
      made('billing', 99, 'restore', 'billing'),
      made('live', 99, 'restore', 'shop', 'production'),
    ]

    expect(removed(backups, { count: 1 })).toEqual([])
  })

  test('keeps what a run may still come back to', () => {
    expect(removed([made('a', 1), made('b', 2), made('c', 3)], { count: 1 }, ['c'])).toEqual(['b'])
  })

  test('keeps what has no readable time, and never for the last of the others', () => {
    expect(removed([{ ...made('a', 1), createdAt: 'once' }, made('b', 2)], { ageMs: DAY })).toEqual([])
  })
})
