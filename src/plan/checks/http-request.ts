/** The request of an `http` check as the plan writes it: method and address, headers, token and body. */
import { z } from 'zod'
import { text } from '../fields.ts'
import { mappingError, section } from '../section.ts'
import { withoutPlaceholders } from './placeholders.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'] as const

export interface RequestSettings {
  /** In capitals. */
  readonly method: string
  /** May hold `{{name}}` in its path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as `Authorization: Bearer`; a secret. */
  readonly token: string | null
  readonly body: { readonly json: unknown } | { readonly text: string } | null
}

const ADDRESS_WORDS = 'must be an address such as http://localhost:8000/health; {{names}} may stand in its path and query only'
const address = text.refine(isAddress, { error: ADDRESS_WORDS })

/** The server is the plan's to choose: an answer that was captured cannot send a token elsewhere. */
function isAddress(written: string): boolean {
  return /^https?:\/\/[^/?#{}]+(?:[/?]|$)/i.test(written) && URL.canParse(withoutPlaceholders(written))
}

const methodWord = z.string().regex(/^[A-Za-z]{1,20}$/, { error: 'must be a method such as GET' })

const target = section(
  {
    get: address.optional().describe('Address for a GET.'),
    post: address.optional().describe('Address for a POST.'),
    put: address.optional().describe('Address for a PUT.'),
    patch: address.optional().describe('Address for a PATCH.'),
    delete: address.optional().describe('Address for a DELETE.'),
    head: address.optional().describe('Address for a HEAD.'),
    method: methodWord.optional().describe('Any other method, together with `url`.'),
    url: address.optional().describe('Address for `method`.'),
  },
  'What is asked for: one method with its address.',
)
  .refine(
    (written) => METHODS.filter((method) => written[method] !== undefined).length + (written.url === undefined ? 0 : 1) === 1,
    {
      error: `must give one address: { get: URL }, with ${METHODS.join(', ')}, or { method, url }`,
    },
  )
  .refine((written) => (written.url === undefined) === (written.method === undefined), {
    error: 'must give method and url together',
  })

const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
const headerWords = 'must be a line of text without control characters'

/** A secret often comes with the line break of the file that it was kept in. */
const headerValue = z
  .string({ error: 'must be text' })
  .transform((written) => written.trim())
  .refine((written) => HEADER_VALUE.test(written), { error: headerWords })

const headers = z.record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/), headerValue, {
  error: (issue) => (issue.code === 'invalid_key' ? 'must have names of headers as keys' : mappingError(issue)),
})

/** The keys of a check that describe its request. */
export const requestShape = {
  http: target,
  headers: headers.optional().describe('Headers to send, by name.'),
  token: headerValue
    .refine((written) => written !== '', { error: 'must not be empty' })
    .optional()
    .describe('Sent as `Authorization: Bearer`; take it from the environment. Masked everywhere.'),
  json: z.unknown().optional().describe('Body, sent as JSON.'),
  body: z.string({ error: 'must be text' }).optional().describe('Body, sent as it is.'),
}

type RequestSection = z.output<z.ZodObject<typeof requestShape>>

/** Why the parts of a request do not go together, or `null`. */
export function requestFault(written: RequestSection): string | null {
  const { method } = methodAndUrl(written)
  const hasBody = written.json !== undefined || written.body !== undefined
  if (written.json !== undefined && written.body !== undefined) return 'must say either json, or body, not both'
  if (hasBody && (method === 'GET' || method === 'HEAD')) return `must have no body: a ${method} request has none`
  const authorized = Object.keys(written.headers ?? {}).some((name) => name.toLowerCase() === 'authorization')
  return authorized && written.token !== undefined ? 'must say either token, or the header authorization, not both' : null
}

export function requestSettings(written: RequestSection): RequestSettings {
  const { headers = {}, token, json, body } = written
  const content = json === undefined ? (body === undefined ? null : { text: body }) : { json }
  return { ...methodAndUrl(written), headers, token: token ?? null, body: content }
}

function methodAndUrl({ http }: RequestSection): { readonly method: string; readonly url: string } {
  const method = METHODS.find((name) => http[name] !== undefined)
  if (method === undefined) return { method: (http.method ?? '').toUpperCase(), url: http.url ?? '' }
  return { method: method.toUpperCase(), url: http[method] ?? '' }
}
