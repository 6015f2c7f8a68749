/** The backend of the team `switchover`: takes revenues and expenses, reads from the legacy tables or their twins as it is told. */
import { appendFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { Client } from 'pg'

const { DATABASE_URL, PORT, LOG, USE_PARTITIONED_TABLES } = process.env
const client = new Client({ connectionString: DATABASE_URL, application_name: 'backend' })
await client.connect()

/** Writes go to the legacy tables, whose triggers keep the twins; reads go where the switch says. */
const readFrom = USE_PARTITIONED_TABLES === 'true' ? '_partitioned' : ''

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  const transaction = /^\/finance\/(revenue|expense)$/.exec(pathname)?.[1]
  if (transaction !== undefined) {
    const { propertyId, amount, description, paymentMode, occurredAt } = await bodyOf(request)
    const { rows } = await client.query(
      `INSERT INTO ${transaction}s (property_id, amount, description, payment_mode, occurred_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [propertyId, amount, description, paymentMode, occurredAt],
    )
    return { transactionId: rows[0].id, readsFrom: `${transaction}s${readFrom}` }
  }
  if (pathname === '/finance/approve') {
    const { transactionId, type } = await bodyOf(request)
    const table = type === 'revenue' ? 'revenues' : 'expenses'
    const { rowCount } = await client.query(`UPDATE ${table} SET approved = true WHERE id = $1`, [transactionId])
    return { approved: rowCount }
  }
  if (pathname === '/reports/daily') {
    const { rows } = await client.query(
      `SELECT coalesce(sum(amount), 0) AS revenue FROM revenues${readFrom} WHERE occurred_at::date = $1 AND property_id = $2`,
      [searchParams.get('date'), searchParams.get('propertyId')],
    )
    return rows[0]
  }
  return { status: 'ok' }
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: unknown) => {
      appendFileSync(LOG ?? '', `ERROR ${String(error)}\n`)
      response.writeHead(500).end()
    },
  )
})
server.listen(Number(PORT), '127.0.0.1', () => appendFileSync(LOG ?? '', 'INFO listening\n'))
process.on('SIGTERM', () => process.exit(0))
