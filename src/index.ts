/** The only entry of the bundle: the command line, loaded when it is called. */

/**
 * Runs one command of the command line and returns its exit code; never throws.
 *
 * @param argv - the arguments after the program's name
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const { main } = await import('./entrypoints/cli.ts')
  return await main(argv)
}
