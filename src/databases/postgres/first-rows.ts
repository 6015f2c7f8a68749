/** Asks a query and keeps the first rows of its answer alone, however many come. */
import pg from 'pg'
import type { Answer } from '../../domain/ports/database.ts'
import type { Client } from './connect.ts'
import { textRows } from './text-rows.ts'

/** The answer of one statement as it comes in. */
interface Incoming {
  readonly rows: unknown[][]
  count: number
}

/** @returns the answer of the last statement that has one; `null` where none has: `SET`, `DO`, a comment alone */
export async function askFirstRows(client: Client, sql: string, most: number): Promise<Answer | null> {
  const incoming = new Map<unknown, Incoming>()
  const config: pg.QueryArrayConfig = { text: sql, rowMode: 'array' }
  const asked = client.query(new pg.Query<unknown[]>(config))
  // With a listener the driver itself keeps no rows.
  asked.on('row', (row: unknown[], result: unknown) => {
    const known = incoming.get(result) ?? { rows: [], count: 0 }
    incoming.set(result, known)
    known.count++
    if (known.count <= most) known.rows.push(row)
  })
  const ended = Promise.withResolvers<pg.QueryArrayResult | readonly pg.QueryArrayResult[]>()
  asked.on('end', (results: unknown) => ended.resolve(results as pg.QueryArrayResult))
  asked.on('error', ended.reject)
  const results = [await ended.promise].flat()
  const last = results.findLast(({ command, fields }) => fields.length > 0 || command === 'SELECT')
  if (last === undefined) return null
  const { rows, count } = incoming.get(last) ?? { rows: [], count: 0 }
  return { rows: textRows([{ fields: last.fields, rows }]), count }
}
