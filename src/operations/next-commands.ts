/** The exact commands by which a person goes on or back from where a run ended. */
import type { Backup } from './backup.ts'
import type { RunContext } from './context.ts'

function command(context: RunContext, ...words: readonly string[]): string {
  return ['savepoint', ...words, ...context.repeatFlags].map(quoteWord).join(' ')
}

/** Quoted for a POSIX shell where it holds anything but plain characters. */
function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** A flag with its value, ready to be added to a command. */
export function flagText(flag: string, value: string): string {
  return `${flag} ${quoteWord(value)}`
}

export function statusCommand(context: RunContext): string {
  return command(context, 'status')
}

/** @param leftMs - how much of a watch is left; `null`: all that the plan says */
export function monitorCommand(context: RunContext, leftMs: number | null): string {
  return command(context, 'monitor', ...(leftMs === null ? [] : ['--for', `${Math.max(1, Math.ceil(leftMs / 1000))}s`]))
}

export function runCommand(context: RunContext): string {
  return command(context, 'run')
}

/** Goes on from the database as it stands, taking it as the state before. */
export function adoptCommand(context: RunContext): string {
  return command(context, 'run', '--adopt')
}

/** The plan's own line that starts the services, with the way to where it runs. */
export function startCommand({ plan }: RunContext): string | null {
  if (plan.services === null) return null
  const { start, workingDirectory } = plan.services
  return workingDirectory === plan.directory ? start : `cd ${quoteWord(workingDirectory)} && ${start}`
}

/** Where the backup is encrypted, whoever restores it has the private key in a file of a name of theirs. */
export function rollbackCommand(context: RunContext, backup: Backup | null, revision: string): string {
  if (backup === null) return command(context, 'rollback', '--to', revision)
  const identity = backup.manifest.encryption == null ? [] : ['--identity', 'FILE']
  return command(context, 'rollback', '--backup', backup.path, ...identity)
}
