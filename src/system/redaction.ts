/** Masks secrets in any text that leaves the process: the known ones in every encoding, and the shapes that passwords come in. */
import { base64Forms, writtenForms } from './secret-forms.ts'

export const MASK = '***'

/** A secret shorter than this would mask harmless text everywhere; it is masked in its usual places only. */
const SHORTEST_SECRET = 4

/** Up to the last `@` before the path, because people forget to encode an `@` in a password. */
const URL_PASSWORD = /(:\/\/[^\s:/@]*):([^\s/]+)@/g

const VALUE = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|[^\s&]+/.source
/** `password=…`, `PGPASSWORD = '…'`, `"password": "…"`, `--password=…`. */
const PASSWORD_PAIR = new RegExp(
  `((?:password|passwd|pwd)\\\\*["']?\\s*=\\s*|(?:password|passwd|pwd)\\\\*["']\\s*:\\s*)(?:\\\\*${VALUE})`,
  'gi',
)
/** `ALTER ROLE app PASSWORD '…'`. */
const PASSWORD_CLAUSE = /(\bpassword\s+)'(?:[^'\\]|\\.|'')*'/gi

/**
 * A function that masks the secrets in a text. A database URL counts for its password only, so that its host can still be read.
 *
 * @param secrets - passwords, tokens, URLs; empty ones are ignored
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = knownSecrets(secrets)
  return (text) => {
    const masked = known === null ? text : text.replace(known, MASK)
    return masked.replace(URL_PASSWORD, `$1:${MASK}@`).replace(PASSWORD_PAIR, `$1${MASK}`).replace(PASSWORD_CLAUSE, `$1${MASK}`)
  }
}

/** One expression over all forms of all secrets, longest first so that no tail of a longer one is left. */
function knownSecrets(secrets: readonly string[]): RegExp | null {
  const parts = [...new Set(secrets.flatMap(partsOf))].filter((part) => part.length >= SHORTEST_SECRET)
  const longestFirst = parts.sort((a, b) => b.length - a.length)
  const forms = longestFirst.flatMap((part) => [writtenForms(part), ...base64Forms(part)])
  return forms.length === 0 ? null : new RegExp(forms.join('|'), 'g')
}

/** A secret, its lines, and its passwords where it is a URL. */
function partsOf(secret: string): readonly string[] {
  const passwords = passwordsOfUrl(secret)
  if (passwords !== null) return passwords
  const lines = secret.split(/\r?\n/)
  return lines.length === 1 ? [secret] : [secret, ...lines.map((line) => line.trim())]
}

/**
 * `null` where the text is not a URL of a database. People forget to encode an `@` or a `/` in a password, so it is read in every
 * way that a parser might: up to the last `@` before the path, and up to the last `@` of all.
 */
function passwordsOfUrl(secret: string): readonly string[] | null {
  const rest = /^(?:postgres(?:ql)?|sqlite)(?:\+\w+)?:\/\/(.*)$/s.exec(secret)?.[1]
  if (rest === undefined) return null
  const userinfos = [/^([^/]*)@/.exec(rest)?.[1], /^(.*)@/s.exec(rest)?.[1]].filter((userinfo) => userinfo !== undefined)
  const inUserinfo = userinfos.map((userinfo) => userinfo.split(':').slice(1).join(':'))
  const inQuery = [...rest.matchAll(/[?&](?:ssl)?password=([^&#]*)/g)].map(([, value]) => value ?? '')
  return [...inUserinfo, ...inQuery].flatMap((written) => [written, decoded(written)])
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
