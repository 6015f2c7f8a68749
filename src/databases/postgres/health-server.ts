/** Health of the server itself: reachable, of a supported version, writable, its client programs here, its indexes whole. */
import type { Check } from '../../domain/check.ts'
import type { HealthContext } from './health.ts'
import { describeMs } from './units.ts'

/** The oldest major version that Savepoint is made for. */
export const OLDEST_MAJOR = 14

export function connectionCheck({ limits, probe }: HealthContext): Check {
  return {
    name: 'connection',
    kind: 'connection',
    ask: async (signal) => {
      const startedAt = performance.now()
      await probe(limits.connectTimeoutMs, signal)
      const expected = `within ${describeMs(limits.connectTimeoutMs)}`
      return { status: 'passed', expected, actual: describeMs(performance.now() - startedAt) }
    },
  }
}

export function serverVersionCheck({ session }: HealthContext): Check {
  return {
    name: 'server version',
    kind: 'version',
    ask: async () => {
      const [row] = await (await session()).query(
        "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major",
      )
      const supported = Number(row?.major) >= OLDEST_MAJOR
      return {
        status: supported ? 'passed' : 'failed',
        expected: `${OLDEST_MAJOR} or newer`,
        actual: String(row?.version),
        ...(supported ? {} : { message: `PostgreSQL ${row?.major} is not supported: upgrade the server first.` }),
      }
    },
  }
}

export function clientProgramsCheck({ programs, serverMajor }: HealthContext): Check {
  return {
    name: 'client programs',
    kind: 'version',
    ask: async () => {
      const major = await serverMajor()
      const found = await programs()
      return {
        status: 'passed',
        expected: `pg_dump and pg_restore ${major} or newer`,
        actual: `${found.version} (${found.dump})`,
      }
    },
  }
}

export function writableCheck({ session }: HealthContext): Check {
  return {
    name: 'writable',
    kind: 'server',
    ask: async () => {
      const [row] = await (await session()).query(
        "SELECT pg_is_in_recovery() AS replica, current_setting('transaction_read_only') AS read_only, current_setting('default_transaction_read_only') AS read_only_default",
      )
      const expected = 'a primary server that takes writes'
      if (row?.replica === 't') {
        return { status: 'failed', expected, actual: 'a replica', message: 'Connect to the primary server.' }
      }
      if (row?.read_only === 'on' || row?.read_only_default === 'on') {
        const message = 'default_transaction_read_only is on for the server, the database or the role: turn it off to migrate.'
        return { status: 'failed', expected, actual: 'read-only', message }
      }
      return { status: 'passed', expected, actual: 'a primary server that takes writes' }
    },
  }
}

/** What a failed `CREATE INDEX CONCURRENTLY` or `REINDEX … CONCURRENTLY` leaves: an index that is kept up to date and never used. */
export function invalidIndexesCheck({ session }: HealthContext): Check {
  return {
    name: 'invalid indexes',
    kind: 'indexes',
    ask: async () => {
      const rows = await (await session()).query(
        `SELECT c.oid::regclass::text AS name, c.relname ~ '_cc(new|old)[0-9]*$' AS leftover
           FROM pg_index i JOIN pg_class c ON c.oid = indexrelid
          WHERE NOT (indisvalid AND indisready AND indislive) AND c.relkind = 'i' AND NOT starts_with(c.relnamespace::regnamespace::text, 'pg_t')
          ORDER BY 1`,
      )
      if (rows.length === 0) return { status: 'passed', expected: 'none', actual: 'none' }
      const commands = rows.map((row) => `${row.leftover === 't' ? 'DROP' : 'REINDEX'} INDEX CONCURRENTLY ${row.name}`)
      return {
        status: 'failed',
        expected: 'none',
        actual: rows.map((row) => row.name).join(', '),
        message: `${commands.join('; ')} (unless it is being built just now)`,
      }
    },
  }
}
