/** The go / no-go table of a report: the conditions that had to hold before anything started. */
import { remarks } from './checks-section.ts'
import { cell, table } from './markdown-text.ts'
import type { Report, ReportCheck } from './schema.ts'

/** Empty where the plan required nothing. */
export function goNoGo({ stages }: Report): string {
  const stage = stages.find(({ name }) => name === 'gates')
  if (stage === undefined || stage.checks.length === 0) return ''
  const failing = stage.checks.filter((check) => !holds(check)).length
  const decision = failing === 0 ? '🟢 **GO**' : `🔴 **NO-GO**: ${failing} of ${stage.checks.length} conditions did not hold`
  const row = (check: ReportCheck) => [
    holds(check) ? '🟢 go' : '🔴 no-go',
    cell(check.name),
    cell(check.expected),
    cell(check.actual ?? check.status),
    remarks(check),
  ]
  return ['## Go / no-go', decision, table(['', 'condition', 'wanted', 'found', ''], stage.checks, row)].join('\n\n')
}

function holds({ status }: ReportCheck): boolean {
  return status === 'passed' || status === 'warning'
}
