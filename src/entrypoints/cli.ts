/** The command line: finds the command and runs it. */
export async function main(_argv: readonly string[]): Promise<number> {
  return 0
}
