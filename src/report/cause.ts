/** Reads an error and its causes into the part of the report that says what failed, and where. */
import {
  CommandError,
  ConfigurationError,
  causeChain,
  hintOf,
  MigrationError,
  type Problem,
  RollbackError,
  SavepointError,
  StatementError,
} from '../domain/errors.ts'
import type { ReportCause } from './schema.ts'

/** The cause of a failure. `clean` redacts. */
export function describeCause(error: unknown, clean: (text: string) => string): ReportCause {
  const links = chain(error)
  const failure = links.find((link) => link instanceof MigrationError)?.failure
  const problems = links.find((link) => link instanceof ConfigurationError)?.problems ?? []
  const place = failure ?? problems[0]
  const optional = (text: string | undefined) => (text === undefined ? null : clean(text))
  return {
    code: links.find((link) => link instanceof SavepointError)?.code ?? 'INTERNAL',
    messages: messagesOf(error, problems).map(clean),
    hint: optional(hintOf(error)),
    file: optional(place?.file),
    line: place?.line ?? null,
    column: place?.column ?? null,
    sqlState: failure?.sqlState ?? links.find((link) => link instanceof StatementError)?.sqlState ?? null,
    excerpt: optional(failure?.excerpt),
    output: (links.find((link) => link instanceof CommandError)?.lastLines ?? []).map(clean),
  }
}

/** Every way back that failed is told, and every mistake in a file, not only the first. */
function messagesOf(error: unknown, problems: readonly Problem[]): readonly string[] {
  const failures = error instanceof RollbackError ? error.failures.flatMap(causeChain) : []
  return [...new Set([...causeChain(error), ...failures, ...problems.map((problem) => problem.message)])]
}

function chain(error: unknown): readonly unknown[] {
  const links: unknown[] = []
  for (let link = error; link !== undefined && link !== null && links.length < 10; ) {
    links.push(link)
    link = link instanceof Error ? link.cause : undefined
  }
  return links
}
