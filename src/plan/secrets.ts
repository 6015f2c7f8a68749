/** The secrets that a plan holds besides those of its database: what its requests prove themselves with. */
import type { HttpCheck } from './checks/http.ts'
import type { Plan } from './plan.ts'

const SECRET_HEADER = /auth|cookie|token|secret|key|password|signature/i

/** Whether what a header says is secret, as far as its name tells. */
export function isSecretHeader(name: string): boolean {
  return SECRET_HEADER.test(name)
}

/** Tokens, headers that are secret by their names, and passwords in addresses. */
export function planSecrets(plan: Plan): readonly string[] {
  return plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []))
}

function requestSecrets({ request }: HttpCheck): readonly string[] {
  const { url, headers, token } = request
  const secretHeaders = Object.entries(headers).filter(([name]) => isSecretHeader(name))
  return [...(token === null ? [] : [token]), ...secretHeaders.flatMap(([, value]) => headerSecrets(value)), ...passwordOf(url)]
}

/** `Bearer abc` is known by its last word too: an answer may repeat that alone. */
function headerSecrets(value: string): readonly string[] {
  const credentials = /^(?:Bearer|Basic|Token|ApiKey)\s+(.+)$/i.exec(value)?.[1]
  return credentials === undefined ? [value] : [value, credentials]
}

function passwordOf(url: string): readonly string[] {
  const written = /^https?:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1]
  return written === undefined || written === '' ? [] : [written]
}
