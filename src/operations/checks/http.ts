/** Sends the request of a plan and judges the answer; keeps an answer that was not as expected. */
import type { Finding } from '../../domain/check.ts'
import type { HttpRequest, HttpResponse } from '../../domain/ports/http.ts'
import { formatDuration } from '../../domain/quantity-text.ts'
import { type HttpCheck, namesUsed } from '../../plan/checks/http.ts'
import type { RequestSettings } from '../../plan/checks/http-request.ts'
import { isSecretHeader } from '../../plan/secrets.ts'
import type { RunContext } from '../context.ts'
import { fillRequest, secretsTaken } from './http-sending.ts'
import { judgeAnswer } from './http-verdict.ts'
import { keepOutput } from './kept-output.ts'
import type { CheckKind } from './kind.ts'

/** Characters of a body that are kept as evidence. */
const KEPT_BODY = 64 * 1024

export const http: CheckKind<HttpCheck> = {
  lane: 'acting',
  ask: async ({ context, settings, captured }, signal) => {
    const missing = namesUsed(settings).find((name) => !captured.has(name))
    if (missing !== undefined) return { status: 'skipped', message: whyMissing(context, missing) }
    const request = fillRequest(settings.request, captured, settings.timeoutMs)
    const response = await context.http.send(request, signal)
    const verdict = judgeAnswer(settings, response)
    for (const [name, value] of verdict.captured) captured.set(name, value)
    const clean = cleaner(context, secretsTaken(requestsOf(context), captured))
    const finding = cleaned(verdict.finding, clean)
    if (finding.status === 'passed') return finding
    return { ...finding, ...(await keep(context, settings, clean(evidence(request, response)))) }
  },
}

function whyMissing({ plan }: RunContext, name: string): string {
  const giver = plan.validate.find((check) => check.kind === 'http' && check.captures.some((capture) => capture.name === name))
  return `{{${name}}} is missing: “${giver?.name}” did not give it`
}

/** A value is a secret already where it comes from, if any request proves itself with it. */
function requestsOf({ plan }: RunContext): readonly RequestSettings[] {
  return plan.validate.flatMap((check) => (check.kind === 'http' ? [check.request] : []))
}

/** A token that came with an answer is no secret of the plan, and is hidden all the same. */
function cleaner({ redact }: RunContext, taken: readonly string[]): (text: string) => string {
  return (text) => taken.reduce((shown, secret) => shown.replaceAll(secret, '***'), redact(text))
}

function cleaned(finding: Finding, clean: (text: string) => string): Finding {
  const { actual, message } = finding
  return {
    ...finding,
    ...(actual === undefined ? {} : { actual: clean(actual) }),
    ...(message === undefined ? {} : { message: clean(message) }),
  }
}

async function keep(context: RunContext, { name }: HttpCheck, text: string): Promise<{ readonly output?: string }> {
  const place = await keepOutput(context, name, text)
  return 'output' in place ? place : {}
}

/** The answer as it came, without what it or the request proves itself with. */
function evidence({ method, url }: HttpRequest, { status, headers, body, truncated, durationMs }: HttpResponse): string {
  const { origin, pathname, search } = new URL(url)
  const shownHeaders = Object.entries(headers).filter(([name]) => !isSecretHeader(name))
  const cut = truncated || body.length > KEPT_BODY ? '\n… (the rest is left out)' : ''
  return [
    `${method} ${origin}${pathname}${search === '' ? '' : '?…'}`,
    `status ${status} in ${formatDuration(durationMs)}`,
    ...shownHeaders.map(([name, value]) => `${name}: ${value}`),
    '',
    `${body.slice(0, KEPT_BODY)}${cut}\n`,
  ].join('\n')
}
