/** Reads the evidence of a rehearsal from its file. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ConfigurationError } from '../domain/errors.ts'
import type { Evidence } from '../domain/evidence.ts'
import { isMissing } from './durable-files.ts'

const LATEST = 'evidence.json'

/**
 * Of the file that a person names, or the latest in the run directory, which may have none.
 *
 * @throws ConfigurationError where it cannot be read or is no evidence, and where a named file does not exist
 */
export async function readEvidence(directory: string, named: string | null): Promise<Evidence | null> {
  const path = named === null ? join(directory, LATEST) : resolve(named)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (named === null && isMissing(cause)) return null
    throw new ConfigurationError(`the evidence ${path} cannot be read`, { hint: 'name the file that a rehearsal wrote', cause })
  })
  if (text === null) return null
  const evidence = parse(text)
  if (evidence !== null) return evidence
  throw new ConfigurationError(`${path} is not evidence of this version of Savepoint`, { hint: 'make it anew with a rehearsal' })
}

function parse(text: string): Evidence | null {
  try {
    const value = JSON.parse(text) as Partial<Evidence> | null
    return value !== null && isWhole(value) ? (value as Evidence) : null
  } catch {
    return null
  }
}

function isWhole({ version, createdAt, verdict, reason, migrations, plan, copy }: Partial<Evidence>): boolean {
  const dated = typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt))
  const judged = (verdict === 'go' || verdict === 'no-go') && typeof reason === 'string'
  const digests = typeof migrations?.sha256 === 'string' && Array.isArray(migrations.revisions) && typeof plan === 'string'
  return version === 1 && dated && judged && digests && typeof copy?.by === 'string' && typeof copy.of === 'string'
}
