/** Finds the Node that Savepoint runs on. */
import { join } from 'node:path'
import { isExecutable, outputOf } from './command.js'
import { PROJECT } from './place.js'

const NEEDED_MAJOR = 24

/** The pinned Node of this clone, else the running one where it is new enough. */
export function findNode() {
  const pinned = join(PROJECT, 'node_modules', '.bin', 'node')
  if (isExecutable(pinned) && outputOf(pinned, ['--version']) !== null) return pinned
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath
  throw new Error(
    `Savepoint needs Node ${NEEDED_MAJOR}; no prebuilt one for ${process.platform}-${process.arch} here: install it`,
  )
}
