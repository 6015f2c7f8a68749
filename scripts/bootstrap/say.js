/** What the bootstrap tells the person at the terminal: one line each, on standard error. */
export function say(line) {
  process.stderr.write(`savepoint: ${line}\n`)
}
