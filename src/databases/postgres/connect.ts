/** Opens a driver connection: the encryption attempts of sslmode, one time limit over all of them, values left as text. */
import pg from 'pg'
import { ConnectTimeout, connectFailure, hasNoTls, mayRetryOtherEncryption } from './failures.ts'
import type { PostgresSettings } from './settings.ts'
import { type Encryption, encryptionAttempts } from './tls.ts'

/** The driver's client with the part that its type declarations leave out. */
export type Client = pg.Client & { readonly processID: number | null }

/** Servers, as `host:port`, that said they have no TLS: where `prefer` takes either, the next session need not ask again. */
const knownWithoutTls = new Set<string>()

export interface Connected {
  readonly client: Client
  /** As the server reports it when the session starts: `15.4 (Debian 15.4-1)`. */
  readonly serverVersion: string
}

/**
 * @throws ConnectionError with a hint; ConfigurationError for unreadable certificate files; the signal's reason when aborted
 */
export async function connect(
  settings: PostgresSettings,
  options: { readonly applicationName: string; readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<Connected> {
  const deadline = performance.now() + options.timeoutMs
  const server = `${settings.host}:${settings.port}`
  const inOrder = encryptionAttempts(settings)
  const attempts = settings.sslMode === 'prefer' && knownWithoutTls.has(server) ? inOrder.toReversed() : inOrder
  for (const [index, encryption] of attempts.entries()) {
    options.signal?.throwIfAborted()
    try {
      return await attempt(settings, encryption, options.applicationName, deadline - performance.now(), options.signal)
    } catch (error) {
      options.signal?.throwIfAborted()
      const another = index + 1 < attempts.length && mayRetryOtherEncryption(error)
      if (!another) throw connectFailure(error, settings, options.timeoutMs)
      if (hasNoTls(error)) knownWithoutTls.add(server)
    }
  }
  throw new Error('unreachable: there is always an attempt')
}

async function attempt(
  settings: PostgresSettings,
  encryption: Encryption,
  applicationName: string,
  remainingMs: number,
  signal: AbortSignal | undefined,
): Promise<Connected> {
  const client = createClient(settings, encryption, applicationName)
  let serverVersion = ''
  client.connection.on('parameterStatus', (status: { parameterName: string; parameterValue: string }) => {
    if (status.parameterName === 'server_version') serverVersion = status.parameterValue
  })
  // Without a listener a late error of the socket would end the process.
  client.on('error', () => {})
  const stop = Promise.withResolvers<never>()
  const timer = setTimeout(() => stop.reject(new ConnectTimeout('timeout')), Math.max(1, remainingMs))
  const onAbort = () => stop.reject(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    await Promise.race([client.connect(), stop.promise])
    return { client, serverVersion }
  } catch (error) {
    client.connection.stream.destroy()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

function createClient(settings: PostgresSettings, encryption: Encryption, applicationName: string): Client {
  return new pg.Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    ...(settings.password === null ? {} : { password: settings.password }),
    // A copy: the driver makes the key inside it unreadable.
    ssl: encryption === false ? false : { ...encryption },
    enableChannelBinding: settings.requireChannelBinding,
    application_name: applicationName,
    ...(settings.startupOptions === null ? {} : { options: settings.startupOptions }),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser: () => (value: string) => value },
  } as pg.ClientConfig) as Client
}
