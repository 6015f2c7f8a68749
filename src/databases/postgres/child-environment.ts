/** The environment and the connection string that lead client programs and migration tools to a database. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fullUrl, type PostgresSettings } from './settings.ts'

/** Where distributions keep their bundle of root certificates; older libpq does not know `sslrootcert=system`. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
  '/etc/ssl/ca-bundle.pem',
]

/**
 * DATABASE_URL and libpq's variables. Holds secrets.
 *
 * @param applicationName - shown in the server's list of sessions
 */
export function childEnvironmentOf(settings: PostgresSettings, applicationName: string): Readonly<Record<string, string>> {
  const root = rootCertificateFile(settings)
  return {
    DATABASE_URL: fullUrl(settings),
    PGHOST: settings.host,
    // An address left in the environment would lead libpq to another server than PGHOST names.
    PGHOSTADDR: '',
    PGPORT: String(settings.port),
    PGUSER: settings.user,
    PGDATABASE: settings.database,
    PGSSLMODE: settings.sslMode,
    PGAPPNAME: applicationName,
    ...(settings.password === null ? {} : { PGPASSWORD: settings.password }),
    ...(root === null ? {} : { PGSSLROOTCERT: root }),
    ...(settings.sslCert === null ? {} : { PGSSLCERT: settings.sslCert }),
    ...(settings.sslKey === null ? {} : { PGSSLKEY: settings.sslKey }),
    ...(settings.requireChannelBinding ? { PGCHANNELBINDING: 'require' } : {}),
    ...(settings.startupOptions === null ? {} : { PGOPTIONS: settings.startupOptions }),
  }
}

/** A libpq connection string without the password, safe as an argument; what it names beats a service file or the environment. */
export function conninfo(settings: PostgresSettings, applicationName: string): string {
  const words: Record<string, string> = {
    host: settings.host,
    port: String(settings.port),
    user: settings.user,
    dbname: settings.database,
    sslmode: settings.sslMode,
    application_name: applicationName,
  }
  return Object.entries(words)
    .map(([name, value]) => `${name}='${value.replace(/[\\']/g, '\\$&')}'`)
    .join(' ')
}

/** The PEM file to trust, or `null` for libpq's own default. */
export function rootCertificateFile(settings: PostgresSettings): string | null {
  if (settings.sslRootCert !== null && settings.sslRootCert !== 'system') return settings.sslRootCert
  const own = join(homedir(), '.postgresql', 'root.crt')
  if (settings.sslRootCert === null && existsSync(own)) return own
  const verifies = settings.sslMode.startsWith('verify')
  return verifies ? (SYSTEM_BUNDLES.find((file) => existsSync(file)) ?? 'system') : null
}
