/**
 * A team's backend as a process: answers over HTTP from one database session, and says by `service.pid` and `service.port` in its
 * working directory that it runs. Where `picky` lies there, it does not come up on a database with the column customer.phone.
 * `service.pids` lists every process that was ever started.
 */
import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'

appendFileSync('service.pids', `${process.pid}\n`)

const client = new Client({ connectionString: process.env.DATABASE_URL, application_name: 'shop-backend' })
client.on('error', () => {})
await client.connect()

if (existsSync('picky')) {
  const { rows } = await client.query(
    "SELECT FROM information_schema.columns WHERE table_name = 'customer' AND column_name = 'phone'",
  )
  if (rows.length > 0) {
    console.error('this backend does not know customer.phone')
    process.exit(1)
  }
}

const server = createServer((_request, response) => {
  client.query('SELECT count(*)::int AS customers FROM customer').then(
    ({ rows }) => response.end(JSON.stringify(rows[0])),
    () => response.writeHead(500).end(),
  )
})

function end(): void {
  rmSync('service.pid', { force: true })
  process.exit(0)
}

process.on('SIGTERM', () => {
  server.close()
  client.end().then(end, end)
})

server.listen(0, '127.0.0.1', () => {
  writeFileSync('service.port', String((server.address() as AddressInfo).port))
  writeFileSync('service.pid', String(process.pid))
  console.log(`listening, process ${process.pid}`)
})
