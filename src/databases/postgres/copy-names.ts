/** Names of the databases that Savepoint makes beside a live one: they say whose, what for and which run's they are. */
import { cutToBytes, NAME_BYTES } from './names.ts'

const WORDS = { verification: 'check', restore: 'restore', failed: 'failed' } as const

export type CopyPurpose = keyof typeof WORDS

/** `<database>_savepoint_<check|restore|failed>_<run>`, the database's part cut so that the name fits. */
export function copyNameOf(database: string, purpose: CopyPurpose, runId: string): string {
  const suffix = `_savepoint_${WORDS[purpose]}_${runPart(runId)}`
  return cutToBytes(database, NAME_BYTES - Buffer.byteLength(suffix)) + suffix
}

/** What a name made by {@link copyNameOf} for this database is for; `null` for any other name. */
export function purposeOf(database: string, name: string): CopyPurpose | null {
  const match = /^(.*)_savepoint_(check|restore|failed)_([0-9a-z_]+)$/s.exec(name)
  if (match === null) return null
  const [, owner = '', word, run = ''] = match
  const purpose = (Object.keys(WORDS) as CopyPurpose[]).find((known) => WORDS[known] === word)
  if (purpose === undefined || owner === '') return null
  return copyNameOf(database, purpose, run) === name ? purpose : null
}

/** Lower-case so that nobody needs quotes; the end of a run id is what makes it unique. */
function runPart(runId: string): string {
  return runId
    .toLowerCase()
    .replace(/[^0-9a-z]+/g, '_')
    .slice(-30)
}
