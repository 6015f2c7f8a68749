/** Reads what `alembic history --verbose` and `alembic current --verbose` print: one block of labelled lines per revision. */
import type { Revision } from '../../domain/revision.ts'

export interface AlembicRevision {
  readonly revision: Revision
  /** Revisions it follows, several for a merge; empty for the first of a branch. */
  readonly parents: readonly Revision[]
  /** Revisions or branch names that must be applied before it, as written in its file. */
  readonly dependencies: readonly string[]
  /** Names of the branch it belongs to. */
  readonly labels: readonly string[]
  /** Absolute path, where Alembic says it. */
  readonly path: string | null
  /** First line of its message. */
  readonly description: string
}

/** Messages are indented in this listing: whatever they hold, a line at the margin is Alembic's own. */
export function parseListing(output: string): readonly AlembicRevision[] {
  return output
    .split(/^(?=Rev: )/m)
    .filter((block) => block.startsWith('Rev: '))
    .map(parseBlock)
}

/** The URL, without password, of the database that `alembic current --verbose` talked to. */
export function parseDatabaseUrl(output: string): string | null {
  return /^Current revision\(s\) for (.+):\r?$/m.exec(output)?.[1] ?? null
}

/** The path in `Generating <path> ...  done`, which Alembic may break into several lines. */
export function parseGenerated(output: string): readonly string[] {
  return [...output.matchAll(/Generating\s+([\s\S]+?)\s+\.\.\.\s+done/g)].map((match) =>
    (match[1] as string).replace(/\n\s*/g, ''),
  )
}

function parseBlock(block: string): AlembicRevision {
  const lines = block.split(/\r?\n/)
  const field = (label: string) => lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2) ?? ''
  const [revision = ''] = field('Rev').split(' ')
  const parents = list(field('Parent')).concat(list(field('Merges')))
  return {
    revision,
    parents: parents.filter((parent) => parent !== '<base>'),
    dependencies: list(field('Also depends on')),
    labels: list(field('Branch names')),
    path: field('Path') === '' ? null : field('Path'),
    description: lines.find((line) => /^ {4}\S/.test(line))?.trim() ?? '',
  }
}

function list(text: string): readonly string[] {
  return text.split(', ').filter((entry) => entry !== '')
}
