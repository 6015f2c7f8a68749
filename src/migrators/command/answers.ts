/** Reads what the plan's `current`, `heads` and `pending` lines print: one revision per line. */
import { BASE, type Migration, type Revision } from '../../domain/revision.ts'

/** Revisions in sorted order; nothing, or `base`, is before the first. Text after a revision is left out. */
export function parseRevisions(output: string): readonly Revision[] {
  return parsePending(output)
    .map((entry) => entry.revision)
    .filter((revision) => revision !== BASE)
    .sort()
}

/** Revisions as listed, each with the text after it on its line as its description. */
export function parsePending(output: string): readonly Pick<Migration, 'revision' | 'description'>[] {
  return output
    .split(/\r?\n/)
    .map((line) => /^\s*(\S+)\s*(.*?)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ revision: match[1] as string, description: match[2] as string }))
}
