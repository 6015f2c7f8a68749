/** Makes the text of a statement fit to be shown: one line, no values, not too long. */

const SHOWN = 120

/** Literals: dollar-quoted, quoted (an end that was cut off included), and numbers that are not part of a name. */
const LITERALS =
  /\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|\b[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)|(?<![\w$"])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g

/** The start of a statement with `?` for each value: what people may read who may not read the data. */
export function statementText(sql: string): string {
  const line = sql.replace(LITERALS, '?').replace(/\s+/g, ' ').trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line
}
