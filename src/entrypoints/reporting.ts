/** Writes the report of a run into the run directory, and knows where runs come from. */
import type { RunStore } from '../domain/ports/run-store.ts'
import type { Environment } from './arguments.ts'

export interface RenderedReport {
  /** What `report.json` holds. */
  readonly document: unknown
  /** Texts by file name; the last is the one for people. */
  readonly files: Readonly<Record<string, string>>
}

export interface SavedReport {
  readonly document: unknown
  /** Path of the rendering for people; `null` where it could not be written. */
  readonly path: string | null
  /** Why it could not be written, e.g. a full disk. */
  readonly failure: unknown
}

/** Writes every rendering. Never throws: the outcome is told all the same. */
export async function saveReport(store: RunStore, runId: string, { document, files }: RenderedReport): Promise<SavedReport> {
  try {
    const paths = await Promise.all(Object.entries(files).map(([name, text]) => store.saveReport(runId, name, text)))
    return { document, path: paths.at(-1) ?? store.directory, failure: null }
  } catch (failure) {
    return { document, path: null, failure }
  }
}

/** Commit and address of the workflow run, where there is one. */
export function provenanceOf(environment: Environment): { readonly commit: string | null; readonly workflowRun: string | null } {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SHA } = environment
  const known = [GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID].every((part) => part !== undefined && part !== '')
  const workflowRun = known ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` : null
  return { commit: GITHUB_SHA ?? null, workflowRun }
}
