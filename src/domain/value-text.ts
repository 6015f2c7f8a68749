/** How a value of a database reads in a report. */

/**
 * NULL, the text NULL and the empty text are three different things, and read so.
 *
 * @param most - longest text that is shown whole, in characters
 */
export function valueText(value: string | null | undefined, most: number): string {
  if (value === null || value === undefined) return 'NULL'
  if (value === '' || value === 'NULL') return `'${value}'`
  return value.length <= most ? value : `${value.slice(0, most)}…`
}
