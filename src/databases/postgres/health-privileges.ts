/** Whether the role may do what the run will do: keep the ledger, read every table, create and restore copies. */
import type { Check, Finding } from '../../domain/check.ts'
import type { HealthContext } from './health.ts'

const SUPERUSER = '(SELECT rolsuper FROM pg_roles WHERE rolname = current_user)'
/** Everything that a dump would hold, the ledger and what extensions own left out. */
const USER_TABLES = `
  pg_class c JOIN pg_namespace n ON n.oid = relnamespace
   WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'savepoint') AND NOT starts_with(n.nspname, 'pg_toast')
     AND NOT starts_with(n.nspname, 'pg_temp')`

export function ledgerCheck({ session }: HealthContext): Check {
  return {
    name: 'privilege: ledger',
    kind: 'privileges',
    ask: async () => {
      const [row] = await (await session()).query(
        `SELECT current_user AS role, CASE
           WHEN to_regclass('savepoint.ledger') IS NOT NULL THEN
             has_schema_privilege('savepoint', 'USAGE') AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'INSERT')
             AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'SELECT') AND has_table_privilege(to_regclass('savepoint.ledger')::oid, 'DELETE')
           WHEN to_regnamespace('savepoint') IS NOT NULL THEN has_schema_privilege('savepoint', 'CREATE')
           ELSE has_database_privilege(current_database(), 'CREATE') END AS allowed, current_database() AS database`,
      )
      const expected = 'may write the ledger (schema savepoint)'
      if (row?.allowed === 't') return { status: 'passed', expected, actual: 'may' }
      const message = `GRANT CREATE ON DATABASE "${row?.database}" TO "${row?.role}", or ALTER the owner of schema savepoint.`
      return { status: 'failed', expected, actual: `${row?.role} may not`, message }
    },
  }
}

export function readEveryTableCheck({ session }: HealthContext): Check {
  return {
    name: 'privilege: read every table',
    kind: 'privileges',
    ask: async () => {
      const rows = await (await session()).query(
        `SELECT format('%I.%I', n.nspname, relname) AS name, CASE
                  WHEN NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT') THEN 'no SELECT'
                  ELSE 'rows hidden by row security' END AS why
           FROM ${USER_TABLES} AND relkind IN ('r', 'p', 'm', 'S') AND NOT ${SUPERUSER}
            AND (NOT has_schema_privilege(n.oid, 'USAGE')
                 OR NOT CASE WHEN relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END
                 OR (relkind <> 'S' AND row_security_active(c.oid)))
          ORDER BY 1`,
      )
      const expected = 'may read every row of every table'
      if (rows.length === 0) return { status: 'passed', expected, actual: 'may' }
      const actual = summarised(rows.map((row) => `${row.name}: ${row.why}`))
      return {
        status: 'failed',
        expected,
        actual,
        message: 'GRANT pg_read_all_data and BYPASSRLS to the role, or use the role that owns the tables.',
      }
    },
  }
}

export function createDatabaseCheck({ session }: HealthContext): Check {
  return {
    name: 'privilege: create databases',
    kind: 'privileges',
    ask: async () => {
      const [row] = await (await session()).query(
        'SELECT rolname AS role, rolcreatedb OR rolsuper AS allowed FROM pg_roles WHERE rolname = current_user',
      )
      const expected = 'may create the database into which the backup is restored for proof'
      if (row?.allowed === 't') return { status: 'passed', expected, actual: 'may' }
      const message = `ALTER ROLE "${row?.role}" CREATEDB, or set \`backup.verify: read\` and do without the proof.`
      return { status: 'failed', expected, actual: `${row?.role} may not`, message }
    },
  }
}

/** A restore gives every object its owner back, which only a member of the owning role may do. */
export function ownersCheck({ session }: HealthContext): Check {
  return {
    name: 'privilege: restore owners',
    kind: 'privileges',
    ask: async (): Promise<Finding> => {
      const rows = await (await session()).query(
        `SELECT DISTINCT pg_get_userbyid(owner) AS role FROM (
           SELECT relowner AS owner FROM ${USER_TABLES} AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
           UNION SELECT nspowner FROM pg_namespace WHERE NOT starts_with(nspname, 'pg_') AND nspname NOT IN ('information_schema', 'savepoint', 'public')
         ) o WHERE NOT ${SUPERUSER} AND NOT pg_has_role(owner, 'MEMBER') ORDER BY 1`,
      )
      const expected = 'is a member of every role that owns objects'
      if (rows.length === 0) return { status: 'passed', expected, actual: 'is a member of all' }
      const names = rows.map((row) => `"${row.role}"`)
      return {
        status: 'failed',
        expected,
        actual: `not of ${summarised(names)}`,
        message: `GRANT ${names.join(', ')} to the role, or use a superuser.`,
      }
    },
  }
}

function summarised(items: readonly string[]): string {
  return items.slice(0, 5).join(', ') + (items.length > 5 ? ` and ${items.length - 5} more` : '')
}
