import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const PROJECT = resolve(import.meta.dirname, '../..')

const FORBIDDEN: [file: string, source: string][] = [
  ['src/domain/revision.ts', 'node:fs/promises'],
  ['src/domain/fingerprint.ts', 'pg'],
  ['src/domain/ports/clock.ts', '../../plan/plan.ts'],
  ['src/plan/schema.ts', '../operations/run.ts'],
  ['src/operations/run.ts', '../databases/postgres/connect.ts'],
  ['src/operations/backup.ts', '@actions/core'],
  ['src/databases/postgres/connect.ts', '../../system/processes.ts'],
  ['src/migrators/sql/apply.ts', '../../plan/plan.ts'],
  ['src/report/json.ts', '../storage/directory.ts'],
  ['src/webhooks/notifier.ts', '../system/http.ts'],
  ['src/operations/run.ts', '../webhooks/notifier.ts'],
  ['src/entrypoints/cli.ts', '../databases/postgres/connect.ts'],
  ['src/entrypoints/present.ts', '@actions/core'],
]

const ALLOWED: [file: string, source: string][] = [
  ['src/domain/digest.ts', 'node:crypto'],
  ['src/domain/outcome.ts', './revision.ts'],
  ['src/plan/plan.ts', '../domain/revision.ts'],
  ['src/operations/health-check.ts', '../plan/plan.ts'],
  ['src/databases/postgres/session.ts', '../../domain/errors.ts'],
  ['src/databases/postgres/tables.ts', './names.ts'],
  ['src/entrypoints/compose.ts', '../databases/postgres/connect.ts'],
  ['src/entrypoints/action.ts', '@actions/core'],
  ['src/entrypoints/perform.ts', '../operations/run.ts'],
]

describe('the lint rule for import directions', () => {
  let directory: string
  let refused: ReadonlySet<string>

  beforeAll(async () => {
    directory = await realpath(await mkdtemp(join(tmpdir(), 'savepoint-imports-')))
    await copyFile(join(PROJECT, 'biome.json'), join(directory, 'biome.json'))
    for (const [file, source] of [...FORBIDDEN, ...ALLOWED]) {
      await mkdir(dirname(join(directory, file)), { recursive: true })
      await writeFile(join(directory, file), `import * as it from '${source}'\n\nexport const made = it\n`)
    }
    refused = await refusedFiles(directory)
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  test.each(FORBIDDEN)('refuses that %s imports %s', (file, _source) => {
    expect(refused).toContain(file)
  })

  test.each(ALLOWED)('lets %s import %s', (file, _source) => {
    expect(refused).not.toContain(file)
  })
})

/** Files in which the linter finds a restricted import. */
async function refusedFiles(directory: string): Promise<ReadonlySet<string>> {
  const biome = join(PROJECT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const parameters = [
    biome,
    'lint',
    '--reporter=github',
    '--max-diagnostics=none',
    '--vcs-enabled=false',
    '--error-on-warnings',
    'src',
  ]
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, parameters, { cwd: directory }, (_error, stdout) => resolve(stdout))
  })
  const lines = output.split('\n').filter((line) => line.includes('noRestrictedImports'))
  return new Set(lines.map((line) => relative(directory, /file=([^,]+)/.exec(line)?.[1] ?? line)))
}
