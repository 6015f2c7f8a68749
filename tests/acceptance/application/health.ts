/** A backend that only says that it is well: keeps a database session, answers on PORT, writes a log. */
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Client } from 'pg'

const { DATABASE_URL, PORT, LOG } = process.env
const client = new Client({ connectionString: DATABASE_URL, application_name: 'backend' })
await client.connect()

const server = createServer(async (_request, response) => {
  await client.query('SELECT 1')
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
})
server.listen(Number(PORT), '127.0.0.1', () => appendFileSync(LOG ?? '', 'INFO listening\n'))
process.on('SIGTERM', () => process.exit(0))
