/** The report as report.json: for programs, and for people with `jq`. */
import type { Report } from './schema.ts'

/** Indented, ending in a newline. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
