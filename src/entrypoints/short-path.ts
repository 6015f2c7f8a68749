/** Paths as people type them. */
import { relative } from 'node:path'

/** Relative to where the command was started, for what lies below it. */
export function shortPath(path: string): string {
  const short = relative('.', path)
  return short === '' || short.startsWith('..') ? path : short
}
