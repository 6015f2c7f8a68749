/** The checks of a report: what did not pass by itself and whole, the proofs that passed below, folded stage by stage. */
import { formatCount, formatDuration } from '../domain/quantity-text.ts'
import { groupTallies } from './groups-section.ts'
import { cell, code, codeCell, folded, statusText, table } from './markdown-text.ts'
import type { Report, ReportCheck, ReportStage } from './schema.ts'

/** Told by the go / no-go table. */
const TOLD_ELSEWHERE = 'gates'
/** The stages that prove that a migration did what it should; the others only tell that it could begin. */
const PROOFS: readonly string[] = ['migrate', 'validate', 'smoke-test', 'downtime', 'monitor']
const GRAVITY = ['failed', 'errored', 'skipped', 'warning']

/** What a person has to look at, gravest first; empty where every check passed. */
export function notPassed({ stages }: Report): string {
  const found = shownStages(stages)
    .flatMap((stage) => stage.checks.map((check) => ({ stage: stage.name, check })))
    .filter(({ check }) => check.status !== 'passed')
    .toSorted((a, b) => GRAVITY.indexOf(a.check.status) - GRAVITY.indexOf(b.check.status))
  if (found.length === 0) return ''
  const row = ({ stage, check }: (typeof found)[number]) => [statusText(check.status), cell(stage), ...cellsOf(check)]
  return ['## Checks that did not pass', table(['result', 'stage', ...CHECK_HEAD], found, row)].join('\n\n')
}

/** Every check that passed. Those that prove the migration are open where that is what a reader came for. */
export function passedChecks({ stages, succeeded }: Report): string {
  if (stages.every(({ checks }) => checks.length === 0)) return ''
  const groups = groupTallies(stages)
  const output = outputDirectory(stages)
  return [
    '## Checks',
    ...(groups === '' ? [] : [groups]),
    ...shownStages(stages).flatMap((stage) => passedOf(stage, succeeded && PROOFS.includes(stage.name))),
    ...(output === null ? [] : [`Outputs that were kept lie in ${code(output)}.`]),
  ].join('\n\n')
}

function passedOf({ name, checks }: ReportStage, open: boolean): readonly string[] {
  const passed = checks.filter(({ status }) => status === 'passed')
  if (passed.length === 0) return []
  const all = formatCount(checks.length, 'check')
  const count = passed.length === checks.length ? all : `${passed.length} of ${all}`
  return [folded(`✅ ${name}: ${count} passed`, table(CHECK_HEAD, passed, cellsOf), open)]
}

function shownStages(stages: readonly ReportStage[]): readonly ReportStage[] {
  return stages.filter(({ name }) => name !== TOLD_ELSEWHERE)
}

const CHECK_HEAD = ['group', 'check', 'expected', 'found', 'took', '']

function cellsOf(check: ReportCheck): readonly string[] {
  const { group, name, expected, actual, durationMs } = check
  return [cell(group), cell(name), cell(expected), cell(actual), took(durationMs), remarks(check)]
}

/** What was judged without being asked for took no time. */
function took(ms: number): string {
  return ms === 0 ? '' : formatDuration(ms)
}

/** What to know beyond expected and found, and the file that holds the rest. */
export function remarks({ message, output, before }: ReportCheck): string {
  const earlier = before === null ? '' : `before: ${cell(before)}`
  const kept = output === null ? '' : `output: ${codeCell(fileName(output))}`
  return [cell(message), earlier, kept].filter((part) => part !== '').join('<br>')
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The directory of all kept outputs, which would make every row too wide. */
function outputDirectory(stages: readonly ReportStage[]): string | null {
  const [first] = stages.flatMap(({ checks }) => checks.flatMap(({ output }) => (output === null ? [] : [output])))
  return first === undefined ? null : first.slice(0, first.lastIndexOf('/') + 1)
}
