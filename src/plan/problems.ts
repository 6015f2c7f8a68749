/** Turns what zod says about a plan into problems that say where, what, and what to write instead. */
import type { z } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { CHECK_KINDS } from './checks/check.ts'
import { knownKeys } from './known-keys.ts'
import { nearest } from './nearest.ts'
import { isBlank, type Source, valueAt } from './source-tree.ts'

type Issue = z.core.$ZodIssue

/** Problems of the tree that was validated, in the order of zod's issues. */
export function describeIssues(issues: readonly Issue[], tree: Source): readonly Problem[] {
  return issues
    .flatMap((issue) => meant(issue, tree))
    .filter((issue) => !isUnresolved(valueAt(tree, issue.path)))
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, issue.path, tree) : [describeIssue(issue, tree)],
    )
}

/** Where a check is of no kind as it stands, the mistakes of the kind whose own key it has. */
function meant(issue: Issue, tree: Source): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  if (issue.path.at(-2) !== 'validate') return meantStructure(issue, tree)
  const kind = CHECK_KINDS.findIndex((name) => valueAt(tree, [...issue.path, name]) !== undefined)
  const own = issue.errors[kind] ?? []
  return own.length === 0 ? [issue] : own.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue)
}

/** A mapping or list where a short form would do as well: the mistakes inside of it, where only one alternative is of its shape. */
function meantStructure(issue: Issue & { readonly code: 'invalid_union' }, tree: Source): readonly Issue[] {
  if (valueAt(tree, issue.path)?.kind === 'scalar') return [issue]
  const isMismatch = ({ path, code }: Issue) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')
  const [own, ...others] = issue.errors.filter((inner) => !inner.some(isMismatch))
  if (own === undefined || own.length === 0 || others.length > 0) return [issue]
  return own.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] } as Issue, tree))
}

/** A variable that is not set has its own problem, where it matters at all. */
function isUnresolved(source: Source | undefined): boolean {
  return source?.kind === 'scalar' && (source.faults?.length ?? 0) > 0
}

function unknownKeys(keys: readonly string[], path: readonly PropertyKey[], tree: Source): readonly Problem[] {
  const known = knownKeys(path, tree)
  const mapping = valueAt(tree, path)
  return keys.map((key) => {
    const near = nearest(key, known)
    const place = mapping?.kind === 'mapping' ? mapping.entries.get(key)?.place : undefined
    const hint = near === undefined ? `Known keys here: ${known.join(', ')}.` : `Did you mean ${near}?`
    return { message: `${pathText([...path, key])} is not a known key`, ...place, hint }
  })
}

function describeIssue(issue: Issue, tree: Source): Problem {
  const source = valueAt(tree, issue.path)
  const where = pathText(issue.path)
  if (source === undefined || isBlank(source)) {
    const parent = nearestPlace(tree, issue.path)
    return { message: `${where} is missing`, ...parent, hint: `${cap(issue.message)}.` }
  }
  const message = `${where === '' ? 'the plan' : where} ${issue.message}${quote(source, issue.path)}`
  return { message, ...source.place, ...quotesHint(issue, source) }
}

const PRIVATE_KEY = /AGE-SECRET-KEY-/i

/** What the file says, where it says it in one line and cannot be a secret. */
function quote(source: Source, path: readonly PropertyKey[]): string {
  if (source.kind === 'scalar' && PRIVATE_KEY.test(source.written)) return ''
  if (source.kind !== 'scalar' || source.substituted || path.includes('database') || path.includes('notify')) return ''
  const written = source.written.length > 60 ? `${source.written.slice(0, 60)}…` : source.written
  return `, not ${JSON.stringify(written)}`
}

function quotesHint(issue: Issue, source: Source): { readonly hint?: string } {
  const isText = issue.code === 'invalid_type' && issue.expected === 'string'
  return isText && source.kind === 'scalar' ? { hint: 'Put it in quotes: YAML reads it as a number, a date or true/false.' } : {}
}

/** The place of the innermost value on the way that exists. */
function nearestPlace(tree: Source, path: readonly PropertyKey[]) {
  for (let length = path.length - 1; length >= 0; length--) {
    const source = valueAt(tree, path.slice(0, length))
    if (source !== undefined) return source.place
  }
  return tree.place
}

/** `validate[1].expect`: list entries count from 1, as people count. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key + 1}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
