/** Runs programs for the bootstrap. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PROJECT } from './place.js'

/** Runs a program in the clone with this terminal; returns its exit code. A signal that ended it ends in 128 plus its number. */
export function run(program, parameters, environment = {}) {
  const ignore = () => {}
  process.on('SIGINT', ignore)
  const result = spawnSync(program, parameters, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...environment } })
  process.off('SIGINT', ignore)
  if (result.error) throw new Error(`cannot run ${program}: ${result.error.message}`)
  return result.status ?? 1
}

/** Standard output of a program, or `null` where it is missing or fails. */
export function outputOf(program, parameters) {
  const result = spawnSync(program, parameters, { cwd: PROJECT, encoding: 'utf8' })
  return result.error || result.status !== 0 ? null : result.stdout.trim()
}

/** Full path of a program on PATH, or `null`. */
export function findProgram(name) {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    if (directory !== '' && isExecutable(join(directory, name))) return join(directory, name)
  }
  return null
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
