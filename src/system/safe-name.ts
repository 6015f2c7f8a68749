/** Names of files and directories below the run directory. */
import { ConfigurationError } from '../domain/errors.ts'

/**
 * A name that stays where it is put: no separators, and no dot at its start, because uploads skip hidden files.
 *
 * @throws ConfigurationError for any other
 */
export function safeName(name: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name)) return name
  throw new ConfigurationError(`${JSON.stringify(name)} cannot name a run or a backup`, {
    hint: 'use letters, digits, dots, dashes and underscores',
  })
}
