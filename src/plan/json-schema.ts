/** The JSON Schema of the plan, for completion and checking in editors. */
import { z } from 'zod'
import { planFile } from './schema.ts'

/** Draft 2020-12. */
export function planJsonSchema(): z.core.JSONSchema.JSONSchema {
  const { $schema, ...schema } = z.toJSONSchema(planFile, { io: 'input' })
  return { ...($schema === undefined ? {} : { $schema }), title: 'savepoint.yml', ...schema }
}
