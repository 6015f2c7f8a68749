/** The command line: finds the command, wires it, presents what happens, and returns its exit code. */
import type { Environment, Invocation } from './arguments.ts'

/**
 * Runs one command; never throws.
 *
 * @param argv - the arguments after the program's name
 */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that goes away (`| head`) must not break off a migration.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const { parseArguments } = await import('./arguments.ts')
  try {
    return await dispatch(parseArguments(argv, process.env), process.env)
  } catch (error) {
    return refuse(error, argv.includes('--json'))
  }
}

async function dispatch(invocation: Invocation, environment: Environment): Promise<number> {
  const { command, values } = invocation
  if (values.version) return print(`${(await import('./version.ts')).VERSION}\n`)
  if (values.help) return print((await import('./help.ts')).helpText(command))
  if (command === null) return usage()
  if (command === 'demo') return (await import('./demo.ts')).runDemo()
  if (command === 'init') return (await import('./init.ts')).runInit(invocation, environment)
  const { runCommand } = await import('./command-run.ts')
  return runCommand({ ...invocation, command }, environment)
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

async function usage(): Promise<number> {
  process.stderr.write((await import('./help.ts')).helpText(null))
  return (await import('../domain/outcome.ts')).USAGE_EXIT_CODE
}

/** A mistake on the command line, before there is a presenter. */
async function refuse(error: unknown, json: boolean): Promise<number> {
  const [{ complain }, { createSecrets }] = await Promise.all([import('./complaint.ts'), import('./compose.ts')])
  return complain(error, { json, environment: process.env, redact: createSecrets(process.env).redact })
}
