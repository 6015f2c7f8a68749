/** Where backups are stored beside the run directory, as a plan or a command line names it. Holds no secrets. */

export interface S3Place {
  readonly kind: 's3'
  readonly bucket: string
  /** Empty, or ends in a slash. */
  readonly prefix: string
  /** Address of a compatible server; `null`: as the environment says (AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL), or AWS itself. */
  readonly endpoint: string | null
  /** `null`: as the environment or the shared configuration says. */
  readonly region: string | null
  /** Whether the bucket stands in the path of addresses and not in the host; `null`: it does at every endpoint but AWS's own. */
  readonly forcePathStyle: boolean | null
}

export type StorePlace = { readonly kind: 'directory'; readonly path: string } | S3Place

const S3_SCHEME = 's3://'

export function isS3Location(written: string): boolean {
  return written.startsWith(S3_SCHEME)
}

/** `s3://bucket/prefix/` as a place, or what is wrong with it. */
export function parseS3Location(written: string): S3Place | { readonly mistake: string } {
  const [bucket = '', ...rest] = written.replace(S3_SCHEME, '').split('/')
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    return { mistake: 'must name a bucket of 3 to 63 small letters, digits, dots and dashes' }
  }
  const parts = rest.filter((part) => part !== '')
  if (!parts.every((part) => /^[A-Za-z0-9!_.*'()=+@,-]+$/.test(part) && !/^\.+$/.test(part))) {
    return { mistake: 'must have a prefix of plain names: letters, digits and -_.=+@' }
  }
  const prefix = parts.map((part) => `${part}/`).join('')
  return { kind: 's3', bucket, prefix, endpoint: null, region: null, forcePathStyle: null }
}

/** `s3://bucket/prefix/`, or the path with a slash at its end. */
export function locationOf(place: StorePlace): string {
  if (place.kind === 's3') return `${S3_SCHEME}${place.bucket}/${place.prefix}`
  return place.path.endsWith('/') ? place.path : `${place.path}/`
}
