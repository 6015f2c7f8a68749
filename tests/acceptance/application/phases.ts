/** The backend of the team `phases`: keeps a database session, answers on PORT, wants a bearer token, writes a log. */
import { appendFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { Client } from 'pg'

const { DATABASE_URL, PORT, API_TOKEN, LOG } = process.env
const client = new Client({ connectionString: DATABASE_URL, application_name: 'backend' })
await client.connect()

interface Answer {
  readonly status: number
  readonly body?: unknown
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
}

async function answer(request: IncomingMessage): Promise<Answer> {
  const path = request.url ?? ''
  if (path === '/health') return { status: 200, body: { status: 'ok' } }
  if (request.headers.authorization !== `Bearer ${API_TOKEN}`) return { status: 401, body: { error: 'no token' } }
  const [, collection, id] = /^\/api\/v1\/(projects|phases)\/(\d+)(?:\/phases)?$/.exec(path) ?? []
  if (collection === 'projects' && request.method === 'GET') {
    const { rows } = await client.query('SELECT * FROM project_phases WHERE project_id = $1 ORDER BY id', [id])
    return { status: 200, body: { items: rows } }
  }
  if (collection === 'projects' && request.method === 'POST') {
    const { name, start_date, end_date, capital_budget, expense_budget, total_budget } = await bodyOf(request)
    const { rows } = await client.query(
      `INSERT INTO project_phases (project_id, name, start_date, end_date, capital_budget, expense_budget, total_budget)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id, name`,
      [id, name, start_date, end_date, capital_budget, expense_budget, total_budget],
    )
    return { status: 201, body: rows[0] }
  }
  if (collection === 'phases' && request.method === 'PUT') {
    const { name } = await bodyOf(request)
    const { rows } = await client.query('UPDATE project_phases SET name = $2 WHERE id = $1 RETURNING id, name', [id, name])
    return { status: 200, body: rows[0] }
  }
  if (collection === 'phases' && request.method === 'DELETE') {
    const { rowCount } = await client.query('DELETE FROM project_phases WHERE id = $1', [id])
    return { status: rowCount === 1 ? 204 : 404 }
  }
  return { status: 404, body: { error: 'no such place' } }
}

const server = createServer((request, response) => {
  answer(request)
    .catch((error: unknown): Answer => {
      appendFileSync(LOG ?? '', `ERROR ${String(error)}\n`)
      return { status: 500, body: { error: 'it failed' } }
    })
    .then(({ status, body }) => {
      appendFileSync(LOG ?? '', `INFO ${request.method} ${request.url} ${status}\n`)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body))
    })
})
server.listen(Number(PORT), '127.0.0.1', () => appendFileSync(LOG ?? '', 'INFO listening\n'))
process.on('SIGTERM', () => process.exit(0))
