/** Where the database is: what the plan says, completed from the environment, and never guessed. */
import type { Problem } from '../domain/errors.ts'
import type { DatabaseSettings, PlanSections } from './schema.ts'

export type Environment = Readonly<Record<string, string | undefined>>
type DatabaseSection = NonNullable<PlanSections['database']>
type Location = Pick<DatabaseSettings, 'host' | 'port' | 'name' | 'user' | 'password'>

/** The two families of variables. They are not mixed: half an address from each would be another database. */
const FAMILIES = [
  {
    host: 'DB_HOST',
    port: 'DB_PORT',
    name: 'DB_NAME',
    user: 'DB_USER',
    password: 'DB_PASSWORD',
    required: ['DB_HOST', 'DB_NAME', 'DB_USER'],
  },
  { host: 'PGHOST', port: 'PGPORT', name: 'PGDATABASE', user: 'PGUSER', password: 'PGPASSWORD', required: ['PGDATABASE'] },
] as const
type Family = (typeof FAMILIES)[number]

const LOOKED_FOR =
  'Set database.url in the plan, or DATABASE_URL, or DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD, or PGHOST, PGPORT, PGDATABASE, ' +
  'PGUSER and PGPASSWORD. In a workflow, check that the secrets of the environment reach this job.'

/** The settings, or what is missing. An empty variable counts as not set. */
export function databaseSettings(
  section: DatabaseSection | undefined,
  environment: Environment,
): { readonly settings: DatabaseSettings } | { readonly problem: Problem } {
  const tls = tlsSettings(section, environment)
  if (section?.url !== undefined) return { settings: { url: section.url, ...tls } }
  const given = defined({
    host: section?.host,
    port: section?.port,
    name: section?.name,
    user: section?.user,
    password: section?.password,
  })
  const address = Object.keys(given).length > 0 ? completed(given, environment) : fromEnvironment(environment)
  return 'problem' in address ? address : { settings: { ...address.location, ...tls } }
}

type Address = { readonly location: Pick<DatabaseSettings, 'url'> & Location } | { readonly problem: Problem }

function fromEnvironment(environment: Environment): Address {
  if (environment.DATABASE_URL) return { location: { url: environment.DATABASE_URL } }
  const family = familyInUse(environment)
  if (family === undefined) return { problem: { message: 'no database is given', hint: LOOKED_FOR } }
  const missing = family.required.filter((name) => !environment[name])
  if (missing.length > 0)
    return {
      problem: {
        message: `not set: ${missing.join(', ')} (although there is ${present(family, environment)})`,
        hint: LOOKED_FOR,
      },
    }
  return located(variablesOf(family, environment))
}

/** What the plan leaves out of the address comes from one family of variables. */
function completed(given: Location, environment: Environment): Address {
  const family = familyInUse(environment)
  const location = { ...(family === undefined ? {} : variablesOf(family, environment)), ...given }
  if (location.name !== undefined) return located(location)
  return { problem: { message: 'database.name is missing', hint: 'Write it in the plan, or set DB_NAME or PGDATABASE.' } }
}

function familyInUse(environment: Environment): Family | undefined {
  return FAMILIES.find((family) => [family.host, family.name, family.user, family.password].some((name) => environment[name]))
}

function present(family: Family, environment: Environment): string {
  return [family.host, family.name, family.user, family.password].filter((name) => environment[name]).join(', ')
}

function variablesOf(family: Family, environment: Environment): Location {
  const port = environment[family.port]
  return defined({
    host: environment[family.host] || undefined,
    port: port ? Number(port) : undefined,
    name: environment[family.name] || undefined,
    user: environment[family.user] || undefined,
    password: environment[family.password] || undefined,
  })
}

function located(location: Location): Address {
  const { port } = location
  if (port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535)) return { location }
  return { problem: { message: 'the port of the database must be a number from 1 to 65535', hint: 'Look at DB_PORT or PGPORT.' } }
}

function tlsSettings(section: DatabaseSection | undefined, environment: Environment) {
  return defined({
    sslMode: section?.['ssl-mode'] ?? (environment.PGSSLMODE || undefined),
    sslRootCert: section?.['ssl-root-cert'] ?? (environment.PGSSLROOTCERT || undefined),
    sslCert: section?.['ssl-cert'] ?? (environment.PGSSLCERT || undefined),
    sslKey: section?.['ssl-key'] ?? (environment.PGSSLKEY || undefined),
  })
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** Without the keys whose value is `undefined`. */
export function defined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>
}
