/** `savepoint demo`: a good migration and one with a mistake, on a throwaway database, by the command line that everyone uses. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { Outcome } from '../domain/outcome.ts'
import { listenForInterrupts, openDemoDatabase } from './compose.ts'
import { runDemoCommand } from './demo-command.ts'
import { type Style, styleFor } from './style.ts'

/** Makes about a million rows. */
const RENTALS = 430_000

const EXAMPLE = join('examples', 'film-rental')

/**
 * Returns 0 where both runs ended as they should: the first `migrated`, the second `rolled-back`.
 *
 * @throws ConfigurationError, ConnectionError where the demo's database cannot be had
 */
export async function runDemo(): Promise<number> {
  const project = projectDirectory()
  const directory = join(process.cwd(), 'savepoint-demo')
  const talk = new Narrator(styleFor(process.stdout.isTTY === true, process.env))
  using interrupts = listenForInterrupts({ onFirst: talk.note, onRepeat: talk.note })
  await prepare(project, directory)
  talk.title('A film rental business of about a million rows')
  await using database = await openDemoDatabase(process.env.DATABASE_URL, project)
  talk.note(`PostgreSQL ${database.serverVersion}, database ${database.description}; it is gone when the demo ends`)
  await talk.timed('loaded', async () => database.execute(await sampleScripts(project)))

  const step = (expected: Outcome) =>
    runDemoCommand({ project, directory, url: database.url, signal: interrupts.signal }, expected, talk.note)
  talk.title('1. A run that migrates: three migrations')
  if (!(await step('migrated'))) return 1
  talk.title('2. A run whose migration loses rows: "speed up the sales report" also deletes every payment of nothing')
  await cp(join(project, EXAMPLE, 'mistake'), join(directory, 'migrations'), { recursive: true })
  if (!(await step('rolled-back'))) return 1
  talk.title('Reports')
  for (const report of await reportsIn(directory)) talk.note(relative(process.cwd(), report))
  return 0
}

class Narrator {
  readonly #style: Style

  constructor(style: Style) {
    this.#style = style
  }

  readonly note = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }

  title(line: string): void {
    this.note(`\n${this.#style.paint('strong', line)}`)
  }

  async timed(done: string, work: () => Promise<void>): Promise<void> {
    const startedAt = performance.now()
    await work()
    this.note(`${done} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  }
}

/** The directory above the sources or the bundle that holds the examples. */
function projectDirectory(): string {
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    if (existsSync(join(directory, EXAMPLE))) return directory
    if (directory === dirname(directory)) {
      throw new ConfigurationError('the example of the demo (examples/film-rental) is not installed with this savepoint', {
        hint: 'clone the repository and run npm run demo there',
      })
    }
  }
}

/** A directory of its own, made anew each time: the plan, the migrations, and what the runs leave. */
async function prepare(project: string, directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory)
  for (const part of ['savepoint.yml', 'migrations']) {
    await cp(join(project, EXAMPLE, part), join(directory, part), { recursive: true })
  }
}

async function sampleScripts(project: string): Promise<readonly string[]> {
  const scripts = join(project, EXAMPLE, 'database')
  const files = (await readdir(scripts)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(scripts, file), 'utf8')))
  return [`SET TIME ZONE 'UTC'; SET film_rental.rentals = '${RENTALS}'`, ...texts]
}

async function reportsIn(directory: string): Promise<readonly string[]> {
  const runs = join(directory, 'savepoint-run', 'runs')
  const ids = (await readdir(runs)).sort()
  return ids.map((id) => join(runs, id, 'report.md'))
}
