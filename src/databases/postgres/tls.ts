/** TLS as libpq's sslmode means it: in which order to try plain and encrypted, and what of the certificate to check. */
import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { ConfigurationError } from '../../domain/errors.ts'
import { rootCertificateFile } from './child-environment.ts'
import { isSocket, type PostgresSettings } from './settings.ts'

/** One way to try: `false` is plain text. */
export type Encryption = false | ConnectionOptions

/**
 * The ways to connect, in the order in which libpq tries them.
 *
 * @throws ConfigurationError when a certificate file cannot be read
 */
export function encryptionAttempts(settings: PostgresSettings): readonly Encryption[] {
  if (isSocket(settings) || settings.sslMode === 'disable') return [false]
  const encrypted = tlsOptions(settings)
  if (settings.sslMode === 'allow') return [false, encrypted]
  if (settings.sslMode === 'prefer') return [encrypted, false]
  return [encrypted]
}

function tlsOptions(settings: PostgresSettings): ConnectionOptions {
  const root = rootCertificateFile(settings)
  // libpq: `require` with a root certificate verifies it, as `verify-ca` does.
  const verifies = settings.sslMode.startsWith('verify') || (settings.sslMode === 'require' && root !== null)
  return {
    rejectUnauthorized: verifies,
    ...(verifies && root !== null && root !== 'system' ? { ca: pem(root, 'sslrootcert') } : {}),
    ...(settings.sslMode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
    ...(settings.sslCert === null ? {} : { cert: pem(settings.sslCert, 'sslcert') }),
    ...(settings.sslKey === null ? {} : { key: pem(settings.sslKey, 'sslkey') }),
  }
}

function pem(file: string, parameter: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`cannot read the file of ${parameter}: ${file}`, {
      hint: 'Give the path of a readable PEM file.',
      cause,
    })
  }
}
