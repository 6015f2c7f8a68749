/** `{{name}}` in requests: the place of a value that an earlier answer gave. */

export const CAPTURE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

const PLACEHOLDER = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g

/** The names in a text, or in every text of a plain value; each once. */
export function placeholdersIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...new Set([...value.matchAll(PLACEHOLDER)].map(([, name]) => name as string))]
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(placeholdersIn))]
}

/** The name that a text consists of, with nothing around it; `null` for any other text. */
export function onlyPlaceholder(text: string): string | null {
  const [whole, name] = text.match(new RegExp(`^${PLACEHOLDER.source}$`)) ?? []
  return whole === undefined ? null : (name ?? null)
}

export function fillPlaceholders(text: string, value: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_placeholder, name: string) => value(name))
}

/** For looking at the rest of an address. */
export function withoutPlaceholders(text: string): string {
  return fillPlaceholders(text, () => 'x')
}
