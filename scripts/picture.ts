/**
 * `npm run picture`: draws docs/images/run.svg from what a real run of the film rental example writes to a terminal of 80 columns.
 * The pseudo terminal is the one of `script` (util-linux).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { generateFilmRental } from '../examples/film-rental/generate.ts'
import { startLocalServer } from '../src/databases/postgres/local-server.ts'
import { findServerPrograms } from '../src/databases/postgres/server-programs.ts'
import { PROJECT_DIRECTORY } from './bundle.ts'
import { COLUMNS, linesOnScreen } from './picture/screen.ts'
import { drawTerminal } from './picture/svg.ts'

/** Makes about a million rows. */
const RENTALS = 430_000
const EXAMPLE = join(PROJECT_DIRECTORY, 'examples', 'film-rental')
const PICTURE = join(PROJECT_DIRECTORY, 'docs', 'images', 'run.svg')
const COMMAND = 'savepoint run --yes'

const directory = mkdtempSync(join(tmpdir(), 'savepoint-picture-'))
const server = await startLocalServer({ binDirectory: findServerPrograms(PROJECT_DIRECTORY) })
try {
  await createDatabase('film_rental')
  await generateFilmRental(server.url('film_rental'), RENTALS)
  for (const part of ['savepoint.yml', 'migrations']) cpSync(join(EXAMPLE, part), join(directory, part), { recursive: true })
  onTerminal()
  cpSync(join(EXAMPLE, 'mistake'), join(directory, 'migrations'), { recursive: true })
  draw(onTerminal())
} finally {
  await server.remove()
  rmSync(directory, { recursive: true })
}

async function createDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url() })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
}

/** What one run writes, with the sequences that colour and redraw it. */
function onTerminal(): string {
  const program = `'${process.execPath}' '${join(PROJECT_DIRECTORY, 'bin', 'savepoint.js')}'`
  const shell = `stty cols ${COLUMNS} rows 50; exec ${COMMAND.replace('savepoint', program)}`
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TERM: 'xterm', DATABASE_URL: server.url('film_rental') }
  const { stdout, error } = spawnSync('script', ['--quiet', '--return', '--command', shell, '/dev/null'], {
    cwd: directory,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (error !== undefined) throw error
  return stdout
}

function draw(written: string): void {
  const lines = [[{ text: `$ ${COMMAND}`, tone: 'strong' } as const], ...linesOnScreen(written.trimEnd())]
  const description =
    'A run of Savepoint in a terminal: health check, backup, its proof by a restore and the migration pass; validation finds that ' +
    'rows of a table are gone; the run is rolled back and proven equal to the state before.'
  mkdirSync(join(PICTURE, '..'), { recursive: true })
  writeFileSync(PICTURE, drawTerminal({ title: 'a migration that loses rows', description, lines }))
  console.log(`wrote ${PICTURE}`)
}
