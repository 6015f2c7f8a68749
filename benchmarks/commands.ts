/** Whole commands as processes: the health check, what a run adds to its migration, and the memory it takes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { durationOf, type Measured, median, sideBySide } from './measuring.ts'
import { createProject } from './project.ts'
import { emptyProcess, peakMemoryOf, savepoint } from './savepoint-process.ts'

export async function measureHealth(url: string, rounds: number): Promise<readonly Measured[]> {
  await using project = await createProject('restore')
  await project.addMigration(1)
  const place = { cwd: project.directory, url }
  return await sideBySide(
    [
      { name: 'an empty Node process', run: () => emptyProcess(place) },
      { name: 'savepoint health', run: () => savepoint(['health'], place) },
    ],
    rounds,
  )
}

export interface Overhead {
  /** The process from start to end. */
  readonly wholeMs: number
  /** The same without dump, restore and the migration itself. */
  readonly addedMs: number
}

interface Report {
  readonly stages: readonly { readonly name: string; readonly durationMs: number }[]
  readonly migrator: { readonly applied: readonly { readonly durationMs: number }[] }
}

/** Runs with one trivial migration each; medians. */
export async function measureOverhead(url: string, rounds: number): Promise<Overhead> {
  await using project = await createProject('restore')
  const measured: Overhead[] = []
  for (let round = 1; round <= rounds; round++) {
    await project.addMigration(round)
    const wholeMs = await durationOf(() => savepoint(['run', '--yes'], { cwd: project.directory, url }))
    const report = JSON.parse(await readFile(join(project.directory, 'savepoint-run', 'report.json'), 'utf8')) as Report
    measured.push({ wholeMs, addedMs: wholeMs - inevitableMs(report) })
  }
  return { wholeMs: median(measured.map((each) => each.wholeMs)), addedMs: median(measured.map((each) => each.addedMs)) }
}

/** What the backup, its proof and the migration took. */
function inevitableMs(report: Report): number {
  const stages = report.stages.filter((stage) => stage.name === 'backup' || stage.name === 'verify-backup')
  return [...stages, ...report.migrator.applied].reduce((sum, each) => sum + each.durationMs, 0)
}

/** Peak memory in bytes of a whole run on the database, with a backup that is read back. */
export async function measureMemory(url: string): Promise<number> {
  await using project = await createProject('read')
  await project.addMigration(1)
  return await peakMemoryOf(['run', '--yes'], { cwd: project.directory, url })
}
