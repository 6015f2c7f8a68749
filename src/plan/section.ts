/** A mapping of the plan with exactly its known keys. */
import { z } from 'zod'

export function section<Shape extends z.ZodRawShape>(shape: Shape, description: string) {
  return z.strictObject(shape, { error: mappingError }).describe(description)
}

export function mappingError(issue: { readonly code?: string }): string | undefined {
  return issue.code === 'invalid_type' ? 'must be a mapping of keys to values' : undefined
}
