/** Sees to it that there are the programs by which a person opens a backup without Savepoint. */
import { findProgram } from './command.js'
import { installPackages } from './packages.js'

/** Tests open backups with them, and make files with them that Savepoint must open. */
export function requireBackupTools() {
  for (const name of ['age', 'zstd']) {
    if (findProgram(name) === null) installPackages([name], `${name}, for the tests,`)
  }
}
