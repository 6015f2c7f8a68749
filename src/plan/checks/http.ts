/** The `http` check: a request, what its answer must be, and the values that later requests take from it. */
import { z } from 'zod'
import { pattern, positiveDuration } from '../fields.ts'
import { type JsonStep, parseJsonPath } from '../json-path.ts'
import { mappingError } from '../section.ts'
import { type CheckCommon, checkSection, commonOf } from './attributes.ts'
import { type RequestSettings, requestFault, requestSettings, requestShape } from './http-request.ts'
import { type JsonExpectation, jsonExpectation } from './json-expectation.ts'
import { CAPTURE_NAME, placeholdersIn } from './placeholders.ts'

/** A place in a JSON answer. */
export interface JsonPlace {
  /** As written. */
  readonly path: string
  readonly steps: readonly JsonStep[]
}

export interface StatusRange {
  readonly from: number
  readonly to: number
}

export interface HttpCheck extends CheckCommon {
  readonly kind: 'http'
  readonly request: RequestSettings
  readonly status: readonly StatusRange[]
  /** Longest time for the whole answer; `null`: no limit. */
  readonly withinMs: number | null
  readonly bodyMatches: string | null
  readonly jsonPaths: readonly (JsonPlace & { readonly expect: JsonExpectation })[]
  readonly captures: readonly (JsonPlace & { readonly name: string })[]
}

const statusWords = 'must be a status such as 200, a class such as 2xx, or a list of them'
const oneStatus = z.union(
  [
    z.int({ error: statusWords }).min(100, { error: statusWords }).max(599, { error: statusWords }),
    z.string().regex(/^[1-5]xx$/, { error: statusWords }),
  ],
  { error: statusWords },
)

const pathWords = 'must be a path to one place, such as $.items[0].id'
const place = z.string({ error: pathWords }).refine((written) => parseJsonPath(written) !== null, { error: pathWords })

/** A record's keys are told apart from its values in a complaint. */
function keysError(words: string) {
  return (issue: { readonly code?: string }) => (issue.code === 'invalid_key' ? `has a key that ${words}` : mappingError(issue))
}

export const httpCheck = checkSection(
  {
    ...requestShape,
    status: z
      .union([oneStatus, z.array(oneStatus).min(1, { error: statusWords })], { error: statusWords })
      .optional()
      .describe('Status of the answer: a number, a class such as `2xx`, or a list. Redirects are not followed. Default `2xx`.'),
    within: positiveDuration.optional().describe('Longest time for the whole answer; a slower one fails.'),
    'body-matches': pattern.optional().describe('Regular expression that the body must match.'),
    'json-path': z
      .record(place, jsonExpectation, { error: keysError(pathWords) })
      .optional()
      .describe('What a JSON answer must hold, by path: `{ "$.items[0].id": 5, "$.items": { length: 3 } }`.'),
    capture: z
      .record(z.string().regex(CAPTURE_NAME), place, { error: keysError('must be a name such as phase_id') })
      .optional()
      .describe('Values of a JSON answer that later requests of the same stage use as `{{name}}`, by path.'),
  },
  'A request to the application, and what it must answer. By default it is asked after the services have started.',
)
  .superRefine((written, context) => {
    const message = requestFault(written)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
  .transform(
    (written): HttpCheck => ({
      ...commonOf(written, 'after-start'),
      kind: 'http',
      request: requestSettings(written),
      status: statusRanges(written.status ?? '2xx'),
      withinMs: written.within ?? null,
      bodyMatches: written['body-matches'] ?? null,
      jsonPaths: Object.entries(written['json-path'] ?? {}).map(([path, expect]) => ({ ...placeOf(path), expect })),
      captures: Object.entries(written.capture ?? {}).map(([name, path]) => ({ ...placeOf(path), name })),
    }),
  )

/** The names that a request takes from earlier answers. */
export function namesUsed({ request }: HttpCheck): readonly string[] {
  const { url, headers, token, body } = request
  return placeholdersIn({ url, headers, token, body })
}

function statusRanges(written: string | number | readonly (string | number)[]): readonly StatusRange[] {
  const list = typeof written === 'object' ? written : [written]
  return list.map((status) => {
    if (typeof status === 'number') return { from: status, to: status }
    const first = Number(status[0]) * 100
    return { from: first, to: first + 99 }
  })
}

function placeOf(path: string): JsonPlace {
  return { path, steps: parseJsonPath(path) ?? [] }
}
