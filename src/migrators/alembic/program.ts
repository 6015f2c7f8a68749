/** Calls Alembic through its own command line and configuration. */
import { isAbsolute, resolve } from 'node:path'
import { CommandError } from '../../domain/errors.ts'
import type { AlembicSettings } from '../../domain/migrator-settings.ts'
import type { MigratorOptions } from '../../domain/ports/migrator.ts'
import type { Processes } from '../../domain/ports/processes.ts'
import { alembicFailure } from './failure.ts'

/** Live output, no colours in tracebacks, and one encoding for both streams. */
const PYTHON_ENVIRONMENT = { PYTHONUNBUFFERED: '1', PYTHON_COLORS: '0', PYTHONIOENCODING: 'utf-8' }
/** A traceback through SQLAlchemy is some eighty lines. */
const KEPT_LINES = 1000

export class AlembicProgram {
  readonly #settings: AlembicSettings
  readonly #workingDirectory: string
  readonly #processes: Processes
  readonly #env: Readonly<Record<string, string>>

  /** @param env - leads Alembic to the database; may hold secrets */
  constructor(settings: AlembicSettings, workingDirectory: string, processes: Processes, env: Readonly<Record<string, string>>) {
    this.#settings = settings
    this.#workingDirectory = workingDirectory
    this.#processes = processes
    this.#env = env
  }

  /**
   * @param args - subcommand first
   * @param revision - what it works on, named in errors
   * @returns standard output
   * @throws ConfigurationError, MigrationError
   */
  async run(args: readonly string[], options: MigratorOptions, revision?: string): Promise<string> {
    const lines = { stdout: [] as string[], stderr: [] as string[] }
    const onLine = (line: string, stream: 'stdout' | 'stderr') => {
      lines[stream].push(line)
      if (lines[stream].length > KEPT_LINES) lines[stream].shift()
      options.onLine?.(line)
    }
    try {
      const result = await this.#processes.run(this.#command(args), { signal: options.signal, onLine })
      return result.stdout
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      const { signal } = options
      const workingDirectory = this.#workingDirectory
      throw await alembicFailure({ subcommand: args[0] as string, error, ...lines, workingDirectory, revision, signal })
    }
  }

  #command(args: readonly string[]) {
    const [program = 'alembic', ...leading] = this.#settings.command
    const file = program.includes('/') && !isAbsolute(program) ? resolve(this.#workingDirectory, program) : program
    const config = this.#settings.config === undefined ? [] : ['-c', this.#settings.config]
    return {
      run: { file, args: [...leading, ...config, ...args] },
      env: { ...this.#env, ...PYTHON_ENVIRONMENT },
      cwd: this.#workingDirectory,
    }
  }
}
