/** Opens a session: connects, names it in the server's list, and applies the settings under which every run works. */
import type { SessionOptions } from '../../domain/ports/database.ts'
import { type Client, connect } from './connect.ts'
import { ConnectTimeout, connectFailure, oneLine } from './failures.ts'
import { PostgresSession } from './session.ts'
import { applicationNameOf, type SessionDefaults } from './session-defaults.ts'
import type { PostgresSettings } from './settings.ts'

/**
 * Connects and applies the session settings.
 *
 * @throws ConnectionError with a hint; the signal's reason when aborted
 */
export async function openSession(
  settings: PostgresSettings,
  defaults: SessionDefaults,
  options: SessionOptions,
): Promise<PostgresSession> {
  const { client, serverVersion } = await connect(settings, {
    applicationName: applicationNameOf(defaults.runId, options.purpose),
    timeoutMs: defaults.connectTimeoutMs,
    signal: options.signal,
  })
  if (options.onNotice !== undefined) reportNotices(client, options.onNotice)
  const session = new PostgresSession(client, settings, defaults, serverVersion, options.signal)
  const timer = setTimeout(() => session.destroy(new ConnectTimeout()), defaults.connectTimeoutMs)
  try {
    await applySettings(client, defaults, serverVersion)
    return session
  } catch (error) {
    session.destroy()
    throw connectFailure(error, settings, defaults.connectTimeoutMs)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * By SET, not by startup parameters: poolers refuse those. What the server or the role would end a quiet session with is
 * turned off, because the lock and the exported snapshot live in sessions that are quiet for as long as a run takes.
 */
async function applySettings(client: Client, defaults: SessionDefaults, serverVersion: string): Promise<void> {
  const major = Number.parseInt(serverVersion, 10)
  const settings = [
    `lock_timeout = ${Math.round(defaults.lockTimeoutMs)}`,
    `statement_timeout = ${Math.round(defaults.statementTimeoutMs)}`,
    'idle_in_transaction_session_timeout = 0',
    ...(major >= 14 ? ['idle_session_timeout = 0'] : []),
    ...(major >= 17 ? ['transaction_timeout = 0'] : []),
    "TimeZone = 'UTC'",
    "DateStyle = 'ISO, YMD'",
    "IntervalStyle = 'postgres'",
    'extra_float_digits = 1',
    "bytea_output = 'hex'",
    'quote_all_identifiers = off',
    'client_min_messages = notice',
  ]
  await client.query(settings.map((setting) => `SET ${setting}`).join('; '))
  // A statement of a run that vanished then ends in the server too. Servers on some systems cannot do it: no harm.
  if (major >= 14) await client.query('SET client_connection_check_interval = 2000').catch(() => {})
}

/** Each line of a notice is told with its severity: what begins a line begins it still. */
function reportNotices(client: Client, onNotice: (line: string) => void): void {
  client.on('notice', ({ severity = 'NOTICE', message = '' }) => {
    const lines = message.split(/\r?\n/).filter((line, index) => index === 0 || line.trim() !== '')
    for (const line of lines) onNotice(oneLine(`${severity}: ${line}`))
  })
}
