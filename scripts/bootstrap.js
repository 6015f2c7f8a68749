/**
 * Makes a fresh clone ready and then runs one task: `node scripts/bootstrap.js <demo|test|benchmark|check> [arguments]`.
 * Plain JavaScript without dependencies, because it runs on any Node from 20 on, before anything is installed.
 */

import { requireBackupTools } from './bootstrap/backup-tools.js'
import { run } from './bootstrap/command.js'
import { installDependencies, linkEmbeddedServers } from './bootstrap/dependencies.js'
import { findNode } from './bootstrap/node.js'
import { requirePooler, requirePostgres } from './bootstrap/postgres.js'
import { requirePython } from './bootstrap/python.js'
import { say } from './bootstrap/say.js'

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']

const TASKS = {
  demo: (node, rest) => {
    requirePostgres()
    return run(node, ['bin/savepoint.js', 'demo', ...rest])
  },
  test: (node, rest) => {
    requirePostgres()
    requirePooler()
    requireBackupTools()
    const environment = { SAVEPOINT_TEST_VENV: requirePython() }
    const built = run(node, ['scripts/build.ts'])
    if (built !== 0) return built
    return run(node, [...JEST, '--json', '--outputFile=.cache/test-results.json', ...rest], environment)
  },
  benchmark: (node, rest) => {
    requirePostgres()
    return run(node, ['benchmarks/run.ts', ...rest])
  },
  check: (node, rest) => run(node, ['scripts/check.ts', ...rest]),
}

function main([name, ...rest]) {
  const task = TASKS[name]
  if (task === undefined) {
    say(`unknown task "${name}"; known are ${Object.keys(TASKS).join(', ')}`)
    return 2
  }
  installDependencies()
  linkEmbeddedServers()
  return task(findNode(), rest)
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
