/** The stages of a run as bars on one time line, for a fixed-width font. */
import { formatDuration } from '../domain/quantity-text.ts'
import type { ReportStage } from './schema.ts'

const WIDTH = 40

/** One line per stage that ran: name, where it lay within the run, how long it took. */
export function timeline(stages: readonly ReportStage[]): readonly string[] {
  const ran = stages.filter((stage) => stage.status !== 'skipped')
  const start = Math.min(...ran.map(startOf))
  const total = Math.max(1, ...ran.map((stage) => startOf(stage) + stage.durationMs - start))
  const nameWidth = Math.max(0, ...ran.map((stage) => stage.name.length))
  return ran.map((stage) => {
    const from = Math.min(WIDTH - 1, Math.max(0, Math.floor(((startOf(stage) - start) / total) * WIDTH)))
    const length = Math.max(1, Math.min(WIDTH - from, Math.round((stage.durationMs / total) * WIDTH)))
    const bar = `${'·'.repeat(from)}${'█'.repeat(length)}`.padEnd(WIDTH, '·')
    return `${stage.name.padEnd(nameWidth)}  ${bar}  ${formatDuration(stage.durationMs)}${stage.status === 'failed' ? '  failed' : ''}`
  })
}

function startOf(stage: ReportStage): number {
  return Date.parse(stage.startedAt)
}
