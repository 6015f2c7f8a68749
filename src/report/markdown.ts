/** The report as Markdown, in the order in which a tired person needs it: what holds, why, what to do; then the evidence. */
import { tally } from '../domain/check.ts'
import { OUTCOME_MEANING } from '../domain/outcome.ts'
import { formatBytes, formatDuration } from '../domain/quantity-text.ts'
import { notPassed, passedChecks } from './checks-section.ts'
import { differencesSection } from './differences-section.ts'
import { goNoGo } from './gates-section.ts'
import { cell, code, codeCell, fenced, inline, statusText, table } from './markdown-text.ts'
import { monitorSection } from './monitor-section.ts'
import type { Report, ReportCheck } from './schema.ts'
import { signOff } from './sign-off-section.ts'
import { timeline } from './timeline.ts'

/** Ends in a newline; well under the megabyte that a job summary may have. */
export function renderMarkdown(report: Report): string {
  const sections = [
    heading,
    nextSteps,
    cause,
    notPassed,
    facts,
    goNoGo,
    stages,
    differencesSection,
    migrations,
    budgets,
    passedChecks,
    watch,
    backup,
    signOff,
  ]
  return `${sections
    .map((section) => section(report))
    .filter((text) => text !== '')
    .join('\n\n')}\n`
}

function heading({ outcome, succeeded, reason, run }: Report): string {
  const mark = succeeded ? '✅' : outcome === 'stopped' ? '🛑' : '❌'
  return [
    `# ${mark} ${inline(run.operation)}: ${outcome}`,
    '',
    `**${inline(reason)}**`,
    '',
    `State: ${OUTCOME_MEANING[outcome]}.`,
  ].join('\n')
}

/** What the run kept is part of what a person still has to deal with. */
function nextSteps({ next, kept }: Report): string {
  if (next.length === 0 && kept.length === 0) return ''
  const steps = next.length === 0 ? [] : [fenced(next, 'sh')]
  const left = kept.map((name) => `- Kept until you drop it: ${code(name)}`)
  return [`## What to do next`, ...steps, ...(left.length === 0 ? [] : [left.join('\n')])].join('\n\n')
}

function cause({ cause }: Report): string {
  if (cause === null) return ''
  const place = [cause.file, cause.line, cause.column].filter((part) => part !== null).join(':')
  const lines = [
    ...cause.messages.map((message) => `- ${inline(message)}`),
    ...(place === '' ? [] : [`- at ${code(place)}`]),
    ...(cause.sqlState === null ? [] : [`- SQLSTATE ${code(cause.sqlState)}`]),
  ]
  return [
    '## What failed',
    lines.join('\n'),
    ...(cause.excerpt === null ? [] : [fenced(cause.excerpt.split('\n'), 'text')]),
    ...(cause.hint === null ? [] : [`**Hint:** ${inline(cause.hint)}`]),
    ...(cause.output.length === 0 ? [] : ['Last lines of its output:', fenced(cause.output)]),
  ].join('\n\n')
}

function facts({ run, database, migrator, downtimeMs }: Report): string {
  const size = database.sizeBytes === null ? '' : `, ${formatBytes(database.sizeBytes)}`
  const server = database.serverVersion === null ? '' : `, server ${inline(database.serverVersion)}`
  const moved = migrator.fromRevision === migrator.toRevision ? '' : ` → ${revisionText(migrator.toRevision)}`
  const rows = [
    ['Database', `${codeCell(database.url)}${server}${size}`],
    ['Environment', cell(run.environment)],
    ['Revision', `${revisionText(migrator.fromRevision)}${moved} (${cell(migrator.kind)})`],
    ...(downtimeMs === null ? [] : [['Downtime', formatDuration(downtimeMs)]]),
    ['Run', `${codeCell(run.id)}, ${run.startedAt.slice(0, 19).replace('T', ' ')} UTC, ${formatDuration(run.durationMs)}`],
    ...(run.commit === null ? [] : [['Commit', codeCell(run.commit)]]),
    ...(run.workflowRun === null ? [] : [['Workflow run', codeCell(run.workflowRun)]]),
  ]
  return ['## Facts', pairs(rows)].join('\n\n')
}

/** A table of two columns without a head. */
function pairs(rows: readonly (readonly string[])[]): string {
  return table(['', ''], rows, (row) => row)
}

function revisionText(revision: string | null): string {
  return revision === null ? 'unknown' : codeCell(revision)
}

/** Judges the downtime, and takes none: its own duration would be read as that. */
const JUDGED = 'downtime'

function stages({ stages }: Report): string {
  if (stages.length === 0) return ''
  const row = (stage: (typeof stages)[number]) => [
    cell(stage.name),
    statusText(stage.status),
    stage.status === 'skipped' || stage.name === JUDGED ? '' : formatDuration(stage.durationMs),
    checkTally(stage.checks),
    cell(stage.message),
  ]
  const bars = timeline(stages.filter(({ name }) => name !== JUDGED))
  return [
    '## Stages',
    table(['stage', 'result', 'took', 'checks', ''], stages, row),
    ...(bars.length === 0 ? [] : [fenced(bars)]),
  ].join('\n\n')
}

function checkTally(checks: readonly ReportCheck[]): string {
  return checks.length === 0 ? '' : tally(checks)
}

function migrations({ migrator }: Report): string {
  if (migrator.applied.length === 0) return ''
  const row = ({ revision, description, durationMs, outcome }: (typeof migrator.applied)[number]) => [
    codeCell(revision),
    cell(description),
    outcome,
    outcome === 'not-run' ? '' : formatDuration(durationMs),
  ]
  return ['## Migrations', table(['revision', 'description', 'outcome', 'took'], migrator.applied, row)].join('\n\n')
}

function watch({ monitor }: Report): string {
  return monitorSection(monitor)
}

function budgets({ budgets }: Report): string {
  if (budgets.length === 0) return ''
  const row = ({ name, limitMs, actualMs, status }: (typeof budgets)[number]) => [
    statusText(status),
    name,
    formatDuration(limitMs),
    actualMs === null ? '' : formatDuration(actualMs),
  ]
  return ['## Budgets', table(['result', 'budget', 'at most', 'took'], budgets, row)].join('\n\n')
}

const PROOFS = {
  restore: 'restored into a scratch database and equal to the fingerprint',
  read: 'read in full and equal to its digest',
  none: '⚠️ not proven',
} as const

function backup({ backup }: Report): string {
  if (backup === null) return ''
  const restored = backup.restoreMs === null ? [] : [['Restore took', formatDuration(backup.restoreMs)]]
  const rows = [
    ['Id', codeCell(backup.id)],
    ['Manifest', code(backup.location).replace(/\|/g, '\\|')],
    ['Size', formatBytes(backup.sizeBytes)],
    ['SHA-256', codeCell(backup.sha256)],
    ...(backup.encrypted ? [['Encrypted', 'with age']] : []),
    ['Proof', PROOFS[backup.verification]],
    ...restored,
    ...backup.stores.map(({ location, status, durationMs }) => [
      status === 'stored' ? '✅ Stored in' : '❌ Not stored in',
      `${codeCell(location)}, ${formatDuration(durationMs)}`,
    ]),
  ]
  return ['## Backup', pairs(rows)].join('\n\n')
}
