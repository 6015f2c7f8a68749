/** The backup manifest as a zod schema, from which its JSON Schema is generated. */
import { z } from 'zod'

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('Hex.')
const text = z.string()

const fingerprint = z
  .looseObject({
    version: z.literal(1),
    digest: sha256,
    schemaDigest: sha256,
    contentDigest: sha256,
    tables: z.array(z.looseObject({ name: text, rows: z.string().regex(/^[0-9]+$/) })),
    objects: z.array(z.looseObject({ kind: text, name: text, definition: text })),
    sequences: z.array(z.looseObject({ name: text, value: text })),
  })
  .describe('Logical digest of schema and content at the instant of the backup, and the parts that it is made of.')

const file = z.strictObject({ path: text.describe('Relative to the manifest.'), sizeBytes: z.int().min(0), sha256 })

export const backupManifest = z
  .looseObject({
    version: z.literal(1),
    id: text,
    runId: text,
    createdAt: z.iso.datetime().describe('ISO 8601, UTC.'),
    environment: text,
    database: z.looseObject({
      kind: z.enum(['postgres', 'sqlite']),
      systemIdentifier: text.nullable().describe("The server's own identifier, where the role may read it."),
      name: text,
    }),
    serverVersion: text,
    clientVersion: text,
    toolVersion: text,
    format: text.describe('How the dump is written, e.g. `pg_dump custom`.'),
    compression: z
      .enum(['zstd', 'none'])
      .optional()
      .describe('Around the whole dump; the program of that name opens it. Missing in backups of earlier versions: `none`.'),
    encryption: z
      .strictObject({
        format: z.literal('age'),
        recipients: z.array(text).min(1).describe('Public keys: the private key of any one of them opens the backup.'),
      })
      .nullable()
      .optional()
      .describe('Around the compressed dump; null, or missing in backups of earlier versions, where there is none.'),
    revision: z.array(text).describe('Where the database stood in its history; empty before the first migration.'),
    instant: text.describe('Identifier of the instant, as in the snapshot of the same run.'),
    fingerprint,
    files: z.array(file).min(1),
    verification: z.strictObject({
      level: z.enum(['restore', 'read', 'none']),
      at: z.iso.datetime().nullable(),
      restoreMs: z.number().min(0).nullable().describe('How long the restore took that proved it.'),
    }),
  })
  .describe('What a backup of Savepoint holds, of which database and instant, and how far it has been proven.')
