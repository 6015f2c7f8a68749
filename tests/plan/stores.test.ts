/** The plan's `backup.store`: what it means, and what a mistake in it is answered with. */
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/domain/errors.ts'
import { parsePlan } from '../../src/plan/loading.ts'
import { digestPlan } from '../../src/plan/plan-digest.ts'

function parse(store: string) {
  const text = `version: 1\nbackup: { store: ${store} }`
  return parsePlan({
    file: '/team/savepoint.yml',
    text,
    environmentName: undefined,
    environment: { DATABASE_URL: 'postgres://app@db/shop' },
  })
}

function mistake(store: string): string {
  try {
    parse(store)
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.problems.map(({ message, hint }) => `${message} ${hint ?? ''}`.trim()).join('\n')
    throw error
  }
  throw new Error('the plan was accepted')
}

const S3 = { kind: 's3', endpoint: null, region: null, forcePathStyle: null }

describe('stores', () => {
  test('are none where the plan names none', () => {
    expect(parse('[]').backup.stores).toEqual([])
  })

  test('are directories relative to the plan, and buckets', () => {
    expect(parse('[/var/backups, ../backups, "s3://team-backups/shop/live"]').backup.stores).toEqual([
      { kind: 'directory', path: '/var/backups' },
      { kind: 'directory', path: '/backups' },
      { ...S3, bucket: 'team-backups', prefix: 'shop/live/' },
    ])
  })

  test('of a compatible server say where it is', () => {
    const written = '[{ s3: backups/shop, endpoint: "https://s3.example.org:9000", region: eu-1, force-path-style: false }]'

    expect(parse(written).backup.stores).toEqual([
      {
        kind: 's3',
        bucket: 'backups',
        prefix: 'shop/',
        endpoint: 'https://s3.example.org:9000',
        region: 'eu-1',
        forcePathStyle: false,
      },
    ])
  })

  test('are no part of what evidence of a rehearsal is for', () => {
    expect(digestPlan(parse('[/a]'))).toBe(digestPlan(parse('["s3://bucket/b"]')))
  })

  test.each([
    ['artifact', 'must be a list'],
    ['[artifact]', 'not there yet; name a directory or s3://bucket/prefix/'],
    ['["ftp://host/x"]', 'must be a directory or s3://bucket/prefix/'],
    ['["s3://Bad_Bucket/x"]', 'must name a bucket of 3 to 63 small letters'],
    ['["s3://"]', 'must name a bucket'],
    ['["s3://bucket/../x"]', 'must have a prefix of plain names'],
    ['["s3://bucket/a b"]', 'must have a prefix of plain names'],
    ['[{ s3: "key:secret@bucket" }]', 'must name a bucket'],
    ['[{ s3: bucket, endpoint: "s3.example.org" }]', 'backup.store[1].endpoint must be an address beginning with https://'],
    ['[{ s3: bucket, endpoint: "https://user:hunter2@s3.example.org" }]', 'without user and password'],
    ['[{ s3: bucket, endpiont: "https://x" }]', 'backup.store[1].endpiont is not a known key Did you mean endpoint?'],
    ['[{ s3: bucket, access-key: x }]', 'access-key is not a known key'],
    ['[{}]', 'backup.store[1].s3 is missing'],
    ['[7]', 'must be a directory, s3://bucket/prefix/, or s3 with endpoint and region'],
  ])('refuse %s', (written, words) => {
    expect(mistake(written)).toContain(words)
  })
})
