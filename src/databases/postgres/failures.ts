/** Turns what the driver, the network and the server report into typed errors with a hint of what to do next. */
import { ConnectionError, StatementError } from '../../domain/errors.ts'
import { type PostgresSettings, serverName } from './settings.ts'

/** What is common to errors of the server (SQLSTATE in `code`) and of the network (`ECONNREFUSED` in `code`). */
interface Reported extends Error {
  readonly code?: string
  readonly severity?: string
  readonly position?: string
  readonly detail?: string
  readonly hint?: string
  readonly errors?: readonly Error[]
}

/** Thrown inside when the time limit for connecting has passed. */
export class ConnectTimeout extends Error {}

/** The words and the hint for a failure to connect, by SQLSTATE or the system's error code. */
const CONNECT_FAILURES: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  '28P01': [
    'the server refused the password',
    'Check DB_PASSWORD or the password in the URL; percent-encode special characters.',
  ],
  '28000': ['the server does not let this role in from here', 'Check user, host rules (pg_hba.conf) and sslmode.'],
  '3D000': ['the database does not exist', 'Check the database name, or create the database first.'],
  '42501': ['the role may not connect to this database', 'GRANT CONNECT ON DATABASE … TO the role.'],
  '53300': ['the server has no connection left', 'Close other sessions, or raise max_connections.'],
  '55000': ['the database accepts no connections', 'It may be a kept copy: ALTER DATABASE … ALLOW_CONNECTIONS true.'],
  '57P01': ['an administrator ended the session', 'See the server log, then run again.'],
  '57P02': ['the server crashed', 'See the server log, then run again.'],
  '57P03': ['the server is starting up or shutting down', 'Wait until it accepts connections, then run again.'],
  ENOTFOUND: ['the host name is unknown', 'Check the host in the URL or DB_HOST.'],
  EAI_AGAIN: ['the host name could not be looked up', 'Check the network and the name server.'],
  ECONNREFUSED: ['nothing listens there', 'Check host and port, and that the server is running.'],
  ENOENT: ['there is no such socket', 'Check the socket directory and the port, and that the server is running.'],
  EACCES: ['the socket may not be used by this user', 'Check the permissions of the socket directory.'],
  EHOSTUNREACH: ['the host is unreachable', 'Check the network, the firewall and the host.'],
  ENETUNREACH: ['the network is unreachable', 'Check the network; an IPv6 address needs an IPv6 route.'],
  ETIMEDOUT: ['the host did not answer', 'Check the network, the firewall and the host.'],
  ECONNRESET: ['the server closed the connection', 'See the server log; check that it is PostgreSQL and that sslmode fits.'],
}

const STATEMENT_HINTS: Readonly<Record<string, string>> = {
  '25006': 'The server or the role is read-only: use the primary server.',
  '42501': 'Grant the privilege to the role, or use the role that owns the object.',
  '53100': 'The disk of the server is full: free space there.',
  '55P03': 'Another session holds the lock: `savepoint health` shows which; raise `session.lock-timeout` to wait longer.',
  '57014': 'Raise `session.statement-timeout` if the statement may take this long.',
}

const TLS_CODE = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/

/** Whether the encrypted or plain way was refused, so that the other one is worth a try. */
export function mayRetryOtherEncryption(error: unknown): boolean {
  const { code = '', message } = error as Reported
  return code === '28000' || isTlsFailure(code, message)
}

/** A {@link ConnectionError} that says which server, why, and what to do. Never holds the password. */
export function connectFailure(error: unknown, settings: PostgresSettings, timeoutMs: number): ConnectionError {
  const [message, hint] = explain(innermost(error), timeoutMs)
  const where = `database ${settings.database} on ${serverName(settings)} as ${settings.user}`
  return new ConnectionError(`cannot connect to ${where}: ${message}`, { hint, cause: error })
}

function explain(error: Reported, timeoutMs: number): readonly [string, string] {
  if (error instanceof ConnectTimeout) {
    return [
      `no answer within ${timeoutMs / 1000} s`,
      'Check host, port and firewall; raise `health.connect-timeout` for slow networks.',
    ]
  }
  const code = error.code ?? ''
  if (isTlsFailure(code, error.message)) return [`TLS failed: ${oneLine(error.message)}`, tlsHint(error.message)]
  if (/password must be a (non-empty )?string/.test(error.message)) {
    return ['the server asks for a password and none is given', 'Set DB_PASSWORD or put the password into the URL.']
  }
  if (/terminated unexpectedly/.test(error.message)) return CONNECT_FAILURES.ECONNRESET as readonly [string, string]
  const known = CONNECT_FAILURES[code]
  if (known === undefined) return [oneLine(error.message), 'See the server log for the reason.']
  // The server's own words name the role, the rule or the database.
  return error.severity === undefined ? known : [`${known[0]} (${oneLine(error.message)})`, known[1]]
}

/** Several addresses of one name fail as one aggregate; the last is as good as any. */
function innermost(error: unknown): Reported {
  const reported = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Reported
  return (reported.errors?.at(-1) as Reported | undefined) ?? reported
}

/** Whether the server said so itself. */
export function hasNoTls(error: unknown): boolean {
  return /does not support SSL/.test((error as Reported).message)
}

function isTlsFailure(code: string, message: string): boolean {
  return TLS_CODE.test(code) || /SSL connection|certificate|does not match certificate/i.test(message)
}

function tlsHint(message: string): string {
  if (/does not support SSL/.test(message)) return 'The server speaks no TLS: turn it on there, or use sslmode=prefer.'
  if (/altname|does not match/i.test(message))
    return 'The certificate is for another name: use that name as host, or sslmode=verify-ca.'
  return 'Give the certificate of the authority with sslrootcert, or use sslmode=require to encrypt without verifying.'
}

/** A failure of a statement or of the session under it, as a typed error. */
export function statementFailure(error: unknown, settings: PostgresSettings): StatementError | ConnectionError {
  const reported = innermost(error)
  if (reported.severity === undefined || reported.severity === 'FATAL' || reported.severity === 'PANIC') {
    return lostSession(reported, settings)
  }
  const detail = reported.detail === undefined ? '' : `: ${oneLine(reported.detail)}`
  const position = reported.position === undefined ? undefined : Number(reported.position)
  const hint = reported.hint ?? STATEMENT_HINTS[reported.code ?? '']
  return new StatementError(
    oneLine(reported.message) + detail,
    { sqlState: reported.code, position, detail: reported.detail },
    { ...(hint === undefined ? {} : { hint }), cause: error },
  )
}

/** The session is gone: ended by an administrator, by the network or by the server's end. */
export function lostSession(error: unknown, settings: PostgresSettings): ConnectionError {
  const reported = innermost(error)
  const known = CONNECT_FAILURES[reported.code ?? '']
  return new ConnectionError(
    `lost the session on database ${settings.database} on ${serverName(settings)}: ${known?.[0] ?? oneLine(reported.message)}`,
    { hint: known?.[1] ?? 'See the server log for the reason, then run again.', cause: error },
  )
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
