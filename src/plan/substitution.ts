/** `${NAME}` and `${NAME:-default}` in the values of a plan, and nothing cleverer; `$${` is a literal `${`. */

const REFERENCE = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}|\$\{/g

// biome-ignore lint/suspicious/noTemplateCurlyInString: the text shows the plan's own syntax
const BAD_REFERENCE = '`${` must be followed by the name of a variable and `}`; write `$${` for a literal `${`'

export interface Substitution {
  readonly text: string
  /** Whether any variable was named: the text may then hold a secret and must not be shown. */
  readonly touched: boolean
  /** What is wrong, naming variables and never their values. */
  readonly faults: readonly string[]
}

/**
 * An empty variable counts as missing, as a secret that was not passed on to a workflow is empty; `${NAME:-}` allows it.
 */
export function substitute(written: string, environment: Readonly<Record<string, string | undefined>>): Substitution {
  const faults: string[] = []
  const text = written.replace(REFERENCE, (reference, name?: string, hasDefault?: string, fallback?: string) => {
    if (reference === '$${') return '${'
    if (name === undefined) {
      faults.push(BAD_REFERENCE)
      return reference
    }
    const value = environment[name] || (hasDefault === undefined ? undefined : (fallback ?? ''))
    if (value === undefined)
      faults.push(`the environment variable ${name} is not set${environment[name] === '' ? ' (it is empty)' : ''}`)
    return value ?? reference
  })
  return { text, touched: /\$\{/.test(written), faults }
}
