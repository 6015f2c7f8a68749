/** Health of the place where backups are written: is there room. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Check } from '../../domain/check.ts'
import { formatBytes } from '../../domain/quantity-text.ts'
import type { HealthContext } from './health.ts'

export function freeSpaceCheck({ limits, databaseBytes }: HealthContext): Check {
  return {
    name: 'free space',
    kind: 'storage',
    ask: async () => {
      const wanted = await wantedBytes(limits.freeSpace, databaseBytes)
      const free = await freeBytes(limits.backupDirectory)
      const enough = free >= wanted.bytes
      return {
        status: enough ? 'passed' : 'failed',
        expected: `at least ${wanted.words}`,
        actual: formatBytes(free),
        ...(enough ? {} : { message: `Free space at ${limits.backupDirectory}, or write elsewhere with --output.` }),
      }
    },
  }
}

async function wantedBytes(
  freeSpace: HealthContext['limits']['freeSpace'],
  databaseBytes: () => Promise<number>,
): Promise<{ readonly bytes: number; readonly words: string }> {
  if ('bytes' in freeSpace) return { bytes: freeSpace.bytes, words: formatBytes(freeSpace.bytes) }
  const bytes = freeSpace.times * (await databaseBytes())
  return { bytes, words: `${formatBytes(bytes)} (${freeSpace.times}x the database)` }
}

/** Of the nearest directory that exists: the backup's own is made later. */
async function freeBytes(directory: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(directory)
    return bavail * bsize
  } catch (error) {
    const parent = dirname(directory)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === directory) throw error
    return freeBytes(parent)
  }
}
