/** Names of tables and columns as a plan writes them: split at the dots, compared with and without quotes, quoted for SQL. */

/** `public."order".id` as `public`, `order`, `id`; a part without quotes is taken as it stands. */
export function nameParts(written: string): readonly string[] {
  const parts = written.match(/"(?:[^"]|"")*"|[^."]+/g) ?? []
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part))
}

/** Standard SQL, the same on every database. */
export function quoteParts(parts: readonly string[]): string {
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.')
}

/** Whether the plan means this table. Its schema may be left out where that is `public`, and so may the quotes. */
export function namesTable(written: string, qualified: string | undefined): boolean {
  if (qualified === undefined) return false
  const [parts, whole] = [nameParts(written), nameParts(qualified)]
  const named = parts.length === 1 ? ['public', ...parts] : parts
  return written === qualified || (named.length === whole.length && named.every((part, index) => part === whole[index]))
}
