/** Makes the Python environment of the tests: the real Alembic that they drive, and a server that speaks S3. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf, run } from './command.js'
import { installPackages } from './packages.js'
import { CACHE, PROJECT } from './place.js'
import { say } from './say.js'

const REQUIREMENTS = join(PROJECT, 'tests', 'support', 'requirements.txt')
const ENVIRONMENT = join(CACHE, 'python')
const STAMP = join(ENVIRONMENT, 'requirements.sha256')

/** Directory of the virtual environment, made anew when the requirements have changed. */
export function requirePython() {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && works()) return ENVIRONMENT
  const python = findPython() ?? installPython()
  say('installing Alembic, moto and their packages for the tests into .cache/python')
  mkdirSync(CACHE, { recursive: true })
  rmSync(ENVIRONMENT, { recursive: true, force: true })
  const pip = [
    join(ENVIRONMENT, 'bin', 'python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS],
  ]
  if (run(python, ['-m', 'venv', ENVIRONMENT]) !== 0 || run(...pip, { PIP_ROOT_USER_ACTION: 'ignore' }) !== 0) {
    throw new Error('the Python packages of tests/support/requirements.txt could not be installed: see the message above')
  }
  writeFileSync(STAMP, wanted)
  return ENVIRONMENT
}

/** An environment breaks when the Python it was made with goes away. */
function works() {
  return outputOf(join(ENVIRONMENT, 'bin', 'python'), ['-c', 'import alembic, moto, psycopg']) !== null
}

function findPython() {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'
  return ['python3', '/usr/bin/python3'].find((python) => outputOf(python, ['-c', check]) !== null) ?? null
}

function installPython() {
  installPackages(['python3', 'python3-venv'], 'Python 3.10 or newer with venv, for the tests,')
  const python = findPython()
  if (python === null) throw new Error('Python 3.10 or newer with venv is missing: install it for the tests')
  return python
}
