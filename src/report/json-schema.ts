/** The JSON Schemas of what Savepoint writes for other programs: report.json and the backup manifest. */
import { z } from 'zod'
import { backupManifest } from './manifest-schema.ts'
import { report } from './schema.ts'

/** Draft 2020-12. */
export function reportJsonSchema(): z.core.JSONSchema.JSONSchema {
  return titled('report.json', report)
}

/** Draft 2020-12. */
export function manifestJsonSchema(): z.core.JSONSchema.JSONSchema {
  return titled('manifest.json', backupManifest)
}

function titled(title: string, schema: z.ZodType): z.core.JSONSchema.JSONSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema)
  return { ...($schema === undefined ? {} : { $schema }), title, ...rest }
}
