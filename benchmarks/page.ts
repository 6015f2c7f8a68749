/** The page with the results: ratios first, because they hold on other machines too. */
import { cpus, totalmem } from 'node:os'
import type { Overhead } from './commands.ts'
import type { Measured } from './measuring.ts'
import type { ParityMeasured } from './parity.ts'

export interface Results {
  readonly content: readonly Measured[]
  /** Ten million rows. */
  readonly table: readonly Measured[]
  readonly counting: readonly Measured[]
  readonly parity: readonly ParityMeasured[]
  readonly checks: readonly Measured[]
  readonly health: readonly Measured[]
  readonly overhead: Overhead
  readonly memoryBytes: number
  readonly serverVersion: string
}

export function benchmarkPage({
  content,
  table,
  counting,
  parity,
  checks,
  health,
  overhead,
  memoryBytes,
  serverVersion,
}: Results): string {
  const goals = { count: ratioOf(content, 'fingerprint', 'count(*)'), copy: ratioOf(content, 'fingerprint', 'COPY to nowhere') }
  return `${[
    '# Benchmarks',
    '',
    `Written by \`npm run benchmark\`. All contestants of a table ran side by side in one run; medians. ${machine(serverVersion)}`,
    '',
    '## Reading a table: 2 million rows of ten columns, in cache, on one core',
    '',
    ...ratioTable(content, 'count(*)'),
    '',
    `The fingerprint takes ${times(goals.count)} a \`count(*)\` (goal: at most 9 times) and ${times(goals.copy)} a \`COPY\` of the same`,
    'table to nowhere (goal: at most 0.6 times), and ties every value to its row and column.',
    '',
    '## The same of 10 million rows',
    '',
    ...ratioTable(table, 'count(*)'),
    '',
    '## Rows of 300 small tables',
    '',
    ...ratioTable(counting, 'one connection'),
    '',
    ...paritySection(parity),
    '## 50 independent query checks',
    '',
    ...ratioTable(checks, 'the slowest alone'),
    '',
    'Goal: less than 1.5 times the slowest of them.',
    '',
    '## The health check as a whole process, against a local server',
    '',
    ...ratioTable(health, 'an empty Node process'),
    '',
    'Goal: under 300 ms.',
    '',
    '## What a run adds to one trivial migration',
    '',
    '| | ms |',
    '|---|---:|',
    `| the whole process | ${overhead.wholeMs.toFixed(0)} |`,
    `| of that neither dump, nor restore, nor the migration (goal: under 500) | ${overhead.addedMs.toFixed(0)} |`,
    '',
    '## Memory',
    '',
    `Peak of the process during a run with backup on the table above: ${(memoryBytes / 1024 ** 2).toFixed(0)} MB (goal: under 200 MB).`,
  ].join('\n')}\n`
}

/** Three rows with another value, one missing; each session on one core. */
function paritySection(parity: readonly ParityMeasured[]): readonly string[] {
  const tables = parity.flatMap(({ rows, measured, temporaryFiles }) => [
    `### ${rows / 1_000_000} million rows each`,
    '',
    ...ratioTable(measured, 'fingerprint both'),
    '',
    `Temporary files on the server: ${temporaryFiles}.`,
    '',
  ])
  return [
    '## Parity of two tables that differ in four rows',
    '',
    'Ten columns, each session on one core. Goal: at most 2 times the fingerprint of both, in one database and across two servers.',
    '',
    ...tables,
  ]
}

function ratioTable(measured: readonly Measured[], base: string): readonly string[] {
  const rows = measured.toSorted((a, b) => a.medianMs - b.medianMs)
  const lines = rows.map(({ name, medianMs }) => `| ${name} | ${medianMs.toFixed(0)} | ${times(ratioOf(measured, name, base))} |`)
  return [`| | ms | ${base} = 1 |`, '|---|---:|---:|', ...lines]
}

function ratioOf(measured: readonly Measured[], name: string, base: string): number {
  const find = (wanted: string) => measured.find((each) => each.name === wanted)?.medianMs ?? Number.NaN
  return find(name) / find(base)
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} times`
}

function machine(serverVersion: string): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `Machine: ${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB; PostgreSQL ${serverVersion}, Node ${process.versions.node}.`
}
