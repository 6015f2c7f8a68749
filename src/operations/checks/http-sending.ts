/** Makes the request of an `http` check ready to be sent: values of earlier answers filled in where it takes them. */
import { CheckError } from '../../domain/errors.ts'
import type { HttpRequest } from '../../domain/ports/http.ts'
import type { RequestSettings } from '../../plan/checks/http-request.ts'
import { fillPlaceholders, onlyPlaceholder, placeholdersIn } from '../../plan/checks/placeholders.ts'
import { isSecretHeader } from '../../plan/secrets.ts'
import { jsonText } from './json-answer.ts'

/** Values as JSON text, by name. */
export type Captured = ReadonlyMap<string, string>

const LONGEST_WAIT_MS = 30_000

/** What is shorter would tear holes into every text. */
const SHORTEST_SECRET = 4

/** @throws CheckError where a value would lead the address elsewhere */
export function fillRequest(settings: RequestSettings, captured: Captured, timeoutMs: number | null): HttpRequest {
  const { method, url, headers, token, body } = settings
  const plain = (text: string) => fillPlaceholders(text, (name) => plainText(captured, name))
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plain(value)]))
  return {
    method,
    url: fillPlaceholders(url, (name) => addressPart(name, plainText(captured, name))),
    headers: {
      ...(body !== null && 'json' in body ? { 'content-type': 'application/json' } : {}),
      ...lowerCased(filled),
      ...(token === null ? {} : { authorization: `Bearer ${plain(token)}` }),
    },
    body: body === null ? null : 'json' in body ? filledJson(body.json, captured) : plain(body.text),
    timeoutMs: timeoutMs ?? LONGEST_WAIT_MS,
  }
}

/** What requests prove themselves with, where an earlier answer gave it: the plan's own secrets are known already. */
export function secretsTaken(requests: readonly RequestSettings[], captured: Captured): readonly string[] {
  return requests
    .flatMap(({ headers, token }) => [
      token ?? '',
      ...Object.entries(headers).flatMap(([name, value]) => (isSecretHeader(name) ? [value] : [])),
    ])
    .flatMap(placeholdersIn)
    .map((name) => plainText(captured, name))
    .filter(({ length }) => length >= SHORTEST_SECRET)
}

/** A text that consists of one name becomes the value itself: a number stays a number. */
function filledJson(json: unknown, captured: Captured): string {
  return jsonText(json, (text) => {
    const whole = onlyPlaceholder(text)
    if (whole !== null) return captured.get(whole) ?? 'null'
    return JSON.stringify(fillPlaceholders(text, (name) => plainText(captured, name)))
  })
}

function plainText(captured: Captured, name: string): string {
  const json = captured.get(name) ?? ''
  return json.startsWith('"') ? String(JSON.parse(json)) : json
}

/** `.` and `..` move through a path even when they are encoded. */
function addressPart(name: string, value: string): string {
  if (value !== '.' && value !== '..') return encodeURIComponent(value)
  throw new CheckError(`{{${name}}} is ${JSON.stringify(value)}, which would lead the address elsewhere`)
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
