/**
 * Asks GitHub who approved a workflow run for an environment
 * (https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run).
 */
import { CheckError } from '../domain/errors.ts'
import type { Approvals } from '../domain/ports/approvals.ts'
import type { Http, HttpResponse } from '../domain/ports/http.ts'
import type { Approval } from '../domain/sign-off.ts'

const TIMEOUT_MS = 10_000

interface Review {
  readonly state?: unknown
  readonly user?: { readonly login?: unknown } | null
  readonly environments?: readonly { readonly name?: unknown }[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** `null` outside of a workflow run, and where the run was given no token. */
export function createApprovals(environment: Environment, http: Http): Approvals | null {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_TOKEN } = environment
  if (!isSet(GITHUB_API_URL) || !isSet(GITHUB_REPOSITORY) || !isSet(GITHUB_RUN_ID) || !isSet(GITHUB_TOKEN)) return null
  const url = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/actions/runs/${encodeURIComponent(GITHUB_RUN_ID)}/approvals`
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${GITHUB_TOKEN}`,
    'user-agent': 'savepoint',
    'x-github-api-version': '2022-11-28',
  }
  return {
    of: async (name, signal) => {
      const response = await http.send({ method: 'GET', url, headers, body: null, timeoutMs: TIMEOUT_MS }, signal)
      return approvalOf(reviewsIn(response), name)
    },
  }
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}

function reviewsIn({ status, body }: HttpResponse): readonly Review[] {
  if (status === 403 || status === 404) {
    throw new CheckError(`GitHub answered ${status}; the job may lack permissions: { actions: read }`)
  }
  if (status !== 200) throw new CheckError(`GitHub answered ${status}`)
  const reviews = parse(body)
  if (!Array.isArray(reviews)) throw new CheckError('GitHub answered something else than a list of approvals')
  return reviews as readonly Review[]
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Names of environments do not depend on case. */
function approvalOf(reviews: readonly Review[], environment: string): Approval {
  const isMeant = (review: Review) =>
    (review.environments ?? []).some(({ name }) => String(name).toLowerCase() === environment.toLowerCase())
  const logins = reviews
    .filter((review) => review?.state === 'approved' && isMeant(review))
    .map(({ user }) => user?.login)
    .filter((login) => typeof login === 'string')
  return { by: [...new Set(logins)], source: `GitHub, environment ${environment}` }
}
