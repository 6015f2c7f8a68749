/** Judges the answer to a request against what the plan expects, and takes from it what later requests need. */
import type { Finding } from '../../domain/check.ts'
import type { HttpResponse } from '../../domain/ports/http.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import type { HttpCheck, StatusRange } from '../../plan/checks/http.ts'
import { describeJsonExpectation, type JsonExpectation, meetsJsonExpectation } from '../../plan/checks/json-expectation.ts'
import { isNumeric } from '../../plan/exact-number.ts'
import { atJsonPath } from '../../plan/json-path.ts'
import { jsonText, parseJson } from './json-answer.ts'

const SHOWN_LENGTH = 200

export interface Verdict {
  readonly finding: Finding
  /** As JSON text, by name; empty where the status is not the expected one. */
  readonly captured: ReadonlyMap<string, string>
}

export function judgeAnswer(settings: HttpCheck, response: HttpResponse): Verdict {
  const expected = describeExpected(settings)
  const took = `status ${response.status} in ${formatDuration(response.durationMs)}`
  const measured = response.durationMs
  if (!hasStatus(settings.status, response.status)) {
    return { finding: { status: 'failed', expected, actual: took, measured, ...bodyShown(response) }, captured: new Map() }
  }
  const content = judgeContent(settings, response)
  const slow = settings.withinMs !== null && response.durationMs > settings.withinMs
  const passed = !slow && content.faults.length === 0
  const actual = [took, ...content.found].join(', ')
  const finding: Finding = { status: passed ? 'passed' : 'failed', expected, actual, measured }
  return {
    finding: content.faults.length === 0 ? finding : { ...finding, message: content.faults.join('; ') },
    captured: content.captured,
  }
}

interface Content {
  readonly found: readonly string[]
  readonly faults: readonly string[]
  readonly captured: ReadonlyMap<string, string>
}

function judgeContent({ bodyMatches, jsonPaths, captures }: HttpCheck, { body, truncated }: HttpResponse): Content {
  const pattern =
    bodyMatches === null || new RegExp(bodyMatches, 'u').test(body) ? [] : [`the body does not match /${bodyMatches}/`]
  if (jsonPaths.length + captures.length === 0) return { found: [], faults: pattern, captured: new Map() }
  let document: unknown
  try {
    document = parseJson(body, truncated)
  } catch (error) {
    return { found: [], faults: [...pattern, (error as Error).message], captured: new Map() }
  }
  const places = jsonPaths.map(({ path, steps, expect }) => {
    const value = atJsonPath(document, steps)
    return { path, expect, value, met: meetsJsonExpectation(expect, value) }
  })
  const wrong = places.filter(({ met }) => !met)
  const isTaken = (path: string) => captures.some((capture) => capture.path === path)
  const taken = captures.map(({ name, path, steps }) => ({ name, path, value: atJsonPath(document, steps) }))
  const lost = taken
    .filter(({ value }) => !isCapturable(value))
    .map((place) => `nothing to capture as ${place.name} at ${place.path}`)
  return {
    found: places.map((place) => `${place.path} ${shownPlace(place, isTaken(place.path))}`),
    faults: [...pattern, ...wrong.map(({ path, expect }) => `${path} should be ${describeJsonExpectation(expect)}`), ...lost],
    captured: new Map(taken.filter(({ value }) => isCapturable(value)).map(({ name, value }) => [name, jsonText(value)])),
  }
}

/** An empty text would turn the address of one thing into that of all. */
function isCapturable(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'boolean' || isNumeric(value)
}

function hasStatus(ranges: readonly StatusRange[], status: number): boolean {
  return ranges.some(({ from, to }) => status >= from && status <= to)
}

function describeExpected({ status, withinMs, bodyMatches, jsonPaths }: HttpCheck): string {
  const statuses = status.map(({ from, to }) => (from === to ? String(from) : `${from / 100}xx`)).join(' or ')
  return [
    `status ${statuses}${withinMs === null ? '' : ` within ${formatDuration(withinMs)}`}`,
    ...(bodyMatches === null ? [] : [`a body like /${bodyMatches}/`]),
    ...jsonPaths.map(({ path, expect }) => `${path} ${describeJsonExpectation(expect)}`),
  ].join(', ')
}

/** What is taken for later requests may be a token, and what need only be there may be anything: neither is shown where it is right. */
function shownPlace({ expect, value, met }: { expect: JsonExpectation; value: unknown; met: boolean }, taken: boolean): string {
  if (!met || value === undefined || !(taken || expect.kind === 'exists')) return shown(value)
  return 'is as expected'
}

function shown(value: unknown): string {
  return value === undefined ? 'is not there' : `is ${cut(jsonText(value))}`
}

function bodyShown({ body }: HttpResponse): { readonly message?: string } {
  const line = body.replace(/\s+/g, ' ').trim()
  return line === '' ? {} : { message: `it answered ${cut(line)}` }
}

function cut(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}
