/** `npm run check`: all checks that are no tests, each to its end, so that one run shows everything that is wrong. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT_DIRECTORY } from './bundle.ts'

const bin = (name: string) => join('node_modules', ...name.split('/'))

const CHECKS = [
  ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  ['format and lint, import directions included', bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'],
  ['dead code', bin('knip/bin/knip.js'), '--no-progress'],
  ['generated files', 'scripts/generate.ts', '--check'],
  ['dist is what src builds', 'scripts/check-dist.ts'],
] as const

const failed = CHECKS.filter(([name, ...parameters]) => {
  console.log(`check: ${name}`)
  return spawnSync(process.execPath, parameters, { cwd: PROJECT_DIRECTORY, stdio: 'inherit' }).status !== 0
})

for (const [name] of failed) console.log(`failed: ${name}`)
if (failed.length === 0) console.log('all checks passed')
process.exitCode = failed.length === 0 ? 0 : 1
