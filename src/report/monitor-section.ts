/** The watch in a report: what was seen over time, and what was out of bounds, when and by how much. */
import type { MonitorRecord, Series } from '../domain/monitoring.ts'
import { formatBytes, formatDuration } from '../domain/quantity-text.ts'
import { cell, codeCell, inline, table } from './markdown-text.ts'
import type { ReportMonitor } from './monitor-schema.ts'
import { sparkline } from './sparkline.ts'

/** Columns of a line of bars: beside the numbers it still fits on a page. */
const SPARK_WIDTH = 40
const SHOWN_EVIDENCE = 3

/** Every text is passed through `clean`: evidence comes from servers, logs and addresses. */
export function describeMonitor(record: MonitorRecord, clean: (text: string) => string): ReportMonitor {
  const { startedAt, samples, baseline, anomalyCount, interrupted } = record
  return {
    startedAt,
    durationMs: Math.round(record.durationMs),
    plannedMs: Math.round(record.plannedMs),
    everyMs: Math.round(record.everyMs),
    samples,
    baseline: baseline === null ? null : { from: clean(baseline.from), at: baseline.at },
    sources: record.sources.map(clean),
    series: record.series.map((series) => describeSeries(series, clean)),
    anomalies: record.anomalies.map((anomaly) => ({
      ...anomaly,
      watch: clean(anomaly.watch),
      value: clean(anomaly.value),
      limit: clean(anomaly.limit),
      evidence: anomaly.evidence.map(clean),
    })),
    anomalyCount,
    interrupted,
  }
}

function describeSeries(series: Series, clean: (text: string) => string): ReportMonitor['series'][number] {
  const { name, unit, points, min, median, max, limit, baseline } = series
  return {
    name: clean(name),
    unit,
    points: points.map(rounded),
    min: rounded(min),
    median: rounded(median),
    max: rounded(max),
    limit: rounded(limit),
    baseline: rounded(baseline),
  }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10
}

/** Empty where nothing was watched. */
export function monitorSection(monitor: ReportMonitor | null): string {
  if (monitor === null) return ''
  return ['## Monitor', summary(monitor), seriesTable(monitor), anomalyTable(monitor), sources(monitor)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function summary({ durationMs, plannedMs, everyMs, samples, baseline, interrupted, anomalyCount }: ReportMonitor): string {
  const length = interrupted
    ? `Interrupted after ${formatDuration(durationMs)} of ${formatDuration(plannedMs)}`
    : `Watched for ${formatDuration(durationMs)}`
  const found = anomalyCount === 0 ? '✅ no anomaly' : `❌ ${anomalyCount} ${anomalyCount === 1 ? 'anomaly' : 'anomalies'}`
  const compared = baseline === null ? '' : ` Compared with ${inline(baseline.from)}, ${timeOf(baseline.at)} UTC.`
  return `${length}, a sample every ${formatDuration(everyMs)}, ${samples} in all: ${found}.${compared}`
}

function seriesTable({ series }: ReportMonitor): string {
  if (series.length === 0) return ''
  const row = ({ name, unit, points, min, median, max, limit, baseline }: (typeof series)[number]) => [
    cell(name),
    // Of a size only the growth can be seen.
    codeCell(sparkline(points, SPARK_WIDTH, unit === 'bytes' ? (min ?? 0) : 0)),
    ...[min, median, max, limit, baseline].map((value) => quantity(value, unit)),
  ]
  return table(['watched', 'over time', 'min', 'median', 'max', 'limit', 'before'], series, row)
}

function quantity(value: number | null, unit: ReportMonitor['series'][number]['unit']): string {
  if (value === null) return ''
  if (unit === 'ms') return formatDuration(value)
  return unit === 'bytes' ? formatBytes(value) : String(Math.round(value * 10) / 10)
}

function anomalyTable({ anomalies, anomalyCount }: ReportMonitor): string {
  if (anomalies.length === 0) return ''
  const row = ({ watch, from, until, intervals, value, limit, baseline, evidence }: (typeof anomalies)[number]) => [
    intervals === 1 ? timeOf(from) : `${timeOf(from)} to ${timeOf(until)}`,
    cell(watch),
    cell(value),
    cell(limit),
    cell(baseline),
    evidence.slice(0, SHOWN_EVIDENCE).map(codeCell).join('<br>'),
  ]
  const more = anomalyCount > anomalies.length ? ` (the first ${anomalies.length} of ${anomalyCount})` : ''
  return [`### Anomalies${more}`, table(['when (UTC)', 'what', 'value', 'expected', 'before', 'evidence'], anomalies, row)].join(
    '\n\n',
  )
}

function sources({ sources }: ReportMonitor): string {
  return ['Where it learned of this:', '', ...sources.map((source) => `- ${inline(source)}`)].join('\n')
}

function timeOf(iso: string): string {
  return iso.slice(11, 19)
}
