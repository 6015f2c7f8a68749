/** The secrets that a plan holds besides those of its database: what its requests prove themselves with. */
import type { Webhook } from '../domain/notice.ts'
import type { HttpCheck } from './checks/http.ts'
import type { Plan } from './plan.ts'

const SECRET_HEADER = /auth|cookie|token|secret|key|password|signature/i

/** Whether what a header says is secret, as far as its name tells. */
export function isSecretHeader(name: string): boolean {
  return SECRET_HEADER.test(name)
}

/** A shorter path is no secret, and hiding it would hide harmless text. */
const SHORTEST_SECRET_PATH = 16

/** Tokens, headers that are secret by their names, passwords in addresses, and the addresses of webhooks. */
export function planSecrets(plan: Plan): readonly string[] {
  const ofChecks = plan.validate.flatMap((check) => (check.kind === 'http' ? requestSecrets(check) : []))
  return [...ofChecks, ...plan.notify.flatMap(webhookSecrets)]
}

/** Whoever knows the address may post to it; a server may repeat no more than its path. */
function webhookSecrets({ url, headers }: Webhook): readonly string[] {
  const { pathname, search } = new URL(url)
  const path = `${pathname}${search}`
  return [url, ...(path.length < SHORTEST_SECRET_PATH ? [] : [path]), ...secretHeaders(headers)]
}

function requestSecrets({ request }: HttpCheck): readonly string[] {
  const { url, headers, token } = request
  return [...(token === null ? [] : [token]), ...secretHeaders(headers), ...passwordOf(url)]
}

function secretHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => (isSecretHeader(name) ? headerSecrets(value) : []))
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
