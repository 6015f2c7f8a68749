/** `npm run generate`: writes the files that are made from the source; `--check` only says which of them are stale. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cliReference } from '../src/entrypoints/reference.ts'
import { planJsonSchema } from '../src/plan/json-schema.ts'
import { manifestJsonSchema, reportJsonSchema } from '../src/report/json-schema.ts'
import { PROJECT_DIRECTORY } from './bundle.ts'
import { planReference } from './plan-reference.ts'

/** Contents by path; a function is given what the file holds now. */
const GENERATED: Readonly<Record<string, (path: string, current: string) => string>> = {
  'schemas/plan.schema.json': (path) => asJson(path, planJsonSchema()),
  'schemas/report.schema.json': (path) => asJson(path, reportJsonSchema()),
  'schemas/backup-manifest.schema.json': (path) => asJson(path, manifestJsonSchema()),
  'docs/cli.md': () => cliReference(),
  'docs/plan.md': (_path, current) => between(current, 'reference', planReference(planJsonSchema())),
}

const check = process.argv.includes('--check')
const stale = Object.entries(GENERATED).filter(([path, generate]) => {
  const current = read(path)
  const wanted = generate(path, current)
  if (wanted !== current && !check) writeFileSync(join(PROJECT_DIRECTORY, path), wanted)
  return wanted !== current
})

for (const [path] of stale) console.log(check ? `${path} is stale: run npm run generate` : `wrote ${path}`)
process.exitCode = check && stale.length > 0 ? 1 : 0

function read(path: string): string {
  try {
    return readFileSync(join(PROJECT_DIRECTORY, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** As the formatter writes it, so that the two never disagree. */
function asJson(path: string, value: unknown): string {
  const biome = join('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const formatted = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: PROJECT_DIRECTORY,
    input: JSON.stringify(value, null, 2),
    encoding: 'utf8',
  })
  if (formatted.status !== 0) throw new Error(`cannot format ${path}: ${formatted.stderr}`)
  return formatted.stdout
}

/** Replaces what stands between the two comments that bear the name. */
function between(current: string, name: string, text: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`]
  const [before, rest] = current.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`there is no place for the generated ${name}`)
  return `${before}${start}\n\n${text}\n\n${end}${after}`
}
