/** The digest of a plan: the same wherever the plan does the same to a database, and to nobody but that. */
import { relative } from 'node:path'
import { digestData } from '../domain/evidence.ts'
import type { Plan } from './plan.ts'

/**
 * SHA-256 in hex. Left out is what a rehearsal may rightly do differently: which database, where the plan lies, what the
 * environment is called, for whom backups are encrypted and where they are stored, who is notified, and what must hold before a run starts.
 */
export function digestPlan(plan: Plan): string {
  const { directory, environment: _environment, database: _database, require: _require, notify: _notify, ...rest } = plan
  const { encryptTo: _encryptTo, stores: _stores, ...backup } = rest.backup
  return digestData(relativePaths({ ...rest, backup }, directory))
}

/** Paths below the plan's directory, relative to it: another machine has it elsewhere. */
function relativePaths(data: unknown, directory: string): unknown {
  const shorten = (_key: string, value: unknown) => {
    const isBelow = typeof value === 'string' && (value === directory || value.startsWith(`${directory}/`))
    return isBelow ? relative(directory, value) : value
  }
  return JSON.parse(JSON.stringify(data, shorten))
}
