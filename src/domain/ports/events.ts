/** The port through which a run tells people what happens; adapters print, record or post it. */
import type { CheckResult } from '../check.ts'
import type { Intention } from '../intention.ts'
import type { Anomaly } from '../monitoring.ts'
import type { Outcome } from '../outcome.ts'
import type { StageName, StageResult } from '../stage.ts'

export type RunEvent =
  | {
      readonly type: 'run-started'
      readonly runId: string
      readonly operation: string
      readonly database: string
      readonly environment: string
    }
  | { readonly type: 'stage-started'; readonly stage: StageName }
  | { readonly type: 'stage-finished'; readonly result: StageResult }
  | { readonly type: 'check'; readonly stage: StageName; readonly result: CheckResult }
  /** Shown before a person is asked, and where `--yes` answers. */
  | { readonly type: 'intention'; readonly intention: Intention }
  /** Something that takes time moved on. `done` and `total` share one unit (bytes, rows, items); `total` may be unknown. */
  | {
      readonly type: 'progress'
      readonly label: string
      readonly done: number
      readonly total: number | null
      readonly unit: 'bytes' | 'items'
    }
  /** One line that a child process or the server wrote. */
  | { readonly type: 'output'; readonly source: string; readonly line: string }
  | { readonly type: 'note'; readonly text: string }
  /** A watch has taken a sample. `news`: an anomaly began with it. */
  | {
      readonly type: 'watched'
      readonly elapsedMs: number
      readonly plannedMs: number
      readonly samples: number
      /** `null` where the database did not answer. */
      readonly sessions: number | null
      readonly slow: number
      readonly anomalies: number
      readonly news: boolean
    }
  /** A watch has found something out of bounds. */
  | { readonly type: 'anomaly'; readonly anomaly: Anomaly; readonly gravity: 'fail' | 'warn' }
  | { readonly type: 'run-finished'; readonly outcome: Outcome; readonly reason: string }

export type Emit = (event: RunEvent) => void
