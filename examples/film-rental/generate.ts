/**
 * Fills the database that `DATABASE_URL` names with a film rental business: `node examples/film-rental/generate.ts [rentals]`.
 * 430,000 rentals make about a million rows; 500 are enough for a test. The data is the same every time.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, env } from 'node:process'
import pg from 'pg'

const DIRECTORY = join(import.meta.dirname, 'database')

/** Creates all objects and data of the sample in an empty database. */
export async function generateFilmRental(url: string, rentals: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set time zone 'UTC'; select set_config('film_rental.rentals', '${Math.trunc(rentals)}', false)`)
    for (const file of (await readdir(DIRECTORY)).sort()) await client.query(await readFile(join(DIRECTORY, file), 'utf8'))
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

if (import.meta.main) await generateFilmRental(env.DATABASE_URL ?? '', Number(argv[2] ?? 430_000))
