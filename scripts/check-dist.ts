/** Fails where the committed `dist/` is not what `src/` builds now. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT_DIRECTORY, writeBundle } from './bundle.ts'

const fresh = await mkdtemp(join(tmpdir(), 'savepoint-dist-'))
try {
  await writeBundle(fresh)
  const [built, committed] = await Promise.all([filesOf(fresh), filesOf(join(PROJECT_DIRECTORY, 'dist'))])
  const names = [...new Set([...built.keys(), ...committed.keys()])].sort()
  const stale = names.filter((name) => built.get(name) !== committed.get(name))
  if (stale.length > 0) console.log(`dist is stale (${stale.join(', ')}): run npm run build and commit it`)
  process.exitCode = stale.length === 0 ? 0 : 1
} finally {
  await rm(fresh, { recursive: true, force: true })
}

/** Content by file name; empty where the directory is missing. */
async function filesOf(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(directory).catch(() => [])
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'latin1')] as const)))
}
