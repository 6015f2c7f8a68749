/** Installs packages of the distribution, as root and with apt-get only; elsewhere says what to install. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { findProgram, run } from './command.js'
import { say } from './say.js'

/** Tells Debian's package scripts not to start services: Savepoint wants the programs only. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d'

let listsAreFresh = false

/**
 * Installs packages where it may, and throws a one-line explanation where it may not.
 *
 * @param {string[]} names packages of Debian and Ubuntu
 * @param {string} purpose what is missing, for the message
 */
export function installPackages(names, purpose) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || findProgram('apt-get') === null) {
    throw new Error(`${purpose} is missing: install it (Debian and Ubuntu: sudo apt-get install ${names.join(' ')})`)
  }
  say(`${purpose} is missing: installing ${names.join(', ')} with apt-get`)
  withoutServices(() => {
    if (!listsAreFresh) aptGet(['update'])
    listsAreFresh = true
    aptGet(['install', '--yes', '--no-install-recommends', ...names])
  })
}

function aptGet(parameters) {
  const code = run('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...parameters], { DEBIAN_FRONTEND: 'noninteractive' })
  if (code !== 0) throw new Error(`apt-get ${parameters[0]} failed: see its message above`)
}

function withoutServices(action) {
  const isOurs = !existsSync(SERVICE_POLICY)
  if (isOurs) writeFileSync(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    action()
  } finally {
    if (isOurs) rmSync(SERVICE_POLICY, { force: true })
  }
}
