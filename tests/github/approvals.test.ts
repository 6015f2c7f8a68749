/** Who approved a workflow run, as GitHub's API tells it. */
import { describe, expect, test } from '@jest/globals'
import { createApprovals } from '../../src/github/approvals.ts'
import { systemHttp } from '../../src/system/http.ts'
import { type Reply, startRecordingServer } from '../support/recording-server.ts'

const TOKEN = 'ghs_0123456789abcdef'

function review(state: string, login: string | null, ...environments: readonly string[]) {
  return {
    state,
    comment: 'Ship it!',
    environments: environments.map((name, id) => ({
      id,
      node_id: 'x',
      name,
      url: '',
      html_url: '',
      created_at: '',
      updated_at: '',
    })),
    user: login === null ? null : { login, id: 1, type: 'User' },
  }
}

async function ask(reply: Reply, environment = 'production') {
  await using server = await startRecordingServer(() => reply)
  const variables = { GITHUB_API_URL: server.origin, GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7', GITHUB_TOKEN: TOKEN }
  const approval = await createApprovals(variables, systemHttp)?.of(environment, new AbortController().signal)
  return { approval, requests: server.requests }
}

const listing = (...reviews: readonly unknown[]): Reply => ({ status: 200, body: JSON.stringify(reviews) })

describe('who approved a workflow run', () => {
  test('is asked of the API with the token of the job', async () => {
    const { requests } = await ask(listing())
    expect(requests).toMatchObject([
      { method: 'GET', path: '/repos/o/r/actions/runs/7/approvals', headers: { authorization: `Bearer ${TOKEN}` } },
    ])
  })

  test('are those who approved its environment, each once', async () => {
    const { approval } = await ask(
      listing(
        review('approved', 'octocat', 'Production'),
        review('approved', 'hubot', 'staging', 'production'),
        review('approved', 'octocat', 'production'),
        review('rejected', 'mallory', 'production'),
        review('approved', 'elsewhere', 'staging'),
        review('approved', null, 'production'),
      ),
    )
    expect(approval).toEqual({ by: ['octocat', 'hubot'], source: 'GitHub, environment production' })
  })

  test('is nobody where nobody had to', async () => {
    expect((await ask(listing())).approval?.by).toEqual([])
  })

  test.each<[Reply, string]>([
    [{ status: 403, body: '{"message":"Resource not accessible by integration"}' }, 'actions: read'],
    [{ status: 500 }, 'answered 500'],
    [{ status: 200, body: '<html>' }, 'something else than a list'],
    [{ status: 200, body: '{}' }, 'something else than a list'],
  ])('cannot be told where GitHub answers %j', async (reply, words) => {
    await expect(ask(reply)).rejects.toThrow(words)
  })

  test.each(['GITHUB_API_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_TOKEN'])('is not asked without %s', (name) => {
    const all = { GITHUB_API_URL: 'http://h', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7', GITHUB_TOKEN: TOKEN }
    expect(createApprovals({ ...all, [name]: '' }, systemHttp)).toBeNull()
  })
})
