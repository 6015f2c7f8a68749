/** JSON as answers hold it, whose numbers keep every digit. */
import { CheckError } from '../../domain/errors.ts'
import { ExactNumber, exactNumber } from '../../plan/exact-number.ts'

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown

/** Numbers beyond a float come as {@link ExactNumber} (on engines that tell the source of a number). @throws CheckError */
export function parseJson(text: string, truncated: boolean): unknown {
  if (truncated) throw new CheckError('the answer is longer than 1 MiB: too long to be read as JSON')
  try {
    return JSON.parse(text, exactNumbers as Parameters<typeof JSON.parse>[1])
  } catch (cause) {
    const what = text.trim() === '' ? 'empty' : 'not JSON'
    throw new CheckError(`the body of the answer is ${what}`, { cause })
  }
}

const exactNumbers: Reviver = (_key, value, context) =>
  typeof value === 'number' && context?.source !== undefined ? exactNumber(value, context.source) : value

/** A plain value as JSON text. `replace` may give the text of a string itself. */
export function jsonText(value: unknown, replace: (text: string) => string = JSON.stringify): string {
  if (typeof value === 'string') return replace(value)
  if (value instanceof ExactNumber) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, replace)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member, replace)}`)
  return `{${members.join(',')}}`
}
