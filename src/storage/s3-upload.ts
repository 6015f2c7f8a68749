/** Uploads one file to S3 in parts, each with its SHA-256, and knows which checksums the store may tell of the whole. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { AbortMultipartUploadCommand, type S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { BackupFile } from '../domain/backup.ts'
import { BackupError } from '../domain/errors.ts'
import type { TransferOptions } from '../domain/ports/backup-store.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html: an object has 10,000 parts at most. */
const MOST_PARTS = 10_000
const ABANDON_TIMEOUT_MS = 10_000
const LEAST_PART_BYTES = 8 * 1024 * 1024
/** Parts under way together stay within this, so that memory is flat: objects up to 160 GB go four at a time. */
const MOST_BUFFERED_BYTES = 64 * 1024 * 1024

export interface UploadRequest {
  readonly bucket: string
  readonly key: string
  /** Local path. */
  readonly source: string
  readonly file: BackupFile
}

export interface Uploaded {
  /** Base64: of the whole, and of the checksums of its parts, as S3 composes them. */
  readonly checksums: readonly string[]
}

/** What fails half way leaves no parts behind. @throws BackupError where the file is not the one of the manifest; errors of the SDK */
export async function upload(
  client: S3Client,
  { bucket, key, source, file }: UploadRequest,
  { signal, onProgress }: TransferOptions,
): Promise<Uploaded> {
  const partSize = partSizeOf(file.sizeBytes)
  const digests = new PartDigests(partSize)
  const transfer = new Upload({
    client,
    partSize,
    queueSize: Math.max(1, Math.min(4, Math.floor(MOST_BUFFERED_BYTES / partSize))),
    leavePartsOnError: false,
    params: {
      Bucket: bucket,
      Key: key,
      Body: Readable.from(digests.of(source), { objectMode: false }),
      ChecksumAlgorithm: 'SHA256',
    },
  })
  transfer.on('httpUploadProgress', ({ loaded = 0 }) => onProgress(loaded))
  const abort = () => void transfer.abort()
  signal.throwIfAborted()
  signal.addEventListener('abort', abort, { once: true })
  try {
    await transfer.done()
  } catch (error) {
    await abandon(client, { Bucket: bucket, Key: key, UploadId: transfer.uploadId })
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
  if (digests.whole !== file.sha256)
    throw new BackupError(`${source} changed while it was uploaded`, { hint: 'make another backup' })
  return { checksums: digests.checksums }
}

/** Parts that nobody completes are paid for. The SDK leaves them where an upload is interrupted; what failed is told all the same. */
async function abandon(client: S3Client, upload: { Bucket: string; Key: string; UploadId: string | undefined }): Promise<void> {
  if (upload.UploadId === undefined) return
  const abortSignal = AbortSignal.timeout(ABANDON_TIMEOUT_MS)
  await client.send(new AbortMultipartUploadCommand(upload), { abortSignal }).catch(() => undefined)
}

/** Large enough for the number of parts that an object may have. */
export function partSizeOf(sizeBytes: number): number {
  return Math.max(LEAST_PART_BYTES, Math.ceil(sizeBytes / MOST_PARTS))
}

/** Digests a file while it is read, whole and part by part. */
class PartDigests {
  readonly #partSize: number
  readonly #whole = createHash('sha256')
  readonly #parts: Buffer[] = []
  #part = createHash('sha256')
  #inPart = 0
  #digest: Buffer = Buffer.alloc(0)

  constructor(partSize: number) {
    this.#partSize = partSize
  }

  async *of(source: string): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
      this.#whole.update(chunk as Buffer)
      this.#update(chunk as Buffer)
      yield chunk as Buffer
    }
    if (this.#inPart > 0) this.#endPart()
    this.#digest = this.#whole.digest()
  }

  #update(chunk: Buffer): void {
    let rest = chunk
    while (rest.length > 0) {
      const piece = rest.subarray(0, this.#partSize - this.#inPart)
      this.#part.update(piece)
      this.#inPart += piece.length
      if (this.#inPart === this.#partSize) this.#endPart()
      rest = rest.subarray(piece.length)
    }
  }

  #endPart(): void {
    this.#parts.push(this.#part.digest())
    this.#part = createHash('sha256')
    this.#inPart = 0
  }

  /** Hex. */
  get whole(): string {
    return this.#digest.toString('hex')
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html: `BASE64-PARTS` for a multipart upload. */
  get checksums(): readonly string[] {
    const composite = createHash('sha256').update(Buffer.concat(this.#parts)).digest('base64')
    return [this.#digest.toString('base64'), composite, `${composite}-${this.#parts.length}`]
  }
}
