/** `backup.store`: the places that each backup is stored in beside the run directory. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { isS3Location, parseS3Location, type S3Place, type StorePlace } from '../../domain/store-place.ts'
import { flag, text } from '../fields.ts'
import { section } from '../section.ts'

const endpointWords = 'must be an address beginning with https:// or http://, without user and password'

const s3 = section(
  {
    s3: text.describe('Bucket and prefix: `bucket/prefix`.'),
    endpoint: z
      .string({ error: endpointWords })
      .refine(isEndpoint, { error: endpointWords })
      .optional()
      .describe('Address of a compatible server. Left out: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, or AWS itself.'),
    region: text.optional().describe('Left out: AWS_REGION, or as the shared configuration of AWS says.'),
    'force-path-style': flag
      .optional()
      .describe('Whether the bucket stands in the path of addresses. Default: at every endpoint but AWS’s own.'),
  },
  'A bucket. Credentials come from the standard chain of AWS and are never written here.',
).superRefine(({ s3 }, context) => {
  const place = parseS3Location(s3)
  if ('mistake' in place) context.addIssue({ code: 'custom', path: ['s3'], message: place.mistake })
})

const store = z
  .union([text, s3], { error: 'must be a directory, s3://bucket/prefix/, or s3 with endpoint and region' })
  .superRefine((written, context) => {
    const mistake = typeof written === 'string' ? mistakeIn(written) : null
    if (mistake !== null) context.addIssue({ code: 'custom', message: mistake })
  })

export const stores = z
  .array(store, { error: 'must be a list' })
  .describe(
    'Where each backup is stored as well, once it is proven: directories (relative to the plan), and `s3://bucket/prefix/`. Default: only in the run directory.',
  )

function mistakeIn(written: string): string | null {
  if (written === 'artifact')
    return 'cannot be artifact: storing in GitHub artifacts is not there yet; name a directory or s3://bucket/prefix/'
  if (isS3Location(written)) {
    const place = parseS3Location(written)
    return 'mistake' in place ? place.mistake : null
  }
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? 'must be a directory or s3://bucket/prefix/' : null
}

function isEndpoint(written: string): boolean {
  if (!URL.canParse(written)) return false
  const { protocol, username, password } = new URL(written)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

/** @param directory - the plan's own, which paths are relative to */
export function completeStores(written: z.output<typeof stores> | undefined, directory: string): readonly StorePlace[] {
  return (written ?? []).map((store) => {
    if (typeof store === 'string')
      return isS3Location(store) ? placeOf(store) : { kind: 'directory', path: resolve(directory, store) }
    const { endpoint = null, region = null, 'force-path-style': forcePathStyle = null } = store
    return { ...placeOf(store.s3), endpoint, region, forcePathStyle }
  })
}

/** Its form was checked. */
function placeOf(written: string): S3Place {
  return parseS3Location(written) as S3Place
}
