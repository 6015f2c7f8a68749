/** Drops copies, and only copies; the database that was replaced is for a person to drop. */
import { ConfigurationError } from '../../domain/errors.ts'
import { purposeOf } from './copy-names.ts'
import { quoteName, quoteShell } from './names.ts'
import type { PostgresSessions } from './sessions.ts'
import type { PostgresSettings } from './settings.ts'

/**
 * Ends the sessions in the copy and drops it; missing is fine.
 *
 * @throws ConfigurationError for any name that Savepoint did not make for a copy of this database
 */
export async function dropCopyNamed(sessions: PostgresSessions, name: string): Promise<void> {
  const purpose = purposeOf(sessions.settings.database, name)
  if (purpose !== 'verification' && purpose !== 'restore') {
    throw new ConfigurationError(`refusing to drop ${name}: it is no copy that Savepoint made of ${sessions.settings.database}`, {
      hint: `A database that was kept is dropped by a person: ${dropCommandOf(sessions.settings, name)}`,
    })
  }
  await sessions.withMaintenance({ purpose: 'copy-drop' }, async (session) => {
    await session.query('SET statement_timeout = 0')
    await session.query(`DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`)
  })
}

/** A shell line without the password: libpq asks for it, or finds it in PGPASSWORD or the passfile. */
export function dropCommandOf(settings: PostgresSettings, name: string): string {
  const words = ['dropdb', `--host=${settings.host}`, `--port=${settings.port}`, `--username=${settings.user}`, name]
  return words.map(quoteShell).join(' ')
}
