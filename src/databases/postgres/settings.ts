/** Where a PostgreSQL database is and how to get in: resolved once from a URL or its parts, the way libpq reads them. */
import { userInfo } from 'node:os'
import { ConfigurationError } from '../../domain/errors.ts'
import { type ParsedUrl, parseUrl } from './url.ts'

export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
export type SslMode = (typeof SSL_MODES)[number]

/** What a plan and the environment may give. What the URL names wins; the parts fill what it leaves out. */
export interface PostgresSource {
  readonly url?: string | undefined
  readonly host?: string | undefined
  readonly port?: number | undefined
  readonly name?: string | undefined
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly sslMode?: string | undefined
  readonly sslRootCert?: string | undefined
  readonly sslCert?: string | undefined
  readonly sslKey?: string | undefined
}

/** Everything a driver or a client program needs. Holds the password: never print it, use {@link maskedUrl}. */
export interface PostgresSettings {
  /** Name or address; a path that starts with `/` is the directory of a Unix socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string | null
  readonly sslMode: SslMode
  /** Paths of PEM files; `system` as root means the machine's own store. */
  readonly sslRootCert: string | null
  readonly sslCert: string | null
  readonly sslKey: string | null
  readonly requireChannelBinding: boolean
  /** libpq's `options`, sent when the session starts; only where the URL has it. */
  readonly startupOptions: string | null
  /** As the URL was written, for the URL handed to child processes: `postgresql`, `postgresql+psycopg2`. */
  readonly scheme: string
  /** Parameters of the URL that mean something to other tools only. */
  readonly foreignParameters: readonly (readonly [string, string])[]
}

/**
 * Resolves where the database is.
 *
 * @throws ConfigurationError when a value is malformed or no database is named; never quotes the password
 */
export function resolveSettings(source: PostgresSource): PostgresSettings {
  const url: ParsedUrl = source.url === undefined ? { parameters: new Map(), foreign: [] } : parseUrl(source.url)
  const parameter = (name: string) => url.parameters.get(name) ?? null
  const database = parameter('dbname') ?? url.database ?? source.name
  if (source.url === undefined && database === undefined && source.host === undefined) {
    throw new ConfigurationError('no database is named', {
      hint: 'Set `database.url` in the plan, or DATABASE_URL, or DB_HOST, DB_NAME, DB_USER and DB_PASSWORD in the environment.',
    })
  }
  const user = parameter('user') ?? url.user ?? source.user ?? userInfo().username
  return {
    host: oneHost(parameter('host') ?? url.host ?? source.host ?? 'localhost'),
    port: portOf(parameter('port') ?? url.port ?? source.port ?? 5432),
    database: database || user,
    user,
    password: parameter('password') ?? url.password ?? source.password ?? null,
    sslMode: sslModeOf(parameter('sslmode') ?? source.sslMode ?? 'prefer'),
    sslRootCert: parameter('sslrootcert') ?? source.sslRootCert ?? null,
    sslCert: parameter('sslcert') ?? source.sslCert ?? null,
    sslKey: parameter('sslkey') ?? source.sslKey ?? null,
    requireChannelBinding: parameter('channel_binding') === 'require',
    startupOptions: parameter('options'),
    scheme: url.scheme ?? 'postgresql',
    foreignParameters: url.foreign,
  }
}

/** The same server and role, another database. */
export function withDatabase(settings: PostgresSettings, database: string): PostgresSettings {
  return { ...settings, database }
}

export function isSocket(settings: PostgresSettings): boolean {
  return settings.host.startsWith('/')
}

/** `localhost:5432`, `[::1]:5432`, `socket /run/postgresql:5432`: for messages. */
export function serverName(settings: PostgresSettings): string {
  return isSocket(settings) ? `socket ${settings.host}:${settings.port}` : `${bracketed(settings.host)}:${settings.port}`
}

/** The URL with `***` where the password is: for people and reports. */
export function maskedUrl(settings: PostgresSettings): string {
  return urlOf({ ...settings, scheme: 'postgresql', foreignParameters: [] }, settings.password === null ? null : '***')
}

/** The URL that leads a tool to this database. Holds the password. */
export function fullUrl(settings: PostgresSettings): string {
  return urlOf(settings, settings.password === null ? null : encodeURIComponent(settings.password))
}

function urlOf(settings: PostgresSettings, password: string | null): string {
  const user = encodeURIComponent(settings.user) + (password === null ? '' : `:${password}`)
  const authority = isSocket(settings) ? '' : `${bracketed(settings.host)}:${settings.port}`
  const place = isSocket(settings) ? { host: settings.host, port: String(settings.port) } : {}
  const query = [
    ...Object.entries(place),
    ...(isSocket(settings) || settings.sslMode === 'prefer' ? [] : [['sslmode', settings.sslMode] as const]),
    ...optional('sslrootcert', settings.sslRootCert),
    ...optional('sslcert', settings.sslCert),
    ...optional('sslkey', settings.sslKey),
    ...(settings.requireChannelBinding ? [['channel_binding', 'require'] as const] : []),
    ...optional('options', settings.startupOptions),
    ...settings.foreignParameters,
  ].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const base = `${settings.scheme}://${user}@${authority}/${encodeURIComponent(settings.database)}`
  return query.length === 0 ? base : `${base}?${query.join('&')}`
}

function optional(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value]]
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function oneHost(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (bare === '') return 'localhost'
  if (!bare.startsWith('/') && bare.includes(',')) {
    throw new ConfigurationError('the database URL names several hosts', { hint: 'Name the primary server only.' })
  }
  return bare
}

function portOf(value: string | number): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new ConfigurationError(`the database port is not a number from 1 to 65535: ${value}`)
}

function sslModeOf(value: string): SslMode {
  const mode = SSL_MODES.find((known) => known === value)
  if (mode !== undefined) return mode
  throw new ConfigurationError(`unknown sslmode: ${value}`, { hint: `Use one of: ${SSL_MODES.join(', ')}.` })
}
