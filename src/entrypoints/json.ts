/** The one JSON document of `--json`: redacted value by value, so that it stays JSON, and harmless to a workflow's log. */
import { causeChain, hintOf, type Problem, SavepointError } from '../domain/errors.ts'
import { harmlessJson } from './harmless.ts'

type Redact = (text: string) => string

/** The document as text with a line break at its end. */
export function jsonDocument(value: unknown, redact: Redact): string {
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? redact(inner) : inner), 2)
  return `${harmlessJson(text)}\n`
}

/** What `--json` prints where a command could not answer. */
export function errorDocument(error: unknown): unknown {
  const problems = error instanceof SavepointError && 'problems' in error ? (error.problems as readonly Problem[]) : []
  const [message = 'unknown error', ...causes] = causeChain(error)
  const code = error instanceof SavepointError ? error.code : 'INTERNAL'
  return { error: { code, message, causes, problems, hint: hintOf(error) ?? null } }
}
