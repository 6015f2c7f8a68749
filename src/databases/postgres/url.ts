/** Reads a `postgresql://` URL the way libpq does, plus the driver suffixes and parameters that other tools put there. */
import { ConfigurationError } from '../../domain/errors.ts'

export interface ParsedUrl {
  readonly scheme?: string
  readonly host?: string
  readonly port?: string
  readonly database?: string
  readonly user?: string
  readonly password?: string
  /** Parameters that decide how to connect, by libpq's names. */
  readonly parameters: ReadonlyMap<string, string>
  /** Parameters kept for other tools that read the same URL. */
  readonly foreign: readonly (readonly [string, string])[]
}

const OWN = new Set(
  'host port dbname user password sslmode sslrootcert sslcert sslkey channel_binding options application_name connect_timeout'.split(
    ' ',
  ),
)

/** libpq's that do not change what Savepoint does, and those of Prisma, SQLAlchemy and JDBC drivers. */
const FOREIGN = new Set(
  (
    'client_encoding fallback_application_name gssencmode keepalives keepalives_idle keepalives_interval keepalives_count ' +
    'krbsrvname passfile sslcompression sslcrl sslsni ssl_min_protocol_version ssl_max_protocol_version target_session_attrs ' +
    'tcp_user_timeout schema search_path connection_limit pool_timeout pool_size max_overflow pgbouncer socket_timeout ' +
    'statement_cache_size prepared_statement_cache_size statement_timeout lock_timeout currentSchema pool_mode'
  ).split(' '),
)

/** Stands where a URL leaves its host out. */
const NO_HOST = 'no-host.invalid'

const SCHEME = /^(postgres|postgresql)(\+[a-z0-9_]+)?$/

/**
 * @throws ConfigurationError saying what is wrong; the URL itself is never quoted, it may hold a password
 */
export function parseUrl(text: string): ParsedUrl {
  const url = wellFormed(withHost(text.trim()))
  const scheme = url.protocol.slice(0, -1)
  if (!SCHEME.test(scheme)) {
    throw new ConfigurationError(`the database URL has the unknown scheme ${scheme}://`, {
      hint: 'Use postgresql://user@host/name.',
    })
  }
  const parameters = new Map<string, string>()
  const foreign: [string, string][] = []
  for (const [name, value] of url.searchParams) {
    if (OWN.has(name)) parameters.set(name, value)
    else if (FOREIGN.has(name)) foreign.push([name, value])
    else throw unknownParameter(name)
  }
  return {
    scheme,
    ...present('host', url.hostname === NO_HOST ? '' : decoded(url.hostname, 'host')),
    ...present('port', url.port),
    ...present('database', decoded(url.pathname.replace(/^\//, ''), 'database name')),
    ...present('user', decoded(url.username, 'user')),
    ...present('password', decoded(url.password, 'password')),
    parameters,
    foreign,
  }
}

/** libpq takes a URL that names a user or a port and no host; the general rules of URLs do not. */
function withHost(text: string): string {
  return text.replace(/^([a-z0-9+]+:\/\/(?:[^/?#]*@)?)(?=[/?]|:\d|$)/, `$1${NO_HOST}`)
}

function wellFormed(text: string): URL {
  const hint =
    'Use postgresql://user:password@host:5432/name, with special characters in user and password percent-encoded (/ is %2F, # is %23, ? is %3F, @ is %40).'
  if (!URL.canParse(text)) throw new ConfigurationError('the database URL is malformed', { hint })
  const url = new URL(text)
  if (url.hash !== '') throw new ConfigurationError('the database URL contains a bare #', { hint })
  // `+` would be read as a space; libpq takes it as it is.
  url.search = url.search.replaceAll('+', '%2B')
  return url
}

function decoded(text: string, part: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // The cause would quote nothing useful, and the text may be the password.
    throw new ConfigurationError(`the ${part} in the database URL has a % that is not followed by two hex digits`, {
      hint: 'Write % as %25.',
    })
  }
}

function present<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [name]: value } as Record<K, string>)
}

function unknownParameter(name: string): ConfigurationError {
  // A misspelt sslmode would otherwise turn encryption off in silence.
  return new ConfigurationError(`the database URL has the unknown parameter ${name}`, {
    hint: `Known: ${[...OWN].join(', ')}.`,
  })
}
