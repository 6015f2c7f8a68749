/** What belongs to a database as a whole and is in no dump of it: encoding, owner, settings, grants, comment. */
import { BackupError } from '../../domain/errors.ts'
import type { SqlSession } from '../../domain/ports/database.ts'
import type { TextRow } from '../../domain/snapshot.ts'
import { quoteName, quoteText } from './names.ts'

export interface DatabaseProperties {
  readonly encoding: string
  readonly collate: string
  readonly ctype: string
  readonly provider: 'libc' | 'icu' | 'builtin'
  readonly locale: string | null
  readonly icuRules: string | null
  readonly owner: string
  /** `null`: the one of the template, which needs no privilege to use. */
  readonly tablespace: string | null
  readonly connectionLimit: string
  readonly comment: string | null
  readonly settings: readonly { readonly role: string | null; readonly assignment: string; readonly isList: boolean }[]
  /** `null`: the default grants. */
  readonly grants: readonly { readonly privilege: string; readonly grantee: string | null; readonly grantable: boolean }[] | null
}

const PROVIDERS: Readonly<Record<string, DatabaseProperties['provider']>> = { c: 'libc', i: 'icu', b: 'builtin' }

/** @throws BackupError when there is no such database */
export async function readProperties(session: SqlSession, name: string): Promise<DatabaseProperties> {
  // As JSON, because the columns about locales differ between versions.
  const [row] = await session.query(
    `SELECT to_jsonb(d) - 'datacl' AS d, pg_encoding_to_char(encoding) AS encoding, r.rolname AS owner, CASE WHEN dattablespace <> (SELECT dattablespace FROM pg_database WHERE datname = 'template0') THEN t.spcname END AS tablespace,
            shobj_description(d.oid, 'pg_database') AS comment, d.datacl IS NULL AS "defaultGrants"
       FROM pg_database d JOIN pg_roles r ON r.oid = datdba JOIN pg_tablespace t ON t.oid = dattablespace WHERE datname = $1`,
    [name],
  )
  if (row === undefined) throw new BackupError(`there is no database ${name}`)
  const catalogue = JSON.parse(String(row.d)) as Record<string, string | null>
  return {
    encoding: String(row.encoding),
    collate: String(catalogue.datcollate),
    ctype: String(catalogue.datctype),
    provider: PROVIDERS[catalogue.datlocprovider ?? 'c'] ?? 'libc',
    locale: catalogue.datlocale ?? catalogue.daticulocale ?? null,
    icuRules: catalogue.daticurules ?? null,
    owner: String(row.owner),
    tablespace: row.tablespace ?? null,
    connectionLimit: String(catalogue.datconnlimit),
    comment: row.comment ?? null,
    settings: (await session.query(SETTINGS, [name])).map(settingOf),
    grants: row.defaultGrants === 't' ? null : (await session.query(GRANTS, [name])).map(grantOf),
  }
}

const SETTINGS = `
  SELECT r.rolname AS role, s.assignment,
         split_part(s.assignment, '=', 1) IN ('search_path', 'temp_tablespaces', 'local_preload_libraries',
           'session_preload_libraries', 'shared_preload_libraries', 'unix_socket_directories') AS list
    FROM pg_db_role_setting c JOIN pg_database d ON d.oid = c.setdatabase LEFT JOIN pg_roles r ON r.oid = c.setrole,
         unnest(c.setconfig) WITH ORDINALITY AS s (assignment, place)
   WHERE d.datname = $1 AND (c.setrole = 0 OR r.oid IS NOT NULL) ORDER BY r.rolname NULLS FIRST, s.place`

const GRANTS = `
  SELECT a.privilege_type AS privilege, a.is_grantable AS grantable, r.rolname AS grantee
    FROM pg_database d, aclexplode(d.datacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
   WHERE d.datname = $1 AND (a.grantee = 0 OR r.oid IS NOT NULL) ORDER BY a.grantee = d.datdba DESC, r.rolname NULLS FIRST`

function settingOf(row: TextRow): DatabaseProperties['settings'][number] {
  return { role: row.role ?? null, assignment: String(row.assignment), isList: row.list === 't' }
}

function grantOf(row: TextRow): NonNullable<DatabaseProperties['grants']>[number] {
  return { privilege: String(row.privilege), grantee: row.grantee ?? null, grantable: row.grantable === 't' }
}

/** `CREATE DATABASE` that will compare and sort as the original does; owner and limits only for a faithful copy. */
export function createStatement(name: string, from: DatabaseProperties, faithful: boolean): string {
  const clauses = [
    'TEMPLATE = template0',
    `ENCODING = ${quoteText(from.encoding)}`,
    `LC_COLLATE = ${quoteText(from.collate)}`,
    `LC_CTYPE = ${quoteText(from.ctype)}`,
    ...providerClauses(from),
    ...(faithful
      ? [
          `OWNER = ${quoteName(from.owner)}`,
          ...(from.tablespace === null ? [] : [`TABLESPACE = ${quoteName(from.tablespace)}`]),
          `CONNECTION LIMIT = ${from.connectionLimit}`,
        ]
      : []),
  ]
  return `CREATE DATABASE ${quoteName(name)} WITH ${clauses.join(' ')}`
}

function providerClauses(from: DatabaseProperties): readonly string[] {
  if (from.provider === 'libc') return []
  const word = from.provider === 'icu' ? 'ICU_LOCALE' : 'BUILTIN_LOCALE'
  return [
    `LOCALE_PROVIDER = ${from.provider}`,
    ...(from.locale === null ? [] : [`${word} = ${quoteText(from.locale)}`]),
    ...(from.icuRules === null ? [] : [`ICU_RULES = ${quoteText(from.icuRules)}`]),
  ]
}

/** The statements that give a database the settings, grants and comment of the original. */
export function propertyStatements(name: string, from: DatabaseProperties): readonly string[] {
  const database = `DATABASE ${quoteName(name)}`
  return [
    ...from.settings.map(({ role, assignment, isList }) => {
      const target = role === null ? `ALTER ${database}` : `ALTER ROLE ${quoteName(role)} IN ${database}`
      return `${target} SET ${assignmentOf(assignment, isList)}`
    }),
    ...grantStatements(database, from),
    ...(from.comment === null ? [] : [`COMMENT ON ${database} IS ${quoteText(from.comment)}`]),
  ]
}

function grantStatements(database: string, from: DatabaseProperties): readonly string[] {
  if (from.grants === null) return []
  return [
    `REVOKE ALL ON ${database} FROM PUBLIC, ${quoteName(from.owner)}`,
    ...from.grants.map(({ privilege, grantee, grantable }) => {
      const to = grantee === null ? 'PUBLIC' : quoteName(grantee)
      return `GRANT ${privilege} ON ${database} TO ${to}${grantable ? ' WITH GRANT OPTION' : ''}`
    }),
  ]
}

function assignmentOf(assignment: string, isList: boolean): string {
  const equals = assignment.indexOf('=')
  const name = assignment.slice(0, equals).split('.').map(quoteName).join('.')
  const value = assignment.slice(equals + 1)
  return `${name} TO ${isList ? listElements(value).map(quoteText).join(', ') : quoteText(value)}`
}

/** Elements of a stored list of names: `"$user", public`. An empty list is one empty element. */
function listElements(text: string): readonly string[] {
  const elements = [...text.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g)]
  if (elements.length === 0) return ['']
  return elements.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
