/** Private keys of age as a person gives them: the text of a key file, with comments, in the environment or in a file. */
import { readFile } from 'node:fs/promises'
import { ConfigurationError } from '../domain/errors.ts'

/** Holds the text of a key file. */
export const IDENTITY_VARIABLE = 'SAVEPOINT_AGE_IDENTITY'

const KEY = /^AGE-SECRET-KEY-1[AC-HJ-NP-Z02-9]{58}$/

/**
 * All keys that were given.
 *
 * @param text - of the variable; empty or left out: none
 * @throws ConfigurationError where the file cannot be read, or either is no private key
 */
export async function loadIdentities(text: string | undefined, file: string | null): Promise<readonly string[]> {
  const written = text === undefined || text.trim() === '' ? [] : readIdentities(text, IDENTITY_VARIABLE)
  return [...written, ...(file === null ? [] : readIdentities(await readKeyFile(file), file))]
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`cannot read the private key ${file}`, { hint: 'name a key file that you may read', cause })
  }
}

/**
 * The keys of a text, one a line; empty lines and comments are left out.
 *
 * @param place - where the text comes from, for errors, which never repeat it
 * @throws ConfigurationError saying which line is none
 */
export function readIdentities(text: string, place: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const keys = lines.filter(({ line }) => line !== '' && !line.startsWith('#'))
  const wrong = keys.find(({ line }) => !KEY.test(line))
  if (wrong !== undefined) throw explain(wrong, place)
  if (keys.length > 0) return keys.map(({ line }) => line)
  throw new ConfigurationError(`${place} holds no private key of age`, { hint: HINT })
}

const HINT = 'give a key as age-keygen writes it: a line that begins with AGE-SECRET-KEY-1'

function explain({ line, number }: { readonly line: string; readonly number: number }, place: string): ConfigurationError {
  if (/^(?:age-encryption\.org\/|-----BEGIN AGE)/.test(line)) {
    return new ConfigurationError(`${place} is encrypted itself`, {
      hint: 'decrypt it first with age -d, and give what comes out',
    })
  }
  if (line.startsWith('age1')) {
    return new ConfigurationError(`line ${number} of ${place} is a public key: only the private one opens a backup`, {
      hint: HINT,
    })
  }
  return new ConfigurationError(`line ${number} of ${place} is no private key of age`, { hint: HINT })
}
