/** A store in a bucket of S3, or of a server that speaks its protocol, by the official SDK. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import type { BackupFile } from '../domain/backup.ts'
import { BackupError } from '../domain/errors.ts'
import { type BackupStore, isBackupId, MANIFEST_FILE, type TransferOptions } from '../domain/ports/backup-store.ts'
import { locationOf, type S3Place } from '../domain/store-place.ts'
import { explainS3, isNotFound } from './s3-failures.ts'
import { type Uploaded, upload } from './s3-upload.ts'
import { counting, partOf } from './transfer.ts'

/** A server that does not take a connection, or falls silent, for so long is given up; the SDK then tries again. */
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 60_000
const LONGEST_MANIFEST_BYTES = 256 * 1024 * 1024

/** Nothing is sent before something is asked. Credentials come from the SDK's standard chain and from nowhere else. */
export function openS3Store(place: S3Place): BackupStore {
  return new S3Store(place)
}

function clientFor({ endpoint, region, forcePathStyle }: S3Place): S3Client {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION } = process.env
  const elsewhere = endpoint ?? AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL
  // Compatible servers take any region; the SDK wants one.
  const chosen = region ?? AWS_REGION ?? AWS_DEFAULT_REGION ?? (elsewhere === undefined ? undefined : 'us-east-1')
  return new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    ...(chosen === undefined ? {} : { region: chosen }),
    forcePathStyle: forcePathStyle ?? elsewhere !== undefined,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS },
  })
}

class S3Store implements BackupStore {
  readonly location: string
  readonly #bucket: string
  readonly #prefix: string
  readonly #client: S3Client

  constructor(place: S3Place) {
    this.location = locationOf(place)
    this.#bucket = place.bucket
    this.#prefix = place.prefix
    this.#client = clientFor(place)
  }

  async put(backupId: string, file: BackupFile, source: string, options: TransferOptions): Promise<void> {
    const key = this.#key(backupId, file.path)
    await this.#explained(`store ${backupId}`, async () => {
      const uploaded = await upload(this.#client, { bucket: this.#bucket, key, source, file }, options)
      if (!(await this.#saysTheSame(key, file, uploaded, options.signal))) await this.#requireSame(key, file, options.signal)
    })
  }

  /** Whether the store's own word on size and checksum is that of the bytes sent; some servers have none. */
  async #saysTheSame(key: string, file: BackupFile, { checksums }: Uploaded, abortSignal: AbortSignal): Promise<boolean> {
    const request = new HeadObjectCommand({ Bucket: this.#bucket, Key: key, ChecksumMode: 'ENABLED' })
    const { ContentLength, ChecksumSHA256 } = await this.#client.send(request, { abortSignal })
    if (ContentLength !== file.sizeBytes) {
      throw new BackupError(
        `${this.location} holds ${ContentLength ?? 'no'} bytes of ${file.path}, ${file.sizeBytes} were sent`,
        {
          hint: 'run it again; where it happens again, use another store',
        },
      )
    }
    return ChecksumSHA256 !== undefined && checksums.includes(ChecksumSHA256)
  }

  /** Reads it back, every byte. */
  async #requireSame(key: string, file: BackupFile, abortSignal: AbortSignal): Promise<void> {
    const hash = createHash('sha256')
    await pipeline(await this.#body(key, abortSignal), hash, { signal: abortSignal })
    if (hash.digest('hex') === file.sha256) return
    throw new BackupError(`${this.location} gave ${file.path} back with other bytes than were sent`, {
      hint: 'run it again; where it happens again, use another store',
    })
  }

  async putManifest(backupId: string, text: string, abortSignal: AbortSignal): Promise<void> {
    const Key = this.#key(backupId, MANIFEST_FILE)
    const request = new PutObjectCommand({
      Bucket: this.#bucket,
      Key,
      Body: Buffer.from(text),
      ContentType: 'application/json',
      ChecksumAlgorithm: 'SHA256',
    })
    await this.#explained(`store ${backupId}`, async () => {
      await this.#client.send(request, { abortSignal })
      if ((await this.readManifest(backupId, abortSignal)) === text) return
      throw new BackupError(`${this.location} gave the manifest of ${backupId} back with other bytes than were sent`, {
        hint: 'run it again; where it happens again, use another store',
      })
    })
  }

  list(signal: AbortSignal): Promise<readonly string[]> {
    return this.#explained('list backups', async () => {
      const ids: string[] = []
      const pages = paginateListObjectsV2(
        { client: this.#client },
        { Bucket: this.#bucket, Prefix: this.#prefix, Delimiter: '/' },
        { abortSignal: signal },
      )
      for await (const { CommonPrefixes = [] } of pages) {
        ids.push(...CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(this.#prefix.length, -1)))
      }
      return ids.filter(isBackupId)
    })
  }

  readManifest(backupId: string, signal: AbortSignal): Promise<string | null> {
    const key = this.#key(backupId, MANIFEST_FILE)
    return this.#explained(`read ${backupId}`, async () => {
      try {
        return await textOf(await this.#body(key, signal))
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    })
  }

  get(backupId: string, file: BackupFile, target: string, { signal, onProgress }: TransferOptions): Promise<void> {
    const key = this.#key(backupId, file.path)
    return this.#explained(`fetch ${backupId}`, async () => {
      const output = createWriteStream(target, { mode: 0o600, flush: true })
      await pipeline(await this.#body(key, signal), counting(onProgress), output, { signal })
    })
  }

  remove(backupId: string, signal: AbortSignal): Promise<void> {
    const manifest = this.#key(backupId, MANIFEST_FILE)
    return this.#explained(`remove ${backupId}`, async () => {
      await this.#delete(manifest, signal)
      const request = { Bucket: this.#bucket, Prefix: `${this.#prefix}${backupId}/` }
      for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, request, { abortSignal: signal })) {
        for (const { Key = '' } of Contents) await this.#delete(Key, signal)
      }
    })
  }

  async #delete(key: string, abortSignal: AbortSignal): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }), { abortSignal })
  }

  async #body(key: string, abortSignal: AbortSignal): Promise<Readable> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }), { abortSignal })
    return Body as Readable
  }

  #key(backupId: string, name: string): string {
    return `${this.#prefix}${partOf(this.location, backupId, name)}`
  }

  async #explained<Result>(doing: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw explainS3(this.location, doing, error)
    }
  }
}

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += (chunk as Buffer).length
    if (bytes > LONGEST_MANIFEST_BYTES) throw new BackupError('its manifest is longer than any manifest can be')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
