/** Turns what the SDK throws into an error that names the store, says what it answered, and what to do. */
import { BackupError } from '../domain/errors.ts'

interface Answer {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number }
}

/** Failures of this machine's own files, which are no fault of the store. */
const LOCAL: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'ENOENT']

export function isNotFound(error: unknown): boolean {
  const { name, $metadata } = error as Answer
  return name === 'NoSuchKey' || (name !== 'NoSuchBucket' && $metadata?.httpStatusCode === 404)
}

export function explainS3(location: string, doing: string, error: unknown): unknown {
  const answer = error as Answer
  if (error instanceof BackupError || answer.name === 'AbortError' || LOCAL.includes(answer.code ?? '')) return error
  const attempts = answer.$metadata?.attempts ?? 1
  const tried = attempts > 1 ? ` after ${attempts} attempts` : ''
  return new BackupError(`the store ${location} cannot ${doing}${tried}: ${wordsOf(answer)}`, {
    hint: hintOf(answer),
    cause: error,
  })
}

/** An answer without a readable body has no words of its own. */
function wordsOf({ name = '', message = '', code, $metadata }: Answer): string {
  const status = $metadata?.httpStatusCode
  const said = [name, message].filter((part) => !['', 'Error', 'Unknown', 'UnknownError'].includes(part)).join(': ')
  if (status !== undefined && status >= 300) return said === '' ? `it answered ${status}` : `it answered ${status} ${said}`
  return said === '' ? (code ?? 'no answer') : said
}

const NETWORK =
  /ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|socket hang up|ERR_STREAM_PREMATURE_CLOSE|CERT_|ERR_TLS|certificate/

function hintOf({ name = '', message = '', code = '', $metadata }: Answer): string {
  const status = $metadata?.httpStatusCode ?? 0
  if (/Credentials|TokenProvider/.test(name))
    return 'give credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role'
  if (/Region is missing/.test(message) || name === 'PermanentRedirect')
    return 'name the region: AWS_REGION, or region in the plan'
  if (name === 'NoSuchBucket') return 'create the bucket, or correct its name in the plan'
  if (status === 301 || status === 307) return 'name the region of the bucket: AWS_REGION, or region in the plan'
  if (status === 401 || status === 403) {
    return 'check the credentials, and that they allow s3:PutObject, s3:GetObject, s3:ListBucket, s3:AbortMultipartUpload and, to prune, s3:DeleteObject'
  }
  if (status >= 500 || status === 429) return 'the server fails or is overloaded: look at its state, and try again'
  if (NETWORK.test(`${code} ${message}`) || name === 'TimeoutError' || code === 'ABORT_ERR')
    return 'check the endpoint, and that this machine reaches it'
  return 'check endpoint, region, bucket and credentials'
}
