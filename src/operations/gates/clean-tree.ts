/** The gate that wants nothing uncommitted in the repository of the plan. */
import { join, relative } from 'node:path'
import type { Check, Finding } from '../../domain/check.ts'
import { CheckError, CommandError } from '../../domain/errors.ts'
import type { RunContext } from '../context.ts'

const NAMED_AT_MOST = 10
/** Its words are read, and a look must not write to the index. */
const GIT_ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }

export function cleanTreeGate(context: RunContext): Check {
  return { name: 'clean working tree', kind: 'clean-tree', ask: (signal) => look(context, signal) }
}

async function look(context: RunContext, signal: AbortSignal): Promise<Finding> {
  if ((await context.processes.find('git')) === null) {
    throw new CheckError('git is not installed, so nobody knows what is uncommitted', { hint: 'install git' })
  }
  const [prefix, status] = await Promise.all([
    git(context, ['rev-parse', '--show-prefix'], signal),
    git(context, ['status', '--porcelain=v2', '--branch', '-z', '--untracked-files=all'], signal),
  ])
  const { commit, dirty } = parseStatus(status)
  const runDirectory = join(prefix.trimEnd(), relative(context.plan.directory, context.store.directory))
  return judge(
    commit,
    dirty.filter((path) => !isBelow(path, runDirectory)),
  )
}

async function git({ plan, processes }: RunContext, args: readonly string[], signal: AbortSignal): Promise<string> {
  try {
    const command = { run: { file: 'git', args }, cwd: plan.directory, env: GIT_ENVIRONMENT }
    return (await processes.run(command, { signal })).stdout
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause
    const isNone = cause.lastLines.some((line) => line.includes('not a git repository'))
    throw new CheckError(isNone ? `${plan.directory} is in no git repository` : `git could not tell: ${cause.message}`, { cause })
  }
}

/**
 * Reads the second format of `git status` (https://git-scm.com/docs/git-status#_porcelain_format_version_2).
 *
 * @returns the commit checked out, `null` before the first, and the paths that differ, relative to the repository
 */
export function parseStatus(output: string): { readonly commit: string | null; readonly dirty: readonly string[] } {
  const entries = output.split('\0')
  const dirty: string[] = []
  let commit: string | null = null
  for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
    const fields = FIELDS_BEFORE_PATH[entry.charAt(0)]
    if (entry.startsWith('# branch.oid ') && !entry.endsWith('(initial)')) commit = entry.slice('# branch.oid '.length)
    if (fields === undefined) continue
    dirty.push(entry.split(' ').slice(fields).join(' '))
    // A renamed file is followed by the name that it had.
    if (entry.startsWith('2')) entries.shift()
  }
  return { commit, dirty }
}

const FIELDS_BEFORE_PATH: Readonly<Record<string, number>> = { '1': 8, '2': 9, u: 10, '?': 1 }

function isBelow(path: string, directory: string): boolean {
  return directory !== '' && directory !== '.' && (path === directory || path.startsWith(`${directory}/`))
}

function judge(commit: string | null, dirty: readonly string[]): Finding {
  const expected = 'everything committed'
  const at = commit === null ? 'no commit yet' : `at commit ${commit.slice(0, 12)}`
  if (dirty.length === 0) return { status: commit === null ? 'failed' : 'passed', expected, actual: at }
  const named = dirty.slice(0, NAMED_AT_MOST).join(', ')
  const more = dirty.length > NAMED_AT_MOST ? ` and ${dirty.length - NAMED_AT_MOST} more` : ''
  const count = dirty.length === 1 ? '1 file differs' : `${dirty.length} files differ`
  return { status: 'failed', expected, actual: `${count}: ${named}${more}`, message: `${at}; commit, ignore or remove them` }
}
