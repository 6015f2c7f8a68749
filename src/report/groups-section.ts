/** The tally of each group of checks, stage by stage, as a table: what was asked, and how much of it holds. */
import { blocking, byGroup, tally } from '../domain/check.ts'
import { formatCount } from '../domain/quantity-text.ts'
import { cell, table } from './markdown-text.ts'
import type { ReportCheck, ReportStage } from './schema.ts'

interface Group {
  readonly stage: string
  readonly name: string
  readonly checks: readonly ReportCheck[]
}

/** Empty where no check belongs to a group. The last row counts the groups together. */
export function groupTallies(stages: readonly ReportStage[]): string {
  const groups = stages.flatMap((stage) =>
    [...byGroup(stage.checks)].map(([name, checks]) => ({ stage: stage.name, name, checks })),
  )
  if (groups.length === 0) return ''
  const all: Group = { stage: '', name: 'all groups', checks: groups.flatMap(({ checks }) => checks) }
  return table(['group', 'stage', 'passed', ''], groups.length === 1 ? groups : [...groups, all], row)
}

function row({ stage, name, checks }: Group): readonly string[] {
  return [cell(name), cell(stage), tally(checks), mark(checks)]
}

/** A tally counts a warning as passed; here it is told. */
function mark(checks: readonly ReportCheck[]): string {
  if (blocking(checks).length > 0) return '❌'
  const warnings = checks.filter(({ status }) => status === 'warning').length
  return warnings === 0 ? '✅' : `⚠️ ${formatCount(warnings, 'warning')}`
}
